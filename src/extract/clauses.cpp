#include "extract/clauses.hpp"

#include <algorithm>
#include <cstdlib>

namespace salient::extract {

namespace {

constexpr int kBorderCost = 7;  // words that a clause border counts as
constexpr std::size_t kMaxSpeakerWords = 12;

bool is_pause(const Reading& reading, std::size_t token) {
    const std::string_view word = reading.words[token];
    return word == "," || word == ";" || word == ":" || word == "—" || word == "–" || word == "("
           || word == ")" || word == "“" || word == "”" || word == "\"" || word == "«"
           || word == "»" || (word == "-" && reading.tokens[token].space_before);
}

bool is_strong_pause(std::string_view word) {
    return word == ";" || word == "—" || word == "–" || word == ":" || word == "(" || word == ")"
           || word == "-";
}

/// "that", "who", "while"… opens a clause wherever it stands; "and", "as" only behind a comma.
bool opens_anywhere(const Reading& reading, std::size_t token) {
    static constexpr std::string_view kWeak[] = {
        "and",     "as",    "so",    "following", "before", "after", "since", "until",
        "despite", "than",  "і",     "та",        "а",      "и",     "після", "після",
        "через",   "перед", "после", "that",      "amid",   "where"};
    const std::string_view word = reading.words[token];
    return reading.has(token, cue(Cue::Opener))
           && std::find(std::begin(kWeak), std::end(kWeak), word) == std::end(kWeak);
}

bool starts_participle(std::string_view word) {
    return word.size() > 5 && word.substr(word.size() - 3) == "ing";
}

bool ends_in_ly(std::string_view word) {
    return word.size() > 4 && word.substr(word.size() - 2) == "ly";
}

/// "said"; not the States of a country.
bool is_saying(const Reading& reading, std::size_t token) {
    return reading.has(token, cue(Cue::Say))
           && (reading.words[token] != "states"
               || reading.tokens[token].letter_case == prose::LetterCase::Lower);
}

bool is_in_time(const Passage& passage, std::size_t token) {
    return std::any_of(passage.times.begin(), passage.times.end(), [&](const TimeMark& mark) {
        return mark.first <= token && token < mark.end;
    });
}

/// A lone word at the start of a sentence that is no name in spite of its capital.
bool is_adverb_alone(std::string_view word) {
    static constexpr std::string_view kWords[] = {
        "only",    "both",  "others", "some", "many",  "most",  "another",
        "several", "few",   "even",   "then", "again", "still", "those",
        "what",    "that",  "these",  "all",  "each",  "none",  "neither",
        "інші",    "деякі", "другие", "это",  "це",    "также", "також"};
    return ends_in_ly(word)
           || std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

/// "The first", "its website", "causing what the United Nations".
bool is_scrap(const Reading& reading, std::size_t begin, std::size_t end) {
    static constexpr std::string_view kOwners[] = {"its", "his", "her", "their", "my", "our"};
    static constexpr std::string_view kOrdinals[] = {"first", "second", "third", "last"};
    return std::find(std::begin(kOwners), std::end(kOwners), reading.words[begin])
               != std::end(kOwners)
           || std::find(std::begin(kOrdinals), std::end(kOrdinals), reading.words[end - 1])
                  != std::end(kOrdinals)
           || (starts_participle(reading.words[begin])
               && reading.tokens[begin].letter_case == prose::LetterCase::Lower);
}

/// A noun phrase with a name or an office in it; "they had been the first", "one of the" are scraps of something else.
bool names_somebody(const Reading& reading, std::size_t begin, std::size_t end) {
    static constexpr Cues kFinite =
        cue(Cue::Past, Cue::PastPerfect, Cue::Present, Cue::Modal, Cue::Negation);
    static constexpr Cues kOffice =
        cue(Cue::Official, Cue::Person, Cue::Police, Cue::Crowd, Cue::SayNoun, Cue::Building);
    static constexpr std::string_view kSources[] = {
        "media",     "sources",   "source",      "reports",     "witnesses", "agency",
        "newspaper", "monitor",   "experts",     "group",       "groups",    "company",
        "locals",    "channels",  "prosecutors", "broadcaster", "outlets",   "television",
        "lawmaker",  "lawmakers", "diplomat",    "diplomats",   "observers", "investigators",
        "джерела",   "очевидці",  "медіа",       "источники",   "сми",       "очевидцы"};
    if (begin >= end || reading.has(end - 1, cue(Cue::Preposition, Cue::Determiner, Cue::Opener))
        || (end - begin == 1 && is_adverb_alone(reading.words[begin]))
        || is_scrap(reading, begin, end)) {
        return false;
    }
    bool is_named = false;
    for (std::size_t i = begin; i < end; ++i) {
        if (reading.has(i, kFinite)) {
            return false;
        }
        const prose::LetterCase letters = reading.tokens[i].letter_case;
        const bool has_capital =
            letters != prose::LetterCase::Lower && letters != prose::LetterCase::None;
        is_named = is_named || has_capital || reading.has(i, kOffice)
                   || std::find(std::begin(kSources), std::end(kSources), reading.words[i])
                          != std::end(kSources);
    }
    return is_named;
}

/// The words of a speaker without "but", "however" in front; unnamed when only a pronoun or no word with a capital is left.
Report trimmed(const Reading& reading, std::size_t begin, std::size_t end) {
    static constexpr std::string_view kSkipped[] =
        {"however", "also", "earlier", "later", "meanwhile", "separately", "і", "та", "и", "also"};
    static constexpr std::string_view kUnnamed[] = {
        "he",  "she",  "it",    "they", "who",  "which", "we",  "i",   "you",
        "it",  "він",  "вона",  "вони", "воно", "он",    "она", "они", "оно",
        "way", "this", "there", "i",    "я",    "ми",    "мы"};
    while (begin < end
           && (reading.has(begin, cue(Cue::Opener)) || !reading.is_word(begin)
               || std::find(std::begin(kSkipped), std::end(kSkipped), reading.words[begin])
                      != std::end(kSkipped))) {
        ++begin;
    }
    while (begin < end
           && (!reading.is_word(end - 1)
               || std::find(std::begin(kSkipped), std::end(kSkipped), reading.words[end - 1])
                      != std::end(kSkipped))) {
        --end;
    }
    if (begin < end
        && std::find(std::begin(kUnnamed), std::end(kUnnamed), reading.words[begin])
               != std::end(kUnnamed)) {
        begin = end;
    }
    if (begin < end && reading.has(begin, cue(Cue::Preposition))) {
        begin = end;  // "in a statement"
    }
    if (!names_somebody(reading, begin, end)) {
        begin = end;
    }
    Report report;
    report.speaker_first = static_cast<std::uint32_t>(begin);
    report.speaker_end = static_cast<std::uint32_t>(end);
    return report;
}

/// "did not say"; "without resistance and said" is no negation of what is said.
bool negates_verb(const Reading& reading, std::size_t token) {
    static constexpr std::string_view kOfNouns[] =
        {"no", "without", "nor", "neither", "без", "ні", "ни", "нет", "немає"};
    return reading.has(token, cue(Cue::Negation))
           && std::find(std::begin(kOfNouns), std::end(kOfNouns), reading.words[token])
                  == std::end(kOfNouns);
}

/// ", the place Ukrainian troops have been": what machine paraphrase makes of "where".
bool opens_place(const Reading& reading, const Passage& passage, std::size_t token) {
    return token > passage.sentence.first_token && reading.is_mark(token - 1, ',')
           && token + 2 < passage.sentence.end_token && reading.words[token] == "the"
           && reading.words[token + 1] == "place" && !reading.has(token + 2, cue(Cue::Preposition));
}

bool is_relative(std::string_view word) {
    static constexpr std::string_view kWords[] = {
        "where",    "which",   "who",     "whose",   "whom",    "де",      "куди",
        "звідки",   "який",    "яка",     "яке",     "які",     "якого",   "якої",
        "якому",    "якій",    "яким",    "якою",    "яких",    "якими",   "яку",
        "где",      "куда",    "откуда",  "который", "которая", "которое", "которые",
        "которого", "которой", "котором", "которую", "которым", "которых", "которыми"};
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

/// "where …", "in which …", "the place …"
bool begins_relative(const Reading& reading, const Passage& passage, std::size_t token) {
    const std::size_t next = token + 1;
    return is_relative(reading.words[token]) || opens_place(reading, passage, token)
           || (reading.has(token, cue(Cue::Preposition)) && next < passage.sentence.end_token
               && is_relative(reading.words[next]));
}

bool is_that(std::string_view word) {
    return word == "that" || word == "що" || word == "что";
}

}  // namespace

Clauses::Clauses(const Reading& reading, const Passage& passage)
    : first_(passage.sentence.first_token) {
    cut(reading, passage);
    find_reports(reading, passage);
}

void Clauses::cut(const Reading& reading, const Passage& passage) {
    const std::size_t end = passage.sentence.end_token;
    std::uint32_t number = 0;
    begins_.push_back(first_);
    is_relative_.push_back(false);
    clause_.resize(end - first_, 0);
    for (std::size_t i = first_; i < end; ++i) {
        bool is_border = false;
        if (i > first_ && i > begins_.back()) {
            const bool after_comma = reading.is_mark(i - 1, ',');
            is_border =
                is_strong_pause(reading.words[i - 1]) || opens_anywhere(reading, i)
                || opens_place(reading, passage, i)
                || (after_comma
                    && (reading.has(i, cue(Cue::Opener)) || starts_participle(reading.words[i])))
                || (is_that(reading.words[i]) && i > first_ + 1
                    && (reading.has(i - 1, cue(Cue::Say, Cue::Cognition, Cue::Deny))
                        || (i > first_ + 2
                            && reading.has(i - 2, cue(Cue::Say, Cue::Cognition, Cue::Deny)))));
        }
        if (is_border) {
            begins_.push_back(i);
            is_relative_.push_back(begins_relative(reading, passage, i));
            ++number;
        }
        clause_[i - first_] = number;
    }
    begins_.push_back(end);
}

void Clauses::find_reports(const Reading& reading, const Passage& passage) {
    const std::size_t end = passage.sentence.end_token;
    for (std::size_t i = first_; i < end; ++i) {
        if (reading.has(i, cue(Cue::According))) {
            std::size_t last = i;
            while (last + 1 < end && reading.has(last + 1, cue(Cue::According))) {
                ++last;
            }
            Report report = speaker_after(reading, passage, last);
            report.verb = static_cast<std::uint32_t>(i);
            reports_.push_back(report);
            i = last;
            continue;
        }
        const bool is_denial = reading.has(i, cue(Cue::Deny));
        if (!is_denial && !is_saying(reading, i)) {
            continue;
        }
        Report report;
        if (starts_participle(reading.words[i])) {
            // "…, saying that": whoever spoke before, or the subject of the sentence
            if (!reports_.empty()) {
                report = reports_.back();
            }
        } else {
            report = speaker_before(reading, passage, i);
            if (report.speaker_first == report.speaker_end) {
                report = speaker_after(reading, passage, i);
            }
        }
        report.verb = static_cast<std::uint32_t>(i);
        report.is_denial = is_denial;
        for (std::size_t back = i; back > first_ && i - back < 4;) {
            --back;
            report.is_negated = report.is_negated || negates_verb(reading, back);
        }
        reports_.push_back(report);
    }
}

/// "Ukraine's security service, the SBU, said": words left of the verb up to a pause, an opener or another verb.
Report Clauses::speaker_before(const Reading& reading, const Passage& passage, std::size_t verb)
    const {
    std::size_t end = verb;
    // Commas, adverbs, auxiliaries and phrases of time stand between speaker and verb: "the army, on Monday, said".
    while (end > first_
           && (reading.has(end - 1, cue(Cue::Perfect, Cue::PastPerfect))
               || reading.is_mark(end - 1, ',') || is_in_time(passage, end - 1)
               || (end < verb && reading.has(end - 1, cue(Cue::Preposition))
                   && is_in_time(passage, end))
               || ends_in_ly(reading.words[end - 1]))) {
        --end;
    }
    std::size_t begin = end;
    while (begin > first_ && end - begin < kMaxSpeakerWords) {
        const std::size_t at = begin - 1;
        const bool is_name_part =
            reading.is_word(at) || reading.is_mark(at, '.') || reading.is_mark(at, '-');
        if (!is_name_part || is_in_time(passage, at)
            || (reading.has(at, cue(Cue::Opener)) && reading.words[at] != "and")
            || is_pause(reading, at) || is_saying(reading, at)
            || reading.has(at, cue(Cue::Past, Cue::Present, Cue::Perfect))) {
            break;
        }
        begin = at;
    }
    if (begin == end && begin > first_ + 1
        && (reading.words[begin - 1] == "who" || reading.words[begin - 1] == "which")) {
        return speaker_before(reading, passage, begin - 1);
    }
    // "has in a roundabout way confirmed": the speaker stands before the phrase.
    if (begin > first_ && begin < end && reading.has(begin, cue(Cue::Preposition))
        && reading.has(begin - 1, cue(Cue::Perfect, Cue::PastPerfect))) {
        return speaker_before(reading, passage, begin - 1);
    }
    return trimmed(reading, begin, end);
}

/// "повідомило міністерство оборони", "according to the SBU".
Report Clauses::speaker_after(const Reading& reading, const Passage& passage, std::size_t verb)
    const {
    const char initial = reading.words[verb].front();
    const bool is_latin = initial >= 'a' && initial <= 'z';
    const bool is_inverted =
        reading.has(verb, cue(Cue::According)) || (verb > first_ && is_pause(reading, verb - 1));
    if (is_latin && !is_inverted) {
        return {};  // English puts the speaker behind the verb after a quotation only
    }
    std::size_t end = verb + 1;
    while (end < last() && end - verb <= kMaxSpeakerWords) {
        const bool is_name_part = reading.is_word(end) || reading.is_mark(end, '-')
                                  || (reading.is_mark(end, '.') && end + 1 < last());
        if (!is_name_part || is_in_time(passage, end)
            || (reading.has(end, cue(Cue::Opener)) && reading.words[end] != "and")
            || is_saying(reading, end)
            || reading.has(end, cue(Cue::Past, Cue::Present, Cue::Perfect))) {
            break;
        }
        ++end;
    }
    return trimmed(reading, verb + 1, end);
}

const Report* Clauses::report_of(std::size_t token) const {
    const Report* best = nullptr;
    int best_distance = 0;
    for (const Report& report : reports_) {
        const int away = distance(report.verb, token);
        // A report verb in front covers what follows it; one at the end covers what stands before it.
        const int penalty = report.verb < token ? 0 : 3;
        if (report.verb != token && (best == nullptr || away + penalty < best_distance)) {
            best = &report;
            best_distance = away + penalty;
        }
    }
    return best;
}

bool Clauses::is_relative_between(std::size_t a, std::size_t b) const {
    const std::uint32_t last = std::max(clause(a), clause(b));
    for (std::uint32_t border = std::min(clause(a), clause(b)) + 1; border <= last; ++border) {
        if (is_relative_[border]) {
            return true;
        }
    }
    return false;
}

int Clauses::distance(std::size_t a, std::size_t b) const {
    const int words = std::abs(static_cast<int>(a) - static_cast<int>(b));
    const int borders = std::abs(static_cast<int>(clause(a)) - static_cast<int>(clause(b)));
    return words + kBorderCost * borders;
}

}  // namespace salient::extract
