#include "toponym/matcher.hpp"

#include "places/match_key.hpp"

#include <algorithm>

namespace salient::toponym {
namespace {

constexpr std::uint32_t kLongestName = 6;  // pieces
constexpr float kProminent = 0.5F;

/// Lower-case words that stand inside names: "Isle of Man", "Stratford upon Avon", "Rio de Janeiro".
bool is_connector(std::string_view word) {
    static constexpr std::string_view kConnectors[] = {
        "of",  "the",   "and", "de",  "la", "le", "les", "del", "do",  "da",  "dos", "di", "du",
        "des", "upon",  "on",  "sur", "am", "an", "al",  "el",  "ul",  "es",  "bei", "in", "en",
        "by",  "under", "i",   "y",   "e",  "d",  "l",   "на",  "під", "над", "s"};
    return std::find(std::begin(kConnectors), std::end(kConnectors), word) != std::end(kConnectors);
}

std::string_view spelled_out(std::string_view word) {
    if (word == "St" || word == "ST") {
        return "Saint";
    }
    if (word == "Ste") {
        return "Sainte";
    }
    if (word == "Ft" || word == "FT") {
        return "Fort";
    }
    if (word == "Mt" || word == "MT") {
        return "Mount";
    }
    return {};
}

std::string_view shortened(std::string_view word) {
    if (word == "Saint") {
        return "St";
    }
    if (word == "Mount") {
        return "Mt";
    }
    return {};
}

std::size_t letters_of(const Piece& piece) {
    return piece.is_cyrillic ? (piece.end - piece.begin) / 2 : piece.end - piece.begin;
}

}  // namespace

Matcher::Matcher(const Reading& reading, const places::Gazetteer& gazetteer, const Lexicon& lexicon)
    : reading_(reading),
      gazetteer_(gazetteer),
      lexicon_(lexicon) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (const Piece& piece : reading.pieces) {
        words += piece.is_word() ? 1U : 0U;
        capitals += piece.is_word() && piece.is_capital() ? 1U : 0U;
    }
    is_caseless_ = words > 0 && capitals == 0;
}

std::string_view Matcher::text_of(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t begin = reading_.pieces[first].begin;
    return reading_.text.substr(begin, reading_.pieces[end - 1].end - begin);
}

/// A name may go on with piece `i`: a word behind a space or hyphen, or a full stop of an abbreviation.
bool Matcher::can_follow(std::uint32_t i) const {
    if (i >= reading_.pieces.size()
        || reading_.pieces[i].sentence != reading_.pieces[i - 1].sentence) {
        return false;
    }
    const Piece& piece = reading_.pieces[i];
    const Piece& before = reading_.pieces[i - 1];
    if (piece.mark == '.') {
        return !piece.space_before && before.is_word() && before.end - before.begin <= 3
               && i + 1 < reading_.pieces.size() && reading_.pieces[i + 1].is_word();
    }
    if (!piece.is_word() || (piece.newline_before && !before.hyphen_before)) {
        return false;
    }
    return piece.space_before || piece.hyphen_before || before.mark == '.'
           || !reading_.pieces[i].space_before;
}

bool Matcher::can_start(std::uint32_t i) const {
    const Piece& piece = reading_.pieces[i];
    if (!piece.is_word() || letters_of(piece) < 2 || is_contraction(piece)) {
        return false;
    }
    return piece.is_capital() || (is_caseless_ && !piece.has(kNotPlace | kEveryday));
}

Mention Matcher::mention(std::uint32_t first, std::uint32_t end, std::uint64_t key) const {
    Mention made;
    made.first = first;
    made.end = end;
    made.begin_byte = reading_.pieces[first].begin;
    made.end_byte = reading_.pieces[end - 1].end;
    made.key = key;
    return made;
}

std::uint64_t Matcher::key_of(std::uint32_t first, std::uint32_t end) const {
    const Piece& piece = reading_.pieces[first];
    if (end == first + 1 && piece.is_word()) {
        return piece.hash;
    }
    places::KeyHash hash;
    hash.add(text_of(first, end));
    return hash.value();
}

/// "And I" is not Andi: a small place whose name has other word breaks is left out.
void Matcher::drop_run_together(std::uint32_t first, std::uint32_t end) {
    std::size_t words = 0;
    for (std::uint32_t i = first; i < end; ++i) {
        words += reading_.pieces[i].is_word() ? 1U : 0U;
    }
    found_.erase(
        std::remove_if(
            found_.begin(),
            found_.end(),
            [words](const places::NameMatch& match) {
                return match.words != words && match.prominence < kProminent;
            }),
        found_.end());
}

