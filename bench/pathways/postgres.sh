#!/bin/bash
# PostgreSQL's recursive query on a sample of a map's profiles, in a cluster of its own that is gone afterwards.
#   postgres.sh FOLDER [profiles]
# Needs PostgreSQL's programs (Debian's postgresql) and, for root, the user postgres, since initdb refuses root.
set -euo pipefail
folder=$(realpath "$1"); sample=${2:-200}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d); chmod 755 "$work"
if [ "$(id -u)" = 0 ]; then chown postgres "$work"; as="runuser -u postgres --"; else as=""; fi
PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
trap '$as pg_ctl -D "$work/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
cd "$work"
$as initdb -D "$work/data" -E UTF8 --locale=C.UTF-8 -A trust >/dev/null
$as pg_ctl -D "$work/data" -o "-k $work -c listen_addresses= -c work_mem=512MB -c shared_buffers=512MB -c fsync=off" -w start >/dev/null
dotnet run --project "$here" -c Release -- "$folder" 1 sql:"$sample" >"$work/load.sql" 2>"$work/expected"
$as psql -X -q -h "$work" -v ON_ERROR_STOP=1 -A -t postgres <"$work/load.sql" >"$work/found"
head -n -1 "$work/found" | diff - "$work/expected" >/dev/null && echo "the query finds what the search per profile finds" || { echo "THEY DIFFER"; cat "$work/found" "$work/expected"; }
echo "$sample profiles, all needs: $(tail -1 "$work/found")"
