#!/usr/bin/env python3
"""A kernel of this machine, and one that is reached over SSH, a few round trips of each in turn.

    ssh_in_turn.py HOST [ROUNDS]

HOST is a machine that `ssh HOST` reaches without a question; `localhost`, to see what the way alone
costs. In each round each of the two does five times 60 round trips, 100,000 printed lines and 5,000
displays, in an order that is drawn anew; see kernel_in_turn.py for why. Prints medians and ratios.
"""

import json
import pathlib
import random
import statistics
import subprocess
import sys

CELLIST = pathlib.Path(__file__).resolve().parents[2] / "cellist"
MEASURES = ["trips"] * 5 + ["print", "display"]


class Measured:
    """`cellist bench kernel --in-turn`, which measures when it is told to."""

    def __init__(self, *where):
        self.process = subprocess.Popen(
            [CELLIST, "bench", "kernel", "--in-turn", *where],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
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


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    both = {"here": Measured(), "there": Measured("--host", sys.argv[1])}
    times = {(name, what): [] for name in both for what in MEASURES}
    for _ in range(rounds):
        for what in MEASURES:
            for name in random.sample(list(both), 2):
                times[name, what] += both[name].turn(what)
    for each in both.values():
        each.end()
    for what in dict.fromkeys(MEASURES):
        here, there = (statistics.median(times[name, what]) for name in both)
        print(f"{what}: {here:.2f} ms here, {there:.2f} ms there, ratio {there / here:.2f}")


main()
