#include "extract/dates.hpp"

#include <algorithm>
#include <limits>

namespace salient::extract {

namespace {

constexpr double kDayConfidence = 0.9;
constexpr double kVagueConfidence = 0.75;  // months and longer
constexpr int kJoined = 12;  // words between verbs that share a date in spite of a dated report
constexpr int kAnyDistance = 1000;
constexpr int kReportBias = 2;  // a trigger wins over a report verb at about the same distance

/// What a date can belong to.
struct Host {
    std::size_t token = 0;
    std::optional<std::size_t> trigger;  // nullopt: a report verb
};

bool is_datable(const timex::Timex& timex) {
    return timex.span
           && (timex.type == timex::TimexType::Date || timex.type == timex::TimexType::Time)
           && timex.span->precision <= time::Precision::Year;
}

/// "the heaviest since 2022", "a 2016 agreement" tell of other things.
bool is_aside(const Reading& reading, const Passage& passage, const TimeMark& mark) {
    if (mark.first == passage.sentence.first_token) {
        return false;
    }
    const std::size_t before = mark.first - 1;
    const std::string_view word = reading.words[before];
    const timex::Timex& timex = reading.timexes[mark.timex];
    const bool is_bare_year = timex.span->precision == time::Precision::Year;
    if (is_bare_year && (word == "a" || word == "the" || word == "’s" || word == "'s")) {
        return true;
    }
    if (word == "since" || word == "з" || word == "с") {
        static constexpr std::string_view kExtremes[] =
            {"first", "worst", "biggest", "largest", "heaviest", "deadliest", "most"};
        for (std::size_t i = passage.sentence.first_token; i < before; ++i) {
            if (std::find(std::begin(kExtremes), std::end(kExtremes), reading.words[i])
                != std::end(kExtremes)) {
                return true;
            }
        }
    }
    return false;
}

std::vector<Host> hosts_of(const Clauses& clauses, const std::vector<Trigger>& triggers) {
    std::vector<Host> hosts;
    for (std::size_t i = 0; i < triggers.size(); ++i) {
        hosts.push_back({triggers[i].first, i});
    }
    for (const Report& report : clauses.reports()) {
        const bool is_trigger =
            std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& trigger) {
                return trigger.first <= report.verb && report.verb < trigger.end;
            });
        if (!is_trigger) {
            hosts.push_back({report.verb, std::nullopt});
        }
    }
    return hosts;
}

/// A phrase that opens the sentence, or its first clause behind "In a statement".
bool opens_sentence(const Passage& passage, const TimeMark& mark) {
    return mark.first <= passage.sentence.first_token + 3;
}

int cost(
    const Clauses& clauses,
    const std::vector<Host>& hosts,
    const Host& host,
    const TimeMark& mark,
    bool is_opening) {
    const std::size_t near = host.token < mark.first ? mark.first : mark.end - 1;
    int total = clauses.distance(host.token, near);
    if (is_opening) {
        // The main verb is the first behind it, however far.
        total = host.token > mark.first ? static_cast<int>(host.token - mark.first) / 2 : total;
    }
    const std::size_t low = std::min(host.token, static_cast<std::size_t>(mark.first));
    const std::size_t high = std::max(host.token, near);
    for (const Host& other : hosts) {
        if (other.token > low && other.token < high) {
            total += 4;
        }
    }
    return host.trigger ? total : total + kReportBias;
}

DateChoice choice_of(const Reading& reading, const TimeMark& mark, std::string_view rule) {
    const timex::Timex& timex = reading.timexes[mark.timex];
    DateChoice choice;
    choice.span = *timex.span;
    choice.begin = timex.begin;
    choice.end = timex.end;
    choice.rule = rule;
    const bool is_day = choice.span.precision <= time::Precision::Day;
    choice.confidence = (is_day ? kDayConfidence : kVagueConfidence) * timex.confidence;
    return choice;
}

/// "on Saturday and on Monday": one happening over both, when they are not far apart.
void join(DateChoice& into, const DateChoice& other) {
    static constexpr time::UnixSeconds kMaxGap = 10 * time::kSecondsPerDay;
    const time::UnixSeconds begin = std::min(into.span.begin, other.span.begin);
    const time::UnixSeconds end = std::max(into.span.end, other.span.end);
    const bool is_finer = other.span.precision < into.span.precision;
    const bool overlap = other.span.begin < into.span.end && into.span.begin < other.span.end;
    if (overlap && is_finer) {
        into = other;
        return;
    }
    if (!overlap && end - begin <= kMaxGap && into.span.precision <= time::Precision::Week
        && other.span.precision <= time::Precision::Week) {
        into.span.begin = begin;
        into.span.end = end;
        into.span.precision = time::Precision::Day;
        into.begin = std::min(into.begin, other.begin);
        into.end = std::max(into.end, other.end);
    }
}

