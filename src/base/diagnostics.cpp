#include "base/diagnostics.hpp"

#include <algorithm>
#include <utility>

namespace salient::base {

std::string_view severity_id(Severity severity) {
    switch (severity) {
        case Severity::Note:
            return "note";
        case Severity::Warning:
            return "warning";
        case Severity::Error:
            return "error";
    }
    return "";
}

Diagnostics::CodeCount& Diagnostics::counter(const std::string& code) {
    const auto found = std::find_if(by_code_.begin(), by_code_.end(), [&](const CodeCount& entry) {
        return entry.code == code;
    });
    if (found != by_code_.end()) {
        return *found;
    }
    by_code_.push_back({code});
    return by_code_.back();
}

void Diagnostics::add(Diagnostic diagnostic) {
    ++by_severity_[static_cast<std::size_t>(diagnostic.severity)];
    CodeCount& entry = counter(diagnostic.code);
    ++entry.count;
    if (entry.kept < keep_per_code_) {
        ++entry.kept;
        items_.push_back(std::move(diagnostic));
    }
}

void Diagnostics::note(std::string code, std::string message, std::string where) {
    add({Severity::Note, std::move(code), std::move(message), std::move(where)});
}

void Diagnostics::warn(std::string code, std::string message, std::string where) {
    add({Severity::Warning, std::move(code), std::move(message), std::move(where)});
}

void Diagnostics::error(std::string code, std::string message, std::string where) {
    add({Severity::Error, std::move(code), std::move(message), std::move(where)});
}

std::size_t Diagnostics::count(Severity severity) const {
    return by_severity_[static_cast<std::size_t>(severity)];
}

std::size_t Diagnostics::count(const std::string& code) const {
    const auto found = std::find_if(by_code_.begin(), by_code_.end(), [&](const CodeCount& entry) {
        return entry.code == code;
    });
    return found == by_code_.end() ? 0 : found->count;
}

void Diagnostics::merge(const Diagnostics& other) {
    for (const Diagnostic& diagnostic : other.items_) {
        CodeCount& entry = counter(diagnostic.code);
        if (entry.kept < keep_per_code_) {
            ++entry.kept;
            items_.push_back(diagnostic);
        }
    }
    for (const CodeCount& entry : other.by_code_) {
        counter(entry.code).count += entry.count;
    }
    for (std::size_t i = 0; i < 3; ++i) {
        by_severity_[i] += other.by_severity_[i];
    }
}

}  // namespace salient::base
