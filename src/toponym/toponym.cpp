#include "toponym/toponym.hpp"

#include "toponym/home.hpp"
#include "toponym/lexicon.hpp"
#include "toponym/offset.hpp"
#include "toponym/pieces.hpp"
#include "toponym/recognise.hpp"
#include "toponym/resolve.hpp"

#include <algorithm>
#include <cmath>

namespace salient::toponym {
namespace {

constexpr float kDefaultConfidence = 0.5F;

Precision precision_of(places::PlaceKind kind) {
    switch (kind) {
        case places::PlaceKind::Country:
        case places::PlaceKind::Region:
        case places::PlaceKind::District:
        case places::PlaceKind::Water:
        case places::PlaceKind::Physical:
            return Precision::Area;
        default:
            return Precision::Point;
    }
}

}  // namespace

struct Finder::Parts {
    std::shared_ptr<const places::Gazetteer> gazetteer;
    Lexicon lexicon;
};

Finder::Finder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Finder::~Finder() = default;
Finder::Finder(Finder&&) noexcept = default;
Finder& Finder::operator=(Finder&&) noexcept = default;

base::Result<Finder> Finder::load(
    std::shared_ptr<const places::Gazetteer> gazetteer,
    const std::filesystem::path& data) {
    base::Result<Lexicon> lexicon = Lexicon::load(*gazetteer, data);
    if (!lexicon) {
        return lexicon.error();
    }
    auto parts = std::make_unique<Parts>();
    parts->gazetteer = std::move(gazetteer);
    parts->lexicon = std::move(lexicon).value();
    return Finder(std::move(parts));
}

const places::Gazetteer& Finder::gazetteer() const {
    return *parts_->gazetteer;
}

std::vector<Toponym> Finder::find(
    std::string_view text,
    const std::vector<prose::Token>& tokens,
    const std::vector<prose::Sentence>& sentences,
    const Options& options) const {
    const places::Gazetteer& gazetteer = *parts_->gazetteer;
    const std::vector<Piece> pieces = cut_pieces(text, tokens, sentences, parts_->lexicon);
    const Reading reading{text, pieces, options};
    std::vector<Mention> mentions = recognise(reading, gazetteer, parts_->lexicon);
    std::vector<std::vector<Candidate>> belief;
    resolve(mentions, gazetteer, options, guess_home(options.publisher_host, pieces), belief);
    const float threshold =
        options.min_confidence > 0 ? options.min_confidence : kDefaultConfidence;
    std::vector<Toponym> out;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Mention& mention = mentions[i];
        const auto is_place = static_cast<float>(1.0 / (1.0 + std::exp(-mention.evidence)));
        if (is_place < threshold || belief[i].empty()) {
            continue;
        }
        Toponym found;
        found.begin = mention.begin_byte;
        found.end = mention.end_byte;
        found.place = belief[i].front().place;
        const places::Place place = gazetteer.at(found.place);
        found.point = place.point;
        found.candidates = std::move(belief[i]);
        found.confidence = is_place * found.candidates.front().score;
        found.rule = mention.rule;
        found.role = mention.role;
        found.precision = precision_of(place.kind);
        found.is_sure_of_place = mention.container.has_value() || mention.candidates.size() == 1;
        apply_offset(reading, mention, found);
        out.push_back(std::move(found));
    }
    return out;
}

}  // namespace salient::toponym
