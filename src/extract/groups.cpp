#include "extract/groups.hpp"

#include "base/utf8.hpp"
#include "geo/geodesic.hpp"
#include "prose/letters.hpp"
#include "time/span.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

namespace salient::extract {

namespace {

using events::Event;

constexpr double kNearMetres = 25'000;
constexpr std::size_t kMostCompared = 256;  // events of one type and day, the newest ones

bool can_be_grouped(const Event& event) {
    return event.time && event.location && event.time->precision <= time::Precision::Week
           && event.assertion != events::Assertion::Planned
           && event.assertion != events::Assertion::Hypothetical;
}

bool are_near(const events::Location& a, const events::Location& b) {
    const bool is_same_place = !a.place_id.empty() && a.place_id == b.place_id;
    return is_same_place || geo::distance_m(a.point, b.point) <= kNearMetres;
}

bool may_be_same(const Event& a, const Event& b) {
    const bool overlap = a.time->begin < b.time->end && b.time->begin < a.time->end;
    return a.article_id != b.article_id && overlap && are_near(*a.location, *b.location);
}

/// Events joined into sets.
class Sets {
public:
    explicit Sets(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }
    std::size_t root(std::size_t i) {
        while (parent_[i] != i) {
            parent_[i] = parent_[parent_[i]];
            i = parent_[i];
        }
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[root(b)] = root(a); }

private:
    std::vector<std::size_t> parent_;
};

/// Who published it: the publisher, the address's host, or else the article itself.
std::string publisher_of(const Event& event) {
    if (event.sources.empty()) {
        return event.article_id;
    }
    const events::Source& source = event.sources.front();
    if (!source.publisher.empty()) {
        return source.publisher;
    }
    const std::size_t scheme = source.url.find("://");
    if (scheme == std::string::npos) {
        return event.article_id;
    }
    const std::string rest = source.url.substr(scheme + 3);
    return rest.substr(0, rest.find('/'));
}

/// Letters and digits alone: a reprint may differ in quotes, dashes and spaces.
std::string words_of(const std::string& sentence) {
    std::string out;
    for (std::size_t at = 0; at < sentence.size();) {
        const char32_t c = base::decode_utf8(sentence, at);
        if (prose::is_letter(c) || prose::is_digit(c)) {
            base::append_utf8(out, prose::to_lower(c));
        }
    }
    return out;
}

std::size_t count_sources(std::span<const Event> events, const std::vector<std::size_t>& members) {
    std::set<std::string> publishers;
    std::set<std::string> wordings;
    for (const std::size_t i : members) {
        publishers.insert(publisher_of(events[i]));
        wordings.insert(words_of(events[i].source_text));
    }
    return std::min(publishers.size(), wordings.size());
}

/// Joins event `i` with the last of the others that may be the same.
void join_with(
    std::span<const Event> events,
    const std::vector<std::size_t>& others,
    std::size_t i,
    Sets& sets) {
    const std::size_t first = others.size() > kMostCompared ? others.size() - kMostCompared : 0;
    for (std::size_t k = first; k < others.size(); ++k) {
        if (may_be_same(events[others[k]], events[i])) {
            sets.join(others[k], i);
        }
    }
}

/// Joins each event with those before it that share a day and its type.
void join_by_day(std::span<const Event> events, Sets& sets) {
    std::map<std::pair<events::EventType, std::chrono::sys_days>, std::vector<std::size_t>> by_day;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!can_be_grouped(events[i])) {
            continue;
        }
        const auto last = time::last_day(*events[i].time);
        for (auto day = time::first_day(*events[i].time); day <= last;
             day += std::chrono::days(1)) {
            std::vector<std::size_t>& others = by_day[{events[i].type, day}];
            join_with(events, others, i, sets);
            others.push_back(i);
        }
    }
}

}  // namespace

std::vector<EventGroup> propose_groups(std::span<const Event> events) {
    Sets sets(events.size());
    join_by_day(events, sets);
    std::map<std::size_t, std::vector<std::size_t>> by_root;
    for (std::size_t i = 0; i < events.size(); ++i) {
        by_root[sets.root(i)].push_back(i);
    }
    std::vector<EventGroup> groups;
    for (auto& [root, members] : by_root) {
        if (members.size() > 1) {
            const std::size_t sources = count_sources(events, members);
            groups.push_back({std::move(members), sources});
        }
    }
    std::sort(groups.begin(), groups.end(), [](const EventGroup& a, const EventGroup& b) {
        return a.members.front() < b.members.front();
    });
    return groups;
}

}  // namespace salient::extract
