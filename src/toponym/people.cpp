#include "toponym/people.hpp"

namespace salient::toponym {
namespace {

constexpr std::uint32_t kNeverSurname = kMonth | kNotPlace | kCivic | kAcademic | kPlaceNoun
                                        | kRiverLike | kStreet | kFirm | kMedia | kTitle;

bool is_name_word(const Piece& piece) {
    return piece.is_word() && piece.is_capital() && piece.end - piece.begin > 1;
}

class Reader {
public:
    explicit Reader(const std::vector<Piece>& pieces) : pieces_(pieces) {}

    /// The piece behind `i` on the way through a name: over the full stop of an initial or title; 0 when the name ends.
    [[nodiscard]] std::uint32_t next(std::uint32_t i) const {
        std::uint32_t at = i + 1;
        if (at < pieces_.size() && pieces_[at].mark == '.' && !pieces_[at].space_before
            && pieces_[i].end - pieces_[i].begin <= 5) {
            ++at;
        }
        const bool goes_on = at < pieces_.size() && pieces_[at].is_word()
                             && pieces_[at].is_capital() && !pieces_[at].newline_before
                             && (at == i + 1 ? pieces_[at].sentence == pieces_[i].sentence : true);
        return goes_on ? at : 0;
    }

private:
    const std::vector<Piece>& pieces_;
};

bool is_first_name(const Piece& piece) {
    const bool is_word_too =
        piece.has(kNotPlace | kPrepIn | kPrepOf | kMonth | kDirection | kSpeech)
        || (piece.starts_sentence && piece.has(kEveryday));
    return is_name_word(piece) && piece.has(kFirstName) && !is_word_too
           && piece.letter_case != prose::LetterCase::Upper;
}

/// The last piece of the name that begins at `i`; `i` itself when nothing follows.
std::uint32_t
last_of_name(const Reader& reader, const std::vector<Piece>& pieces, std::uint32_t i) {
    static constexpr std::uint32_t kMostPieces = 4;
    std::uint32_t last = i;
    std::uint32_t length = 1;
    for (std::uint32_t at = reader.next(i); at != 0 && length < kMostPieces; at = reader.next(at)) {
        const bool is_initial = pieces[at].end - pieces[at].begin == 1;
        if (!is_initial && (pieces[at].has(kNeverSurname & ~kTitle) || pieces[at].hyphen_before)) {
            break;
        }
        last = at;
        ++length;
    }
    return last;
}

bool is_followed_by_place_word(const std::vector<Piece>& pieces, std::uint32_t last) {
    return last + 1 < pieces.size() && pieces[last + 1].is_word() && pieces[last + 1].is_capital()
           && pieces[last + 1].has(kNeverSurname & ~kTitle & ~kMonth);
}

}  // namespace

People::People(const Reading& reading, Matcher& matcher) : parts_(reading.pieces.size(), false) {
    const auto& pieces = reading.pieces;
    const Reader reader(pieces);
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
        const bool is_title =
            pieces[i].is_word() && pieces[i].has(kTitle) && pieces[i].is_capital();
        const bool is_first = is_first_name(pieces[i]);
        if (!is_title && !is_first) {
            continue;
        }
        const std::uint32_t last = last_of_name(reader, pieces, i);
        const bool is_name = last != i && pieces[last].end - pieces[last].begin > 1
                             && !is_followed_by_place_word(pieces, last);
        // "Virginia Beach", "San Jose": the gazetteer knows better than the list of first names.
        if (!is_name || (is_first && !is_title && matcher.has_name(i, last + 1))) {
            continue;
        }
        for (std::uint32_t part = i; part <= last; ++part) {
            parts_[part] = true;
        }
        ++surnames_[pieces[last].hash];
        i = last;
    }
}

int People::count(std::uint64_t key_hash) const {
    const auto found = surnames_.find(key_hash);
    return found == surnames_.end() ? 0 : found->second;
}

}  // namespace salient::toponym
