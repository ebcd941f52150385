#include "io/column_mapping.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace salient::io {

namespace {

// In the order of Role.
constexpr std::array<std::string_view, kRoleCount> kRoles = {
    "id",
    "title",
    "text",
    "type",
    "subtype",
    "start",
    "end",
    "clock",
    "end_clock",
    "year",
    "month",
    "day",
    "time_precision",
    "latitude",
    "longitude",
    "position",
    "place",
    "place_precision",
    "radius_m",
    "region",
    "country",
    "source",
    "source_name",
    "actor",
    "killed",
    "killed_low",
    "killed_high",
    "status",
    "confidence",
};

constexpr std::array<std::string_view, 3> kOrders = {"day_first", "month_first", "year_first"};

std::optional<DateOrder> order_from_id(std::string_view id) {
    for (std::size_t i = 0; i < kOrders.size(); ++i) {
        if (kOrders[i] == id) {
            return static_cast<DateOrder>(i);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view ColumnMapping::column(Role role) const {
    for (const auto& [has, name] : columns) {
        if (has == role) {
            return name;
        }
    }
    return {};
}

std::string_view role_id(Role role) {
    return kRoles.at(static_cast<std::size_t>(role));
}

std::optional<Role> role_from_id(std::string_view id) {
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
        if (kRoles[i] == id) {
            return static_cast<Role>(i);
        }
    }
    return std::nullopt;
}

std::uint64_t header_hash(const std::vector<std::string>& columns) {
    // FNV-1a; the zero between names keeps "ab","c" and "a","bc" apart.
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto add = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001B3U; };
    for (const std::string& column : columns) {
        for (const char c : column) {
            add(static_cast<unsigned char>(c));
        }
        add(0);
    }
    return hash;
}

std::string mapping_json(const ColumnMapping& mapping) {
    nlohmann::ordered_json json;
    json["schema"] = mapping.schema;
    json["header_hash"] = std::to_string(mapping.header_hash);  // more digits than a number holds
    if (mapping.date_order) {
        json["date_order"] = kOrders.at(static_cast<std::size_t>(*mapping.date_order));
    }
    json["columns"] = nlohmann::ordered_json::array();
    for (const auto& [role, name] : mapping.columns) {
        json["columns"].push_back({{"role", role_id(role)}, {"column", name}});
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::optional<ColumnMapping> mapping_from_json(std::string_view text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("columns") || !json["columns"].is_array()) {
        return std::nullopt;
    }
    const auto word = [](const nlohmann::json& object, const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? found->get<std::string>()
                                                           : std::string();
    };
    ColumnMapping mapping;
    mapping.schema = word(json, "schema");
    for (const char digit : word(json, "header_hash")) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        mapping.header_hash = mapping.header_hash * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    if (json.contains("date_order")) {
        mapping.date_order = order_from_id(word(json, "date_order"));
        if (!mapping.date_order) {
            return std::nullopt;
        }
    }
    for (const auto& entry : json["columns"]) {
        const auto role =
            entry.is_object() ? role_from_id(word(entry, "role")) : std::optional<Role>();
        if (!role) {
            return std::nullopt;
        }
        mapping.columns.emplace_back(*role, word(entry, "column"));
    }
    return mapping;
}

}  // namespace salient::io
