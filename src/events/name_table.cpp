#include "events/name_table.hpp"

#include <algorithm>

namespace salient::events {

NameTable::NameTable(const NameTable& other) {
    for (const std::string* name : other.names_) {
        add(*name);
    }
}

std::uint32_t NameTable::find(std::string_view name) const {
    const auto found = numbers_.find(std::string(name));
    return found == numbers_.end() ? kNone : found->second;
}

std::uint32_t NameTable::add(std::string_view name) {
    const auto [entry, is_new] = numbers_.emplace(name, size());
    if (is_new) {
        names_.push_back(&entry->first);
    }
    return entry->second;
}

bool operator==(const NameTable& a, const NameTable& b) {
    return std::equal(
        a.names_.begin(),
        a.names_.end(),
        b.names_.begin(),
        b.names_.end(),
        [](const std::string* one, const std::string* other) { return *one == *other; });
}

}  // namespace salient::events
