#include "extract/labels.hpp"

#include "base/resources.hpp"
#include "base/split.hpp"
#include "extract/words.hpp"
#include "prose/tokens.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace salient::extract {

namespace {

constexpr std::size_t kStemBytes = 6;           // of Latin words
constexpr std::size_t kCyrillicStemBytes = 10;  // five letters

constexpr Cues kGrammar =
    cue(Cue::Determiner,
        Cue::Preposition,
        Cue::Opener,
        Cue::Past,
        Cue::Perfect,
        Cue::PastPerfect,
        Cue::Present,
        Cue::Recipient);
constexpr Cues kTelling =
    ~(kGrammar
      | cue(
          Cue::Say,
          Cue::SayNoun,
          Cue::According,
          Cue::About,
          Cue::MoreThan,
          Cue::AtLeast,
          Cue::UpTo,
          Cue::Anaphora,
          Cue::History));

std::string_view stem(std::string_view word) {
    const bool is_latin = !word.empty() && static_cast<unsigned char>(word.front()) < 0x80;
    return word.substr(0, is_latin ? kStemBytes : kCyrillicStemBytes);
}

void add_cue_features(Cues cues, std::vector<std::string>& out) {
    for (std::size_t i = 0; i < kCueCount; ++i) {
        const Cues one = Cues{1} << i;
        if ((cues & kTelling & one) != 0) {
            out.push_back("c:" + std::to_string(i));
        }
    }
}

}  // namespace

std::vector<std::string> label_features(std::string_view text, const Lexicon& lexicon) {
    const std::vector<prose::Token> tokens = prose::tokenize(text);
    const Words words(text, tokens);
    std::vector<Cues> cues;
    std::vector<Hit> hits;
    lexicon.mark(words, cues, hits);
    std::vector<std::string> out;
    std::string previous;
    Cues all = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        all |= cues[i];
        if (tokens[i].kind != prose::TokenKind::Word || (cues[i] & kGrammar) != 0) {
            continue;
        }
        std::string now(stem(words[i]));
        out.push_back("w:" + now);
        if (!previous.empty()) {
            std::string pair = "b:" + previous;
            pair += '_';
            pair += now;
            out.push_back(std::move(pair));
        }
        previous = std::move(now);
    }
    add_cue_features(all, out);
    bool is_first = true;
    for (const Hit& hit : hits) {
        for (const Sense& sense : lexicon.senses(hit)) {
            if (sense.block) {
                continue;
            }
            out.push_back("k:" + std::string(kind_id(sense.kind)));
            if (is_first) {
                out.push_back("1:" + std::string(kind_id(sense.kind)));
            }
        }
        is_first = false;
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

base::Result<Labeller> Labeller::load(const std::filesystem::path& path) {
    const base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    Labeller labeller;
    std::size_t number = 0;
    for (const std::string_view line : base::split(*bytes, '\n')) {
        ++number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> fields = base::split(line, '\t');
        if (labeller.labels_.empty()) {
            labeller.labels_.assign(fields.begin(), fields.end());
            continue;
        }
        std::vector<Weight>& weights = labeller.weights_[std::string(fields[0])];
        for (std::size_t i = 1; i < fields.size(); ++i) {
            const std::string_view field = fields[i];
            Weight weight;
            const auto* const end = field.data() + field.size();
            const auto label = std::from_chars(field.data(), end, weight.label);
            const bool is_good =
                label.ec == std::errc() && label.ptr != end && *label.ptr == ':'
                && std::from_chars(label.ptr + 1, end, weight.value).ec == std::errc()
                && weight.label < labeller.labels_.size();
            if (!is_good) {
                return base::Error{
                    base::ErrorCode::BadFormat,
                    "Expected a feature and its weights as label:weight",
                    path.string() + ":" + std::to_string(number)};
            }
            weights.push_back(weight);
        }
    }
    return labeller;
}

Labeller::Guess Labeller::label(std::string_view text, const Lexicon& lexicon) const {
    const std::vector<std::string> features = label_features(text, lexicon);
    std::vector<double> scores(labels_.size(), 0);
    std::size_t known = 0;
    for (const std::string& feature : features) {
        const auto found = weights_.find(feature);
        if (found == weights_.end()) {
            continue;
        }
        ++known;
        for (const Weight& weight : found->second) {
            scores[weight.label] += static_cast<double>(weight.value);
        }
    }
    if (known == 0 || scores.empty()) {
        return {};
    }
    const double scale = 1 / std::sqrt(static_cast<double>(features.size()));
    const auto best = std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (const double score : scores) {
        sum += std::exp((score - *best) * scale);
    }
    return {labels_[static_cast<std::size_t>(best - scores.begin())], 1 / sum};
}

}  // namespace salient::extract
