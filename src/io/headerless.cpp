#include "io/headerless.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace salient::io {

namespace {

bool all_digits(std::string_view text) {
    return !text.empty()
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number_like(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789+-.,:/ TZ") == std::string_view::npos
           && text.find_first_of("0123456789") != std::string_view::npos;
}

constexpr std::array<std::string_view, 61> kGdelt = {
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    "Actor1Code",
    "Actor1Name",
    "Actor1CountryCode",
    "Actor1KnownGroupCode",
    "Actor1EthnicCode",
    "Actor1Religion1Code",
    "Actor1Religion2Code",
    "Actor1Type1Code",
    "Actor1Type2Code",
    "Actor1Type3Code",
    "Actor2Code",
    "Actor2Name",
    "Actor2CountryCode",
    "Actor2KnownGroupCode",
    "Actor2EthnicCode",
    "Actor2Religion1Code",
    "Actor2Religion2Code",
    "Actor2Type1Code",
    "Actor2Type2Code",
    "Actor2Type3Code",
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    "Actor1Geo_Type",
    "Actor1Geo_FullName",
    "Actor1Geo_CountryCode",
    "Actor1Geo_ADM1Code",
    "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat",
    "Actor1Geo_Long",
    "Actor1Geo_FeatureID",
    "Actor2Geo_Type",
    "Actor2Geo_FullName",
    "Actor2Geo_CountryCode",
    "Actor2Geo_ADM1Code",
    "Actor2Geo_ADM2Code",
    "Actor2Geo_Lat",
    "Actor2Geo_Long",
    "Actor2Geo_FeatureID",
    "ActionGeo_Type",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "ActionGeo_FeatureID",
    "DATEADDED",
    "SOURCEURL",
};

constexpr std::array<std::string_view, 49> kUcdp = {
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
};

constexpr std::array<std::string_view, 16> kMentions = {
    "GLOBALEVENTID",
    "EventTimeDate",
    "MentionTimeDate",
    "MentionType",
    "MentionSourceName",
    "MentionIdentifier",
    "SentenceID",
    "Actor1CharOffset",
    "Actor2CharOffset",
    "ActionCharOffset",
    "InRawText",
    "Confidence",
    "MentionDocLen",
    "MentionDocTone",
    "MentionDocTranslationInfo",
    "Extras",
};

std::vector<std::string_view> gdelt_columns(std::size_t count) {
    std::vector<std::string_view> names(kGdelt.begin(), kGdelt.end());
    if (count == 61) {
        return names;
    }
    std::erase_if(names, [](std::string_view name) { return name.ends_with("_ADM2Code"); });
    names.resize(count);  // 58; rows of 57 lack SOURCEURL, the last
    return names;
}

}  // namespace

std::vector<std::string_view> headerless_columns(const std::vector<std::string_view>& row) {
    const std::size_t count = row.size();
    if ((count == 57 || count == 58 || count == 61) && all_digits(row[0]) && all_digits(row[1])
        && row[1].size() == 8 && all_digits(row[3]) && row[3].size() == 4) {
        return gdelt_columns(count);
    }
    if (count == kUcdp.size() && all_digits(row[0]) && all_digits(row[2]) && row[2].size() == 4
        && is_number_like(row[29]) && is_number_like(row[30])) {
        return {kUcdp.begin(), kUcdp.end()};
    }
    if (count == kMentions.size() && all_digits(row[0]) && all_digits(row[1])
        && row[1].size() == 14) {
        return {kMentions.begin(), kMentions.end()};
    }
    return {};
}

bool is_knowledge_graph(const std::vector<std::string_view>& row) {
    // "20220224001500-12" or "20220224001500-T12", then the same moment.
    return row.size() == 27 && row[0].size() > 15 && all_digits(row[0].substr(0, 14))
           && row[0][14] == '-' && row[1] == row[0].substr(0, 14);
}

bool looks_like_data(const std::vector<std::string_view>& row) {
    const auto numbers = std::count_if(row.begin(), row.end(), is_number_like);
    const auto years = std::count_if(row.begin(), row.end(), [](std::string_view cell) {
        return all_digits(cell) && cell.size() == 8;  // a table with one column a day
    });
    return row.size() >= 2 && numbers - years >= 2 && numbers * 2 >= std::ssize(row);
}

}  // namespace salient::io
