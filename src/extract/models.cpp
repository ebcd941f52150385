#include "extract/models.hpp"

#include <utility>

namespace salient::extract {

base::Result<Models> load_models(const std::filesystem::path& data) {
    auto lexicon = Lexicon::load(data / "models");
    if (!lexicon) {
        return lexicon.error();
    }
    const auto confidence = ConfidenceScale::load(data / "models" / "event-confidence.tsv");
    if (!confidence) {
        return confidence.error();
    }
    Models models;
    models.confidence = *confidence;
    models.lexicon = std::move(lexicon).value();
    return models;
}

}  // namespace salient::extract
