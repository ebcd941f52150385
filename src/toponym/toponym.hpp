#pragma once

#include "base/result.hpp"
#include "geo/types.hpp"
#include "places/gazetteer.hpp"
#include "prose/sentences.hpp"
#include "prose/tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::toponym {

/// What the name does in its sentence.
enum class Role : std::uint8_t {
    Locative,  ///< says where: "in Sudzha", "near Kursk", a dateline
    Actor,     ///< stands for people or a government: "Moscow said", "Kyiv's forces"
    Demonym,   ///< an adjective or people: "Turkish", "Ukrainians"
    Modifier,  ///< part of the name of something else: "Dublin City Council"
    Bare       ///< none of these is visible
};

/// How well the point tells where.
enum class Precision : std::uint8_t {
    Point,   ///< a settlement, airfield or other small place
    Area,    ///< a region, country, sea: the point is its middle
    Offset,  ///< "12 km north of Sudzha": moved from the named place
    Around   ///< "near Sudzha", "12 km from Sudzha": the place with a radius
};

/// A place the name could have meant.
struct Candidate {
    places::PlaceIndex place = 0;
    float score = 0;  ///< share of belief among the candidates, 0…1
};

/// One place name in a text.
struct Toponym {
    std::size_t begin =
        0;  ///< bytes into the text, end exclusive; text.substr(begin, end − begin) is the name as written
    std::size_t end = 0;
    places::PlaceIndex place = 0;  ///< the place chosen
    geo::LonLat point;             ///< of the place, or moved from it (Precision::Offset)
    double radius_km = 0;  ///< uncertainty around `point`; 0 when only the place's size matters
    std::vector<Candidate> candidates;  ///< best first, the chosen one among them; at most 8
    float confidence = 0;               ///< that it is a place name and resolved rightly, 0…1
    std::string_view rule;  ///< what it was recognised by: "name", "dateline", "demonym", …
    Role role = Role::Bare;
    Precision precision = Precision::Point;
    bool is_sure_of_place =
        false;  ///< the place was named outright: ", Texas" follows, or there is one candidate
};

/// What is known besides the text.
struct Options {
    std::string language;  ///< "en", "uk", "ru"; empty when unknown
    std::string
        publisher_host;  ///< "www.kyivindependent.com": home of a local paper; empty when unknown
    bool theatre_bias = false;  ///< prefer Ukraine and Russia among places that are equally likely
    bool with_demonyms = true;
    float min_confidence = 0.0F;
};

/// Finds and places the place names of texts. Immutable; one object serves all threads.
class Finder {
public:
    /// @param gazetteer  kept for as long as the finder lives
    /// @param data       the data directory: models/toponym-*.tsv, abbreviations.tsv, demonyms.tsv
    /// @errors NotFound, Io: a table cannot be read; BadFormat: a table has an unknown class.
    [[nodiscard]] static base::Result<Finder> load(
        std::shared_ptr<const places::Gazetteer> gazetteer,
        const std::filesystem::path& data);

    ~Finder();
    Finder(const Finder&) = delete;
    Finder& operator=(const Finder&) = delete;
    Finder(Finder&&) noexcept;
    Finder& operator=(Finder&&) noexcept;

    /// Place names in the order of the text; they do not overlap. Time grows linearly with the text (names that are looked at
    /// together for context are bounded).
    /// @pre tokens and sentences are those of `text`
    [[nodiscard]] std::vector<Toponym> find(
        std::string_view text,
        const std::vector<prose::Token>& tokens,
        const std::vector<prose::Sentence>& sentences,
        const Options& options) const;

    [[nodiscard]] const places::Gazetteer& gazetteer() const;

private:
    struct Parts;
    explicit Finder(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace salient::toponym
