#pragma once

#include "base/result.hpp"
#include "extract/hash_lists.hpp"
#include "extract/kinds.hpp"
#include "extract/words.hpp"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace salient::extract {

/// What a word does in a sentence besides naming a happening. The names in event-cues.tsv, in this order.
enum class Cue : std::uint8_t {
    Say,        ///< said, announced
    SayNoun,    ///< statement, address
    According,  ///< according to, за даними
    Deny,
    Plan,       ///< will, plans to
    Modal,      ///< could, might
    Condition,  ///< if, unless
    Negation,
    Attempt,      ///< trying to, vowed to
    PastPerfect,  ///< had
    Perfect,      ///< has, have
    Present,      ///< is, are
    Past,         ///< was, were
    Ongoing,      ///< recently, so far, continues
    Opener,       ///< begins a clause: who, while, що
    Person,
    Missile,
    Drone,
    Aircraft,
    Artillery,
    Bomb,
    Arms,
    Vehicle,
    Ground,  ///< village, territory, settlement
    Building,
    Official,  ///< minister, spokesman, ministry
    Determiner,
    Preposition,
    Area,  ///< sq. km
    AreaMile,
    Kilometre,
    Mile,
    Settlement,  ///< settlements, villages, as things that are counted
    Assault,     ///< attacks, clashes, as things that are counted
    Money,
    About,  ///< qualifier of a number
    MoreThan,
    AtLeast,
    UpTo,
    Kill,
    Wound,
    Die,  ///< killed or died, of the number before it
    Downed,
    Fired,
    Captive,
    Exchanged,
    Evacuated,
    Crowd,  ///< protesters
    Police,
    Aidish,     ///< package, assistance, weapons, as what is given
    Anaphora,   ///< there, in the area
    Cognition,  ///< thought, believed
    History,    ///< anniversary, since the start
    Recipient,  ///< for, to
    Force,      ///< who fights or polices; Ukrainian and Russian in the nominative
    Party,      ///< the same where the nominative is told from the accusative, and names of groups
};
inline constexpr std::size_t kCueCount = 56;

/// A set of cues.
using Cues = std::uint64_t;
[[nodiscard]] constexpr Cues cue(Cue one) {
    return Cues{1} << static_cast<unsigned>(one);
}
template <class... More>
[[nodiscard]] constexpr Cues cue(Cue one, More... more) {
    return cue(one) | cue(more...);
}

/// What a trigger asks of the words around it.
struct Need {
    Cues cues = 0;           ///< one of these in the clause; 0: nothing
    bool is_object = false;  ///< as its object or passive subject, the nearest of all senses wins
    bool place = false;      ///< a place name will do as well
    bool sentence = false;   ///< anywhere in the sentence
};

/// A sense of a word or phrase that may name a happening.
struct Sense {
    Kind kind = Kind::Other;
    float weight = 0;  ///< 0…1: how often it names one
    bool noun = false;
    bool block = false;  ///< looks like one and is none: "battle tank"
    Need need;
};

/// A trigger phrase found in a text; tokens, end exclusive.
struct Hit {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t pattern = 0;  ///< for Lexicon::senses
};

/// The words that events are read by. Immutable; one object serves all threads.
class Lexicon {
public:
    /// Reads event-cues.tsv and event-triggers.tsv.
    /// @errors NotFound, Io: a table cannot be read; BadFormat: a line has an unknown class or flag.
    [[nodiscard]] static base::Result<Lexicon> load(const std::filesystem::path& folder);

    /// Cues of each token (of all tokens of a phrase), and the trigger phrases in order without overlap, longest first.
    void mark(const Words& words, std::vector<Cues>& cues, std::vector<Hit>& hits) const;

    /// What the phrase may mean, in the order of the table.
    [[nodiscard]] const std::vector<Sense>& senses(const Hit& hit) const;

private:
    static constexpr std::size_t kFilterBits = 1U << 15U;
    struct Word {
        std::string text;
        bool is_stem = false;
        friend bool operator==(const Word&, const Word&) = default;
    };
    struct Pattern {
        std::vector<Word> words;
        Cues cues = 0;
        std::vector<Sense> senses;
    };
    /// What rules most patterns out that begin with the right word.
    struct Glance {
        std::uint16_t words = 0;
        char last_initial = 0;  ///< first byte of the last word
    };
    std::vector<Pattern> patterns_;
    std::vector<Glance> glances_;  // of each pattern
    HashLists exact_;              // patterns by the first word
    HashLists stems_;
    std::bitset<kFilterBits>
        may_start_;  // by the low bits of the hash: most words of a text are in no table
    std::uint64_t stem_lengths_ = 0;  // bit n: a stem of n bytes exists
    std::unordered_map<std::string, std::uint32_t> by_text_;

    Pattern& pattern(std::string_view text);
    base::Status load_cues(const std::filesystem::path& path);
    base::Status load_triggers(const std::filesystem::path& path);
    void index();
    bool fits(std::uint32_t pattern, const Words& words, std::size_t first) const;
    void candidates(std::string_view word, std::vector<std::uint32_t>& out) const;
};

}  // namespace salient::extract
