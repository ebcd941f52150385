#include "io/json_texts.hpp"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>

namespace salient::io {

namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

bool read_fast(std::string_view json, Members& out) {
    thread_local simdjson::dom::parser parser;  // keeps its buffers from line to line
    simdjson::dom::object object;
    if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS) {
        return false;
    }
    for (const auto& [key, value] : object) {
        std::string_view text;
        const bool is_text = value.get(text) == simdjson::SUCCESS;
        out.emplace_back(key, is_text ? text : std::string_view());
    }
    return true;
}

/// Reads what the fast parser has no room for too: whole numbers of any length, any nesting.
bool read_any(std::string_view json, Members& out) {
    const nlohmann::json object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object()) {
        return false;
    }
    for (const auto& [key, value] : object.items()) {
        out.emplace_back(key, value.is_string() ? value.get<std::string>() : std::string());
    }
    return true;
}

}  // namespace

std::optional<JsonTexts> JsonTexts::read(std::string_view json) {
    JsonTexts texts;
    if (!read_fast(json, texts.members_) && !read_any(json, texts.members_)) {
        return std::nullopt;
    }
    return texts;
}

std::string_view JsonTexts::operator[](std::string_view key) const {
    const auto found = std::find_if(members_.rbegin(), members_.rend(), [&](const auto& member) {
        return member.first == key;
    });
    return found == members_.rend() ? std::string_view() : found->second;
}

}  // namespace salient::io
