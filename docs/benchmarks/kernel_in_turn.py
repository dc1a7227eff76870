#!/usr/bin/env python3
"""Cellist and jupyter_client on the same kind of kernel, a few round trips of each in turn.

    kernel_in_turn.py [ROUNDS] [--kernel NAME]

A machine's speed changes by a third within a minute; only what is measured within the same second
can be compared. Each has a kernel of its own, and the other's is idle meanwhile. In each round each
of the two does 60 round trips, 100,000 printed lines and 5,000 displays, in an order that is drawn
anew. A round trip lasts from sending `1` to having both the reply and `idle`; the two floods last
until everything has arrived decoded. Prints what `compare.sh` reads: one line of JSON.
"""

import argparse
import json
import pathlib
import random
import statistics
import subprocess
import sys
import time

import jupyter_client
from jupyter_client.manager import start_new_kernel

CELLIST = pathlib.Path(__file__).resolve().parents[2] / "cellist"
WARM_UP_TRIPS = 300
TURN_TRIPS = 60
TRIP_TURNS = 5  # the floods take seconds, a turn of trips half a one
LINES = 100_000
DISPLAYS = 5_000

PRINTS = f"for i in range({LINES}): print(i)"
SHOWS = f"for i in range({DISPLAYS}): display({{'text/plain': str(i)}}, raw=True)"
MEASURES = ["trips"] * TRIP_TURNS + ["print", "display"]


class Cellist:
    """`cellist bench kernel --in-turn`, which measures when it is told to."""

    def __init__(self, kernel):
        command = [CELLIST, "bench", "kernel", "--in-turn", "--kernel", kernel]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit("cellist measured nothing")
        return json.loads(line)

    def turn(self, what):
        print(what, file=self.process.stdin, flush=True)
        return self.answer()

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class JupyterClient:
    """The peer."""

    def __init__(self, kernel):
        self.manager, self.client = start_new_kernel(kernel_name=kernel)
        for _ in range(WARM_UP_TRIPS):
            self.run("1")

    def turn(self, what):
        if what == "trips":
            return [self.run("1") for _ in range(TURN_TRIPS)]
        if what == "print":
            return [self.run(PRINTS, lines=LINES)]
        return [self.run(SHOWS, displays=DISPLAYS)]

    def run(self, code, lines=0, displays=0):
        got_lines = got_displays = 0
        start = time.perf_counter()
        sent = self.client.execute(code)
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") != sent:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "stream" and content["name"] == "stdout":
                got_lines += content["text"].count("\n")
            elif kind == "display_data":
                got_displays += 1
            elif kind == "status" and content["execution_state"] == "idle":
                break
        while self.client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != sent:
            pass
        took = time.perf_counter() - start
        if (got_lines, got_displays) != (lines, displays):
            sys.exit(f"{got_lines} lines and {got_displays} displays arrived")
        return took * 1e3

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()


def figures(times):
    trips = sorted(times["trips"])
    return {
        "roundtrip_ms_median": round(statistics.median(trips), 3),
        "roundtrip_ms_p99": round(trips[len(trips) * 99 // 100], 3),
        "print_100k_s": round(statistics.median(times["print"]) / 1e3, 4),
        "display_5k_s": round(statistics.median(times["display"]) / 1e3, 4),
    }


def main():
    options = argparse.ArgumentParser(description="Cellist and jupyter_client in turn")
    options.add_argument("rounds", nargs="?", type=int, default=5)
    options.add_argument("--kernel", default="python3")
    options = options.parse_args()
    both = {"cellist": Cellist(options.kernel), "jupyter_client": JupyterClient(options.kernel)}
    times = {name: {"trips": [], "print": [], "display": []} for name in both}
    for i in range(options.rounds + 1):
        for what in MEASURES:
            for name in random.sample(list(both), 2):
                took = both[name].turn(what)
                if i > 0:  # the first round is to warm up
                    times[name][what] += took
    for each in both.values():
        each.end()
    answer = {name: figures(each) for name, each in times.items()}
    print(json.dumps(answer | {"version": jupyter_client.__version__}))


if __name__ == "__main__":
    main()
