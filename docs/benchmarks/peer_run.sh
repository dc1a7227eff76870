#!/bin/sh
# The peer of `cellist run`: `jupyter nbconvert --execute` on the same 200 small cells, whole
# processes, in turn. Prints one line of JSON with medians in seconds and their ratio.
#
#   docs/benchmarks/peer_run.sh [ROUNDS]
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd -P)
rounds=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

exec python3 - "$here/cellist" "$work" "$rounds" <<'PYTHON'
import json, os, statistics, subprocess, sys, time

cellist, work, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
source, result = os.path.join(work, "cells.ipynb"), os.path.join(work, "result.ipynb")
cells = [
    {"cell_type": "code", "id": f"cell-{i}", "metadata": {}, "execution_count": None,
     "outputs": [], "source": f"x{i} = {i}\nprint(x{i})"}
    for i in range(200)
]
kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
with open(source, "w") as file:
    json.dump({"cells": cells, "metadata": {"kernelspec": kernelspec},
               "nbformat": 4, "nbformat_minor": 5}, file)

def seconds(*command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start

ours, theirs = [], []
for _ in range(rounds + 1):
    ours.append(seconds(cellist, "run", source, "-o", result))
    theirs.append(seconds("jupyter-nbconvert", "--to", "notebook", "--execute",
                          "--output", result, source))
ours, theirs = statistics.median(ours[1:]), statistics.median(theirs[1:])
print(json.dumps({"cellist_run_s": round(ours, 2), "nbconvert_s": round(theirs, 2),
                  "ratio": round(ours / theirs, 2)}))
PYTHON
