#include "toponym/offset.hpp"

#include "base/utf8.hpp"
#include "geo/geodesic.hpp"
#include "prose/tokens.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace salient::toponym {
namespace {

constexpr double kNearRadiusKm = 10;
constexpr double kLongestKm = 500;
constexpr double kKmPerMile = 1.609344;

struct Compass {
    std::string_view stem;  ///< the word begins with it
    double azimuth_deg;
};

// Two-part directions first: "northeast" begins with "north".
constexpr Compass kCompass[] = {
    {"northeast", 45},    {"northwest", 315},     {"southeast", 135},    {"southwest", 225},
    {"north", 0},         {"south", 180},         {"east", 90},          {"west", 270},
    {"північносхід", 45}, {"північнозахід", 315}, {"південносхід", 135}, {"південнозахід", 225},
    {"північн", 0},       {"північ", 0},          {"південн", 180},      {"південь", 180},
    {"схід", 90},         {"захід", 270},         {"северовосток", 45},  {"северозапад", 315},
    {"юговосток", 135},   {"югозапад", 225},      {"север", 0},          {"юг", 180},
    {"южн", 180},         {"восток", 90},         {"восточн", 90},       {"запад", 270}};

/// Walks back over the words before a mention.
class BackReader {
public:
    BackReader(const Reading& reading, const Mention& mention)
        : reading_(reading),
          at_(mention.first),
          sentence_(reading.pieces[mention.first].sentence) {}

    /// The folded word before, without going on; empty at the start of the sentence or at punctuation.
    [[nodiscard]] const std::string& peek() {
        if (!is_read_) {
            read();
            is_read_ = true;
        }
        return word_;
    }
    void step() {
        if (at_ > 1 && reading_.pieces[at_ - 1].mark == '.') {
            --at_;
        }
        if (at_ > 0) {
            at_ = first_part(at_ - 1);
        }
        is_read_ = false;
    }
    bool skip(std::initializer_list<std::string_view> words) {
        if (std::find(words.begin(), words.end(), peek()) == words.end()) {
            return false;
        }
        step();
        return true;
    }

private:
    const Reading& reading_;
    std::uint32_t at_;
    std::uint32_t sentence_;
    std::string word_;
    bool is_read_ = false;

    void read() {
        word_.clear();
        if (at_ == 0 || reading_.pieces[at_ - 1].sentence != sentence_) {
            return;
        }
        const std::uint32_t begin = at_ - 1;
        const Piece& piece = reading_.pieces[begin];
        if (piece.mark == '.') {
            if (begin > 0) {
                add_word(begin - 1);
            }
        } else if (piece.kind != prose::TokenKind::Punctuation) {
            add_word(begin);
        }
    }

    /// Where the hyphenated word that piece `i` ends begins.
    [[nodiscard]] std::uint32_t first_part(std::uint32_t i) const {
        while (i > 0 && reading_.pieces[i].hyphen_before) {
            --i;
        }
        return i;
    }

    /// The folded word that ends at piece `i`; the parts of "north-east" are pieces of their own and joined again here.
    void add_word(std::uint32_t i) {
        for (std::uint32_t part = first_part(i); part <= i; ++part) {
            const Piece& piece = reading_.pieces[part];
            prose::append_folded(word_, reading_.text.substr(piece.begin, piece.end - piece.begin));
        }
    }
};

std::optional<double> azimuth_of(std::string_view word) {
    for (const Compass& compass : kCompass) {
        if (word.substr(0, compass.stem.size()) == compass.stem) {
            return compass.azimuth_deg;
        }
    }
    return std::nullopt;
}

/// Kilometres in one unit; nullopt for other words.
std::optional<double> unit_km(std::string_view word) {
    for (const std::string_view km :
         {"km",
          "kms",
          "kilometer",
          "kilometers",
          "kilometre",
          "kilometres",
          "км",
          "кілометрів",
          "кілометри",
          "кілометра",
          "километров",
          "километрах",
          "километра",
          "кілометрах"}) {
        if (word == km) {
            return 1.0;
        }
    }
    if (word == "mile" || word == "miles" || word == "mi") {
        return kKmPerMile;
    }
    const bool is_metre = word == "m" || word == "meters" || word == "metres" || word == "метрів"
                          || word == "метров" || word == "м";
    return is_metre ? std::optional(0.001) : std::nullopt;
}

std::optional<double> number_of(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

/// Steps over "to the" or "на" and reads "12 km"; km.
std::optional<double> distance_before(BackReader& reader) {
    const std::optional<double> unit = unit_km(reader.peek());
    if (!unit) {
        return std::nullopt;
    }
    reader.step();
    const std::optional<double> number = number_of(reader.peek());
    if (!number || *number * *unit <= 0 || *number * *unit > kLongestKm) {
        return std::nullopt;
    }
    return *number * *unit;
}

}  // namespace

void apply_offset(const Reading& reading, const Mention& mention, Toponym& toponym) {
    BackReader reader(reading, mention);
    (void)reader.skip({"city", "town", "village", "міста", "города", "села"});
    (void)reader.skip({"the"});
    if (reader.skip(
            {"near", "outside", "біля", "под", "під", "поблизу", "около", "возле", "вблизи"})) {
        toponym.precision = Precision::Around;
        toponym.radius_km = kNearRadiusKm;
        return;
    }
    const bool has_from = reader.skip({"of", "from", "від", "от"});
    if (has_from) {
        (void)reader.skip({"away"});
    }
    const std::optional<double> azimuth = azimuth_of(reader.peek());
    if (azimuth) {
        reader.step();
        (void)reader.skip({"the"});
        (void)reader.skip({"to", "на", "к", "due"});
    }
    const std::optional<double> km = distance_before(reader);
    if (!km || (!has_from && !azimuth)) {
        return;
    }
    if (azimuth) {
        toponym.point = geo::destination(toponym.point, {*azimuth, *km * 1000.0});
        toponym.precision = Precision::Offset;
        toponym.radius_km = std::max(1.0, *km / 4);
    } else {
        toponym.precision = Precision::Around;
        toponym.radius_km = *km;
    }
}

}  // namespace salient::toponym
