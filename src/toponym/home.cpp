#include "toponym/home.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace salient::toponym {
namespace {

constexpr double kDomain = 2.5;
constexpr double kWords = 1.2;
constexpr int kMostWords = 4;  // a long text is no surer than a short one

/// Country of a two-letter top-level domain; empty for others and for those that are used everywhere (.io, .tv, .me, .co).
std::string_view country_of_domain(std::string_view host) {
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos) {
        return {};
    }
    const std::string_view top = host.substr(dot + 1);
    static constexpr struct {
        std::string_view domain;
        std::string_view country;
    } kDomains[] = {
        {"uk", "GB"}, {"ie", "IE"}, {"ca", "CA"}, {"au", "AU"}, {"nz", "NZ"}, {"us", "US"},
        {"ua", "UA"}, {"ru", "RU"}, {"by", "BY"}, {"md", "MD"}, {"pl", "PL"}, {"de", "DE"},
        {"fr", "FR"}, {"it", "IT"}, {"es", "ES"}, {"in", "IN"}, {"pk", "PK"}, {"za", "ZA"},
        {"ng", "NG"}, {"ke", "KE"}, {"gh", "GH"}, {"ug", "UG"}, {"ph", "PH"}, {"my", "MY"},
        {"sg", "SG"}, {"jp", "JP"}, {"kr", "KR"}, {"cn", "CN"}, {"tw", "TW"}, {"il", "IL"},
        {"tr", "TR"}, {"ge", "GE"}, {"am", "AM"}, {"az", "AZ"}, {"kz", "KZ"}, {"lt", "LT"},
        {"lv", "LV"}, {"ee", "EE"}, {"fi", "FI"}, {"se", "SE"}, {"no", "NO"}, {"dk", "DK"},
        {"nl", "NL"}, {"be", "BE"}, {"ch", "CH"}, {"at", "AT"}, {"cz", "CZ"}, {"sk", "SK"},
        {"hu", "HU"}, {"ro", "RO"}, {"bg", "BG"}, {"gr", "GR"}, {"rs", "RS"}, {"hr", "HR"},
        {"mx", "MX"}, {"br", "BR"}, {"ar", "AR"}, {"cl", "CL"}, {"pe", "PE"}, {"eg", "EG"},
        {"sa", "SA"}, {"ae", "AE"}, {"ir", "IR"}, {"iq", "IQ"}, {"jm", "JM"}, {"lk", "LK"},
        {"bd", "BD"}, {"np", "NP"}, {"th", "TH"}, {"vn", "VN"}, {"id", "ID"}};
    for (const auto& entry : kDomains) {
        if (top == entry.domain) {
            return entry.country;
        }
    }
    return {};
}

}  // namespace

std::vector<HomeCountry> guess_home(
    std::string_view publisher_host,
    const std::vector<Piece>& pieces) {
    std::vector<HomeCountry> homes;
    if (const std::string_view country = country_of_domain(publisher_host); !country.empty()) {
        homes.push_back({places::country_key(country), kDomain});
    }
    int american = 0;
    int british = 0;
    for (const Piece& piece : pieces) {
        american += piece.has(kAmerican) ? 1 : 0;
        british += piece.has(kBritish) ? 1 : 0;
    }
    const int lead = std::min(std::abs(american - british), kMostWords);
    if (lead > 0) {
        const std::uint16_t country = places::country_key(american > british ? "US" : "GB");
        homes.push_back({country, kWords * std::log1p(lead)});
    }
    return homes;
}

}  // namespace salient::toponym
