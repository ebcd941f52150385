#include "io/json_scan.hpp"

#include <algorithm>

namespace salient::io {

namespace {

/// Offset behind the string whose opening quote is at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at + 1;
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
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = skip_string(text, at);
            if (depth == 0) {
                return at;
            }
            continue;
        }
        if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0) {
                return at;
            }
            if (--depth == 0) {
                return at + 1;
            }
        } else if (depth == 0 && (c == ',' || is_blank(c))) {
            return at;
        }
        ++at;
    }
    return text.size();
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
