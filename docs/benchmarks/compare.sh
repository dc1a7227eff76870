#!/bin/sh
# Measures Cellist and its peers in turn, in one run, and prints what both say and the ratios that
# docs/benchmarks.md sets targets for.
#
#   docs/benchmarks/compare.sh [ROUNDS]
#
# The peers run on the Python that `jupyter-nbconvert` runs on; PEER_PYTHON names another.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd -P)
rounds=${1:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PEER_PYTHON:-$(sed -n '1s/^#! *//p' "$(command -v jupyter-nbconvert)")}

"$here/cellist" bench make --cells 400 --mb 50 --seed 1 "$work/50mb.ipynb"
i=0
while [ "$i" -lt "$rounds" ]; do
    "$here/cellist" bench format "$work/50mb.ipynb" >>"$work/format.ours"
    "$python" "$here/docs/benchmarks/peer_format.py" "$work/50mb.ipynb" >>"$work/format.theirs"
    i=$((i + 1))
done
"$python" "$here/docs/benchmarks/kernel_in_turn.py" "$rounds" 2>/dev/null >"$work/kernel"
"$here/docs/benchmarks/peer_run.sh" "$rounds" >"$work/run"

exec "$python" - "$work" <<'PYTHON'
import json, pathlib, statistics, sys

work = pathlib.Path(sys.argv[1])

def medians(name):
    lines = [json.loads(line) for line in (work / name).read_text().splitlines()]
    return {key: statistics.median(line[key] for line in lines)
            for key in lines[0] if not isinstance(lines[0][key], str)}

ours, theirs = medians("format.ours"), medians("format.theirs")
ours["read_s + write_s"] = ours["read_s"] + ours["write_s"]
theirs["read_s + write_s"] = theirs["read_s"] + theirs["write_s"]
kernel = json.loads((work / "kernel").read_text())
ours |= kernel["cellist"]
theirs |= kernel["jupyter_client"]
run = json.loads((work / "run").read_text())
ours["run of 200 cells"], theirs["run of 200 cells"] = run["cellist_run_s"], run["nbconvert_s"]

targets = {"read_s + write_s": 0.35, "roundtrip_ms_median": 1.0, "print_100k_s": 1.1,
           "run of 200 cells": 0.5}
print(f"{'what':22}{'Cellist':>10}{'peer':>10}{'ratio':>8}{'target':>8}")
for key in ours:
    if key != "mb":
        ratio = ours[key] / theirs[key]
        print(f"{key:22}{ours[key]:10.3f}{theirs[key]:10.3f}{ratio:8.2f}"
              f"{targets.get(key, ''):>8}")
PYTHON
