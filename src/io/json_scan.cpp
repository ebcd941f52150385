#include "io/json_scan.hpp"

#include "io/json_block.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace salient::io {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101U;

/// Some byte of the eight is a quote or a backslash.
bool has_quote_or_backslash(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    const auto has_zero = [](std::uint64_t x) { return (x - kOnes) & ~x & (kOnes << 7U); };
    return (has_zero(word ^ (kOnes * '"')) | has_zero(word ^ (kOnes * '\\'))) != 0;
}

/// Offset behind the string whose opening quote is at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        while (at + 8 <= text.size() && !has_quote_or_backslash(text.data() + at)) {
            at += 8;
        }
        if (at >= text.size()) {
            break;
        }
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at + 1;
        }
    }
    return text.size();
}

/// Characters that say nothing of where a value ends, inside a list or object.
constexpr std::array<bool, 256> plain_bytes() {
    std::array<bool, 256> plain{};
    for (bool& each : plain) {
        each = true;
    }
    for (const char c : {'"', '{', '}', '[', ']'}) {
        plain.at(static_cast<unsigned char>(c)) = false;
    }
    return plain;
}
constexpr std::array<bool, 256> kPlain = plain_bytes();

/// Offset behind the byte of a block that ends what `depth` lists and objects are open of; npos when none does.
/// @param depth  brought up to date
std::size_t end_in_block(const JsonBlock& block, std::uint64_t strings, std::size_t& depth) {
    for (std::uint64_t rest = (block.opening | block.closing) & ~strings; rest != 0;
         rest &= rest - 1) {
        if ((block.opening & rest & (~rest + 1)) != 0) {
            ++depth;
        } else if (--depth == 0) {
            return static_cast<std::size_t>(std::countr_zero(rest)) + 1;
        }
    }
    return std::string_view::npos;
}

/// Goes on block by block, as long as nothing is escaped. @pre `at` is not inside a string, depth > 0
/// @param depth  of what is open there, brought up to date; 0 when it ended
/// @return behind the end of it, or a place outside of strings from which on a closer look is needed
std::size_t skip_blocks(std::string_view text, std::size_t at, std::size_t& depth) {
    std::size_t outside = at;  // the last such place, with its depth
    std::size_t here = depth;
    std::uint64_t in_string = 0;  // all ones: the block begins inside one
    for (; at + kJsonBlock <= text.size(); at += kJsonBlock) {
        const JsonBlock block = json_block(text.data() + at);
        if (block.backslashes != 0) {
            break;
        }
        const std::uint64_t strings = odd_so_far(block.quotes) ^ in_string;
        const auto closed = static_cast<std::size_t>(std::popcount(block.closing & ~strings));
        if (closed < here) {
            here += static_cast<std::size_t>(std::popcount(block.opening & ~strings)) - closed;
        } else if (const auto end = end_in_block(block, strings, here); here == 0) {
            depth = 0;
            return at + end;
        }
        in_string = (strings >> (kJsonBlock - 1)) != 0 ? ~std::uint64_t{0} : 0;
        if (in_string == 0) {
            outside = at + kJsonBlock;
            depth = here;
        }
    }
    return outside;
}

/// Offset behind the list or object that opens at `at`.
std::size_t skip_container(std::string_view text, std::size_t at) {
    std::size_t depth = 1;
    std::size_t next_block = ++at;  // what made it stop once would stop it again until then
    while (at < text.size()) {
        if (at >= next_block) {
            at = skip_blocks(text, at, depth);
            if (depth == 0) {
                return at;
            }
            next_block = at + kJsonBlock;
        }
        while (at < text.size() && kPlain[static_cast<unsigned char>(text[at])]) {
            ++at;
        }
        if (at == text.size()) {
            break;
        }
        const char c = text[at];
        if (c == '"') {
            at = skip_string(text, at);
            continue;
        }
        ++at;
        depth += c == '{' || c == '[' ? 1U : 0U;
        if ((c == '}' || c == ']') && --depth == 0) {
            return at;
        }
    }
    return text.size();
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) {
        ++at;
    }
    return at;
}

std::size_t skip_value(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '"') {
        return skip_string(text, at);
    }
    if (at < text.size() && (text[at] == '{' || text[at] == '[')) {
        return skip_container(text, at);
    }
    constexpr std::string_view ends = ",]} \n\r\t";
    while (at < text.size() && ends.find(text[at]) == std::string_view::npos) {
        // A word with a bracket or a quote in it is no JSON: it ends with what it opens.
        if (text[at] == '"' || text[at] == '{' || text[at] == '[') {
            return skip_value(text, at);
        }
        ++at;
    }
    return std::min(at, text.size());
}

ArrayScan scan_array(std::string_view text, std::size_t open) {
    ArrayScan scan;
    scan.open = open;
    scan.complete = true;
    const auto fault = [&scan](std::size_t at) {
        scan.first_fault = scan.complete ? at : scan.first_fault;
        scan.complete = false;
    };
    std::size_t at = skip_blanks(text, open + 1);
    bool after_comma = false;
    while (at < text.size() && text[at] != ']') {
        const std::size_t end = skip_value(text, at);
        if (end == at) {
            fault(at);  // a comma or a closing brace in the wrong place
            at = skip_blanks(text, at + 1);
            continue;
        }
        scan.elements.push_back(text.substr(at, end - at));
        at = skip_blanks(text, end);
        after_comma = at < text.size() && text[at] == ',';
        if (after_comma) {
            at = skip_blanks(text, at + 1);
        } else if (at < text.size() && text[at] != ']') {
            fault(at);
        }
    }
    if (at >= text.size() || after_comma) {
        fault(at);
    }
    scan.close = std::min(at + 1, text.size());
    return scan;
}

std::size_t find_member(std::string_view text, std::string_view key) {
    std::size_t at = skip_blanks(text, 0);
    if (at >= text.size() || text[at] != '{') {
        return std::string_view::npos;
    }
    at = skip_blanks(text, at + 1);
    while (at < text.size() && text[at] == '"') {
        const std::size_t end = skip_string(text, at);
        const bool found = end >= at + 2 && text.substr(at + 1, end - at - 2) == key;
        at = skip_blanks(text, end);
        if (at >= text.size() || text[at] != ':') {
            break;
        }
        at = skip_blanks(text, at + 1);
        if (found) {
            return at < text.size() ? at : std::string_view::npos;
        }
        at = skip_blanks(text, skip_value(text, at));
        if (at >= text.size() || text[at] != ',') {
            break;
        }
        at = skip_blanks(text, at + 1);
    }
    return std::string_view::npos;
}

}  // namespace salient::io
