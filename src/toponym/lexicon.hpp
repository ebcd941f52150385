#pragma once

#include "base/result.hpp"
#include "places/gazetteer.hpp"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace salient::toponym {

/// Classes of words around and inside names; bits of a mask. The names of the classes in the tables are kCueNames.
inline constexpr std::uint32_t kTitle = 1U << 0U;
inline constexpr std::uint32_t kSurnameParticle = 1U << 1U;
inline constexpr std::uint32_t kPrepIn = 1U << 2U;
inline constexpr std::uint32_t kPrepOf = 1U << 3U;
inline constexpr std::uint32_t kPrepCyrillic = 1U << 4U;
inline constexpr std::uint32_t kDirection = 1U << 5U;
inline constexpr std::uint32_t kPlaceNoun = 1U << 6U;
inline constexpr std::uint32_t kPlaceNounBefore = 1U << 7U;
inline constexpr std::uint32_t kRegionNoun = 1U << 8U;
inline constexpr std::uint32_t kRiverLike = 1U << 9U;
inline constexpr std::uint32_t kMedia = 1U << 10U;
inline constexpr std::uint32_t kAcademic = 1U << 11U;
inline constexpr std::uint32_t kFirm = 1U << 12U;
inline constexpr std::uint32_t kCivic = 1U << 13U;
inline constexpr std::uint32_t kStreet = 1U << 14U;
inline constexpr std::uint32_t kSpeech = 1U << 15U;
inline constexpr std::uint32_t kMonth = 1U << 16U;
inline constexpr std::uint32_t kNotPlace = 1U << 17U;
inline constexpr std::uint32_t kFirstName = 1U << 18U;
inline constexpr std::uint32_t kFrequentSurname = 1U << 19U;
inline constexpr std::uint32_t kKnownSurname = 1U << 20U;
inline constexpr std::uint32_t kRareSurname = 1U << 21U;
inline constexpr std::uint32_t kCommonWord = 1U << 22U;
inline constexpr std::uint32_t kRareWord = 1U << 23U;
inline constexpr std::uint32_t kEveryday = 1U << 24U;
inline constexpr std::uint32_t kAmerican = 1U << 25U;  ///< words of news from the United States
inline constexpr std::uint32_t kDisease =
    1U << 27U;  ///< what is named after the place it was found at
inline constexpr std::uint32_t kBritish = 1U << 26U;  ///< words of news from Britain

/// An abbreviation of a place: "Ill.", "U.K.", "USSR".
struct Abbreviation {
    places::PlaceIndex place = 0;
    bool needs_comma = false;  ///< only behind a place and a comma, as "Springfield, IL"
};

/// A demonym: "Turkish", "Ukrainians".
struct Demonym {
    places::PlaceIndex place = 0;
};

/// Places by matching key.
class KeyPlaces {
public:
    /// The first place of a key stays.
    void add(std::uint64_t key_hash, places::PlaceIndex place) {
        places_.emplace(key_hash, place);
        may_have_.set(key_hash % kFilterBits);
    }
    [[nodiscard]] std::optional<places::PlaceIndex> find(std::uint64_t key_hash) const {
        if (!may_have_[key_hash % kFilterBits]) {
            return std::nullopt;
        }
        const auto found = places_.find(key_hash);
        return found == places_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    static constexpr std::size_t kFilterBits = 1U << 15U;
    std::unordered_map<std::uint64_t, places::PlaceIndex> places_;
    std::bitset<kFilterBits> may_have_;  // most words of a text have no place here
};

/// The word tables, by matching key.
class Lexicon {
public:
    /// @errors as Finder::load
    [[nodiscard]] static base::Result<Lexicon> load(
        const places::Gazetteer& gazetteer,
        const std::filesystem::path& data);

    /// Asks for the memory that cues() will look at.
    void prefetch_cues(std::uint64_t key_hash) const {
        __builtin_prefetch(&cells_[key_hash & mask_]);
    }
    /// Cue bits of the word with this key; 0 for unknown words.
    [[nodiscard]] std::uint32_t cues(std::uint64_t key_hash) const;
    /// @param text  as written, case matters: "US" is one, "us" is none
    [[nodiscard]] const Abbreviation* abbreviation(std::string_view text) const;
    [[nodiscard]] std::optional<places::PlaceIndex> demonym(std::uint64_t key_hash) const {
        return demonyms_.find(key_hash);
    }

    /// A place this name means that the gazetteer does not give: "the Pacific".
    [[nodiscard]] std::optional<places::PlaceIndex> alias(std::uint64_t key_hash) const {
        return aliases_.find(key_hash);
    }

private:
    struct Cell {
        std::uint64_t hash = 0;
        std::uint32_t cues = 0;
    };
    std::vector<Cell> cells_;
    std::uint64_t mask_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> cues_by_hash_;  // while loading
    std::unordered_map<std::string_view, Abbreviation> abbreviations_;
    KeyPlaces demonyms_;
    KeyPlaces aliases_;
    std::vector<std::unique_ptr<std::string>> texts_;  // what the views point into

    base::Status load_cues(const std::filesystem::path& path);
    base::Status load_abbreviations(const std::filesystem::path& path, const places::Gazetteer&);
    base::Status load_aliases(const std::filesystem::path& path, const places::Gazetteer&);
    base::Status load_demonyms(const std::filesystem::path& path, const places::Gazetteer&);
    void pack();
};

}  // namespace salient::toponym
