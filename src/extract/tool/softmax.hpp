#pragma once

#include "templates.hpp"

#include <map>
#include <string>
#include <vector>

namespace salient::extract::tool {

/// Weights of a linear classifier, a row a feature.
struct Model {
    std::vector<std::string> labels;
    std::map<std::string, std::vector<float>> weights;
};

/// Multinomial logistic regression with L2 decay, by stochastic gradient descent in a fixed order.
[[nodiscard]] Model train(const std::vector<const Example*>& examples);
/// The label with the highest score.
[[nodiscard]] std::string guess(const Model& model, const std::vector<std::string>& features);
/// The model as Labeller::load reads it; small weights are left out.
[[nodiscard]] std::string to_table(const Model& model);

}  // namespace salient::extract::tool
