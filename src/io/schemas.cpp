#include "io/schemas.hpp"

#include <algorithm>

namespace salient::io {

namespace {

using R = Role;

// Column lists as published; see the publishers' codebooks.
const std::vector<Schema> kSchemas = {
    {"salient",
     {"id", "type", "eventtype", "assertion", "confidence", "status"},
     {{R::Id, "id"},
      {R::Title, "title"},
      {R::Text, "sourcetext"},
      {R::Type, "eventtype"},
      {R::Subtype, "subtype"},
      {R::Start, "datestart"},
      {R::End, "dateend"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::Place, "place"},
      {R::PlacePrecision, "placeprecision"},
      {R::RadiusM, "radiusm"},
      {R::Country, "country"},
      {R::Status, "status"},
      {R::Confidence, "confidence"}}},
    {"acled",
     {"eventdate", "eventtype", "actor1", "subeventtype|eventidcnty|eventidnocnty"},
     {{R::Id, "eventidcnty|eventidnocnty|dataid"},
      {R::Start, "eventdate"},
      {R::TimePrecision, "timeprecision"},
      {R::Type, "eventtype"},
      {R::Subtype, "subeventtype"},
      {R::Actor, "actor1"},
      {R::Actor, "actor2"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::PlacePrecision, "geoprecision"},
      {R::Place, "location"},
      {R::Region, "admin1"},
      {R::Country, "country"},
      {R::Text, "notes"},
      {R::SourceName, "source"},
      {R::Killed, "fatalities"}}},
    {"ucdp-ged",
     {"typeofviolence", "datestart", "dateend", "sidea", "sideb"},
     {{R::Id, "id"},
      {R::Start, "datestart"},
      {R::End, "dateend"},
      {R::TimePrecision, "dateprec"},
      {R::Type, "typeofviolence"},
      {R::Title, "sourceheadline"},
      {R::Title, "conflictname"},
      {R::Actor, "sidea"},
      {R::Actor, "sideb"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::PlacePrecision, "whereprec"},
      {R::Place, "wherecoordinates"},
      {R::Region, "adm1"},
      {R::Country, "country"},
      {R::SourceName, "sourcearticle"},
      {R::Killed, "best"},
      {R::KilledLow, "low"},
      {R::KilledHigh, "high"}}},
    {"gdelt-mentions",
     {"globaleventid", "eventtimedate", "mentiontimedate", "mentionidentifier"},
     {{R::Start, "eventtimedate"},
      {R::Title, "mentionsourcename"},
      {R::Source, "mentionidentifier"},
      {R::SourceName, "mentionsourcename"}}},
    {"gdelt-2",
     {"globaleventid", "sqldate", "actiongeolat", "actiongeoadm2code"},
     {{R::Id, "globaleventid"},
      {R::Start, "sqldate"},
      {R::Type, "eventcode"},
      {R::Actor, "actor1name"},
      {R::Actor, "actor2name"},
      {R::Latitude, "actiongeolat"},
      {R::Longitude, "actiongeolong"},
      {R::PlacePrecision, "actiongeotype"},
      {R::Place, "actiongeofullname"},
      {R::Source, "sourceurl"}}},
    {"gdelt-1",
     {"globaleventid", "sqldate", "actiongeolat", "actiongeolong"},
     {{R::Id, "globaleventid"},
      {R::Start, "sqldate"},
      {R::Type, "eventcode"},
      {R::Actor, "actor1name"},
      {R::Actor, "actor2name"},
      {R::Latitude, "actiongeolat"},
      {R::Longitude, "actiongeolong"},
      {R::PlacePrecision, "actiongeotype"},
      {R::Place, "actiongeofullname"},
      {R::Source, "sourceurl"}}},
    {"viina-2-reports",
     {"viinaversion", "eventid", "geoprecision", "date"},
     {{R::Id, "eventid"},
      {R::Start, "date"},
      {R::Clock, "time"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::PlacePrecision, "geoprecision"},
      {R::Place, "asciiname|location|address"},
      {R::Region, "adm1name"},
      {R::Text, "text"},
      {R::Source, "url"},
      {R::SourceName, "source"}}},
    {"viina-2",
     {"eventid1pd", "geoprecision", "date", "tmilb"},
     {{R::Id, "eventid1pd"},
      {R::Start, "date"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::PlacePrecision, "geoprecision"},
      {R::Place, "asciiname"},
      {R::Region, "adm1name"},
      {R::SourceName, "sources"}}},
    {"viina-1",
     {"date", "geoprecision", "longitude", "latitude", "tempid|geoapi"},
     {{R::Id, "tempid"},
      {R::Start, "date"},
      {R::Clock, "time"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::PlacePrecision, "geoprecision"},
      {R::Place, "address|asciiname"},
      {R::Text, "text"},
      {R::Source, "url"},
      {R::SourceName, "source"}}},
    {"viina",
     {"date", "geoprecision", "longitude", "latitude", "asciiname"},
     {{R::Start, "date"},
      {R::Clock, "time"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::PlacePrecision, "geoprecision"},
      {R::Place, "asciiname"},
      {R::Text, "text"},
      {R::Source, "url"},
      {R::SourceName, "source"}},
     false},
    {"viina-control",
     {"geonameid", "date", "statuswiki|statusboost|statusdsm|statusisw"},
     {{R::Start, "date"}, {R::Place, "geonameid"}, {R::Type, "status|statuswiki"}},
     false},
    {"geoconfirmed",
     {"faction", "pluscode", "latitude", "longitude"},
     {{R::Id, "id"},
      {R::Start, "date"},
      {R::Title, "name"},
      {R::Text, "description"},
      {R::Actor, "faction"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::Subtype, "equipment"},
      {R::Source, "source"},
      {R::Source, "geolocation"}}},
    {"uawardata",
     {"date", "unit", "unitnumber|subordinateto", "icon|icon15", "strength"},
     {{R::Start, "date"},
      {R::Title, "unit"},
      {R::Subtype, "type"},
      {R::Latitude, "lat"},
      {R::Longitude, "lng"},
      {R::Text, "notes"},
      {R::Actor, "country"},
      {R::Source, "sourcesurl"}},
     false},
    {"equipment-losses",
     {"type", "model", "status", "lostby|owner"},
     {{R::Id, "id"},
      {R::Start, "date|lossdate|dateoflosses"},
      {R::Title, "model"},
      {R::Subtype, "type"},
      {R::Actor, "lostby|owner"},
      {R::Place, "nearestlocation|location"},
      {R::Text, "comment|notes"},
      {R::Source, "sources|source|url"}},
     false},
    {"air-raid-sirens",
     {"startedat", "finishedat", "region|oblast", "naive|raion|hromada|source"},
     {{R::Start, "startedat"},
      {R::End, "finishedat"},
      {R::Region, "hromada"},
      {R::Region, "raion"},
      {R::Region, "region|oblast"},
      {R::Subtype, "level"},
      {R::SourceName, "source"}},
     false},
    {"timemap",
     {"id", "description", "date", "associations|narrativestepstyles|categoryfull|civid|filters"},
     {{R::Id, "id"},
      {R::Start, "date"},
      {R::Clock, "time"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::Place, "location|placedesc"},
      {R::Text, "description"},
      {R::Type, "category|type"},
      {R::Source, "sources"}},
     false},
    {"firms",  // its clock is UTC
     {"acqdate", "acqtime", "latitude", "longitude", "satellite"},
     {{R::Start, "acqdate"},
      {R::Clock, "acqtime"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::SourceName, "instrument"}}},
    {"usgs",
     {"mag", "magtype", "time", "place"},
     {{R::Id, "id|code"},
      {R::Start, "time"},
      {R::Title, "title|place"},
      {R::Latitude, "latitude"},
      {R::Longitude, "longitude"},
      {R::Place, "place"},
      {R::Subtype, "type"},
      {R::Source, "url"}}},
};

bool has_one_of(const std::vector<std::string>& names, std::string_view choices) {
    while (true) {
        const std::size_t bar = choices.find('|');
        if (std::find(names.begin(), names.end(), choices.substr(0, bar)) != names.end()) {
            return true;
        }
        if (bar == std::string_view::npos) {
            return false;
        }
        choices.remove_prefix(bar + 1);
    }
}

}  // namespace

std::span<const Schema> known_schemas() {
    return kSchemas;
}

const Schema* find_schema(std::string_view id) {
    const auto found = std::find_if(kSchemas.begin(), kSchemas.end(), [id](const Schema& schema) {
        return schema.id == id;
    });
    return found == kSchemas.end() ? nullptr : &*found;
}

const Schema* recognise_schema(const std::vector<std::string>& plain_names) {
    for (const Schema& schema : kSchemas) {
        if (std::all_of(
                schema.required.begin(),
                schema.required.end(),
                [&](std::string_view choices) { return has_one_of(plain_names, choices); })) {
            return &schema;
        }
    }
    return nullptr;
}

}  // namespace salient::io
