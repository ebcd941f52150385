#include "extract/lexicon.hpp"

#include "base/resources.hpp"
#include "base/split.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <utility>

namespace salient::extract {

namespace {

// In the order of Cue.
constexpr std::array<std::string_view, kCueCount> kCueNames = {
    "say",      "saynoun",  "according",   "deny",      "plan",       "modal",      "condition",
    "negation", "attempt",  "pastperfect", "perfect",   "present",    "past",       "ongoing",
    "opener",   "person",   "missile",     "drone",     "aircraft",   "artillery",  "bomb",
    "arms",     "vehicle",  "ground",      "building",  "official",   "determiner", "preposition",
    "area",     "areamile", "kilometre",   "mile",      "settlement", "assault",    "money",
    "about",    "morethan", "atleast",     "upto",      "kill",       "wound",      "die",
    "downed",   "fired",    "captive",     "exchanged", "evacuated",  "crowd",      "police",
    "aidish",   "anaphora", "cognition",   "history",   "recipient",  "force",      "party"};

base::Error bad_line(const std::filesystem::path& path, std::size_t line, const char* expected) {
    return {
        base::ErrorCode::BadFormat,
        std::string("Expected ") + expected,
        path.string() + ":" + std::to_string(line)};
}

std::optional<Cues> cue_from_name(std::string_view name) {
    const auto* const found = std::find(kCueNames.begin(), kCueNames.end(), name);
    if (found == kCueNames.end()) {
        return std::nullopt;
    }
    return Cues{1} << static_cast<unsigned>(found - kCueNames.begin());
}

/// "-", or cue names and "place" joined by "+"; "object:" and "sentence:" say where they are looked for.
std::optional<Need> parse_need(std::string_view text) {
    Need need;
    if (text == "-") {
        return need;
    }
    if (text.substr(0, 7) == "object:") {
        need.is_object = true;
        text.remove_prefix(7);
    } else if (text.substr(0, 9) == "sentence:") {
        need.sentence = true;
        text.remove_prefix(9);
    }
    for (const std::string_view name : base::split(text, '+')) {
        if (name == "place") {
            need.place = true;
            continue;
        }
        const std::optional<Cues> cues = cue_from_name(name);
        if (!cues) {
            return std::nullopt;
        }
        need.cues |= *cues;
    }
    return need;
}

std::optional<Sense> parse_sense(const std::vector<std::string_view>& fields) {
    Sense sense;
    if (fields[0] == "block") {
        sense.block = true;
        return sense;
    }
    const std::optional<Kind> kind = kind_from_id(fields[0]);
    const std::optional<Need> need = parse_need(fields[3]);
    const auto parsed =
        std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), sense.weight);
    if (!kind || !need || parsed.ec != std::errc() || (fields[2] != "n" && fields[2] != "v")) {
        return std::nullopt;
    }
    sense.kind = *kind;
    sense.need = *need;
    sense.noun = fields[2] == "n";
    return sense;
}

}  // namespace

base::Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
    Lexicon lexicon;
    if (auto status = lexicon.load_cues(folder / "event-cues.tsv"); !status) {
        return status.error();
    }
    if (auto status = lexicon.load_triggers(folder / "event-triggers.tsv"); !status) {
        return status.error();
    }
    lexicon.index();
    return lexicon;
}

void Lexicon::mark(const Words& words, std::vector<Cues>& cues, std::vector<Hit>& hits) const {
    cues.assign(words.size(), 0);
    std::vector<std::uint32_t> found;
    std::size_t free_from = 0;  // tokens before it belong to a longer phrase
    for (std::size_t i = 0; i < words.size(); ++i) {
        found.clear();
        candidates(words[i], found);
        const Pattern* best = nullptr;
        for (const std::uint32_t index : found) {
            if (!fits(index, words, i)) {
                continue;
            }
            const Pattern& pattern = patterns_[index];
            for (std::size_t k = 0; k < pattern.words.size(); ++k) {
                cues[i + k] |= pattern.cues;
            }
            const bool is_better =
                !pattern.senses.empty() && i >= free_from
                && (best == nullptr || pattern.words.size() > best->words.size()
                    || (pattern.words.size() == best->words.size()
                        && (!pattern.words[0].is_stem
                            || (best->words[0].is_stem
                                && pattern.words[0].text.size() > best->words[0].text.size()))));
            if (is_better) {
                best = &pattern;
            }
        }
        if (best != nullptr) {
            free_from = i + best->words.size();
            hits.push_back(
                {static_cast<std::uint32_t>(i),
                 static_cast<std::uint32_t>(free_from),
                 static_cast<std::uint32_t>(best - patterns_.data())});
        }
    }
}