std::optional<std::size_t> host_of(
    const Clauses& clauses,
    const std::vector<Host>& hosts,
    const TimeMark& mark,
    bool is_opening) {
    std::optional<std::size_t> best;
    int best_cost = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const int now = cost(clauses, hosts, hosts[i], mark, is_opening);
        if (now < best_cost) {
            best = i;
            best_cost = now;
        }
    }
    return best;
}

/// The nearest other trigger with a date, not over a report verb nor out of a clause about a thing ("Kursk, where last summer …").
std::optional<DateChoice> shared_date(
    const Clauses& clauses,
    const std::vector<Trigger>& triggers,
    const std::vector<std::optional<DateChoice>>& own,
    std::size_t trigger,
    int limit) {
    std::optional<DateChoice> best;
    int best_distance = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < triggers.size(); ++i) {
        if (i == trigger || !own[i]
            || clauses.is_relative_between(triggers[i].first, triggers[trigger].first)) {
            continue;
        }
        const int away = clauses.distance(triggers[i].first, triggers[trigger].first);
        if (away < best_distance) {
            best = own[i];
            best_distance = away;
        }
    }
    if (best && best_distance > limit) {
        return std::nullopt;
    }
    if (best) {
        best->rule = "date.sentence";
        best->confidence *= best_distance < 12 ? 0.85 : 0.6;
    }
    return best;
}

/// The dates of one sentence: of each trigger, of what is said, and the one it opens with.
struct SentenceDates {
    std::vector<std::optional<DateChoice>> own;
    std::optional<DateChoice> reported;
    std::optional<DateChoice> opening;
};

SentenceDates dates_in(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers) {
    SentenceDates dates;
    dates.own.resize(triggers.size());
    const std::vector<Host> hosts = hosts_of(clauses, triggers);
    for (const TimeMark& mark : passage.times) {
        if (!is_datable(reading.timexes[mark.timex]) || is_aside(reading, passage, mark)) {
            continue;
        }
        const bool is_opening = opens_sentence(passage, mark);
        const auto host = host_of(clauses, hosts, mark, is_opening);
        if (!host) {
            continue;
        }
        DateChoice choice = choice_of(reading, mark, "date.clause");
        if (is_opening) {
            dates.opening = choice;
        }
        if (!hosts[*host].trigger) {
            choice.rule = "date.report";
            choice.confidence *= 0.75;
            dates.reported = dates.reported ? dates.reported : choice;
            continue;
        }
        std::optional<DateChoice>& slot = dates.own[*hosts[*host].trigger];
        if (slot) {
            join(*slot, choice);
        } else {
            slot = choice;
        }
    }
    return dates;
}

}  // namespace

std::vector<std::optional<DateChoice>> choose_dates(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers) {
    const SentenceDates dates = dates_in(reading, passage, clauses, triggers);
    std::vector<std::optional<DateChoice>> chosen = dates.own;
    for (std::size_t i = 0; i < triggers.size(); ++i) {
        if (!chosen[i] && triggers[i].tense != Tense::PastPerfect) {
            chosen[i] = shared_date(
                clauses,
                triggers,
                dates.own,
                i,
                dates.reported ? kJoined : kAnyDistance);
        }
        if (!chosen[i] && dates.opening && !dates.reported) {
            chosen[i] = dates.opening;
            chosen[i]->confidence *= 0.8;
        }
        if (!chosen[i]) {
            chosen[i] = dates.reported;
        }
    }
    return chosen;
}

std::optional<DateChoice>
report_date(const Reading& reading, const Passage& passage, const Clauses& clauses) {
    const std::vector<Host> hosts = hosts_of(clauses, {});
    for (const TimeMark& mark : passage.times) {
        const timex::Timex& timex = reading.timexes[mark.timex];
        if (is_datable(timex) && timex.span->precision <= time::Precision::Month
            && !is_aside(reading, passage, mark)
            && host_of(clauses, hosts, mark, opens_sentence(passage, mark))) {
            return choice_of(reading, mark, "date.report");
        }
    }
    return std::nullopt;
}

}  // namespace salient::extract
