// Learns assets/models/event-labels.tsv from assets/models/train/event-labels.tsv.
//
// usage: salient-event-labels MODELS_FOLDER > event-labels.tsv
// Prints to standard error how many sentences of templates held back (every fifth) it labels rightly.
#include "base/resources.hpp"
#include "extract/labels.hpp"
#include "extract/lexicon.hpp"
#include "softmax.hpp"
#include "templates.hpp"

#include <cstdio>
#include <filesystem>
#include <iostream>

namespace {

namespace tool = salient::extract::tool;
using salient::extract::Lexicon;

constexpr std::size_t kFold = 5;

tool::Model train_on(const std::vector<tool::Example>& examples, std::size_t left_out) {
    std::vector<const tool::Example*> chosen;
    for (const tool::Example& example : examples) {
        if (left_out == kFold || example.template_number % kFold != left_out) {
            chosen.push_back(&example);
        }
    }
    return tool::train(chosen);
}

void report_held_back(const std::vector<tool::Example>& examples) {
    std::size_t right = 0;
    for (std::size_t fold = 0; fold < kFold; ++fold) {
        const tool::Model model = train_on(examples, fold);
        for (const tool::Example& example : examples) {
            if (example.template_number % kFold == fold) {
                right += tool::guess(model, example.features) == example.label ? 1U : 0U;
            }
        }
    }
    std::cerr << right << " of " << examples.size() << " sentences of unseen templates are right\n";
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: salient-event-labels MODELS_FOLDER > event-labels.tsv\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const auto lexicon = Lexicon::load(folder);
    const auto table = salient::base::read_file(folder / "train" / "event-labels.tsv");
    if (!lexicon || !table) {
        std::cerr << (lexicon ? table.error().text() : lexicon.error().text()) << '\n';
        return 1;
    }
    const std::vector<tool::Example> examples = tool::examples_from(*table, *lexicon);
    report_held_back(examples);
    std::cout << tool::to_table(train_on(examples, kFold));
    return 0;
}
