#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace salient::events {

/// The names of original columns, each kept once: a million rows share a handful.
class NameTable {
public:
    NameTable() = default;
    NameTable(const NameTable& other);
    NameTable(NameTable&&) = delete;
    NameTable& operator=(const NameTable&) = delete;
    NameTable& operator=(NameTable&&) = delete;
    ~NameTable() = default;

    /// @return the number of a name, or kNone
    [[nodiscard]] std::uint32_t find(std::string_view name) const;
    /// Adds a name that is not there yet. @return its number
    std::uint32_t add(std::string_view name);
    /// @pre number < size()
    [[nodiscard]] const std::string& at(std::uint32_t number) const { return *names_[number]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
    friend bool operator==(const NameTable& a, const NameTable& b);

    static constexpr std::uint32_t kNone = UINT32_MAX;

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<const std::string*> names_;  // into the map, whose keys stay where they are
};

}  // namespace salient::events
