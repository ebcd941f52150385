#include "extract/mentions.hpp"

#include <algorithm>
#include <utility>

namespace salient::extract {

namespace {

using events::EventType;

constexpr double kMinCertainty = 0.55;
constexpr double kSupport = 0.1;  // what a date, place or number of its own adds to a weak word
constexpr double kUnrealFactor = 0.35;  // share of hypothetical mentions worth showing
constexpr double kPlannedFactor = 0.8;
constexpr int kNeighbour = 15;  // words: triggers this near belong together more easily

/// A trigger with what was found for it.
struct Finding {
    Trigger trigger;
    std::optional<DateChoice> date;
    std::optional<SiteChoice> site;
    bool is_site_near = false;  // stands in the trigger's clause
    double score = 0;
};

bool is_own(const std::optional<DateChoice>& date) {
    return date && date->rule == "date.clause";
}

bool dates_agree(const std::optional<DateChoice>& a, const std::optional<DateChoice>& b) {
    return !is_own(a) || !is_own(b) || (a->span.begin < b->span.end && b->span.begin < a->span.end);
}

bool sites_agree(const Reading& reading, const Mention& mention, const Finding& finding) {
    if (!mention.site || !finding.site) {
        return true;
    }
    return reading.toponyms[mention.site->toponym].place
               == reading.toponyms[finding.site->toponym].place
           || !mention.is_site_near || !finding.is_site_near;
}

/// Kinds that are often another happening's consequence or means.
bool is_dependent(Kind kind) {
    return kind == Kind::Casualties || kind == Kind::Property || kind == Kind::Responsibility
           || kind == Kind::Attack || kind == Kind::Accident || kind == Kind::Explosion;
}

bool belongs_to(
    const Reading& reading,
    const Clauses& clauses,
    const Mention& mention,
    const Finding& finding) {
    if (!dates_agree(mention.date, finding.date)) {
        return false;
    }
    const EventType have = event_type(mention.kind);
    const EventType type = event_type(finding.trigger.kind);
    const bool is_near =
        clauses.distance(mention.trigger.first, finding.trigger.first) < kNeighbour;
    if (type == have) {
        return sites_agree(reading, mention, finding);
    }
    if (is_dependent(finding.trigger.kind)) {
        return is_violent(have)
               || (have == EventType::Protest && finding.trigger.kind != Kind::Attack)
               || (is_near && mention.kind == Kind::Accident)
               || (is_near && mention.kind == Kind::NaturalDisaster);
    }
    if (type == EventType::GroundCombat || type == EventType::Deployment) {
        return is_near && (is_violent(have) || have == EventType::ControlChange)
               && sites_agree(reading, mention, finding);
    }
    return type == EventType::Statement && finding.trigger.kind == Kind::Statement;
}

void absorb(Mention& mention, const Finding& finding) {
    if (finding.date && (!mention.date || (!is_own(mention.date) && is_own(finding.date)))) {
        mention.date = finding.date;
    }
    if (finding.site
        && (!mention.site || finding.site->confidence > mention.site->confidence + 0.15)) {
        mention.site = finding.site;
        mention.is_site_near = finding.is_site_near;
    }
    mention.certainty = std::max(mention.certainty, finding.trigger.weight * 0.9);
    mention.triggers.push_back(finding.trigger);
}

/// "condemned the attack", "expressed frustration with the protests": the news is that somebody spoke.
bool is_talked_about(
    const Clauses& clauses,
    const std::vector<Trigger>& triggers,
    std::size_t index) {
    const Trigger& trigger = triggers[index];
    if (trigger.tense != Tense::Noun) {
        return false;
    }
    for (std::size_t i = 0; i < index; ++i) {
        if (triggers[i].kind == Kind::Statement
            && clauses.clause(triggers[i].first) == clauses.clause(trigger.first)
            && trigger.first - triggers[i].end < 6) {
            return true;
        }
    }
    return false;
}

std::size_t token_of(const Passage& passage, const SiteChoice& site) {
    for (const PlaceMark& mark : passage.places) {
        if (mark.toponym == site.toponym) {
            return mark.first;
        }
    }
    return passage.sentence.first_token;
}

std::vector<Finding> find_all(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers,
    const places::Gazetteer& gazetteer) {
    const auto dates = choose_dates(reading, passage, clauses, triggers);
    const auto sites = choose_sites(reading, passage, clauses, triggers, gazetteer);
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < triggers.size(); ++i) {
        if (is_talked_about(clauses, triggers, i)) {
            continue;
        }
        Finding finding{triggers[i], dates[i], sites[i], false, 0};
        finding.is_site_near =
            sites[i]
            && clauses.clause(token_of(passage, *sites[i])) == clauses.clause(triggers[i].first);
        finding.score = rank(triggers[i].kind) * triggers[i].weight
                        + (is_own(dates[i]) ? kSupport : 0.0) + (sites[i] ? kSupport : 0.0);
        findings.push_back(finding);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return a.score > b.score;
    });
    return findings;
}

