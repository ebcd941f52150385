#include "softmax.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>
#include <set>

namespace salient::extract::tool {

namespace {

constexpr int kEpochs = 30;
constexpr double kRate = 1.0;
constexpr double kDecay = 2e-5;
constexpr float kSmallest = 0.05F;

std::vector<double> scores(const Model& model, const std::vector<std::string>& features) {
    std::vector<double> out(model.labels.size(), 0);
    for (const std::string& feature : features) {
        const auto row = model.weights.find(feature);
        if (row == model.weights.end()) {
            continue;
        }
        for (std::size_t k = 0; k < out.size(); ++k) {
            out[k] += static_cast<double>(row->second[k]);
        }
    }
    const double scale =
        1 / std::sqrt(static_cast<double>(std::max<std::size_t>(1, features.size())));
    for (double& score : out) {
        score *= scale;
    }
    return out;
}

void step(Model& model, const Example& example, double rate) {
    std::vector<double> p = scores(model, example.features);
    const double top = *std::max_element(p.begin(), p.end());
    double sum = 0;
    for (double& value : p) {
        value = std::exp(value - top);
        sum += value;
    }
    const double scale =
        1 / std::sqrt(static_cast<double>(std::max<std::size_t>(1, example.features.size())));
    for (std::size_t k = 0; k < p.size(); ++k) {
        p[k] = (model.labels[k] == example.label ? 1.0 : 0.0) - p[k] / sum;
    }
    for (const std::string& feature : example.features) {
        std::vector<float>& row = model.weights[feature];
        row.resize(model.labels.size(), 0);
        for (std::size_t k = 0; k < p.size(); ++k) {
            const auto now = static_cast<double>(row[k]);
            row[k] = static_cast<float>(now + rate * (p[k] * scale - kDecay * now));
        }
    }
}

}  // namespace

Model train(const std::vector<const Example*>& examples) {
    Model model;
    std::set<std::string> labels;
    for (const Example* example : examples) {
        labels.insert(example->label);
    }
    model.labels.assign(labels.begin(), labels.end());
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random(7);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[random() % i]);
        }
        for (const std::size_t i : order) {
            step(model, *examples[i], kRate / (1 + 0.1 * epoch));
        }
    }
    return model;
}

std::string guess(const Model& model, const std::vector<std::string>& features) {
    const std::vector<double> found = scores(model, features);
    return model.labels[static_cast<std::size_t>(
        std::max_element(found.begin(), found.end()) - found.begin())];
}

std::string to_table(const Model& model) {
    std::string out =
        "# Written by salient-event-labels (src/extract/tool) from "
        "assets/models/train/event-labels.tsv and the event word lists, all "
        "written for Salient.\n# The labels, then a feature and its weights, label:weight; w word "
        "stem, b pair of stems, c cue, k kind, 1 "
        "first kind.\n";
    for (std::size_t k = 0; k < model.labels.size(); ++k) {
        out += (k == 0 ? "" : "\t") + model.labels[k];
    }
    out += '\n';
    for (const auto& [feature, row] : model.weights) {
        std::string line;
        for (std::size_t k = 0; k < row.size(); ++k) {
            if (std::abs(row[k]) >= kSmallest) {
                std::array<char, 32> text{};
                std::snprintf(
                    text.data(),
                    text.size(),
                    "\t%zu:%.2f",
                    k,
                    static_cast<double>(row[k]));
                line += text.data();
            }
        }
        if (!line.empty()) {
            out += feature + line + '\n';
        }
    }
    return out;
}

}  // namespace salient::extract::tool
