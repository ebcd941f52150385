#include "workspace/event_query.hpp"

#include "workspace/database_tables.hpp"

namespace salient::workspace {

namespace {

/// Adds a parameter. @return its name in the query
std::string parameter(EventQuery& query, const Value& value) {
    query.parameters.push_back(pg_text(value));
    return "$" + std::to_string(query.parameters.size());
}

/// As time::possibly_inside.
std::string in_window(EventQuery& query, const time::Window& window) {
    const std::string begin = parameter(query, Value(window.begin)) + "::bigint";
    const std::string end = parameter(query, Value(window.end)) + "::bigint";
    return "(open_begin OR time_begin < " + end + ") AND (open_end OR time_end > " + begin
           + " OR (time_end <= time_begin AND NOT open_begin AND time_begin >= " + begin + "))";
}

std::string in_box(EventQuery& query, double west, double east, const geo::Box& box) {
    std::string corners;
    for (const double corner : {west, box.south_deg, east, box.north_deg}) {
        corners += parameter(query, corner) + "::float8, ";
    }
    return "ST_Intersects(geom, ST_MakeEnvelope(" + corners + "4326))";
}

}  // namespace

EventQuery event_query(const Extent& extent) {
    EventQuery query;
    const Table& table = events_table();
    std::string condition;
    if (extent.window) {
        condition = " WHERE time_begin IS NOT NULL AND " + in_window(query, *extent.window);
    }
    if (extent.box) {
        const geo::Box& box = *extent.box;
        condition += condition.empty() ? " WHERE " : " AND ";
        // A box across the antimeridian is two boxes.
        condition += box.west_deg <= box.east_deg
                         ? in_box(query, box.west_deg, box.east_deg, box)
                         : "(" + in_box(query, box.west_deg, 180, box) + " OR "
                               + in_box(query, -180, box.east_deg, box) + ")";
    }
    query.sql = "SELECT " + select_list(table) + ", digest, fid FROM " + stored_name(table)
                + condition + " ORDER BY fid";
    return query;
}

}  // namespace salient::workspace
