#!/bin/bash
# All measurements of the pathways engine in one run, for the map in FOLDER (see docs/pathways.md for how to make one).
#   run.sh FOLDER [runs]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dotnet run --project "$here" -c Release -- "$1" "${2:-5}"
for off in EnableAVX512 EnableAVX2 EnableHWIntrinsic; do
  echo "with DOTNET_$off=0:"
  env DOTNET_$off=0 dotnet run --project "$here" -c Release --no-build -- "$1" "${2:-5}" engine
done
if command -v psql >/dev/null; then "$here/postgres.sh" "$1"; else echo "PostgreSQL is not here: its query was not run"; fi
