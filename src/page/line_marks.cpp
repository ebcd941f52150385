#include "page/line_marks.hpp"

#include "page/line_words.hpp"
#include "page/publication_date.hpp"
#include "prose/tokens.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace salient::page {

namespace {

constexpr std::size_t kMaxFurnitureBytes = 240;

template <std::size_t N>
bool starts_with_any(const std::string& line, const std::array<std::string_view, N>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
        return line.compare(0, phrase.size(), phrase) == 0;
    });
}

bool is_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

std::string lower_start(std::string_view line) {
    while (!line.empty() && is_space(line.front())) {
        line.remove_prefix(1);
    }
    std::string out = prose::fold_case(line.substr(0, 160));
    while (!out.empty() && is_space(out.back())) {
        out.pop_back();
    }
    return out;
}

/// "Sign up for our newsletter", "Follow us on Facebook": an invitation, whatever it starts with.
bool is_invitation(const std::string& line) {
    static constexpr auto kAsks = std::to_array<std::string_view>(
        {"sign up",
         "subscribe",
         "follow ",
         "like us",
         "join ",
         "click here",
         "download our",
         "підпис",
         "подпис",
         "приєднуй",
         "присоединяй",
         "стежте",
         "следите"});
    static constexpr auto kPlaces = std::to_array<std::string_view>(
        {"newsletter",
         "inbox",
         "facebook",
         "twitter",
         "instagram",
         "telegram",
         "youtube",
         "whatsapp",
         "viber",
         "for more information",
         "our app",
         "http://",
         "https://",
         "розсилк",
         "рассылк",
         "фейсбук",
         "телеграм"});
    const auto holds = [&](std::string_view word) { return line.find(word) != std::string::npos; };
    return std::any_of(kAsks.begin(), kAsks.end(), holds)
           && std::any_of(kPlaces.begin(), kPlaces.end(), holds);
}

bool is_furniture_line(std::string_view line) {
    if (line.size() > kMaxFurnitureBytes) {
        return false;
    }
    std::string lower = lower_start(line);
    lower.erase(0, std::min(lower.find_first_not_of("[({*>-| "), lower.size()));
    if (starts_with_any(lower, kStarts) || starts_with_any(lower, kSlavicStarts)
        || lower.compare(0, 2, "\xC2\xA9") == 0 || is_invitation(lower)) {
        return true;
    }
    while (!lower.empty() && (lower.back() == ':' || lower.back() == '.' || lower.back() == ' ')) {
        lower.pop_back();
    }
    return std::find(kWholeLines.begin(), kWholeLines.end(), lower) != kWholeLines.end();
}

bool is_article_end(std::string_view line) {
    return line.size() < 90 && starts_with_any(lower_start(line), kEnds);
}

bool is_byline(std::string_view line) {
    return line.size() < 120 && count_words(line) <= 9 && !ends_like_a_sentence(line)
           && starts_with_any(lower_start(line), kBylines);
}

bool is_date_line(std::string_view line) {
    if (line.size() >= 120 || count_words(line) > 12 || !parse_publication_date(line)) {
        return false;
    }
    static constexpr auto kDateWords = std::to_array<std::string_view>(
        {"mon",  "tue",       "wed",    "thu",     "fri",  "sat",      "sun",   "jan",  "feb",
         "mar",  "apr",       "may",    "jun",     "jul",  "aug",      "sep",   "oct",  "nov",
         "dec",  "published", "posted", "updated", "date", "gmt",      "utc",   "est",  "edt",
         "cet",  "eet",       "time",   "понед",   "вівт", "серед",    "четв",  "п'ят", "субо",
         "неді", "вторн",     "пятн",   "воскр",   "січ",  "лют",      "берез", "квіт", "трав",
         "черв", "лип",       "серп",   "верес",   "жовт", "листопад", "груд",  "янв",  "фев",
         "март", "апр",       "мая",    "июн",     "июл",  "авг",      "сент",  "окт",  "ноя",
         "дек",  "опубл",     "дата",   "року",    "года"});
    std::size_t others = 0;
    const std::string lower = lower_start(line);
    for (const prose::Token& token : prose::tokenize(lower)) {
        const std::string_view word = prose::token_text(lower, token);
        const bool known = std::any_of(kDateWords.begin(), kDateWords.end(), [&](auto start) {
            return word.substr(0, start.size()) == start;
        });
        others += token.kind == prose::TokenKind::Word && word.size() > 2 && !known ? 1U : 0U;
    }
    return others <= (is_byline(line) ? 4U : 1U);
}

bool is_caption_line(std::string_view line) {
    if (line.size() > 500) {
        return false;
    }
    const std::string start = lower_start(line);
    if (start.compare(0, 6, "photo:") == 0 || start.compare(0, 7, "photo b") == 0
        || start.compare(0, 9, "фото:") == 0) {
        return true;
    }
    while (!line.empty() && (line.back() == '.' || is_space(line.back()))) {
        line.remove_suffix(1);
    }
    const std::size_t open = line.rfind('(');
    if (line.empty() || line.back() != ')' || open == std::string_view::npos) {
        return false;
    }
    static constexpr auto kCredits = std::to_array<std::string_view>(
        {"/ap)",
         "/afp)",
         "/reuters)",
         "/getty",
         "ap photo",
         "via ap)",
         "via afp)",
         "via reuters)",
         "via getty",
         "photo)",
         "photo by",
         "photo:",
         "image:",
         "images)",
         "handout",
         "courtesy",
         "фото:",
         "фото "});
    const std::string credit = lower_start(line.substr(open));
    return credit.size() < 120 && std::any_of(kCredits.begin(), kCredits.end(), [&](auto word) {
               return credit.find(word) != std::string::npos;
           });
}

bool ends_like_a_sentence(std::string_view line) {
    static constexpr auto kClosers = std::to_array<std::string_view>(
        {".", "!", "?", ":", ";", "\"", ")", "…", "”", "»", "’", "—"});
    return std::any_of(kClosers.begin(), kClosers.end(), [&](std::string_view end) {
        return line.size() >= end.size() && line.substr(line.size() - end.size()) == end;
    });
}

std::size_t count_words(std::string_view line) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : line) {
        words += !is_space(c) && !inside ? 1U : 0U;
        inside = !is_space(c);
    }
    return words;
}

}  // namespace salient::page
