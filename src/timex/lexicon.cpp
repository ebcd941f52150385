#include "timex/lexicon.hpp"

#include "timex/word_list.hpp"
#include "timex/word_table.hpp"

namespace salient::timex {

void WordTable::add(
    WordClass word_class,
    int value,
    std::string_view words,
    Flags flags,
    int step) {
    for_each_piece(words, [&](std::string_view word) {
        signs_.set(word_sign(word));
        words_.insert_or_assign(
            std::string(word),
            Word{
                word_class,
                flags.plural,
                flags.adjective,
                flags.short_form,
                static_cast<std::int16_t>(value)});
        value += step;
    });
}

void WordTable::inflect(
    WordClass word_class,
    int value,
    std::string_view stem,
    std::string_view endings,
    Flags flags) {
    for_each_piece(endings, [&](std::string_view ending) {
        std::string word(stem);
        word += ending == "_" ? std::string_view() : ending;
        signs_.set(word_sign(word));
        words_.insert_or_assign(
            std::move(word),
            Word{
                word_class,
                flags.plural,
                flags.adjective,
                flags.short_form,
                static_cast<std::int16_t>(value)});
    });
}

const Word* WordTable::find(std::string_view folded) const {
    if (!signs_[word_sign(folded)]) {
        return nullptr;
    }
    const auto found = words_.find(folded);
    return found == words_.end() ? nullptr : &found->second;
}

Language language_of(std::string_view code) {
    if (code == "en") {
        return Language::English;
    }
    if (code == "uk") {
        return Language::Ukrainian;
    }
    return code == "ru" ? Language::Russian : Language::Unknown;
}

Word look_up(std::string_view folded, Language language) {
    static const WordTable kEnglish = english_words();
    static const WordTable kUkrainian = ukrainian_words();
    static const WordTable kRussian = russian_words();
    static constexpr std::size_t kLongestWord = 44;  // bytes; longer ones are in no table
    if (folded.empty() || folded.size() > kLongestWord) {
        return {};
    }
    const Word* found = nullptr;
    if (static_cast<unsigned char>(folded.front()) < 0x80) {
        found = kEnglish.find(folded);
    } else if (language == Language::Russian) {
        found = kRussian.find(folded);
    } else {
        found = kUkrainian.find(folded);
        if (found == nullptr && language != Language::Ukrainian) {
            found = kRussian.find(folded);
        }
    }
    return found == nullptr ? Word{} : *found;
}

}  // namespace salient::timex
