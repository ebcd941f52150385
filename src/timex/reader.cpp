#include "timex/reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace salient::timex {

namespace {

constexpr std::size_t kAheadWindow = 8;  // tokens on each side in which a word of the future counts

bool is_future_word(std::string_view word) {
    static constexpr std::array<std::string_view, 13> kWords = {
        "will",
        "shall",
        "plans",
        "plan",
        "scheduled",
        "expected",
        "due",
        "would",
        "planned",
        "буде",
        "будуть",
        "будет",
        "будут"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_ordinal_suffix(std::string_view word) {
    static constexpr std::array<std::string_view, 10> kSuffixes =
        {"st", "nd", "rd", "th", "го", "е", "й", "му", "ого", "ий"};
    return std::find(kSuffixes.begin(), kSuffixes.end(), word) != kSuffixes.end();
}

}  // namespace

std::string_view type_name(TimexType type) {
    static constexpr std::array<std::string_view, 4> kNames = {"DATE", "TIME", "DURATION", "SET"};
    return kNames.at(static_cast<std::size_t>(type));
}

Reader::Reader(
    std::string_view text,
    const std::vector<prose::Token>& tokens,
    const Options& options)
    : tokens_(tokens),
      options_(options) {
    words_.reserve(tokens.size() + 1);
    folded_.reserve(tokens.size());
    for (const prose::Token& token : tokens) {
        std::string folded = token.kind == prose::TokenKind::Punctuation
                                 ? std::string(prose::token_text(text, token))
                                 : prose::fold_case(prose::token_text(text, token));
        words_.push_back(token.kind == prose::TokenKind::Word ? look_up(folded) : Word{});
        folded_.push_back(std::move(folded));
    }
    words_.push_back({});
    if (options.doc_date) {
        reference_ = time::first_day(*options.doc_date);
    }
}

std::optional<int> Reader::digits(std::size_t i, std::size_t max_digits) const {
    if (i >= size() || tokens_[i].kind != prose::TokenKind::Number
        || folded_[i].size() > max_digits) {
        return std::nullopt;
    }
    int value = 0;
    const std::string& text = folded_[i];
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<Reader::Count> Reader::count(std::size_t i) const {
    if (const auto number = digits(i, 6)) {
        return Count{*number, i + 1};
    }
    if (is(i, WordClass::Cardinal)) {
        const int tens = words_[i].value;
        if (tens >= 20 && tens % 10 == 0) {
            const std::size_t behind = text_is(i + 1, "-") ? i + 2 : i + 1;
            if (is(behind, WordClass::Cardinal) && words_[behind].value < 10) {
                return Count{tens + words_[behind].value, behind + 1};
            }
        }
        return Count{tens, i + 1};
    }
    const std::string_view joined = folded(i);
    const std::size_t hyphen = joined.find('-');
    if (i < size() && tokens_[i].kind == prose::TokenKind::Word
        && hyphen != std::string_view::npos) {
        const Word tens = look_up(joined.substr(0, hyphen));
        const Word ones = look_up(joined.substr(hyphen + 1));
        if (tens.word_class == WordClass::Cardinal && ones.word_class == WordClass::Cardinal
            && tens.value >= 20) {
            return Count{tens.value + ones.value, i + 1};
        }
    }
    return std::nullopt;
}

std::optional<Reader::Count> Reader::ordinal(std::size_t i) const {
    if (const auto number = digits(i, 2)) {
        if (i + 1 < size() && glued(i + 1) && is_ordinal_suffix(folded(i + 1))) {
            return Count{*number, i + 2};
        }
        if (i + 2 < size() && text_is(i + 1, "-") && glued(i + 1) && glued(i + 2)
            && is_ordinal_suffix(folded(i + 2))) {
            return Count{*number, i + 3};
        }
        return std::nullopt;
    }
    if (is(i, WordClass::Ordinal)) {
        return Count{words_[i].value, i + 1};
    }
    const std::string_view joined = folded(i);
    const std::size_t hyphen = joined.find('-');
    if (hyphen != std::string_view::npos) {
        const Word tens = look_up(joined.substr(0, hyphen));
        const Word ones = look_up(joined.substr(hyphen + 1));
        if (tens.word_class == WordClass::Cardinal && ones.word_class == WordClass::Ordinal
            && tens.value >= 20) {
            return Count{tens.value + ones.value, i + 1};
        }
    }
    return std::nullopt;
}

std::optional<int> Reader::year(std::size_t i) const {
    if (i >= size() || folded_[i].size() != 4) {
        return std::nullopt;
    }
    const auto number = digits(i, 4);
    return number && *number >= 1000 && *number <= 2199 ? number : std::nullopt;
}

bool Reader::looks_ahead(std::size_t i) const {
    const std::size_t first = i > kAheadWindow ? i - kAheadWindow : 0;
    for (std::size_t k = first; k < std::min(size(), i + kAheadWindow); ++k) {
        if (is_future_word(folded_[k])) {
            return true;
        }
    }
    return false;
}

void Reader::remember(const Timex& timex) {
    if (narrative() && timex.span && timex.type == TimexType::Date
        && timex.span->precision <= time::Precision::Year) {
        reference_ = time::first_day(*timex.span);
    }
}

Timex Reader::make(
    std::size_t first,
    std::size_t end,
    TimexType type,
    Resolved resolved,
    const char* rule) const {
    Timex timex;
    timex.begin = tokens_[first].begin;
    timex.end = tokens_[end - 1].end;
    timex.type = type;
    timex.value = std::move(resolved.value);
    timex.span = resolved.span;
    timex.rule = rule;
    timex.confidence = 0.9;
    return timex;
}

}  // namespace salient::timex
