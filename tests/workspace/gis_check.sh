#!/bin/sh
# Usage: gis_check.sh VICTIM. A saved workspace is a GeoPackage that GDAL reads without a complaint, with readable attributes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" make "$folder/work.gpkg" > /dev/null
fail() { echo "$1"; exit 1; }

ogrinfo -ro -al -so "$folder/work.gpkg" > "$folder/summary" 2> "$folder/complaints"
ogrinfo -ro -al "$folder/work.gpkg" events > "$folder/events" 2>> "$folder/complaints"
[ ! -s "$folder/complaints" ] || { cat "$folder/complaints"; fail "GDAL complained"; }
grep -q "Geometry: Point" "$folder/summary" || fail "events is no layer of points"
grep -q "WGS 84" "$folder/summary" || fail "no reference system"
for column in "title: String" "type: String" "begin_at: DateTime" "end_at: DateTime" "time_precision: String" "place: String" \
  "status: String" "confidence: Real" "source_url: String" "approximate: Integer(Boolean)"; do
  grep -q "$column" "$folder/summary" || fail "no attribute $column"
done
for table in salient_articles salient_decisions salient_edits salient_layers salient_files salient_bookmarks; do
  grep -q "Layer name: $table" "$folder/summary" || fail "GDAL does not list $table"
done
[ "$(grep -c '^OGRFeature(events)' "$folder/events")" -eq 200 ] || fail "not 200 events"
# The spatial index answers as a look at every point does.
ogr2ogr -f CSV /vsistdout/ "$folder/work.gpkg" events -spat 0 0 90 60 -select id | sort > "$folder/indexed"
ogr2ogr -f CSV /vsistdout/ "$folder/work.gpkg" -dialect SQLITE \
  -sql "SELECT id FROM events WHERE ST_X(geom) BETWEEN 0 AND 90 AND ST_Y(geom) BETWEEN 0 AND 60" | sort > "$folder/looked"
cmp "$folder/indexed" "$folder/looked" || fail "the spatial index is wrong"
[ "$(wc -l < "$folder/indexed")" -gt 3 ] || fail "no event in the box"
# A GIS can change the layer: the triggers keep index and table together.
ogrinfo -q "$folder/work.gpkg" -sql "UPDATE events SET title='from outside' WHERE fid=1" 2>&1 | grep -i error && fail "no change possible"
ogrinfo -ro -q "$folder/work.gpkg" -sql "SELECT title FROM events WHERE fid=1" | grep -q "from outside" || fail "change lost"
echo "GDAL reads and changes the workspace"
