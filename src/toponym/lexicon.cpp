#include "toponym/lexicon.hpp"

#include "base/resources.hpp"
#include "base/split.hpp"
#include "places/match_key.hpp"

#include <algorithm>
#include <array>

namespace salient::toponym {
namespace {

constexpr std::array<std::string_view, 28> kCueNames = {
    "title",     "surnameparticle", "prepin",       "prepof",      "prepcyr",    "direction",
    "placenoun", "placenounbefore", "regionnoun",   "riverlike",   "media",      "academic",
    "firm",      "civic",           "street",       "speech",      "month",      "notplace",
    "firstname", "frequentsurname", "knownsurname", "raresurname", "commonword", "rareword",
    "everyday",  "american",        "british",      "disease"};

std::uint64_t key_of(std::string_view text) {
    places::KeyHash hash;
    hash.add(text);
    return hash.value();
}

base::Error bad_table(const std::filesystem::path& path, std::string_view line) {
    return {
        base::ErrorCode::BadFormat,
        "Expected a class and its words, found \"" + std::string(line.substr(0, 60)) + "\"",
        path.string()};
}

}  // namespace

base::Status Lexicon::load_cues(const std::filesystem::path& path) {
    const base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    for (const std::string_view line : base::split(*bytes, '\n')) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> fields = base::split(line, '\t');
        const auto* const name = std::find(kCueNames.begin(), kCueNames.end(), fields.front());
        if (fields.size() != 2 || name == kCueNames.end()) {
            return bad_table(path, line);
        }
        const std::uint32_t bit = 1U << static_cast<unsigned>(name - kCueNames.begin());
        for (const std::string_view word : base::split(fields[1], '|')) {
            cues_by_hash_[key_of(word)] |= bit;
        }
    }
    return base::Done{};
}

base::Status Lexicon::load_abbreviations(
    const std::filesystem::path& path,
    const places::Gazetteer& gazetteer) {
    base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    texts_.push_back(std::make_unique<std::string>(std::move(bytes).value()));
    for (const std::string_view line : base::split(*texts_.back(), '\n')) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> fields = base::split(line, '\t');
        if (fields.size() != 3) {
            return bad_table(path, line);
        }
        // Places that the loaded tier of the gazetteer does not have are left out.
        if (const auto place = gazetteer.find_id(fields[1])) {
            abbreviations_[fields[0]] = {*place, fields[2] != "anywhere"};
        }
    }
    return base::Done{};
}

base::Status Lexicon::load_aliases(
    const std::filesystem::path& path,
    const places::Gazetteer& gazetteer) {
    const base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    for (const std::string_view line : base::split(*bytes, '\n')) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> fields = base::split(line, '\t');
        if (fields.size() != 2) {
            return bad_table(path, line);
        }
        if (const auto place = gazetteer.find_id(fields[1])) {
            aliases_.add(key_of(fields[0]), *place);
        }
    }
    return base::Done{};
}

base::Status Lexicon::load_demonyms(
    const std::filesystem::path& path,
    const places::Gazetteer& gazetteer) {
    const base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    for (const std::string_view line : base::split(*bytes, '\n')) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> fields = base::split(line, '\t');
        if (fields.size() != 5) {
            return bad_table(path, line);
        }
        // Ukrainian and Russian write demonyms with a small letter: they are no names there.
        const std::optional<places::PlaceIndex> place = gazetteer.find_id(fields[4]);
        if (place && fields[0] == "en") {
            demonyms_.add(key_of(fields[1]), *place);
        }
    }
    return base::Done{};
}

/// From the map to an open table: one cache line for most look-ups.
void Lexicon::pack() {
    std::size_t size = 64;
    while (size < cues_by_hash_.size() * 2) {
        size *= 2;
    }
    cells_.assign(size, {});
    mask_ = size - 1;
    for (const auto& [hash, cues] : cues_by_hash_) {
        std::uint64_t at = hash & mask_;
        while (cells_[at].cues != 0) {
            at = (at + 1) & mask_;
        }
        cells_[at] = {hash, cues};
    }
    cues_by_hash_.clear();
}

base::Result<Lexicon> Lexicon::load(
    const places::Gazetteer& gazetteer,
    const std::filesystem::path& data) {
    Lexicon lexicon;
    base::Status status = lexicon.load_cues(data / "models" / "toponym-cues.tsv");
    if (status) {
        status = lexicon.load_cues(data / "models" / "toponym-words.tsv");
    }
    if (status) {
        status = lexicon.load_aliases(data / "models" / "toponym-aliases.tsv", gazetteer);
    }
    if (status) {
        status = lexicon.load_abbreviations(data / "abbreviations.tsv", gazetteer);
    }
    if (status) {
        status = lexicon.load_demonyms(data / "demonyms.tsv", gazetteer);
    }
    if (!status) {
        return status.error();
    }
    lexicon.pack();
    return lexicon;
}

std::uint32_t Lexicon::cues(std::uint64_t key_hash) const {
    std::uint64_t at = key_hash & mask_;
    while (cells_[at].cues != 0) {
        if (cells_[at].hash == key_hash) {
            return cells_[at].cues;
        }
        at = (at + 1) & mask_;
    }
    return 0;
}

const Abbreviation* Lexicon::abbreviation(std::string_view text) const {
    const auto found = abbreviations_.find(text);
    return found == abbreviations_.end() ? nullptr : &found->second;
}

}  // namespace salient::toponym
