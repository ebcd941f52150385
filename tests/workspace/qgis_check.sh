#!/bin/sh
# Usage: qgis_check.sh VICTIM. QGIS opens a saved workspace and shows the events with their attributes; skipped without PyQGIS.
set -eu
if ! QT_QPA_PLATFORM=offscreen /usr/bin/python3 -c 'import qgis.core' 2> /dev/null; then
  echo "Not checked: PyQGIS is not installed (Debian's python3-qgis)"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" make "$folder/work.gpkg" > /dev/null
HOME=$folder QT_QPA_PLATFORM=offscreen /usr/bin/python3 "$(dirname "$0")/qgis_check.py" "$folder/work.gpkg"
