#include "page/entities.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <system_error>
#include <utility>

namespace salient::page {

namespace {

constexpr std::size_t kLongestEntity = 12;  // with & and ;

void append_entity(std::string_view name, std::string& out) {
    static constexpr auto kNamed = std::to_array<std::pair<std::string_view, char>>(
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}});
    for (const auto& [known, c] : kNamed) {
        if (name == known) {
            out += c;
            return;
        }
    }
    const bool hex = name.substr(0, 2) == "#x" || name.substr(0, 2) == "#X";
    const std::string_view digits = name.substr(std::min<std::size_t>(name.size(), hex ? 2 : 1));
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    if (name.substr(0, 1) == "#" && error == std::errc() && end == digits.data() + digits.size()) {
        base::append_utf8(out, code);
        return;
    }
    out += '&';
    out += name;
    out += ';';
}

}  // namespace

std::string decode_entities(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '&' ? text.substr(0, at + kLongestEntity).find(';', at)
                                                : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += text[at++];
            continue;
        }
        append_entity(text.substr(at + 1, end - at - 1), out);
        at = end + 1;
    }
    return out;
}

}  // namespace salient::page
