#!/bin/sh
# rebuild_test.sh TOOL GEODATA OUTPUT: a rebuild equals the committed areas; bad tables are refused with their place.
set -eu
tool=$1 geodata=$2 output=$3
"$tool" "$geodata" "$output"
cmp "$output" "$geodata/control/control.geojson" || {
  echo "control.geojson differs from a rebuild: run geodata/control/build.sh and commit the result" >&2
  exit 1
}

broken=$(dirname "$output")/broken
rm -rf "$broken"
mkdir -p "$broken/control"
for name in gazetteer.tsv gazetteer-supplement.tsv layers control/points.csv control/snapshots.csv; do
  ln -s "$geodata/$name" "$broken/$name"
done
# refused MESSAGE FACT: a table with that one fact fails and says why and where.
refused() {
  printf 'place_id,held_by,from,to\n%s\n' "$2" >"$broken/control/settlements.csv"
  if message=$("$tool" "$broken" "$output" 2>&1); then
    echo "accepted: $2" >&2
    exit 1
  fi
  case $message in
    *"$1"*) ;;
    *) echo "expected '$1', found '$message'" >&2; exit 1 ;;
  esac
}
refused 'settlements.csv:2' 's-sudzha,nobody,2024-08-06,'
refused 'Expected days as YYYY-MM-DD' 's-gornal,ukraine,2024-02-30,'
refused 'after the day in `from`' 's-gornal,ukraine,2024-08-06,2024-08-06'
refused 'Expected 4 fields, found 3' 's-gornal,ukraine,2024-08-06'
refused 'unknown place: s-nowhere' 's-nowhere,ukraine,2024-08-06,'
