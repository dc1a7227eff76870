"""What Cellist does on a machine that it reaches over SSH: looks, starts kernels, keeps them.

Read from standard input, never installed. Python 3.6 and its own library are enough. The first line
of input after the program is an order; answers are lines of JSON after one that says CELLIST, since
a login shell may have printed anything before.

A kernel belongs to a process of its own, its holder, which outlives the connection: it has the
kernel's last words, tells its end, and sends it signals. Who comes talks to it through the socket
`door` in the kernel's private folder.
"""

import glob
import json
import os
import re
import select
import shutil
import signal
import socket
import stat
import subprocess
import sys
import threading
import time

MOST_WORDS = 64 << 10
MOST_JSON = 1 << 20
MOST_TEXT = 64 << 10
TOOL_SECONDS = 10
TOLD_SECONDS = 10
LISTEN_SECONDS = 20
DAY = 24 * 3600
KEPT_SECONDS = 7 * DAY
SAMPLE_SECONDS = 600
IDLE_CPU_SECONDS = 30
MOST_REASON = 300
HOME = os.path.expanduser("~")
KERNELS = os.path.join(HOME, ".local", "state", "cellist", "kernels")
ENDED = "ended.json"  # instead of kernel.json, while its last words are of use
RECORDER = "recorder.json"
AWAY = "recorder.away"  # instead, while there is none
STATE = "state"  # one letter, which the recorder writes: b for busy, i for idle
READ_PROGRAM = "import sys; it = sys.stdin.buffer; exec(it.read(int(it.readline())))"
OWN_VENV = os.path.join(HOME, ".local", "share", "cellist", "venv")


def say(answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
