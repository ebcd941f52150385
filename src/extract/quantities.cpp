#include "extract/quantities.hpp"

#include "extract/numbers.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

namespace salient::extract {

namespace {

constexpr double kKm2PerSquareMile = 2.589988110336;
constexpr double kKmPerMile = 1.609344;
constexpr std::size_t kNounReach = 5;  // words between a number and what it counts
constexpr int kVerbReach = 10;         // words between a number and what befell them

/// What a number counts.
struct Counted {
    Cue cue = Cue::Person;
    std::size_t token = 0;
};

std::optional<Counted>
counted_by(const Reading& reading, const Passage& passage, const Number& number) {
    static constexpr Cue kCounted[] = {
        Cue::AreaMile,
        Cue::Area,
        Cue::Kilometre,
        Cue::Mile,
        Cue::Drone,
        Cue::Missile,
        Cue::Aircraft,
        Cue::Assault,
        Cue::Settlement,
        Cue::Person,
        Cue::Vehicle,
        Cue::Die,
        Cue::Wound};
    const std::size_t stop =
        std::min<std::size_t>(passage.sentence.end_token, number.end + kNounReach);
    for (std::size_t i = number.end; i < stop; ++i) {
        const bool is_break =
            !reading.is_word(i) && !reading.is_mark(i, '-') && !reading.is_mark(i, '.');
        if (is_break || (i > number.end && reading.has(i, cue(Cue::Preposition)))
            || (i > number.end && number_at(reading, i, i, i + 1).has_value()
                && !reading.has(i, cue(Cue::Determiner)))) {
            break;
        }
        if (i > number.end && reading.has(i, cue(Cue::Opener))) {
            break;
        }
        for (const Cue one : kCounted) {
            const bool is_deed = one == Cue::Die || one == Cue::Wound;
            if (reading.has(i, cue(one)) && (!is_deed || i == number.end)) {
                return Counted{one, i};
            }
        }
    }
    return std::nullopt;
}

/// The nearest word with one of the cues, in words from [first, end); nullopt beyond reach or over a clause border behind it.
struct Near {
    std::size_t token = 0;
    int away = 0;
};
/// "12 people, including children, were killed": the clause that goes on behind "including …".
std::uint32_t
clause_behind_aside(const Reading& reading, const Clauses& clauses, std::size_t token) {
    const std::uint32_t clause = clauses.clause(token);
    const std::size_t stop = std::min(clauses.end(clause) + 2, clauses.last());
    for (std::size_t i = token; i < stop; ++i) {
        const std::string_view word = reading.words[i];
        if (word == "including" || word == "серед" || word == "зокрема" || word == "среди") {
            return std::min(clauses.clause(i) + 1, clauses.clause(clauses.last() - 1));
        }
    }
    return clause;
}

std::optional<Near> nearest(
    const Reading& reading,
    const Clauses& clauses,
    std::size_t first,
    std::size_t end,
    Cues wanted) {
    std::optional<Near> best;
    const std::size_t begin = clauses.begin(clauses.clause(first));
    const std::size_t stop = clauses.end(clause_behind_aside(reading, clauses, end - 1));
    for (std::size_t i = begin; i < stop; ++i) {
        if (!reading.has(i, wanted)) {
            continue;
        }
        int away = 0;
        if (i < first) {
            away = static_cast<int>(first - i)
                   + 1;  // "killed three": behind counts as well as before, ties to what follows
        } else if (i >= end) {
            away = static_cast<int>(i - end + 1);
        }
        for (std::size_t k = std::min(i, end); k < std::max(i, first); ++k) {
            // Another number in between has the better claim.
            away += reading.tokens[k].kind == prose::TokenKind::Number ? 3 : 0;
            away += reading.is_mark(k, ',') ? 2 : 0;
        }
        if (away <= kVerbReach && (!best || away < best->away)) {
            best = Near{i, away};
        }
    }
    return best;
}

bool has_killed_or_wounded(const Reading& reading, std::size_t token, std::size_t end) {
    return token + 2 < end && reading.has(token, cue(Cue::Kill, Cue::Die))
           && (reading.words[token + 1] == "or" || reading.words[token + 1] == "або"
               || reading.words[token + 1] == "или")
           && reading.has(token + 2, cue(Cue::Wound));
}

/// A sentence with what is known of it.
struct Surroundings {
    const Reading& reading;
    const Passage& passage;
    const Clauses& clauses;
    const std::vector<Trigger>& triggers;
};

std::string person_role(const Surroundings& in, std::size_t first, std::size_t end) {
    struct Row {
        Cue cue;
        const char* role;
    };
    static constexpr Row kRows[] = {
        {Cue::Kill, "killed"},
        {Cue::Die, "killed"},
        {Cue::Wound, "wounded"},
        {Cue::Captive, "captured"},
        {Cue::Exchanged, "exchanged"},
        {Cue::Evacuated, "evacuated"}};
    static constexpr Cues kAny =
        cue(Cue::Kill, Cue::Die, Cue::Wound, Cue::Captive, Cue::Exchanged, Cue::Evacuated);
    if (const auto near = nearest(in.reading, in.clauses, first, end, kAny)) {
        if (has_killed_or_wounded(in.reading, near->token, in.passage.sentence.end_token)) {
            return "killed_or_wounded";
        }
        for (const Row& row : kRows) {
            if (in.reading.has(near->token, cue(row.cue))) {
                return row.role;
            }
        }
    }
    for (const Trigger& trigger : in.triggers) {
        const events::EventType type = event_type(trigger.kind);
        if (type == events::EventType::Capture) {
            return trigger.kind == Kind::Exchange ? "exchanged" : "captured";
        }
        if (type == events::EventType::Protest) {
            return "participants";
        }
    }
    return "troops";
}

std::string
flying_role(const Surroundings& in, const char* what, std::size_t first, std::size_t end) {
    const auto near = nearest(in.reading, in.clauses, first, end, cue(Cue::Downed, Cue::Fired));
    const bool is_downed = near && in.reading.has(near->token, cue(Cue::Downed));
    return std::string(what) + (is_downed ? "_downed" : "_launched");
}

bool is_military(const Reading& reading, std::size_t token) {
    const std::string_view word = reading.words[token];
    return word.substr(0, 5) == "troop" || word.substr(0, 7) == "soldier"
           || word.substr(0, 7) == "fighter" || word == "personnel"
           || word.substr(0, 12) == "солдат" || word.substr(0, 14) == "військо"
           || word.substr(0, 14) == "военно";
}

struct Measure {
    std::string role;
    std::string unit;
    double factor = 1;
};

std::optional<Measure>
measure_of(const Surroundings& in, const Number& number, const Counted& counted) {
    const std::size_t first = number.first;
    const std::size_t end = counted.token + 1;
    switch (counted.cue) {
        case Cue::Area:
            return Measure{"area", "km2", 1};
        case Cue::AreaMile:
            return Measure{"area", "km2", kKm2PerSquareMile};
        case Cue::Kilometre:
            return Measure{"distance", "km", 1};
        case Cue::Mile:
            return Measure{"distance", "km", kKmPerMile};
        case Cue::Drone:
            return Measure{flying_role(in, "drones", first, end), "drones", 1};
        case Cue::Missile:
            return Measure{flying_role(in, "missiles", first, end), "missiles", 1};
        case Cue::Aircraft:
            return Measure{flying_role(in, "aircraft", first, end), "aircraft", 1};
        case Cue::Vehicle:
            return Measure{"vehicles", "vehicles", 1};
        case Cue::Settlement:
            return Measure{"settlements", "settlements", 1};
        case Cue::Assault:
            return Measure{"attacks", "attacks", 1};
        case Cue::Wound:
            return Measure{"wounded", "persons", 1};
        case Cue::Die:
            return Measure{
                has_killed_or_wounded(in.reading, counted.token, in.passage.sentence.end_token)
                    ? "killed_or_wounded"
                    : "killed",
                "persons",
                1};
        default:
            break;
    }
    std::string role = person_role(in, first, end);
    if (role == "troops" && !is_military(in.reading, counted.token)) {
        return std::nullopt;
    }
    return Measure{std::move(role), "persons", 1};
}

/// The role of a number without a noun: "and another wounded", "wounding seven", "killing at least one"; nullptr when it has none.
const char* lone_role(const Reading& reading, const Passage& passage, const Number& number) {
    if (number.is_article) {
        return nullptr;
    }
    const auto role_at = [&](std::size_t token) -> const char* {
        if (reading.has(token, cue(Cue::Kill, Cue::Die))) {
            return "killed";
        }
        return reading.has(token, cue(Cue::Wound)) ? "wounded" : nullptr;
    };
    const bool has_next = number.end < passage.sentence.end_token;
    const char* role = has_next ? role_at(number.end) : nullptr;
    if (role == nullptr && number.first > passage.sentence.first_token) {
        role = role_at(number.first - 1);
    }
    return role;
}

/// What a number measures, and where the words end that say so.
struct Measured {
    std::optional<Measure> measure;
    std::size_t end = 0;
    bool is_other = false;  ///< an article that counts nothing
};

Measured measure_number(const Surroundings& in, const Number& number) {
    if (number.is_money) {
        return {Measure{"usd", "usd", 1}, number.end, false};
    }
    const auto counted = counted_by(in.reading, in.passage, number);
    if (!counted) {
        const char* role = lone_role(in.reading, in.passage, number);
        return {
            role == nullptr ? std::nullopt : std::optional(Measure{role, "persons", 1}),
            number.end,
            false};
    }
    if (number.is_article && counted->cue != Cue::Person) {
        return {std::nullopt, number.end, true};
    }
    auto measure = measure_of(in, number, *counted);
    const bool is_other =
        number.is_article && measure && measure->role != "killed" && measure->role != "wounded";
    return {std::move(measure), counted->token + 1, is_other};
}

}  // namespace

std::vector<QuantityMark> find_quantities(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers) {
    const Surroundings in{reading, passage, clauses, triggers};
    std::vector<QuantityMark> found;
    const std::size_t end = passage.sentence.end_token;
    for (std::size_t i = passage.sentence.first_token; i < end; ++i) {
        const bool is_timed =
            std::any_of(passage.times.begin(), passage.times.end(), [&](const TimeMark& mark) {
                return mark.first <= i && i < mark.end
                       && reading.timexes[mark.timex].type != timex::TimexType::Duration;
            });
        const auto number =
            is_timed ? std::nullopt : number_at(reading, i, passage.sentence.first_token, end);
        if (!number) {
            continue;
        }
        const Measured measured = measure_number(in, *number);
        if (measured.is_other) {
            continue;
        }
        const std::optional<Measure>& measure = measured.measure;
        const std::size_t last = measured.end;
        if (!measure) {
            i = number->end - 1;
            continue;
        }
        QuantityMark mark;
        mark.first = number->first;
        mark.end = last;
        mark.quantity.role = measure->role;
        mark.quantity.unit = measure->unit;
        mark.quantity.value = number->value * measure->factor;
        mark.quantity.qualifier = std::string(number->qualifier);
        const std::size_t from = reading.tokens[mark.first].begin;
        mark.quantity.text =
            std::string(reading.text.substr(from, reading.tokens[mark.end - 1].end - from));
        found.push_back(std::move(mark));
        i = last - 1;
    }
    return found;
}

}  // namespace salient::extract
