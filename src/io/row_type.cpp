#include "io/row_type.hpp"

#include "events/types.hpp"
#include "io/fold_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace salient::io {

namespace {

using T = events::EventType;

constexpr std::size_t kLongestWords = 200;
constexpr std::size_t kMostKnown = 1000;  // of a free text there are as many as rows

/// CAMEO codes by their first digits; longer ones first. @source CAMEO codebook 1.1b3, chapter 2
constexpr std::array<std::pair<std::string_view, T>, 33> kCameo = {{
    {"1724", T::Other},       {"173", T::Capture},     {"181", T::Capture},
    {"183", T::Strike},       {"191", T::Other},       {"192", T::ControlChange},
    {"193", T::GroundCombat}, {"194", T::Shelling},    {"195", T::Strike},
    {"196", T::Other},        {"202", T::Casualties},  {"203", T::Casualties},
    {"152", T::Deployment},   {"154", T::Deployment},  {"087", T::Other},
    {"0841", T::Capture},     {"01", T::Statement},    {"02", T::Statement},
    {"03", T::Statement},     {"04", T::Statement},    {"05", T::Statement},
    {"06", T::Statement},     {"07", T::Aid},          {"08", T::Statement},
    {"09", T::Statement},     {"10", T::Statement},    {"11", T::Statement},
    {"12", T::Statement},     {"13", T::Statement},    {"14", T::Protest},
    {"15", T::Deployment},    {"18", T::GroundCombat}, {"19", T::GroundCombat},
}};

/// Beginnings of words, the first that occurs wins.
constexpr std::array<std::pair<std::string_view, T>, 42> kParts = {{
    {"hunger strike", T::Protest},
    {"labor strike", T::Protest},
    {"labour strike", T::Protest},
    {"general strike", T::Protest},
    {"shell", T::Shelling},
    {"artiller", T::Shelling},
    {"mortar", T::Shelling},
    {"mlrs", T::Shelling},
    {"обстріл", T::Shelling},
    {"обстрел", T::Shelling},
    {"missile", T::Strike},
    {"drone", T::Strike},
    {"uav", T::Strike},
    {"airstrike", T::Strike},
    {"air strike", T::Strike},
    {"strike", T::Strike},
    {"bombing", T::Strike},
    {"ракет", T::Strike},
    {"удар", T::Strike},
    {"protest", T::Protest},
    {"demonstration", T::Protest},
    {"riot", T::Protest},
    {"rally", T::Protest},
    {"prisoner", T::Capture},
    {"captured person", T::Capture},
    {"detention", T::Capture},
    {"arrest", T::Capture},
    {"abduct", T::Capture},
    {"hostage", T::Capture},
    {"battle", T::GroundCombat},
    {"clash", T::GroundCombat},
    {"combat", T::GroundCombat},
    {"firefight", T::GroundCombat},
    {"fighting", T::GroundCombat},
    {"territor", T::ControlChange},
    {"control", T::ControlChange},
    {"casualt", T::Casualties},
    {"fatalit", T::Casualties},
    {"humanitarian", T::Aid},
    {"evacuation", T::Aid},
    {"deploy", T::Deployment},
    {"statement", T::Statement},
}};

/// VIINA's class columns; the most particular first.
constexpr std::array<std::pair<std::string_view, T>, 10> kViina = {{
    {"t_airstrike_b", T::Strike},
    {"t_uav_b", T::Strike},
    {"t_artillery_b", T::Shelling},
    {"t_control_b", T::ControlChange},
    {"t_occupy_b", T::ControlChange},
    {"t_firefight_b", T::GroundCombat},
    {"t_raid_b", T::GroundCombat},
    {"t_armor_b", T::GroundCombat},
    {"t_arrest_b", T::Capture},
    {"t_civcas_b", T::Casualties},
}};

T from_viina(const RowCells& row, const Table& table) {
    for (const auto& [name, type] : kViina) {
        const auto found = std::find(table.columns.begin(), table.columns.end(), name);
        if (found != table.columns.end()
            && row.cells[static_cast<std::size_t>(found - table.columns.begin())] == "1") {
            return type;
        }
    }
    return T::Other;
}

T from_cameo(std::string_view code) {
    for (const auto& [prefix, type] : kCameo) {
        if (code.starts_with(prefix)) {
            return type;
        }
    }
    return code.starts_with("20") ? T::Casualties : T::Other;
}

bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80
           || std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// A word begins with the part: "riot" is not in "Patriot".
bool has_word(std::string_view text, std::string_view part) {
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + 1)) {
        if (at == 0 || !is_letter(text[at - 1])) {
            return true;
        }
    }
    return false;
}

}  // namespace

events::EventType type_from_words(std::string_view text) {
    if (text.empty() || text.size() > kLongestWords) {
        return T::Other;
    }
    const std::string lower = folded(text);
    if (const auto type = events::type_from_id(lower)) {
        return *type;
    }
    for (std::size_t i = 0; i < events::kEventTypeCount; ++i) {
        const auto type = static_cast<T>(i);
        if (events::plain_type_id(type) == lower && type != T::Deployment) {
            return type;
        }
    }
    for (const auto& [part, type] : kParts) {
        if (has_word(lower, part)) {
            return type;
        }
    }
    return T::Other;
}

events::EventType TypeReader::from_words(std::string_view text) {
    if (const auto found = known_.find(text); found != known_.end()) {
        return found->second;
    }
    const T type = type_from_words(text);
    if (known_.size() < kMostKnown && text.size() <= kLongestWords) {
        known_.emplace(text, type);
    }
    return type;
}

events::EventType
TypeReader::read(std::string_view schema, const RowCells& row, const Table& table) {
    const std::string_view type = row.first(Role::Type);
    const std::string_view subtype = row.first(Role::Subtype);
    if (schema == "acled") {
        return events::type_from_acled(type, subtype);
    }
    if (schema == "ucdp-ged") {
        return type == "3" ? T::Casualties : T::GroundCombat;
    }
    if (schema.starts_with("gdelt")) {
        return from_cameo(type);
    }
    if (schema.starts_with("viina")) {
        return from_viina(row, table);
    }
    if (schema == "uawardata") {
        return T::Deployment;
    }
    if (schema == "geoconfirmed" || schema == "equipment-losses") {
        return T::Other;  // "artillery" is what was lost there, not what was done
    }
    const T by_type = from_words(type);
    return by_type == T::Other ? from_words(subtype) : by_type;
}

}  // namespace salient::io