bool Matcher::is_contraction(const Piece& piece) const {
    const std::string_view word = reading_.text.substr(piece.begin, piece.end - piece.begin);
    // Hardly a word has one: the mark, or its last byte, is the second or third from the end.
    const auto is_mark = [&word](std::size_t from_end) {
        const char byte = word.size() > from_end ? word[word.size() - from_end] : ' ';
        return byte == '\'' || byte == '\x99';
    };
    if (!is_mark(2) && !is_mark(3)) {
        return false;
    }
    for (const std::string_view tail :
         {"'ve", "'ll", "'re", "'d", "'m", "n't", "’ve", "’ll", "’re", "’d", "’m", "n’t"}) {
        if (word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail) {
            return true;
        }
    }
    return false;
}

bool Matcher::look_up(std::uint32_t first, std::uint32_t end, std::uint64_t key) {
    found_.clear();
    const Piece& tail = reading_.pieces[end - 1];
    const bool ends_in_letter = end - first > 1 && tail.end - tail.begin == 1;
    const bool is_article_and_noun = end - first == 2 && reading_.pieces[first].has(kNotPlace)
                                     && tail.has(kPlaceNoun | kPlaceNounBefore);
    if (ends_in_letter || is_article_and_noun) {
        return false;
    }
    gazetteer_.find_key(key, found_);
    if (end - first > 1) {
        const std::string_view text = text_of(first, end);
        const std::string_view word = text_of(first, first + 1);
        for (const std::string_view other : {spelled_out(word), shortened(word)}) {
            if (!other.empty()) {
                places::KeyHash changed;
                changed.add(other);
                changed.add(text.substr(word.size()));
                gazetteer_.find_key(changed.value(), found_);
            }
        }
    }
    drop_run_together(first, end);
    if (const auto alias = lexicon_.alias(key)) {
        found_.insert(found_.begin(), gazetteer_.match_of(*alias));
    }
    return !found_.empty();
}

bool Matcher::has_name(std::uint32_t first, std::uint32_t end) {
    return end <= reading_.pieces.size() && look_up(first, end, key_of(first, end));
}

std::optional<Mention> Matcher::match_name(std::uint32_t i) {
    const auto& pieces = reading_.pieces;
    std::uint32_t best = 0;
    std::uint64_t best_key = 0;
    places::KeyHash hash;  // of the pieces so far
    std::uint32_t hashed = pieces[i].begin;
    for (std::uint32_t end = i + 1;; ++end) {
        const Piece& last = pieces[end - 1];
        hash.add(reading_.text.substr(hashed, last.end - hashed));
        hashed = last.end;
        const bool may_end =
            last.is_word()
            && (last.is_capital() || is_caseless_ || (end > i + 1 && last.has(kPlaceNoun)));
        if (may_end && look_up(i, end, hash.value())) {
            best = end;
            best_key = hash.value();
            best_found_.swap(found_);
        }
        const bool goes_on =
            end - i < kLongestName && end < pieces.size() && can_follow(end)
            && (!pieces[end].is_word() || pieces[end].is_capital() || is_caseless_
                || pieces[end].has(kPlaceNoun) || pieces[end].hyphen_before
                || is_connector(
                    reading_.text.substr(pieces[end].begin, pieces[end].end - pieces[end].begin)));
        if (!goes_on) {
            break;
        }
    }
    if (best == 0) {
        return std::nullopt;
    }
    Mention made = mention(i, best, best_key);
    const std::size_t kept = std::min(best_found_.size(), kMostCandidates);
    made.candidates.assign(
        best_found_.begin(),
        best_found_.begin() + static_cast<std::ptrdiff_t>(kept));
    return made;
}

std::optional<Mention> Matcher::match(std::uint32_t i, const Mention* previous) {
    static constexpr std::uint32_t kAhead = 10;  // pieces: time for the memory to arrive
    if (i + kAhead < reading_.pieces.size() && reading_.pieces[i + kAhead].is_capital()) {
        gazetteer_.prefetch_key(reading_.pieces[i + kAhead].hash);
    }
    const Piece& piece = reading_.pieces[i];
    if (!piece.is_word() || (!piece.is_capital() && !is_caseless_)) {
        return std::nullopt;
    }
    if (auto abbreviation = match_abbreviation(i, previous)) {
        return abbreviation;
    }
    if (!can_start(i)) {
        return std::nullopt;
    }
    std::optional<Mention> named = piece.is_cyrillic ? match_cyrillic(i) : match_name(i);
    if (!named || named->end <= i + 1) {
        if (auto demonym = match_demonym(i)) {
            return demonym;
        }
    }
    return named;
}

}  // namespace salient::toponym
