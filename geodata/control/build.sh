#!/bin/sh
# Rebuilds control.geojson from the table of facts: geodata/control/build.sh [PATH_TO_salient-control-areas]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tool=${1:-$here/../../build/release/salient-control-areas}
exec "$tool" "$here/.." "$here/control.geojson"
