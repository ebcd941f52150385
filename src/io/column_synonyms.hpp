#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

/// What columns are called that hold the parts of events: plain names (see plain_name), best first.
namespace salient::io {

using Words = std::vector<std::string_view>;

inline const Words kLatitude = {
    "latitude",
    "lat",
    "pointlatitude",
    "широта",
    "breitengrad",
    "breite",
    "latitud",
    "latitudine",
    "y"};
inline const Words kLongitude = {
    "longitude",
    "lon",
    "lng",
    "long",
    "pointlongitude",
    "довгота",
    "долгота",
    "längengrad",
    "laengengrad",
    "länge",
    "longitud",
    "longitudine",
    "x"};
/// Pairs for metres in some coordinate system: easting and northing. They are taken when their values are that large.
inline const std::array<std::pair<std::string_view, std::string_view>, 8> kEastings = {{
    {"easting", "northing"},
    {"eastings", "northings"},
    {"utmeasting", "utmnorthing"},
    {"utme", "utmn"},
    {"utmx", "utmy"},
    {"pointx", "pointy"},
    {"xcoord", "ycoord"},
    {"x", "y"},
}};
inline const Words kPosition = {
    "geomwkt",
    "wkt",
    "geometry",
    "geojson",
    "geom",
    "thegeom",
    "coordinates",
    "coordinate",
    "coords",
    "coord",
    "latlon",
    "latlng",
    "latlong",
    "lonlat",
    "lnglat",
    "longlat",
    "latitudelongitude",
    "longitudelatitude",
    "geo",
    "gps",
    "position",
    "point",
    "mgrs",
    "координати",
    "координаты",
    "location"};
/// Names that say when it happened.
inline const Words kStart = {
    "timebegin",    "eventdate",      "datestart",     "startdate",   "startdatetime",
    "start",        "date",           "datetime",      "occurredat",  "startedat",
    "timestart",    "starttime",      "begin",         "begindate",   "dateofevent",
    "incidentdate", "verifieddate",   "observedon",    "when",        "day",
    "дата",         "датаподії",      "датасобытия",   "датапочатку", "датаначала",
    "початок",      "начало",         "datum",         "fecha",       "data",
    "time",         "starttimestamp", "timestampstart"};
/// Names of moments that may be those of the event.
inline const Words kStamps =
    {"timestamp", "ts", "unixtime", "epoch", "timestampms", "datereported", "reportdate"};
inline const Words kYear =
    {"year", "iyear", "startyear", "eventyear", "рік", "год", "jahr", "año", "année"};
inline const Words kMonth =
    {"month", "imonth", "startmonth", "eventmonth", "місяць", "месяц", "monat", "mes", "mois"};
inline const Words kDay =
    {"day", "iday", "startday", "eventday", "день", "число", "tag", "día", "dia", "jour"};
inline const Words kEnd = {
    "timeend",        "dateend",        "enddate",       "enddatetime",  "end",
    "finishedat",     "endedat",        "timestop",      "endtime",      "stop",
    "stopdate",       "until",          "finish",        "endtimestamp", "timestampend",
    "датазавершення", "датазакінчення", "датаокончания", "кінець",       "конец"};
inline const Words kId = {
    "eventid",
    "eventidcnty",
    "id",
    "uuid",
    "guid",
    "civid",
    "hcid",
    "incidentid",
    "globalid",
    "objectid",
    "fid",
    "featureid"};
inline const Words kTitle =
    {"title", "name", "headline", "event", "asciiname", "label", "назва", "название", "titel"};
inline const Words kText = {
    "notes",
    "description",
    "text",
    "desc",
    "summary",
    "details",
    "note",
    "comment",
    "comments",
    "опис",
    "описание",
    "popup"};
inline const Words kType =
    {"eventtype", "type", "category", "kind", "incidenttype", "тип", "категорія", "категория"};
inline const Words kSubtype = {"subeventtype", "subtype", "subcategory"};
inline const Words kPlace = {
    "placename",
    "location",
    "place",
    "city",
    "nearestlocation",
    "settlement",
    "town",
    "address",
    "target",
    "fromname",
    "locationname",
    "місце",
    "место",
    "населенийпункт",
    "городсело",
    "місто",
    "город"};
inline const Words kRegion = {
    "admin1",
    "adm1",
    "adm1name",
    "region",
    "oblast",
    "province",
    "state",
    "область",
    "регіон",
    "регион"};
inline const Words kCountry = {"country", "countryname", "iso3", "countrycode", "країна", "страна"};
inline const Words kSource = {
    "sourceurl",
    "url",
    "link",
    "links",
    "sourcesurl",
    "sources",
    "source",
    "href",
    "джерело",
    "источник"};
inline const Words kSourceName = {"publisher", "sourcename", "media", "sourcearticle"};
inline const Words kActor =
    {"actor1", "actor2", "sidea", "sideb", "actor", "faction", "side", "actors", "party"};
inline const Words kPlacePrecision = {
    "geoprecision",
    "whereprec",
    "placeprecision",
    "locationprecision",
    "coordinatesaccurate",
    "geocodeprecision"};
inline const Words kTimePrecision = {"timeprecision", "dateprec", "dateprecision"};
/// Words where they hold words, metres where they hold numbers.
inline const Words kAccuracy =
    {"accuracy", "gpsaccuracy", "locationaccuracy", "horizontalaccuracy", "precisionm"};
inline const Words kRadius = {
    "radiusm",
    "uncertaintym",
    "coordinateuncertaintyinmeters",
    "accuracym"};
inline const Words kKilled = {"fatalities", "killed", "deaths", "dead", "best"};

}  // namespace salient::io
