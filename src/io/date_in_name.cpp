#include "io/control_file.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace salient::io {

namespace {

using std::chrono::sys_days;

std::optional<sys_days> day_of_numbers(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

struct Digits {
    std::string text;
    char before = '\0';  // the character in front, 0 at the start
};

std::vector<Digits> digit_groups(std::string_view name) {
    std::vector<Digits> groups;
    bool inside = false;
    char before = '\0';
    for (const char c : name) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) {
            groups.push_back({"", before});
        }
        if (digit) {
            groups.back().text.push_back(c);
        }
        inside = digit;
        before = c;
    }
    return groups;
}

std::optional<sys_days> from_one(const std::string& text) {
    if (text.size() == 8 || text.size() == 14
        || text.size() == 12) {  // YYYYMMDD, with a clock time behind
        return day_of_numbers(
            std::stoi(text.substr(0, 4)),
            std::stoi(text.substr(4, 2)),
            std::stoi(text.substr(6, 2)));
    }
    if (text.size() == 6) {  // YYMMDD
        return day_of_numbers(
            2000 + std::stoi(text.substr(0, 2)),
            std::stoi(text.substr(2, 2)),
            std::stoi(text.substr(4, 2)));
    }
    return std::nullopt;
}

bool is_separator(char c) {
    return c == '-' || c == '_' || c == '.';
}

std::optional<sys_days> from_three(const std::vector<Digits>& groups, std::size_t i) {
    if (i + 2 >= groups.size() || !is_separator(groups[i + 1].before)
        || groups[i + 2].before != groups[i + 1].before) {
        return std::nullopt;
    }
    const std::string& a = groups[i].text;
    const std::string& b = groups[i + 1].text;
    const std::string& c = groups[i + 2].text;
    if (b.size() != 2) {
        return std::nullopt;
    }
    if (a.size() == 4 && c.size() == 2) {
        return day_of_numbers(std::stoi(a), std::stoi(b), std::stoi(c));
    }
    if (a.size() == 2 && c.size() == 2) {  // YY_MM_DD
        return day_of_numbers(2000 + std::stoi(a), std::stoi(b), std::stoi(c));
    }
    if (a.size() == 2 && c.size() == 4) {
        return day_of_numbers(std::stoi(c), std::stoi(b), std::stoi(a));
    }
    return std::nullopt;
}

}  // namespace

std::optional<sys_days> date_in_name(std::string_view file_name) {
    const std::vector<Digits> groups = digit_groups(file_name);
    std::optional<sys_days> found;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto day = from_three(groups, i);
        const bool three = day.has_value();
        if (!day) {
            day = from_one(groups[i].text);
        }
        if (day && found && *day != *found) {
            return std::nullopt;
        }
        if (day) {
            found = day;
            i += three ? 2U : 0U;
        }
    }
    return found;
}

}  // namespace salient::io
