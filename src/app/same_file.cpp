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

std::optional<std::string> file_prefix(const std::vector<events::Event>& events) {
    if (events.empty()) {
        return std::nullopt;
    }
    const std::string_view prefix = prefix_of(events.front().id);
    const bool is_shared = std::all_of(events.begin(), events.end(), [prefix](const auto& event) {
        return prefix_of(event.id) == prefix;
    });
    return is_shared && !prefix.empty() ? std::optional(std::string(prefix)) : std::nullopt;
}

std::vector<std::string> ids_of_same_file(
    const events::EventStore& store,
    const std::vector<events::Event>& now) {
    std::vector<std::string> ids;
    const auto prefix = file_prefix(now);
    if (!prefix) {
        return ids;
    }
    for (const events::Event& event : store.all()) {
        if (prefix_of(event.id) == *prefix) {
            ids.push_back(event.id);
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<std::string> gone_ids(
    const events::EventStore& store,
    const std::vector<std::string>& before,
    const std::vector<events::Event>& now) {
    if (before.empty()) {
        return {};
    }
    std::unordered_set<std::string_view> kept;
    for (const events::Event& event : now) {
        kept.insert(event.id);
    }
    std::vector<std::string> gone;
    for (const std::string& id : before) {
        const auto index = store.find(id);
        if (index && kept.count(id) == 0
            && store.at(*index).status != events::ReviewStatus::Edited) {
            gone.push_back(id);
        }
    }
    return gone;
}

std::optional<std::string> former_prefix(
    const events::EventStore& store,
    const std::vector<events::Event>& now) {
    const auto prefix = file_prefix(now);
    if (!prefix) {
        return std::nullopt;
    }
    std::unordered_map<std::string_view, const events::Event*> rows;
    for (const events::Event& event : now) {
        rows.emplace(std::string_view(event.id).substr(prefix->size()), &event);
    }
    std::map<std::string_view, std::size_t> counts;
    for (const events::Event& event : store.all()) {
        const std::string_view other = prefix_of(event.id);
        const auto row = rows.find(std::string_view(event.id).substr(other.size()));
        if (!other.empty() && other != *prefix && row != rows.end()
            && is_alike(event, *row->second)) {
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
