#include "io/csv_cell.hpp"

#include "base/utf8.hpp"

#include <array>

namespace salient::io {

namespace {

/// What starts a formula in Excel, Calc or Sheets; the wide forms do so in East Asian editions.
/// @source OWASP, CSV Injection
bool starts_formula(std::string_view text) {
    static constexpr std::array<std::string_view, 8> kFormulaStarts =
        {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    const std::size_t first = text.find_first_not_of(" \u00A0");
    if (first == std::string_view::npos) {
        return false;
    }
    for (const std::string_view start : kFormulaStarts) {
        if (text.substr(first).starts_with(start)) {
            return true;
        }
    }
    return static_cast<unsigned char>(text.front()) < 0x20;
}

}  // namespace

std::string csv_cell(std::string_view text) {
    std::string out;
    if (text.starts_with('\'') || starts_formula(text)) {
        out.push_back('\'');
    }
    std::string repaired;
    if (base::find_invalid_utf8(text)) {
        repaired = base::repair_utf8(text);
        text = repaired;
    }
    for (const char c : text) {
        if (c == '\0') {
            out += "\uFFFD";
            continue;
        }
        out.push_back(c);
        if (c == '"') {
            out.push_back('"');
        }
    }
    const bool blank_edge = !out.empty() && (out.front() == ' ' || out.back() == ' ');
    if (blank_edge || out.find_first_of(",;\t|\"\r\n") != std::string::npos) {
        return '"' + out + '"';
    }
    return out;
}

std::string_view without_guard(std::string_view cell) {
    if (cell.starts_with('\'')) {
        cell.remove_prefix(1);
    }
    return cell;
}

}  // namespace salient::io
