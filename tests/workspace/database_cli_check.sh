#!/bin/sh
# Usage: with_postgres.sh database_cli_check.sh SALIENT. The command line and the window save to
# and open a database, and show no password.
set -eu
salient=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "$1"; cat out err 2> /dev/null; exit 1; }
cat > input.csv <<'CSV'
id,title,date,latitude,longitude,type
a,Bridge struck,2025-01-11,51.23,35.27,strike
b,Village taken,2025-01-12,51.40,34.90,control change
c,Port shelled,2024-02-01,46.48,30.73,shelling
CSV
HOME=$work; export HOME
run() { "$salient" "$@" >> out 2>> err; }

run save input.csv --at 2025-01-12 -o "$SALIENT_TEST_DATABASE" || fail "cannot save"
"$salient" info "$SALIENT_TEST_DATABASE" --json > info 2>> err || fail "cannot open"
grep -q '"events": 3' info || fail "not three events"
run save "$SALIENT_TEST_DATABASE" -o all.gpkg || fail "cannot copy"
run save "$SALIENT_TEST_DATABASE" --from 2025-01-01 --to 2025-01-31 -o january.gpkg || fail "cannot copy a month"
run save "$SALIENT_TEST_DATABASE" --view 29,45,32,48 -o south.gpkg || fail "cannot copy a region"
for part in all:3 january:2 south:1; do
  "$salient" info "${part%:*}.gpkg" --json | grep -q "\"events\": ${part#*:}" || fail "$part expected"
done
run shot "$SALIENT_TEST_DATABASE" --size 320x200 -o picture.png || fail "no picture"
if run info "PG:host=127.0.0.1 port=1 dbname=x user=x password=sesame"; then fail "opened what is not there"; fi
if run info "$SALIENT_TEST_DATABASE nonsense=1"; then fail "opened nonsense"; fi
if run save input.csv -o "postgresql://me:sesame@127.0.0.1:1/x"; then fail "saved nowhere"; fi

# The window: opens a month there, looks, saves there, and is killed with its journal on disk.
Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3> display 2> /dev/null &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
until [ -s display ]; do kill -0 $server || fail "no display"; sleep 0.1; done
DISPLAY=:$(cat display) XDG_STATE_HOME=$work/state
export DISPLAY XDG_STATE_HOME
cat > script <<'LINES'
settle
save-events window.geojson
settle
next
key A
wait 3
save-workspace
settle
save-workspace copy.gpkg
save-workspace postgresql://me:sesame@127.0.0.1:1/x
settle
save-workspace PG:host=127.0.0.1 port=1 dbname=x password='sesame'
settle
next
key R
wait 3
save-picture window.png
wait 100000
LINES
"$salient" "$SALIENT_TEST_DATABASE" --from 2025-01-01 --to 2025-01-31 --script script > window.out 2> window.err &
window=$!
until [ -s window.png ]; do kill -0 $window || fail "the window ended: $(cat window.err)"; sleep 0.1; done
kill -9 $window
[ "$(grep -o '"type":"Feature",' window.geojson | wc -l)" -eq 2 ] || fail "not the two events of January: $(cat window.geojson)"
grep -q "Workspace saved: PG:" window.err || fail "not saved to the database: $(cat window.err)"
[ -n "$(ls state/salient/journal)" ] || fail "no journal is left"

if grep -rl sesame . --exclude=script; then fail "the password is in a file"; fi
echo "The command line and the window work with a database"