std::vector<Mention> cluster(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Finding>& findings) {
    std::vector<Mention> mentions;
    for (const Finding& finding : findings) {
        const auto home = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& have) {
            return belongs_to(reading, clauses, have, finding);
        });
        if (home != mentions.end()) {
            absorb(*home, finding);
            continue;
        }
        Mention mention;
        mention.passage = passage.number;
        mention.trigger = finding.trigger;
        mention.triggers = {finding.trigger};
        mention.kind = finding.trigger.kind;
        mention.date = finding.date;
        mention.site = finding.site;
        mention.is_site_near = finding.is_site_near;
        mention.certainty = finding.trigger.weight;
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

void share_quantities(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers,
    std::vector<Mention>& mentions) {
    if (mentions.empty()) {
        return;
    }
    for (QuantityMark& mark : find_quantities(reading, passage, clauses, triggers)) {
        const auto nearest = std::min_element(
            mentions.begin(),
            mentions.end(),
            [&](const Mention& a, const Mention& b) {
                return clauses.distance(a.trigger.first, mark.first)
                       < clauses.distance(b.trigger.first, mark.first);
            });
        nearest->quantities.push_back(std::move(mark));
    }
}

void drop_weak(std::vector<Mention>& mentions) {
    for (Mention& mention : mentions) {
        const double support = (is_own(mention.date) ? kSupport : 0.0)
                               + (mention.site ? kSupport : 0.0)
                               + (mention.quantities.empty() ? 0.0 : kSupport);
        mention.certainty = std::min(1.0, mention.certainty + support);
        if (mention.trigger.assertion == events::Assertion::Hypothetical) {
            mention.certainty *= kUnrealFactor;
        } else if (mention.trigger.assertion == events::Assertion::Planned) {
            mention.certainty *= kPlannedFactor;
        }
    }
    std::erase_if(mentions, [](const Mention& mention) {
        // Talks, deals and sanctions are everywhere; news only with a day or a place.
        const bool is_loose_talk =
            event_type(mention.kind) == EventType::Statement && !mention.date && !mention.site;
        return mention.certainty < kMinCertainty || is_loose_talk;
    });
    const bool has_deed = std::any_of(mentions.begin(), mentions.end(), [](const Mention& mention) {
        return mention.kind != Kind::Statement;
    });
    if (has_deed) {
        std::erase_if(mentions, [](const Mention& mention) {
            return mention.kind == Kind::Statement;
        });
    }
}

/// "Mr. Zelensky said on Sunday that …" with nothing that happened in it.
std::optional<Mention>
plain_statement(const Reading& reading, const Passage& passage, const Clauses& clauses) {
    for (const Report& report : clauses.reports()) {
        const auto date = report_date(reading, passage, clauses);
        if (!date || report.speaker_first == report.speaker_end) {
            continue;
        }
        Mention mention;
        mention.passage = passage.number;
        mention.kind = Kind::Statement;
        mention.trigger.first = report.verb;
        mention.trigger.end = report.verb + 1;
        mention.trigger.kind = Kind::Statement;
        mention.trigger.weight = 0.65;
        mention.trigger.report = report;
        mention.trigger.assertion =
            report.is_denial ? events::Assertion::Denied : events::Assertion::Claimed;
        mention.date = date;
        mention.certainty = mention.trigger.weight;
        return mention;
    }
    return std::nullopt;
}

}  // namespace

bool is_violent(EventType type) {
    return type == EventType::GroundCombat || type == EventType::Strike
           || type == EventType::Shelling || type == EventType::Casualties;
}

std::vector<Mention>
find_mentions(const Reading& reading, const Lexicon& lexicon, const places::Gazetteer& gazetteer) {
    std::vector<Mention> all;
    for (const Passage& passage : reading.passages) {
        if (passage.hits.empty() && passage.times.empty()) {
            continue;
        }
        const Clauses clauses(reading, passage);
        const std::vector<Trigger> triggers = find_triggers(reading, passage, clauses, lexicon);
        std::vector<Mention> mentions = cluster(
            reading,
            passage,
            clauses,
            find_all(reading, passage, clauses, triggers, gazetteer));
        share_quantities(reading, passage, clauses, triggers, mentions);
        for (Mention& mention : mentions) {
            mention.actors = find_actors(reading, passage, clauses, mention.triggers, gazetteer);
        }
        drop_weak(mentions);
        if (mentions.empty()) {
            if (auto statement = plain_statement(reading, passage, clauses)) {
                mentions.push_back(std::move(*statement));
            }
        }
        std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
            return a.trigger.first < b.trigger.first;
        });
        std::move(mentions.begin(), mentions.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace salient::extract
