#include "workspace/gpkg_schema.hpp"

#include <string_view>

namespace salient::workspace {

namespace {

/// @source OGC 12-128r18 (GeoPackage 1.3), annex C; "GPKG" as a number, version 1.3.0
constexpr const char* kGpkgTables = R"sql(
PRAGMA application_id=0x47504B47;
PRAGMA user_version=10300;
CREATE TABLE IF NOT EXISTS gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE IF NOT EXISTS gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE IF NOT EXISTS gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE IF NOT EXISTS gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
)sql";

/// {t} stands for the table, {c} for its geometry. @source OGC 12-128r18, annex F.3
constexpr const char* kSpatialIndex = R"sql(
CREATE VIRTUAL TABLE "rtree_{t}_{c}" USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES ('{t}', '{c}', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
)sql";

constexpr const char* kSpatialTriggers = R"sql(
CREATE TRIGGER "rtree_{t}_{c}_insert" AFTER INSERT ON "{t}" WHEN (new."{c}" NOT NULL AND NOT ST_IsEmpty(NEW."{c}")) BEGIN INSERT OR REPLACE INTO "rtree_{t}_{c}" VALUES (NEW."fid", ST_MinX(NEW."{c}"), ST_MaxX(NEW."{c}"), ST_MinY(NEW."{c}"), ST_MaxY(NEW."{c}")); END;
CREATE TRIGGER "rtree_{t}_{c}_update1" AFTER UPDATE OF "{c}" ON "{t}" WHEN OLD."fid" = NEW."fid" AND (NEW."{c}" NOTNULL AND NOT ST_IsEmpty(NEW."{c}")) BEGIN INSERT OR REPLACE INTO "rtree_{t}_{c}" VALUES (NEW."fid", ST_MinX(NEW."{c}"), ST_MaxX(NEW."{c}"), ST_MinY(NEW."{c}"), ST_MaxY(NEW."{c}")); END;
CREATE TRIGGER "rtree_{t}_{c}_update2" AFTER UPDATE OF "{c}" ON "{t}" WHEN OLD."fid" = NEW."fid" AND (NEW."{c}" ISNULL OR ST_IsEmpty(NEW."{c}")) BEGIN DELETE FROM "rtree_{t}_{c}" WHERE id = OLD."fid"; END;
CREATE TRIGGER "rtree_{t}_{c}_update3" AFTER UPDATE ON "{t}" WHEN OLD."fid" != NEW."fid" AND (NEW."{c}" NOTNULL AND NOT ST_IsEmpty(NEW."{c}")) BEGIN DELETE FROM "rtree_{t}_{c}" WHERE id = OLD."fid"; INSERT OR REPLACE INTO "rtree_{t}_{c}" VALUES (NEW."fid", ST_MinX(NEW."{c}"), ST_MaxX(NEW."{c}"), ST_MinY(NEW."{c}"), ST_MaxY(NEW."{c}")); END;
CREATE TRIGGER "rtree_{t}_{c}_update4" AFTER UPDATE ON "{t}" WHEN OLD."fid" != NEW."fid" AND (NEW."{c}" ISNULL OR ST_IsEmpty(NEW."{c}")) BEGIN DELETE FROM "rtree_{t}_{c}" WHERE id IN (OLD."fid", NEW."fid"); END;
CREATE TRIGGER "rtree_{t}_{c}_delete" AFTER DELETE ON "{t}" WHEN old."{c}" NOT NULL BEGIN DELETE FROM "rtree_{t}_{c}" WHERE id = OLD."fid"; END;
)sql";

std::string filled(std::string_view sql, const Table& table) {
    std::string result;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        const std::string_view mark = sql.substr(i, 3);
        if (mark == "{t}" || mark == "{c}") {
            result += mark == "{t}" ? table.name : table.columns.front().name;
            i += 2;
        } else {
            result += sql[i];
        }
    }
    return result;
}

const char* sql_type(ColumnType type) {
    switch (type) {
        case ColumnType::Text:
            return "TEXT";
        case ColumnType::Integer:
            return "INTEGER";
        case ColumnType::Real:
            return "REAL";
        case ColumnType::Boolean:
            return "BOOLEAN";
        case ColumnType::DateTime:
            return "DATETIME";
        case ColumnType::Point:
            return "POINT";
    }
    return "TEXT";
}

bool has_point(const Table& table) {
    return table.columns.front().type == ColumnType::Point;
}

}  // namespace

std::string quoted(const std::string& name) {
    return "\"" + name + "\"";
}

base::Status create_gpkg_tables(Sqlite& database) {
    return database.run(kGpkgTables);
}

base::Status create_table(Sqlite& database, const Table& table) {
    std::string sql = "CREATE TABLE " + quoted(table.name)
                      + " (\"fid\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
    for (const Column& column : table.columns) {
        sql += ", " + quoted(column.name) + " " + sql_type(column.type);
    }
    sql += ");";
    const std::string name = "'" + std::string(table.name) + "'";
    sql += "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (" + name
           + (has_point(table) ? ", 'features', '" : ", 'attributes', '") + table.title
           + (has_point(table) ? "', 4326);" : "', 0);");
    if (has_point(table)) {
        sql += "INSERT INTO gpkg_geometry_columns VALUES (" + name + ", '"
               + table.columns.front().name + "', 'POINT', 4326, 0, 0);";
        sql += filled(kSpatialIndex, table);
    }
    return database.run(sql);
}

base::Status
finish_layer(Sqlite& database, const Table& table, const std::optional<geo::Box>& box) {
    if (auto status = database.run(filled(kSpatialTriggers, table)); !status || !box) {
        return status;
    }
    auto update = database.prepare(
        "UPDATE gpkg_contents SET min_x=?, min_y=?, max_x=?, max_y=? WHERE table_name=?");
    if (!update) {
        return update.error();
    }
    const Row values = {box->west_deg, box->south_deg, box->east_deg, box->north_deg, table.name};
    for (std::size_t i = 0; i < values.size(); ++i) {
        update->bind(static_cast<int>(i) + 1, values[i]);
    }
    return update->execute();
}

base::Status drop_table(Sqlite& database, const Table& table) {
    const std::string name = "'" + std::string(table.name) + "'";
    // GDAL's own count of features, of which only some files have a table.
    static_cast<void>(database.run("DELETE FROM gpkg_ogr_contents WHERE table_name=" + name));
    std::string sql = "DELETE FROM gpkg_extensions WHERE table_name=" + name
                      + ";DELETE FROM gpkg_geometry_columns WHERE table_name=" + name
                      + ";DELETE FROM gpkg_contents WHERE table_name=" + name
                      + ";DROP TABLE IF EXISTS " + quoted(table.name) + ";";
    if (has_point(table)) {
        sql += filled("DROP TABLE IF EXISTS \"rtree_{t}_{c}\";", table);
    }
    return database.run(sql);
}

}  // namespace salient::workspace
