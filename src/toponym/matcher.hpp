#pragma once

#include "toponym/recognise.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace salient::toponym {

inline constexpr std::size_t kMostCandidates = 64;  ///< places of one name that are kept

/// Looks names up: the longest name of the gazetteer that starts at a piece, abbreviations, demonyms.
class Matcher {
public:
    Matcher(const Reading& reading, const places::Gazetteer& gazetteer, const Lexicon& lexicon);

    /// The mention that starts at piece `i`, if any. Fills candidates, span, key, rule; no evidence yet.
    /// @param previous  the mention before, or nullptr
    [[nodiscard]] std::optional<Mention> match(std::uint32_t i, const Mention* previous);
    /// True when the gazetteer has the name that the pieces [first, end) spell.
    [[nodiscard]] bool has_name(std::uint32_t first, std::uint32_t end);
    /// True when the text has (nearly) no capital letters, so that case tells nothing.
    [[nodiscard]] bool is_caseless() const { return is_caseless_; }

private:
    const Reading& reading_;
    const places::Gazetteer& gazetteer_;
    const Lexicon& lexicon_;
    std::vector<places::NameMatch> found_;
    std::vector<places::NameMatch> best_found_;
    std::unordered_map<std::uint64_t, std::vector<places::NameMatch>>
        cyrillic_;  // by hash of the name
    bool is_caseless_ = false;

    [[nodiscard]] std::string_view text_of(std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] bool can_follow(std::uint32_t i) const;
    [[nodiscard]] bool can_start(std::uint32_t i) const;
    [[nodiscard]] std::uint64_t key_of(std::uint32_t first, std::uint32_t end) const;
    [[nodiscard]] Mention mention(std::uint32_t first, std::uint32_t end, std::uint64_t key) const;
    std::optional<Mention> match_abbreviation(std::uint32_t i, const Mention* previous);
    std::optional<Mention> match_demonym(std::uint32_t i) const;
    std::optional<Mention> match_name(std::uint32_t i);
    [[nodiscard]] std::string city_of_direction(std::uint32_t i) const;
    [[nodiscard]] Mention cyrillic_mention(std::uint32_t first, std::uint32_t end) const;
    std::optional<Mention> match_cyrillic(std::uint32_t i);
    bool look_up(std::uint32_t first, std::uint32_t end, std::uint64_t key);
    void look_up_cyrillic(std::string_view name, bool with_forms);
    void look_up_forms(std::string_view name);
    void sort_found();
    void drop_run_together(std::uint32_t first, std::uint32_t end);
    [[nodiscard]] bool is_contraction(const Piece& piece) const;
    [[nodiscard]] bool may_stand_behind(std::uint32_t i, const Mention* previous) const;
};

}  // namespace salient::toponym
