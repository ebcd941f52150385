#pragma once

#include "timex/timex.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What is found in a text, as one line: "phrase=value; phrase=value".
[[nodiscard]] std::string reading_of(std::string_view text, const salient::timex::Options& options);
[[nodiscard]] std::vector<salient::timex::Timex> timexes_of(
    std::string_view text,
    const salient::timex::Options& options);
/// News published on an ISO day; an empty day is an unknown one.
[[nodiscard]] salient::timex::Options news(std::string_view language, std::string_view day);
[[nodiscard]] salient::timex::Options story(std::string_view language);
[[nodiscard]] salient::timex::Options phrase(std::string_view language, std::string_view day);

/// A sentence and what is to be found in it.
struct Row {
    const char* text;
    const char* found;
};
