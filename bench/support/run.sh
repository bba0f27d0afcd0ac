#!/bin/bash
# The pages for survivors under load: the questions and who can help, each 200 times a second, on a map of London.
#   run.sh MAP [seconds] [port]
# MAP is a folder of CSV files (docs/pathways.md). Needs wrk and curl. wrk has no rate, so the rate is held by one request for each
# of its connections in a slice of time; the last line of each is what was reached and how long the slowest hundredth took.
set -euo pipefail
map=${1:?the folder of a map}; seconds=${2:-20}; port=${3:-5161}
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../.." && pwd)
for tool in wrk curl; do command -v $tool >/dev/null || { echo "$tool is not installed" >&2; exit 1; }; done
work=$(mktemp -d); started=
trap '[ -z "$started" ] || kill "$started" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
program=${GOLDTHREAD_PROGRAM:-$work/program/goldthread.dll}
[ -f "$program" ] || dotnet publish "$root/src/Goldthread/Goldthread.csproj" -c Release -o "$work/program" -v quiet --nologo >/dev/null
dotnet "$program" pathways import "$map" --data "$work/data" 2>/dev/null
dotnet "$program" serve --data "$work/data" --urls "http://127.0.0.1:$port" >"$work/serve.log" 2>&1 & started=$!
for _ in $(seq 100); do curl -sf -o /dev/null "http://127.0.0.1:$port/support" && break; sleep 0.2; done

echo "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg) before"
ask() { # what script
  echo; echo "$1"
  wrk -t1 -c12 -d5s -s "$2" "http://127.0.0.1:$port/support" >/dev/null # until the program's code is compiled for good
  wrk -t1 -c12 -d"${seconds}s" -s "$2" --latency "http://127.0.0.1:$port/support" | grep -E 'Requests/sec|99%|50%|Non-2xx|Socket' || true
}
# Twelve connections, each of which waits 50 ms before it asks again: a little over 200 a second.
cat >"$work/get.lua" <<'LUA'
function delay() return 50 end
LUA
# What a form sends is codes (docs/support.md).
code() { printf '%s\n%s' "$1" "$2" | sha256sum | cut -c1-6; }
of() { local what=$1 one; shift; printf '""'; for one; do printf ', "%s"' "$(code "$what" "$one")"; done; }
cat >"$work/post.lua" <<LUA
local boroughs = { $(of borough Barnet Camden Havering Hackney Sutton Brent) }
local ages = { $(of age "under 16" 16-17 18-24 25-54 "55 and over") }
local needs = { $(of need refuge advocacy counselling legal-advice health-care housing money-advice) }
local start = "to-page=$(printf found | sha256sum | cut -c1-6)&a-$(printf need | sha256sum | cut -c1-6)="
local n = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
function delay() return 50 end
function request()
  n = n + 1
  return wrk.format(nil, nil, nil, start .. needs[n % #needs + 1] .. "&a-$(code dimension borough)=" .. boroughs[n % #boroughs + 1] .. "&a-$(code dimension age)=" .. ages[n % #ages + 1])
end
LUA
ask "The questions" "$work/get.lua"
ask "Who can help: seven boroughs, six ages, eight needs, in turn" "$work/post.lua"
