#include "control/area_class.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace salient::control {

namespace {

constexpr std::array<std::pair<Holder, std::string_view>, 4> kHolders{{
    {Holder::Ukraine, "ukraine"},
    {Holder::Russia, "russia"},
    {Holder::Contested, "contested"},
    {Holder::Other, "other"},
}};

constexpr std::array<std::pair<AreaClass, std::string_view>, 7> kClasses{{
    {AreaClass::Occupied, "occupied"},
    {AreaClass::OccupiedBefore, "occupied_before"},
    {AreaClass::Contested, "contested"},
    {AreaClass::Liberated, "liberated"},
    {AreaClass::Incursion, "incursion"},
    {AreaClass::Editorial, "editorial"},
    {AreaClass::Home, "home"},
}};

struct KnownKey {
    std::string_view key;
    Classified means;
};
constexpr std::array<KnownKey, 6> kKeys{{
    {"status.occupied", {Holder::Russia, AreaClass::Occupied}},
    {"status.unknown", {Holder::Contested, AreaClass::Contested}},
    {"status.dismissed", {Holder::Ukraine, AreaClass::Liberated}},
    {"territories.crimea", {Holder::Russia, AreaClass::OccupiedBefore}},
    {"territories.ordlo", {Holder::Russia, AreaClass::OccupiedBefore}},
    {"territories.tuzla", {Holder::Russia, AreaClass::OccupiedBefore}},
}};

/// A beginning of a word, in lower case, and what an area with it is. The first row that fits wins: what an area *is* comes
/// before whose it is ("liberated from Russian forces").
struct KnownWord {
    std::string_view beginning;
    Classified means;
};
constexpr Classified kLiberated{Holder::Ukraine, AreaClass::Liberated};
constexpr Classified kContested{Holder::Contested, AreaClass::Contested};
constexpr Classified kBefore{Holder::Russia, AreaClass::OccupiedBefore};
constexpr Classified kEditorial{Holder::Other, AreaClass::Editorial};
constexpr Classified kOccupied{Holder::Russia, AreaClass::Occupied};
constexpr Classified kIncursion{Holder::Ukraine, AreaClass::Incursion};
constexpr Classified kHome{Holder::Ukraine, AreaClass::Home};
constexpr std::array<KnownWord, 44> kWords{{
    {"liberat", kLiberated},    {"recaptur", kLiberated},
    {"retaken", kLiberated},    {"regained", kLiberated},
    {"dismissed", kLiberated},  {"звільнен", kLiberated},
    {"освобожд", kLiberated},   {"contested", kContested},
    {"unknown", kContested},    {"disputed", kContested},
    {"grey", kContested},       {"gray", kContested},
    {"сіра", kContested},       {"серая", kContested},
    {"невідом", kContested},    {"transnistria", kEditorial},
    {"abkhazia", kEditorial},   {"ossetia", kEditorial},
    {"tskhinvali", kEditorial}, {"ichkeria", kEditorial},
    {"belarus", kEditorial},    {"incursion", kIncursion},
    {"kursk", kIncursion},      {"belgorod", kIncursion},
    {"pre-war", kBefore},       {"prewar", kBefore},
    {"2014", kBefore},          {"crimea", kBefore},
    {"ordlo", kBefore},         {"ldnr", kBefore},
    {"крим", kBefore},          {"крым", kBefore},
    {"ордло", kBefore},         {"occupied", kOccupied},
    {"окупован", kOccupied},    {"оккупирован", kOccupied},
    {"russia", kOccupied},      {"rus", kOccupied},
    {"росі", kOccupied},        {"росси", kOccupied},
    {"ru", kOccupied},          {"ukrain", kHome},
    {"украї", kHome},           {"ua", kHome},
}};
/// Beginnings as short as these must be the whole word.
constexpr std::size_t kShortWord = 3;

/// Offsets into U+0400…: Ѐ…Џ are followed by А…Я, then come the small letters.
unsigned lower_cyrillic(unsigned code) {
    if (code < 0x10U) {
        return code + 0x50U;
    }
    return code < 0x30U ? code + 0x20U : code;
}

/// ASCII and the Cyrillic letters А to Я and І, Ї, Є, Ґ in UTF-8, in lower case.
std::string lower_case(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 'A' && lead <= 'Z') {
            lower += static_cast<char>(lead + ('a' - 'A'));
        } else if (lead == 0xD0U && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]);
            const unsigned code = next & 0x3FU;  // U+0400 and up
            const unsigned lowered = lower_cyrillic(code);
            lower += static_cast<char>(0xD0U + (lowered >> 6U));
            lower += static_cast<char>(0x80U | (lowered & 0x3FU));
        } else {
            lower += static_cast<char>(lead);
        }
    }
    return lower;
}

