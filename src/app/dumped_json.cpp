#include "app/dumped_json.hpp"

#include "base/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace salient::app {

namespace {

using Json = nlohmann::json;

/// Stands in a JSON string as it is.
bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

void append_dumped(std::string& out, std::string_view text) {
    const bool is_copied =
        std::all_of(text.begin(), text.end(), is_plain)
        && (std::all_of(text.begin(), text.end(), is_ascii) || !base::find_invalid_utf8(text));
    if (is_copied) {
        out += '"';
        out += text;
        out += '"';
    } else {
        out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
}

void append_count(std::string& out, std::size_t count) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), count).ptr;
    out.append(digits.data(), end);
}

DumpedNumbers::DumpedNumbers(const std::vector<double>& numbers)
    : text_(Json(numbers).dump()),
      at_(1) {
    text_.back() = ',';  // the closing bracket
}

std::string_view DumpedNumbers::next() {
    const std::size_t begin = at_;
    const std::size_t end = text_.find(',', begin);
    at_ = end + 1;
    return std::string_view(text_).substr(begin, end - begin);
}

}  // namespace salient::app
