#pragma once

#include "toponym/people.hpp"

namespace salient::toponym {

/// Weighs whether a mention is a place name, from its words and those around: log odds, and its role.
class Weigher {
public:
    Weigher(const Reading& reading, const Lexicon& lexicon, const People& people);

    void weigh(Mention& mention) const;

private:
    const Reading& reading_;
    const Lexicon& lexicon_;
    const People& people_;
    /// What the capitals of a sentence tell: in a heading and in capitals throughout, little.
    enum class Style : std::uint8_t { Plain, Heading, Shouted };
    std::vector<Style> styles_;  ///< of each sentence

    [[nodiscard]] bool is_shouted(std::uint32_t sentence) const {
        return styles_[sentence] == Style::Shouted;
    }
    [[nodiscard]] double capital_weight(const Piece& neighbour, double full) const;
    [[nodiscard]] const Piece* before(const Mention& mention, std::uint32_t steps = 1) const;
    [[nodiscard]] const Piece* behind(const Mention& mention, std::uint32_t steps = 0) const;
    [[nodiscard]] bool is_dateline(const Mention& mention) const;
    [[nodiscard]] double known_prominence(const Mention& mention) const;
    [[nodiscard]] bool is_party_home(const Mention& mention) const;
    [[nodiscard]] static bool has_theatre(const Mention& mention);
    [[nodiscard]] double own_words(const Mention& mention) const;
    [[nodiscard]] double words_before(const Mention& mention) const;
    [[nodiscard]] double words_behind(const Mention& mention) const;
    [[nodiscard]] double people_around(const Mention& mention) const;
    void set_role(Mention& mention) const;
};

}  // namespace salient::toponym
