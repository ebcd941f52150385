#pragma once

#include "extract/reading.hpp"
#include "places/gazetteer.hpp"

#include <cstddef>
#include <optional>

namespace salient::extract {

/// The words of one party: "two North Korean soldiers". Tokens, end exclusive.
struct Party {
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t outer = 0;    ///< where it begins with its article, if it has one
    bool is_country = false;  ///< a country's name stands for its state
    bool is_named = true;     ///< false: only "its forces", of somebody the phrase does not tell
};

/// Finds people, forces, organisations and states as phrases of a sentence.
class Parties {
public:
    Parties(const Reading& reading, const Passage& passage, const places::Gazetteer& gazetteer)
        : reading_(reading),
          passage_(passage),
          gazetteer_(gazetteer) {}

    /// The party whose last word is the one before `end`, in tokens from `limit` on.
    [[nodiscard]] std::optional<Party> ending_at(std::size_t end, std::size_t limit) const;
    /// The party that begins at a token, with its article or number, in tokens before `limit`.
    [[nodiscard]] std::optional<Party> starting_at(std::size_t begin, std::size_t limit) const;
    /// The place name that a token is part of, or nullptr.
    [[nodiscard]] const PlaceMark* place_at(std::size_t token) const;
    [[nodiscard]] bool is_in_time(std::size_t token) const;
    /// A country's name that stands for the state; not "in Russia".
    [[nodiscard]] bool is_country(std::size_t token) const;
    /// A word with a capital that is no place and no date.
    [[nodiscard]] bool is_name(std::size_t token) const;

private:
    const Reading& reading_;
    const Passage& passage_;
    const places::Gazetteer& gazetteer_;

    [[nodiscard]] bool is_trigger(std::size_t token) const;
    [[nodiscard]] bool is_head(std::size_t token) const;
    [[nodiscard]] bool joins(std::size_t token) const;
    [[nodiscard]] std::size_t behind_article(std::size_t first, std::size_t end) const;
    [[nodiscard]] bool says_whose(std::size_t outer, std::size_t first, std::size_t end) const;
    [[nodiscard]] Party party(std::size_t outer, std::size_t end) const;
};

[[nodiscard]] bool is_cyrillic(std::string_view word);

}  // namespace salient::extract
