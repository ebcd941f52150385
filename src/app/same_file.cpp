#include "app/same_file.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace salient::app {

namespace {

constexpr std::size_t kPrefixDigits = 8;  // as io/read_events.cpp makes them

/// Empty when the id has none.
std::string_view prefix_of(std::string_view id) {
    const bool has_prefix = id.size() > kPrefixDigits && id[kPrefixDigits] == ':'
                            && id.substr(0, kPrefixDigits).find_first_not_of("0123456789abcdef")
                                   == std::string_view::npos;
    return has_prefix ? id.substr(0, kPrefixDigits + 1) : std::string_view();
}

bool is_alike(const events::Event& a, const events::Event& b) {
    return a.title == b.title && a.time_text == b.time_text && a.location_text == b.location_text;
}

}  // namespace

std::vector<std::string> ids_of(const events::EventList& events) {
    std::vector<std::string> ids;
    ids.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        ids.emplace_back(events.id(i));
    }
    return ids;
}

std::optional<std::string> file_prefix(const events::EventList& events) {
    if (events.empty()) {
        return std::nullopt;
    }
    const std::string_view prefix = prefix_of(events.id(0));
    for (std::size_t i = 1; i < events.size(); ++i) {
        if (prefix_of(events.id(i)) != prefix) {
            return std::nullopt;
        }
    }
    return prefix.empty() ? std::nullopt : std::optional(std::string(prefix));
}

std::vector<std::string> ids_of_same_file(
    const events::EventStore& store,
    const events::EventList& now) {
    std::vector<std::string> ids;
    const auto prefix = file_prefix(now);
    if (!prefix) {
        return ids;
    }
    for (events::EventIndex i = 0; i < store.size(); ++i) {
        const std::string_view id = store.all().id(i);
        if (prefix_of(id) == *prefix) {
            ids.emplace_back(id);
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<std::string> gone_ids(
    const events::EventStore& store,
    const std::vector<std::string>& before,
    const events::EventList& now) {
    if (before.empty()) {
        return {};
    }
    std::unordered_set<std::string_view> kept;
    for (std::size_t i = 0; i < now.size(); ++i) {
        kept.insert(now.id(i));
    }
    std::vector<std::string> gone;
    for (const std::string& id : before) {
        const auto index = store.find(id);
        if (index && kept.count(id) == 0
            && store.glance(*index).status != events::ReviewStatus::Edited) {
            gone.push_back(id);
        }
    }
    return gone;
}

std::optional<std::string> former_prefix(
    const events::EventStore& store,
    const events::EventList& now) {
    const auto prefix = file_prefix(now);
    if (!prefix) {
        return std::nullopt;
    }
    std::unordered_map<std::string_view, std::size_t> rows;
    for (std::size_t i = 0; i < now.size(); ++i) {
        rows.emplace(now.id(i).substr(prefix->size()), i);
    }
    std::map<std::string_view, std::size_t> counts;
    for (events::EventIndex i = 0; i < store.size(); ++i) {
        const std::string_view id = store.all().id(i);
        const std::string_view other = prefix_of(id);
        const auto row = rows.find(id.substr(other.size()));
        if (!other.empty() && other != *prefix && row != rows.end()
            && is_alike(store.at(i), now[row->second])) {
            ++counts[other];
        }
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
        });
    if (most == counts.end() || most->second * 2 <= now.size()) {
        return std::nullopt;
    }
    return std::string(most->first);
}

}  // namespace salient::app
