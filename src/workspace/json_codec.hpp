#pragma once

#include "base/result.hpp"
#include "workspace/contents.hpp"
#include "workspace/journal.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Values as JSON and back. For .cpp files of this module only. Decoders throw nlohmann::json::exception or BadWord on
/// damaged input; `decoded` turns both into an Error.
namespace salient::workspace {

using Json = nlohmann::json;

/// A word that names no value of its list.
struct BadWord {
    std::string message;
};

[[nodiscard]] Json encode(const time::Span& span);
[[nodiscard]] Json encode(const std::vector<events::Quantity>& quantities);
[[nodiscard]] Json encode(const std::vector<events::Source>& sources);
[[nodiscard]] Json encode(const std::vector<events::Evidence>& evidence);
[[nodiscard]] Json encode(const std::vector<std::pair<std::string, std::string>>& pairs);
[[nodiscard]] Json encode(const events::Event& event);
[[nodiscard]] Json encode(const session::State& state);
[[nodiscard]] Json encode(const std::vector<Block>& blocks);
[[nodiscard]] Json encode(const std::vector<Run>& runs);
[[nodiscard]] Json encode(const Article& article);
[[nodiscard]] Json encode(const Layer& layer);
[[nodiscard]] Json encode(const Bookmark& bookmark);
[[nodiscard]] Json encode(const Edit& edit);

void decode(const Json& json, time::Span& span);
void decode(const Json& json, std::vector<events::Quantity>& quantities);
void decode(const Json& json, std::vector<events::Source>& sources);
void decode(const Json& json, std::vector<events::Evidence>& evidence);
void decode(const Json& json, std::vector<std::pair<std::string, std::string>>& pairs);
void decode(const Json& json, events::Event& event);
/// What is absent keeps its value: a file of an older version opens with today's defaults.
void decode(const Json& json, session::State& state);
void decode(const Json& json, std::vector<Block>& blocks);
void decode(const Json& json, std::vector<Run>& runs);
void decode(const Json& json, Article& article);
void decode(const Json& json, Layer& layer);
void decode(const Json& json, Bookmark& bookmark);
void decode(const Json& json, Edit& edit);
void decode(const Json& json, std::vector<Edit>& edits);
void decode(const Json& json, Base& base);
void decode(const Json& json, std::vector<std::string>& texts);

/// One line of JSON. Ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_text(const Json& json);

/// Reads JSON text into a value that `decode` knows.
/// @errors BadFormat: no JSON, or other values than expected.
template <class T>
[[nodiscard]] base::Status decoded(std::string_view text, T& value) {
    try {
        decode(Json::parse(text), value);
    } catch (const Json::exception& error) {
        return base::Error{base::ErrorCode::BadFormat, error.what(), ""};
    } catch (const BadWord& error) {
        return base::Error{base::ErrorCode::BadFormat, error.message, ""};
    }
    return base::Done{};
}

}  // namespace salient::workspace
