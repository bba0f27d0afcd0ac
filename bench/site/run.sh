#!/bin/bash
# The site's speed in one run: a cached page beside nginx serving the same bytes, pages nobody asked for before, and weights.
#   run.sh [records] [rounds] [port]
# Needs wrk and nginx (Debian packages). Works in a folder of its own under the temporary folder; what it starts ends with it.
set -euo pipefail
records=${1:-100000}; rounds=${2:-5}; port=${3:-5151}
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../.." && pwd)
for tool in wrk nginx curl; do command -v $tool >/dev/null || { echo "$tool is not installed" >&2; exit 1; }; done
work=$(mktemp -d); chmod 755 "$work"; started=()
trap 'for p in "${started[@]}"; do kill "$p" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT
bench="dotnet $here/bin/Release/net10.0/Goldthread.Site.Bench.dll"
site="http://127.0.0.1:$port"; other="http://127.0.0.1:$((port + 1))"

dotnet build "$here" -c Release -v quiet --nologo >/dev/null
dotnet publish "$root/src/Goldthread/Goldthread.csproj" -c Release -o "$work/program" -v quiet --nologo >/dev/null
$bench fill "$work/data" "$records"
"$work/program/goldthread" serve --data "$work/data" --urls "$site" >"$work/serve.log" 2>&1 & started+=($!)
for _ in $(seq 100); do curl -sf -o /dev/null "$site/about" && break; sleep 0.2; done

echo "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nproc) cores, .NET $(dotnet --list-runtimes | sed -n 's/^Microsoft.AspNetCore.App \([^ ]*\).*/\1/p' | tail -1), $(nginx -v 2>&1 | sed 's/.*: //'), $records records in SQLite"
page="/decisions/pcd-$((records / 2))"
mkdir "$work/www"
curl -sf "$site$page" >"$work/www/page"
curl -sf -H 'Accept-Encoding: gzip' "$site$page" >"$work/www/page.gz"
cat >"$work/nginx.conf" <<NGINX
worker_processes auto; daemon off; pid $work/nginx.pid; error_log stderr error;
events { worker_connections 1024; }
http {
  access_log off; default_type text/html; charset utf-8; sendfile on; tcp_nopush on; gzip_static on; gzip_vary on;
  open_file_cache max=100; keepalive_requests 1000000000;
  client_body_temp_path $work/t1; proxy_temp_path $work/t2; fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
  server { listen 127.0.0.1:$((port + 1)); root $work/www; }
}
NGINX
nginx -p "$work" -c "$work/nginx.conf" 2>"$work/nginx.log" & started+=($!)
for _ in $(seq 50); do curl -sf -o /dev/null "$other/page" && break; sleep 0.1; done

# Requests a second for as long as asked; stops the run where an answer was not 200.
rate() { # address encoding seconds
  local said; said=$(wrk -t1 -c16 -d"$3s" -H "Accept-Encoding: $2" "$1")
  if grep -q 'Non-2xx\|Socket errors' <<<"$said"; then echo "$said" >&2; return 1; fi
  sed -n 's/^Requests\/sec: *//p' <<<"$said"
}
spread() { sort -n | awk '{a[NR]=$1} END {printf "%d (%d to %d)", a[int((NR+1)/2)], a[1], a[NR]}'; }

echo; echo "A cached record page: requests a second by wrk, 16 connections, the median of $rounds rounds (slowest to fastest), taken in turn"
for encoding in identity gzip; do
  for address in "$site$page" "$other/page"; do
    curl -sf -H "Accept-Encoding: $encoding" "$address" | cksum
  done | uniq | wc -l | grep -qx 1 || { echo "the two do not serve the same bytes" >&2; exit 1; }
  rate "$site$page" $encoding 15 >/dev/null # until the program's code is compiled for good
  ours=(); theirs=()
  for _ in $(seq "$rounds"); do ours+=("$(rate "$site$page" $encoding 4)"); theirs+=("$(rate "$other/page" $encoding 4)"); done
  ratio=$(paste <(printf '%s\n' "${ours[@]}") <(printf '%s\n' "${theirs[@]}") | awk '{print $1 / $2}' | sort -n | awk '{a[NR]=$1} END {printf "%.2f (%.2f to %.2f)", a[int((NR+1)/2)], a[1], a[NR]}')
  printf '%-9s %7d bytes   Goldthread %s   nginx %s   ratio %s\n' $encoding "$(curl -sf -H "Accept-Encoding: $encoding" "$site$page" | wc -c)" \
    "$(printf '%s\n' "${ours[@]}" | spread)" "$(printf '%s\n' "${theirs[@]}" | spread)" "$ratio"
done

echo; echo "Not cached, over one connection, brotli included"
$bench uncached "$site" "$records"

echo; echo "A first visit, on the sample"
"$work/program/goldthread" serve --sample --data "$work/sample" --urls "http://127.0.0.1:$((port + 2))" >"$work/sample.log" 2>&1 & started+=($!)
for _ in $(seq 300); do curl -sf -o /dev/null "http://127.0.0.1:$((port + 2))/about" && break; sleep 0.2; done
$bench weight "http://127.0.0.1:$((port + 2))" $(cat "$here/templates.txt")
