#include "timex/rules.hpp"

#include <array>
#include <cstdlib>

namespace salient::timex {

namespace {

using C = WordClass;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t kReach = 8;  // pieces in which the war must be named
constexpr int kNearReference =
    4;  // days: a bare "day 1,053" that falls on the publication is meant
constexpr int kSureCount = 100;
constexpr int kAnniversaryReach = 60;  // days from publication

/// @source the full-scale invasion of Ukraine began on 24 February 2022, its day 1
sys_days first_day_of_war() {
    return sys_days(std::chrono::year(2022) / 2 / 24);
}

bool names_war(const Reader& in, std::size_t i) {
    for (std::size_t k = i; k < i + kReach && k < in.size(); ++k) {
        if (in.is_one_of(k, ". ; ! ?")) {
            return false;
        }
        if (in.is(k, C::War)) {
            return true;
        }
    }
    return false;
}

/// "full-scale", "Russia's", "повномасштабного": which war it is.
bool names_this_war(const Reader& in, std::size_t i) {
    static constexpr WordList kWords =
        "full scale full-scale russia russian ukraine повномасштабного повномасштабної "
        "повномасштабне великої росії російського "
        "російської полномасштабного полномасштабной россии российского украину";
    for (std::size_t k = i; k < i + kReach && k < in.size(); ++k) {
        if (in.is_one_of(k, kWords)) {
            return true;
        }
    }
    return false;
}

std::optional<Match> day_of_count(const Reader& in, std::size_t i, std::size_t end, int count) {
    static constexpr int kLastCount = 20'000;
    if (count < 1 || count > kLastCount || !in.in_news() || !in.reference()
        || *in.reference() < first_day_of_war()) {
        return std::nullopt;
    }
    const sys_days day = first_day_of_war() + days(count - 1);
    const long distance = std::labs((day - *in.reference()).count());
    const bool near = distance <= kNearReference && count >= kSureCount;
    const bool named =
        names_war(in, end) && (names_this_war(in, end) || distance <= kAnniversaryReach);
    if ((!near && !named) || day > *in.reference() + days(366)) {
        return std::nullopt;
    }
    return date_match(in, i, end, resolve_day(day), "day of the war");
}

/// "day 1,053", "Day 1053 of the invasion", "1,053rd day of the war", "1053-тя доба війни".
std::optional<Match> day_count(const Reader& in, std::size_t i) {
    if (in.unit(i) == Unit::Day && in.is_latin(i)) {
        const auto count = in.is_number(i + 1) ? in.count(i + 1) : std::nullopt;
        return count ? day_of_count(in, i, count->next, count->value) : std::nullopt;
    }
    const auto ordinal = in.ordinal(i);
    if (!ordinal || in.unit(ordinal->next) != Unit::Day || in.word(ordinal->next).plural) {
        return std::nullopt;
    }
    return day_of_count(in, i, ordinal->next + 1, ordinal->value);
}

/// "the third anniversary of the full-scale invasion", "річниця повномасштабного вторгнення".
std::optional<Match> anniversary(const Reader& in, std::size_t i) {
    std::size_t at = in.text_is(i, "the") ? i + 1 : i;
    const auto ordinal = in.ordinal(at);
    at = ordinal ? ordinal->next : at;
    at += in.is_dash(at) && in.is_one_of(at + 1, "year") ? 2U : 0U;
    if (!in.is(at, C::Anniversary) || !in.in_news() || !in.reference() || !names_war(in, at + 1)
        || *in.reference() < first_day_of_war()) {
        return std::nullopt;
    }
    int number = ordinal ? ordinal->value : 0;
    if (!ordinal) {
        const auto since =
            std::chrono::round<std::chrono::years>(*in.reference() - first_day_of_war());
        number = static_cast<int>(since.count());
    }
    const auto resolved =
        number >= 0 && number < 100 ? resolve_day(2022 + number, 2, 24) : std::nullopt;
    if (!resolved) {
        return std::nullopt;
    }
    const long distance = std::labs((time::first_day(*resolved->span) - *in.reference()).count());
    if (!names_this_war(in, at + 1) && distance > kAnniversaryReach) {
        return std::nullopt;
    }
    return relative_match(in, i, at + 1, *resolved, "anniversary of the war");
}

}  // namespace

std::optional<Match> read_war_day(const Reader& in, std::size_t i) {
    return first_of(std::array<Rule, 2>{day_count, anniversary}, in, i);
}

}  // namespace salient::timex
