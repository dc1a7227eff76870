#!/usr/bin/env python3
"""The peer of `cellist bench format FILE`: Python's nbformat, file to file, with its validation.

Prints one line of JSON with the same keys: read_s and write_s are medians of warm runs in one
process, mb is the file's size in 10**6 bytes.
"""

import json
import os
import statistics
import sys
import tempfile
import time

import nbformat

WARM_UP_RUNS = 2
COUNTED_RUNS = 7


def main(path):
    reads, writes = [], []
    folder = os.path.dirname(os.path.abspath(path))
    handle, copy = tempfile.mkstemp(prefix=".~bench", suffix=".ipynb", dir=folder)
    os.close(handle)
    try:
        for run in range(WARM_UP_RUNS + COUNTED_RUNS):
            start = time.perf_counter()
            notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
            middle = time.perf_counter()
            nbformat.write(notebook, copy)
            end = time.perf_counter()
            if run >= WARM_UP_RUNS:
                reads.append(middle - start)
                writes.append(end - middle)
    finally:
        os.remove(copy)
    print(
        json.dumps(
            {
                "read_s": round(statistics.median(reads), 4),
                "write_s": round(statistics.median(writes), 4),
                "mb": round(os.path.getsize(path) / 1e6, 1),
                "nbformat": nbformat.__version__,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
