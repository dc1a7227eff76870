"""Records what one kernel says, and stands between it and whoever is connected over SSH.

A program of its own, since it needs pyzmq, which the kernel's Python has and the holder's may not.
It comes over standard input, which stays open as long as the holder lives.

The kernel knows one client, this one. Requests come from whoever is connected, each with a number, so
that one which is sent again after a break is not asked twice. What the kernel says goes into a log
first, and from there to the client, each record with its number: after a break the client says
which it has. Nothing depends on when anybody connects.

A record in the file has the length of its body, its CRC-32, and the body: number, kind, run (the
request that it belongs to, if a later client may take that over), and the frames of its message.
"""

import hmac
import json
import os
import socket
import struct
import sys
import time
import zlib
from collections import OrderedDict, deque

import zmq

MOST_OF_A_RUN = 256 << 20  # of a run that says more, what it said first and last is kept
BEGINNING = 64 << 10
WORTH_COMPACTING = 16 << 20
MOST_OF_ALL = 1 << 30  # then what no later client wants gives way, though this one lacks it
MOST_OF_A_HELLO = 4 << 10
MOST_ON_THE_WAY = 256 << 10
MOST_RUNS = 1024
BURST = 256
STALE_SECONDS = 12
QUIET_MILLIS = 300
LOOK_MILLIS = 1000
MARK_AT = 36  # a UUID, and then an underscore and the mark
UNHEARD = ("SETTLED", "TAKEN")  # records that no client gets
DELIMITER = b"<IDS|MSG>"
HEAD = struct.Struct(">II")
FRONT = struct.Struct(">QBH")
LENGTH = struct.Struct(">I")


class Record:
    """One entry of a log."""

    __slots__ = ("number", "kind", "run", "frames")

    def __init__(self, number, kind, run, frames):
        self.number = number
        self.kind = kind
        self.run = run
        self.frames = frames

    def packed(self):
        kind, run = self.kind.encode(), self.run.encode()
        parts = [FRONT.pack(self.number, len(kind), len(run)), kind, run]
        for frame in self.frames:
            parts += [LENGTH.pack(len(frame)), frame]
        body = b"".join(parts)
        return HEAD.pack(len(body), zlib.crc32(body)) + body

    @staticmethod
    def parsed(body):
        number, kind_size, run_size = FRONT.unpack_from(body)
        at = FRONT.size + kind_size
        kind = body[FRONT.size : at].decode()
        run = body[at : at + run_size].decode()
        at += run_size
        frames = []
        while at < len(body):
            (size,) = LENGTH.unpack_from(body, at)
            frames.append(body[at + LENGTH.size : at + LENGTH.size + size])
            at += LENGTH.size + size
        return Record(number, kind, run, frames)


def read(file, at):
    """Returns the record there, None if it is damaged, and where the next begins; None if nothing
    whole is there."""
    head = os.pread(file, HEAD.size, at)
    if len(head) < HEAD.size:
        return None
    size, checksum = HEAD.unpack(head)
    if size < FRONT.size or at + HEAD.size + size > os.fstat(file).st_size:
        return None
    body = os.pread(file, size, at + HEAD.size)
    is_whole = zlib.crc32(body) == checksum
    return Record.parsed(body) if is_whole else None, at + HEAD.size + size


def write(file, data, at):
    data = memoryview(data)
    while data:
        done = os.pwrite(file, data, at)
        data = data[done:]
        at += done


