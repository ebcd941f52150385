#pragma once

#include "timex/lexicon.hpp"

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace salient::timex {

/// Words of one language with what they mean. A later entry replaces an earlier one.
class WordTable {
public:
    /// How the forms of an entry differ from its plain meaning.
    struct Flags {
        bool plural = false;
        bool adjective = false;
        bool short_form = false;
    };

    /// Whole words, separated by spaces; the value grows by `step` from word to word.
    void add(WordClass word_class, int value, std::string_view words, Flags flags, int step = 0);
    void add(WordClass word_class, int value, std::string_view words) {
        add(word_class, value, words, Flags{});
    }
    void add_series(WordClass word_class, int first, std::string_view words, int step = 1) {
        add(word_class, first, words, Flags{}, step);
    }
    /// One stem with each of its endings, separated by spaces; `_` is the empty ending.
    void inflect(
        WordClass word_class,
        int value,
        std::string_view stem,
        std::string_view endings,
        Flags flags);
    void inflect(WordClass word_class, int value, std::string_view stem, std::string_view endings) {
        inflect(word_class, value, stem, endings, Flags{});
    }

    [[nodiscard]] const Word* find(std::string_view folded) const;

private:
    struct Hash {
        // NOLINTNEXTLINE(readability-identifier-naming) -- the standard library looks for this name
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, Word, Hash, std::equal_to<>> words_;
    std::bitset<std::size_t{1} << 16U>
        signs_;  // of the words: few words of a text are in the table
};

[[nodiscard]] inline int value_of(Unit unit) {
    return static_cast<int>(unit);
}
[[nodiscard]] inline int value_of(DayPart part) {
    return static_cast<int>(part);
}

/// Calls `visit` with each piece between spaces.
template <class Visit>
void for_each_piece(std::string_view list, Visit visit) {
    while (!list.empty()) {
        const std::size_t space = list.find(' ');
        if (space != 0) {
            visit(list.substr(0, space));
        }
        list.remove_prefix(space == std::string_view::npos ? list.size() : space + 1);
    }
}

[[nodiscard]] WordTable english_words();
[[nodiscard]] WordTable ukrainian_words();
[[nodiscard]] WordTable russian_words();
/// Counts and ordinals, and the words made of a count and a unit.
void add_ukrainian_numbers(WordTable& table);
void add_russian_numbers(WordTable& table);

}  // namespace salient::timex
