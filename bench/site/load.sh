#!/bin/bash
# The site under load while documents come in: so many requests a second for so long, and an import into the same register.
#   load.sh [rate] [seconds] [documents] [records] [port] [connection]
# With a PostgreSQL connection the register lives there; the database must be empty. What it starts ends with it.
set -euo pipefail
rate=${1:-200}; seconds=${2:-600}; documents=${3:-10000}; records=${4:-100000}; port=${5:-5151}; database=${6:-}
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../.." && pwd)
work=$(mktemp -d); started=()
trap 'for p in "${started[@]}"; do kill "$p" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT
bench="dotnet $here/bin/Release/net10.0/Goldthread.Site.Bench.dll"
where=(--data "$work/data"); [ -z "$database" ] || where+=(--database "$database")

dotnet build "$here" -c Release -v quiet --nologo >/dev/null
dotnet publish "$root/src/Goldthread/Goldthread.csproj" -c Release -o "$work/program" -v quiet --nologo >/dev/null
$bench fill "$work/data" "$records" ${database:+"$database"}
$bench documents "$work/documents" "$documents"
"$work/program/goldthread" serve "${where[@]}" --urls "http://127.0.0.1:$port" >"$work/serve.log" 2>&1 & started+=($!)
for _ in $(seq 100); do curl -sf -o /dev/null "http://127.0.0.1:$port/about" && break; sleep 0.2; done
echo "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nproc) cores, $records records in $([ -z "$database" ] && echo SQLite || echo PostgreSQL)"

echo "Warming up, without an import"
$bench load "http://127.0.0.1:$port" "$((rate / 4))" 30 "$records" >"$work/warm.log" || cat "$work/warm.log"
begun=$SECONDS
("$work/program/goldthread" import "$work/documents" "${where[@]}" 2>&1 | tail -1 | sed 's/^/The import, beside it: /'; echo "It took $((SECONDS - begun)) s.") >"$work/import.log" 2>&1 & import=$!; started+=("$import")
echo "$rate requests a second for $seconds s while $documents documents are imported; latency from when each was meant to be sent"
$bench load "http://127.0.0.1:$port" "$rate" "$seconds" "$records" || true
kill -0 "$import" 2>/dev/null && echo "The import was not done when the requests were." || cat "$work/import.log"
grep -c 'could not be shown' "$work/serve.log" | sed 's/^/Pages that could not be shown: /'
