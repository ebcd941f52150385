#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace salient::base {

/// Data lost is an error, data changed or guessed is a warning, the rest is a note.
enum class Severity { Note, Warning, Error };

/// "note", "warning", "error"
[[nodiscard]] std::string_view severity_id(Severity severity);

/// One thing that was noticed while part of an input was bad.
struct Diagnostic {
    Severity severity = Severity::Warning;
    std::string code;     ///< stable, for grouping and tests: "date.invalid", "position.range"
    std::string message;  ///< what was expected, what was found
    std::string where;    ///< `path:line` or `path@byte`
    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Collects diagnostics; keeps the first of each code in full and counts the rest, so that a million
/// bad rows cost a bounded amount of memory.
class Diagnostics {
public:
    /// @param keep_per_code  how many diagnostics of one code are kept in full, >= 1
    explicit Diagnostics(std::size_t keep_per_code = 1000) : keep_per_code_(keep_per_code) {}

    void add(Diagnostic diagnostic);
    void note(std::string code, std::string message, std::string where = {});
    void warn(std::string code, std::string message, std::string where = {});
    void error(std::string code, std::string message, std::string where = {});

    /// Those kept, in the order they were added.
    [[nodiscard]] const std::vector<Diagnostic>& items() const { return items_; }
    /// How many were added with this severity, kept or not.
    [[nodiscard]] std::size_t count(Severity severity) const;
    /// How many were added with this code, kept or not.
    [[nodiscard]] std::size_t count(const std::string& code) const;
    [[nodiscard]] bool empty() const { return items_.empty(); }
    /// Appends everything of `other`, in order.
    void merge(const Diagnostics& other);

private:
    std::size_t keep_per_code_;
    std::vector<Diagnostic> items_;
    struct CodeCount {
        std::string code;
        std::size_t count = 0;
        std::size_t kept = 0;
    };
    std::vector<CodeCount> by_code_;
    std::size_t by_severity_[3] = {0, 0, 0};
    CodeCount& counter(const std::string& code);
};

}  // namespace salient::base
