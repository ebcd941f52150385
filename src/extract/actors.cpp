#include "extract/actors.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace salient::extract {

namespace {

constexpr std::ptrdiff_t kMostAlike = 2;

/// Nobody did it, or who did is not what its words say.
bool has_no_doer(Kind kind) {
    static constexpr std::array<Kind, 8> kKinds = {
        Kind::Statement,
        Kind::Responsibility,
        Kind::NaturalDisaster,
        Kind::Accident,
        Kind::Property,
        Kind::Explosion,
        Kind::Holding,
        Kind::Other};
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

/// "killed combating Ukrainian troops" tells of other dead than those it names last.
bool is_added(const Reading& reading, std::span<const Trigger> triggers, const Trigger& trigger) {
    const bool is_main = trigger.first == triggers.front().first;
    return !is_main && reading.words[trigger.first].ends_with("ing")
           && std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& other) {
                  return other.end == trigger.first;
              });
}

void add(const ActorMark& mark, std::vector<ActorMark>& actors) {
    const bool is_known = std::any_of(actors.begin(), actors.end(), [&](const ActorMark& have) {
        return have.first < mark.end && mark.first < have.end;
    });
    const auto alike = std::count_if(actors.begin(), actors.end(), [&](const ActorMark& have) {
        return have.is_doer == mark.is_doer;
    });
    if (!is_known && alike < kMostAlike) {
        actors.push_back(mark);
    }
}

}  // namespace

std::vector<ActorMark> find_actors(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    std::span<const Trigger> triggers,
    const places::Gazetteer& gazetteer) {
    std::vector<ActorMark> actors;
    for (const Trigger& trigger : triggers) {
        if (has_no_doer(trigger.kind) || is_added(reading, triggers, trigger)) {
            continue;
        }
        for (const ActorMark& mark :
             trigger_actors(reading, passage, clauses, trigger, gazetteer)) {
            add(mark, actors);
        }
    }
    std::stable_sort(actors.begin(), actors.end(), [](const ActorMark& a, const ActorMark& b) {
        return a.is_doer && !b.is_doer;
    });
    return actors;
}

}  // namespace salient::extract
