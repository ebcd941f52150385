#include "templates.hpp"

#include "base/split.hpp"
#include "extract/labels.hpp"

#include <map>
#include <random>

namespace salient::extract::tool {

namespace {

constexpr std::size_t kSentencesPerTemplate = 10;
constexpr double kTailShare = 0.5;  // sentences that get a neutral second sentence

using Slots = std::map<std::string_view, std::vector<std::string_view>>;

std::string filled(std::string_view pattern, const Slots& slots, std::mt19937& random) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size();) {
        if (pattern[i] != '@') {
            out += pattern[i++];
            continue;
        }
        std::size_t end = i + 1;
        while (end < pattern.size() && pattern[end] >= 'a' && pattern[end] <= 'z') {
            ++end;
        }
        const auto slot = slots.find(pattern.substr(i + 1, end - i - 1));
        if (slot != slots.end()) {
            out += slot->second[random() % slot->second.size()];
        }
        i = end;
    }
    return out;
}

}  // namespace

std::vector<Example> examples_from(std::string_view table, const Lexicon& lexicon) {
    Slots slots;
    std::vector<std::vector<std::string_view>> templates;
    for (const std::string_view line : base::split(table, '\n')) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::vector<std::string_view> fields = base::split(line, '\t');
        if (line.front() == '@' && fields.size() == 2) {
            slots[fields[0].substr(1)] = base::split(fields[1], '|');
        } else if (fields.size() == 2) {
            templates.push_back(std::move(fields));
        }
    }
    std::mt19937 random(1);
    std::vector<Example> examples;
    std::map<std::string_view, std::size_t> counts;
    for (const std::vector<std::string_view>& fields : templates) {
        const std::size_t number = counts[fields[0]]++;
        const bool has_slots = fields[1].find('@') != std::string_view::npos;
        const std::size_t repeats = has_slots ? kSentencesPerTemplate : kSentencesPerTemplate / 3;
        for (std::size_t i = 0; i < repeats; ++i) {
            std::string text = filled(fields[1], slots, random);
            if (static_cast<double>(random() % 100) / 100 < kTailShare) {
                text += filled(" @place, @say @when.", slots, random);
            }
            examples.push_back({std::string(fields[0]), number, label_features(text, lexicon)});
        }
    }
    return examples;
}

}  // namespace salient::extract::tool
