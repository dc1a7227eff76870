#!/usr/bin/env python3
"""The peer of `cellist bench kernel [--kernel NAME]`: jupyter_client on the same kernel.

Prints one line of JSON with the same keys, measured the same way: a round trip lasts from sending
`1` to having both the reply and `idle`; the two floods last until everything has arrived decoded.
"""

import json
import statistics
import sys
import time

import jupyter_client
from jupyter_client.manager import start_new_kernel

WARM_UP_TRIPS = 300
COUNTED_TRIPS = 1000
FLOOD_RUNS = 5
LINES = 100_000
DISPLAYS = 5_000

PRINTS = f"for i in range({LINES}): print(i)"
SHOWS = f"for i in range({DISPLAYS}): display({{'text/plain': str(i)}}, raw=True)"


def run(client, code, lines=0, displays=0):
    got_lines = got_displays = 0
    start = time.perf_counter()
    sent = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") != sent:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "stream" and content["name"] == "stdout":
            got_lines += content["text"].count("\n")
        elif kind == "display_data":
            got_displays += 1
        elif kind == "status" and content["execution_state"] == "idle":
            break
    while client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != sent:
        pass
    took = time.perf_counter() - start
    if (got_lines, got_displays) != (lines, displays):
        sys.exit(f"{got_lines} lines and {got_displays} displays arrived")
    return took


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(len(ordered) * share))]


def main(name):
    manager, client = start_new_kernel(kernel_name=name)
    try:
        trips = [run(client, "1") for _ in range(WARM_UP_TRIPS + COUNTED_TRIPS)][WARM_UP_TRIPS:]
        prints, displays = [], []
        for i in range(FLOOD_RUNS + 1):
            printed = run(client, PRINTS, lines=LINES)
            shown = run(client, SHOWS, displays=DISPLAYS)
            if i > 0:  # the first is to warm up
                prints.append(printed)
                displays.append(shown)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    print(
        json.dumps(
            {
                "roundtrip_ms_median": round(quantile(trips, 0.5) * 1e3, 3),
                "roundtrip_ms_p99": round(quantile(trips, 0.99) * 1e3, 3),
                "print_100k_s": round(statistics.median(prints), 4),
                "display_5k_s": round(statistics.median(displays), 4),
                "jupyter_client": jupyter_client.__version__,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--kernel") + 1] if "--kernel" in sys.argv else "python3")
