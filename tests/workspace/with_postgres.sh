#!/bin/sh
# Usage: with_postgres.sh COMMAND [ARG…]. Runs the command beside a PostgreSQL server of its own with PostGIS, on a free port of
# 127.0.0.1, whose address is in SALIENT_TEST_DATABASE. Skipped where the server or PostGIS is not installed.
set -eu
skip() { echo "Not checked: $1"; exit 77; }
bin=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -n 1)
[ -n "$bin" ] && [ -x "$bin/initdb" ] || skip "no PostgreSQL server here (Debian's postgresql-15)"
ls /usr/share/postgresql/*/extension/postgis.control > /dev/null 2>&1 || skip "no PostGIS here (Debian's postgresql-15-postgis-3)"

folder=$(mktemp -d)
as=""
if [ "$(id -u)" -eq 0 ]; then  # the server refuses to run as root
  id postgres > /dev/null 2>&1 || skip "no user postgres to run the server as"
  as="runuser -u postgres --"
  chown postgres "$folder"
fi
stop() {
  $as "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM

cd "$folder"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
echo 'o p&n'"'"'sesame' > "$folder/password"
chmod 644 "$folder/password"
$as "$bin/initdb" -D "$folder/data" -U salient --pwfile="$folder/password" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync \
  > "$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log"; exit 1; }
$as "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 -o "-p $port -h 127.0.0.1 -k '' -c fsync=off" start \
  > "$folder/start.log" 2>&1 || { cat "$folder/start.log" "$folder/server.log"; exit 1; }
export SALIENT_TEST_DATABASE="PG:host=127.0.0.1 port=$port dbname=postgres user=salient password='o p&n\\'sesame'"
"$@"