class Log:
    """What the kernel said, in a file that only grows until what it holds is settled."""

    def __init__(self, path, most_of_a_run=MOST_OF_A_RUN):
        self.path = path
        self.most_of_a_run = most_of_a_run
        self.file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self.end = 0
        self.number = 0  # of the newest record
        self.sizes = {}  # bytes of each run that is not settled
        self.settled = OrderedDict()  # the newest of them
        self.waste = 0  # bytes of what no later client wants
        self.token = ""  # of the client that is there or was there last
        self.taken = 0  # the number of the newest request of that client
        self.got = 0  # the number up to which the present client has everything
        self.is_over = False
        self.recover()
        self.has_gap = self.number > 0 or self.end < os.fstat(self.file).st_size
        os.ftruncate(self.file, self.end)

    def recover(self):
        found = read(self.file, self.end)
        while found:
            record, after = found
            if record:
                self.number = record.number
                if record.kind == "TAKEN":
                    self.token, self.taken = record.run, int(record.frames[0])
                self.note(record, after - self.end)
            self.end = after
            found = read(self.file, self.end)

    def begin(self, is_again):
        """Begins its numbers above all that an earlier recorder can have given out, whatever of
        them is lost, so that a client which names its newest gets all that follows."""
        self.number = max(self.number, int(time.time() * 1_000_000))
        self.has_gap = self.has_gap or is_again

    def note(self, record, size):
        if record.kind == "SETTLED":
            self.settled[record.run] = True
            if len(self.settled) > MOST_RUNS:
                self.settled.popitem(last=False)
            self.waste += size + self.sizes.pop(record.run, 0)
        elif not record.run or record.run in self.settled or record.kind == "TAKEN":
            self.waste += size
        else:
            self.sizes[record.run] = self.sizes.get(record.run, 0) + size

    def append(self, kind, run, frames):
        if self.has_gap:
            self.has_gap = not self.put("GAP", "", [])
        if self.has_gap or not self.put(kind, run, frames):
            self.has_gap = True

    def put(self, kind, run, frames):
        """Returns whether the disk took it."""
        record = Record(self.number + 1, kind, run, frames)
        data = record.packed()
        try:
            write(self.file, data, self.end)
        except OSError:
            self.cut()
            return False
        self.number += 1
        self.end += len(data)
        self.note(record, len(data))
        return True

    def cut(self):
        """Cuts off what a full disk has left of a record."""
        try:
            os.ftruncate(self.file, self.end)
        except OSError:
            pass  # the next record is written over it

    def take(self, number):
        """Notes that a request is being sent: it is not sent again, whatever happens."""
        self.taken = number
        self.put("TAKEN", self.token, [str(number).encode()])

    def settle(self, runs):
        for run in runs:
            if run in self.sizes:
                self.put("SETTLED", run, [])

    def is_worth_tidying(self):
        is_wasteful = self.waste > WORTH_COMPACTING and self.waste > self.end // 2
        return is_wasteful or any(it > self.most_of_a_run for it in self.sizes.values())

    def tidy(self, moved):
        """Writes what is wanted into a new file, which takes the old one's place.

        moved is called with each record that is kept, and where it lies now.
        """
        new_path = self.path + ".new"
        try:
            file = os.open(new_path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        except OSError:
            return
        try:
            end, sizes = self.copy_to(file, moved)
            taken = Record(self.number + 1, "TAKEN", self.token, [b"%d" % self.taken]).packed()
            write(file, taken, end)
            os.rename(new_path, self.path)
        except OSError:
            os.close(file)
            os.unlink(new_path)
            return
        os.close(self.file)
        self.number += 1
        self.file, self.end, self.sizes, self.waste = file, end + len(taken), sizes, len(taken)

    def copy_to(self, file, moved):
        passed, sizes, shortened = {}, {}, set()
        at, end = 0, 0
        is_spared = self.end < MOST_OF_ALL
        while at < self.end:
            record, after = read(self.file, at)
            size = after - at
            at = after
            if not record or record.kind in UNHEARD:
                continue
            run = record.run
            passed[run] = passed.get(run, 0) + size
            if run in self.sizes:
                if self.is_left_out(record, passed[run], size):
                    if run in shortened:
                        continue
                    shortened.add(run)
                    record = Record(record.number, "GAP", run, [])
            elif record.number <= self.got or not is_spared:
                continue
            data = record.packed()
            write(file, data, end)
            moved(record.number, end)
            end += len(data)
            if run in self.sizes:
                sizes[run] = sizes.get(run, 0) + len(data)
        return end, sizes

    def is_left_out(self, record, passed, size):
        """Returns whether it is one of the middle of a run that is too long."""
        whole = self.sizes[record.run]
        beginning = min(BEGINNING, self.most_of_a_run // 4)
        is_middle = passed > beginning and passed - size < whole - self.most_of_a_run // 2
        is_iopub = record.kind == "IOPUB" and is_middle
        return whole > self.most_of_a_run and (record.kind == "GAP" or is_iopub)


class Order:
    """Puts what is told of a run behind its beginning, by which later clients know it."""

    def __init__(self, log):
        self.log = log
        self.begun = OrderedDict((run, True) for run in log.sizes)
        self.early = OrderedDict()

    def heard(self, has_begun, kind, run, frames):
        self.log.append(kind, run, frames)
        if has_begun and run:
            self.begun[run] = True
            if len(self.begun) > MOST_RUNS:
                self.begun.popitem(last=False)
            for told in self.early.pop(run, ()):
                self.log.append(*told)

    def told(self, kind, run, frames):
        if not run or run in self.begun:
            self.log.append(kind, run, frames)
            return
        self.early.setdefault(run, []).append((kind, run, frames))
        if len(self.early) > MOST_RUNS:
            self.let_go(self.early.popitem(last=False)[1])

    def end(self):
        for waiting in self.early.values():
            self.let_go(waiting)
        self.early.clear()

    def let_go(self, waiting):
        for told in waiting:
            self.log.append(*told)