const std::vector<Sense>& Lexicon::senses(const Hit& hit) const {
    return patterns_[hit.pattern].senses;
}

bool Lexicon::fits(std::uint32_t pattern, const Words& words, std::size_t first) const {
    const Glance glance = glances_[pattern];
    const std::size_t end = first + glance.words;
    if (end > words.size() || words[end - 1].front() != glance.last_initial) {
        return false;
    }
    // The last word first: the hash has compared the first already.
    const std::vector<Word>& wanted = patterns_[pattern].words;
    for (std::size_t k = wanted.size(); k-- > 0;) {
        const Word& want = wanted[k];
        const std::string_view have = words[first + k];
        if (want.is_stem ? !have.starts_with(want.text) : have != want.text) {
            return false;
        }
    }
    return true;
}

void Lexicon::candidates(std::string_view word, std::vector<std::uint32_t>& out) const {
    const auto add = [&out](std::span<const std::uint32_t> found) {
        out.insert(out.end(), found.begin(), found.end());
    };
    PrefixHash hash;
    for (std::size_t length = 1; length <= word.size(); ++length) {
        hash.add(word[length - 1]);
        if (length < 64 && ((stem_lengths_ >> length) & 1U) != 0
            && may_start_[hash.value() % kFilterBits]) {
            add(stems_.find(hash.value()));
        }
    }
    if (may_start_[hash.value() % kFilterBits]) {
        add(exact_.find(hash.value()));
    }
}

base::Status Lexicon::load_cues(const std::filesystem::path& path) {
    const base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    std::size_t number = 0;
    for (const std::string_view line : base::split(*bytes, '\n')) {
        ++number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> fields = base::split(line, '\t');
        const std::optional<Cues> cues = cue_from_name(fields[0]);
        if (fields.size() != 2 || !cues) {
            return bad_line(path, number, "a cue and its words, tab between");
        }
        for (const std::string_view text : base::split(fields[1], '|')) {
            pattern(text).cues |= *cues;
        }
    }
    return base::Done{};
}

base::Status Lexicon::load_triggers(const std::filesystem::path& path) {
    const base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    std::size_t number = 0;
    for (const std::string_view line : base::split(*bytes, '\n')) {
        ++number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> fields = base::split(line, '\t');
        const std::optional<Sense> sense = fields.size() == 5 ? parse_sense(fields) : std::nullopt;
        if (!sense) {
            return bad_line(path, number, "kind, weight, n or v, need and words, tabs between");
        }
        for (const std::string_view text : base::split(fields[4], '|')) {
            pattern(text).senses.push_back(*sense);
        }
    }
    return base::Done{};
}

Lexicon::Pattern& Lexicon::pattern(std::string_view text) {
    const auto [at, is_new] =
        by_text_.try_emplace(std::string(text), static_cast<std::uint32_t>(patterns_.size()));
    if (is_new) {
        Pattern made;
        for (std::string_view word : base::split(text, ' ')) {
            const bool is_stem = word.size() > 1 && word.back() == '*';
            made.words.push_back(
                {std::string(is_stem ? word.substr(0, word.size() - 1) : word), is_stem});
        }
        patterns_.push_back(std::move(made));
    }
    return patterns_[at->second];
}

void Lexicon::index() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> exact;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> stems;
    for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
        const Word& first = patterns_[i].words.front();
        const Word& last = patterns_[i].words.back();
        glances_.push_back(
            {static_cast<std::uint16_t>(patterns_[i].words.size()),
             last.text.empty() ? '\0' : last.text.front()});
        PrefixHash hash;
        for (const char byte : first.text) {
            hash.add(byte);
        }
        (first.is_stem ? stems : exact).emplace_back(hash.value(), i);
        may_start_.set(hash.value() % kFilterBits);
        if (first.is_stem) {
            stem_lengths_ |= std::uint64_t{1} << std::min<std::size_t>(63, first.text.size());
        }
    }
    exact_ = HashLists(std::move(exact));
    stems_ = HashLists(std::move(stems));
}

}  // namespace salient::extract