bool is_word_char(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/// Some word of the text begins so.
bool has_word(std::string_view text, std::string_view beginning) {
    for (std::size_t at = text.find(beginning); at != std::string_view::npos;
         at = text.find(beginning, at + 1)) {
        const std::size_t end = at + beginning.size();
        const bool starts = at == 0 || !is_word_char(text[at - 1]);
        const bool ends = end == text.size() || !is_word_char(text[end]);
        if (starts && (ends || beginning.size() > kShortWord)) {
            return true;
        }
    }
    return false;
}

template <class Table, class Value>
std::string_view text_in(const Table& table, Value value) {
    for (const auto& [known, text] : table) {
        if (known == value) {
            return text;
        }
    }
    return {};
}

template <class Value, std::size_t size>
std::optional<Value> value_in(
    const std::array<std::pair<Value, std::string_view>, size>& table,
    std::string_view wanted) {
    for (const auto& [value, text] : table) {
        if (text == wanted) {
            return value;
        }
    }
    return std::nullopt;
}

/// Keys are made of ASCII letters, digits, `.`, `-` and `_`.
bool is_key_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
           || c == '-' || c == '_';
}

}  // namespace

bool is_summed(AreaClass area_class) {
    return area_class == AreaClass::Occupied || area_class == AreaClass::OccupiedBefore
           || area_class == AreaClass::Incursion;
}

std::string_view file_text(Holder holder) {
    return text_in(kHolders, holder);
}

std::optional<Holder> holder_from_text(std::string_view text) {
    return value_in(kHolders, text);
}

std::string_view file_text(AreaClass area_class) {
    return text_in(kClasses, area_class);
}

std::optional<AreaClass> area_class_from_text(std::string_view text) {
    return value_in(kClasses, text);
}

std::optional<Classified> area_class_from_name(std::string_view name) {
    constexpr std::string_view prefix = "geoJSON.";
    const std::size_t at = name.rfind(prefix);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view key = name.substr(at + prefix.size());
    const auto end = std::find_if_not(key.begin(), key.end(), is_key_char);
    key = key.substr(0, static_cast<std::size_t>(end - key.begin()));
    for (const KnownKey& known : kKeys) {
        if (known.key == key) {
            return known.means;
        }
    }
    const bool is_area = key.starts_with("territories.") || key.starts_with("status.");
    return is_area ? std::optional(Classified{}) : std::nullopt;
}

std::optional<Classified> area_class_from_words(std::string_view text) {
    const std::string lower = lower_case(text);
    for (const KnownWord& known : kWords) {
        if (has_word(lower, known.beginning)) {
            return known.means;
        }
    }
    return std::nullopt;
}

std::optional<Holder> holder_from_status(std::string_view text) {
    const std::string lower = lower_case(text);
    if (lower == "ua" || lower == "ukr" || lower == "ukraine") {
        return Holder::Ukraine;
    }
    if (lower == "ru" || lower == "rus" || lower == "russia") {
        return Holder::Russia;
    }
    return lower == "contested" ? std::optional(Holder::Contested) : std::nullopt;
}

}  // namespace salient::control
