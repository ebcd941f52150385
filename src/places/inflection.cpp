#include "places/inflection.hpp"

#include <algorithm>
#include <array>

namespace salient::places {
namespace {

/// A case ending and the nominative endings it may stand for. Endings are tried longest first.
struct EndingRule {
    std::string_view ending;
    std::array<std::string_view, 8>
        nominatives;  ///< nullptr-terminated by views with a null data pointer
};

constexpr std::string_view kZero = std::string_view("-").substr(
    1);  // no ending; its pointer is not null, which would end the list

// Ukrainian and Russian together: the paradigms share most endings, and a wrong guess is no word.
constexpr EndingRule kRules[] = {
    {"ському", {"ський", "ське", "ск"}},
    {"скому", {"ский", "ское"}},
    {"ського", {"ський", "ське"}},
    {"ского", {"ский", "ское"}},
    {"ською", {"ська"}},
    {"ської", {"ська"}},
    {"ській", {"ська"}},
    {"ским", {"ский", "ское"}},
    {"ським", {"ський", "ське"}},
    {"ими", {"і", "ие", "ий"}},
    {"ыми", {"ые"}},
    {"ями", {"і", "и", "ї"}},
    {"ами", {"и", "ы", "а"}},
    {"ого", {"ий", "е", "ый", "ое", "ой"}},
    {"его", {"ий", "ее"}},
    {"ому", {"ий", "е", "ый", "ое", "ой"}},
    {"ему", {"ий", "ее"}},
    {"ові", {kZero, "о"}},
    {"еві", {"ь", kZero}},
    {"єві", {"й"}},
    {"ою", {"а", "ая"}},
    {"ею", {"я", "а", "ая"}},
    {"єю", {"я"}},
    {"ой", {"а", "ая", "ой"}},
    {"ей", {"я", "а", "ья", "и"}},
    {"ої", {"а"}},
    {"ій", {"а", "я"}},
    {"ую", {"ая"}},
    {"юю", {"яя"}},
    {"ых", {"ые"}},
    {"их", {"і", "ие"}},
    {"ым", {"ый", "ое", "ые", "о"}},
    {"им", {"ий", "е", "ое", "і", "ие"}},
    {"ім", {"ий", "е", "ім"}},
    {"ом", {kZero, "о", "ое", "ый", "ий"}},
    {"ем", {"ь", "е", "й", kZero, "ий", "ее"}},
    {"єм", {"й", "є"}},
    {"ём", {"ь", "е", "ье"}},
    {"ях", {"і", "и", "ї"}},
    {"ах", {"и", "ы", "а"}},
    {"ям", {"і", "и", "ї"}},
    {"ам", {"и", "ы", "а"}},
    {"ів", {"и", "і"}},
    {"їв", {"ї"}},
    {"ов", {"ы"}},
    {"ев", {"и"}},
    {"а", {kZero, "о", "е"}},
    {"я", {"ь", "й", "є", "е", "ье"}},
    {"у", {kZero, "а", "о", "е"}},
    {"ю", {"ь", "й", "я", "є", "е"}},
    {"е", {"а", kZero, "о", "ь", "я", "й"}},
    {"є", {"й", "я"}},
    {"і", {"а", kZero, "о", "ь", "я", "и", "е"}},
    {"ї", {"я", "й", "є"}},
    {"и", {"а", "я", "ь", "ия", "й"}},
    {"ы", {"а", kZero, "о"}},
    {kZero, {"и", "ы", "а", "о", "і"}},
};

/// Stem ends that change when the ending goes: і/о/е in closed syllables, к/ц, г/з, х/с, fleeting vowels.
struct Alternation {
    std::string_view oblique;
    std::string_view base;
    std::string_view only_before;  ///< nominative ending it needs; "*" for any, "" for none
};

constexpr Alternation kAlternations[] = {
    {"єв", "їв", ""},   {"ов", "ів", ""},  {"ев", "ів", ""},   {"от", "іт", ""},
    {"ог", "іг", ""},   {"ол", "іл", ""},  {"оль", "іль", ""}, {"ел", "іл", ""},
    {"ен", "ін", ""},   {"он", "ін", ""},  {"од", "ід", ""},   {"оз", "іг", ""},
    {"ок", "к", "и"},   {"ек", "к", "и"},  {"ч", "ік", ""},    {"ц", "к", "а"},
    {"з", "г", "а"},    {"с", "х", "а"},   {"ж", "г", "а"},    {"нц", "нец", ""},
    {"нц", "нец", "ь"}, {"вц", "вец", ""}, {"вц", "вец", "ь"}, {"ц", "ец", ""},
    {"ц", "ець", ""},   {"ц", "єц", "ь"},  {"йц", "єц", "ь"},  {"рл", "рел", ""},
    {"рл", "рьол", ""}, {"зл", "зел", ""}, {"жк", "жок", ""},  {"шк", "шок", ""},
    {"рк", "рок", ""},  {"дк", "док", ""}, {"чк", "чок", ""},  {"зн", "зень", ""},
    {"пн", "пень", ""}, {"ин", "ін", ""},
};

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

void push_unique(std::vector<std::string>& out, std::string form, std::string_view word) {
    if (form != word && std::find(out.begin(), out.end(), form) == out.end()) {
        out.push_back(std::move(form));
    }
}

void add_forms(
    std::vector<std::string>& out,
    std::string_view stem,
    std::string_view nominative,
    std::string_view word) {
    push_unique(out, std::string(stem).append(nominative), word);
    for (const Alternation& change : kAlternations) {
        if (change.only_before == nominative && ends_with(stem, change.oblique)) {
            std::string form(stem.substr(0, stem.size() - change.oblique.size()));
            form.append(change.base).append(nominative);
            push_unique(out, std::move(form), word);
        }
    }
}

constexpr std::size_t kMostCompounds = 256;
constexpr std::size_t kShortestStemBytes =
    4;  // two letters: "Оск", "Сум" pass, "Ук" does not make sense alone

std::vector<std::string> forms_of_part(std::string_view word) {
    std::vector<std::string> out;
    for (const EndingRule& rule : kRules) {
        if (!ends_with(word, rule.ending)
            || word.size() < rule.ending.size() + kShortestStemBytes) {
            continue;
        }
        const std::string_view stem = word.substr(0, word.size() - rule.ending.size());
        for (const std::string_view nominative : rule.nominatives) {
            if (nominative.data() != nullptr) {
                add_forms(out, stem, nominative, word);
            }
        }
    }
    return out;
}

std::vector<std::string_view> split_words(std::string_view name) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    while (begin < name.size()) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        if (end > begin) {
            words.push_back(name.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return words;
}

}  // namespace

std::vector<std::string> nominative_forms(std::string_view word) {
    const std::size_t last_hyphen = word.rfind('-');
    if (last_hyphen == std::string_view::npos || last_hyphen + 1 == word.size()) {
        return forms_of_part(word);
    }
    // "Ростове-на-Дону", "Івано-Франківську", "Камянці-Подільському": either end or both may carry a case ending.
    const std::size_t first_hyphen = word.find('-');
    const std::string_view head = word.substr(0, first_hyphen);
    const std::string_view middle = word.substr(first_hyphen, last_hyphen + 1 - first_hyphen);
    const std::string_view tail = word.substr(last_hyphen + 1);
    std::vector<std::string> heads = forms_of_part(head);
    std::vector<std::string> tails = forms_of_part(tail);
    heads.insert(heads.begin(), std::string(head));
    tails.insert(tails.begin(), std::string(tail));
    std::vector<std::string> out;
    for (const std::string& first : heads) {
        for (const std::string& last : tails) {
            if (out.size() < kMostCompounds) {
                push_unique(out, std::string(first).append(middle).append(last), word);
            }
        }
    }
    return out;
}

namespace {

/// Every head followed by every form, at most `limit`.
std::vector<std::string> each_with_each(
    const std::vector<std::string>& heads,
    const std::vector<std::string>& forms,
    std::size_t limit) {
    std::vector<std::string> joined;
    for (const std::string& head : heads) {
        for (const std::string& form : forms) {
            if (joined.size() >= limit) {
                return joined;
            }
            std::string name = head;
            if (!name.empty()) {
                name += ' ';
            }
            name += form;
            joined.push_back(std::move(name));
        }
    }
    return joined;
}

}  // namespace

std::vector<std::string> nominative_names(std::string_view name, std::size_t limit) {
    const std::vector<std::string_view> words = split_words(name);
    if (words.empty() || words.size() > 4) {
        return {};
    }
    if (words.size() == 1) {
        return nominative_forms(words.front());
    }
    std::vector<std::string> names{std::string()};
    for (const std::string_view word : words) {
        std::vector<std::string> forms = nominative_forms(word);
        forms.insert(forms.begin(), std::string(word));
        names = each_with_each(names, forms, limit);
    }
    std::erase(names, std::string(name));
    return names;
}

}  // namespace salient::places
