"""An SFTP server as small as version 3 of the protocol lets one be: renaming replaces, reading
gives less than it was asked for, and the one extension tells that the disk is full. Of a file that
is called "refused" one piece finds no room.

    Subsystem sftp /usr/bin/python3 small_sftp.py
"""

import os
import struct
import sys

INIT, VERSION, OPEN, CLOSE, READ, WRITE, LSTAT, FSTAT = 1, 2, 3, 4, 5, 6, 7, 8
FSETSTAT, OPENDIR, READDIR, REMOVE, MKDIR, RMDIR = 10, 11, 12, 13, 14, 15
REALPATH, STAT, RENAME, STATUS, HANDLE, DATA, NAME, ATTRS = 16, 17, 18, 101, 102, 103, 104, 105
EXTENDED, EXTENDED_REPLY = 200, 201
OK, EOF, NO_SUCH_FILE, FAILURE, UNSUPPORTED = 0, 1, 2, 4, 8
MOST_READ = 20_011
NO_ROOM_AT = 1_000_000
FILES = {}
REFUSED = set()


def text(value):
    return struct.pack(">I", len(value)) + value


def attributes(info):
    times = struct.pack(">II", int(info.st_atime), int(info.st_mtime))
    return struct.pack(">IQI", 1 | 4 | 8, info.st_size, info.st_mode) + times


class Question:
    def __init__(self, data):
        self.data = data

    def take(self, format):
        value = struct.unpack_from(">" + format, self.data)[0]
        self.data = self.data[struct.calcsize(">" + format) :]
        return value

    def text(self):
        size = self.take("I")
        value, self.data = self.data[:size], self.data[size:]
        return value


def keep(thing):
    handle = str(len(FILES)).encode()
    FILES[handle] = thing
    return HANDLE, text(handle)


def status(code, words=b""):
    return STATUS, struct.pack(">I", code) + text(words) + text(b"")


def names(entries):
    body = struct.pack(">I", len(entries))
    for name, info in entries:
        body += text(name) + text(name) + (attributes(info) if info else struct.pack(">I", 0))
    return NAME, body


def open_file(path, flags):
    mode = os.O_RDWR if flags & 2 and flags & 1 else os.O_WRONLY if flags & 2 else os.O_RDONLY
    mode |= os.O_CREAT if flags & 8 else 0
    mode |= os.O_TRUNC if flags & 16 else 0
    file = os.open(path, mode, 0o644)
    REFUSED.discard(file)
    if path.endswith(b"refused"):
        REFUSED.add(file)
    return keep(file)


def write(file, offset, data):
    if file in REFUSED and offset <= NO_ROOM_AT < offset + len(data):
        return status(FAILURE, b"Failure")
    os.pwrite(file, data, offset)
    return status(OK)


def read_folder(handle):
    folder, rest = FILES[handle]
    if not rest:
        return status(EOF)
    FILES[handle] = (folder, rest[50:])
    return names([(each, os.lstat(os.path.join(folder, each))) for each in rest[:50]])


def read(file, offset, size):
    data = os.pread(file, min(size, MOST_READ), offset)
    return (DATA, text(data)) if data else status(EOF)


def set_size(file, asked):
    if asked.take("I") & 1:
        os.ftruncate(file, asked.take("Q"))
    return status(OK)


def close(handle):
    thing = FILES[handle]
    if isinstance(thing, int):
        os.close(thing)
    return status(OK)


def done(_):
    return status(OK)


def answer(kind, asked):
    first = asked.text()
    if kind == OPEN:
        return open_file(first, asked.take("I"))
    if kind == OPENDIR:
        return keep((first, [b".", b".."] + os.listdir(first)))
    simple = {
        CLOSE: lambda: close(first),
        READ: lambda: read(FILES[first], asked.take("Q"), asked.take("I")),
        WRITE: lambda: write(FILES[first], asked.take("Q"), asked.text()),
        FSTAT: lambda: (ATTRS, attributes(os.fstat(FILES[first]))),
        FSETSTAT: lambda: set_size(FILES[first], asked),
        READDIR: lambda: read_folder(first),
        LSTAT: lambda: (ATTRS, attributes(os.lstat(first))),
        STAT: lambda: (ATTRS, attributes(os.stat(first))),
        REALPATH: lambda: names([(os.path.realpath(first), None)]),
        REMOVE: lambda: done(os.remove(first)),
        MKDIR: lambda: done(os.mkdir(first)),
        RMDIR: lambda: done(os.rmdir(first)),
        RENAME: lambda: done(os.replace(first, asked.text())),
        EXTENDED: lambda: (EXTENDED_REPLY, struct.pack(">11Q", *[0] * 11)),
    }
    return simple[kind]() if kind in simple else status(UNSUPPORTED)


def answered(kind, asked):
    try:
        return answer(kind, asked)
    except FileNotFoundError:
        return status(NO_SUCH_FILE, b"No such file")
    except OSError:
        return status(FAILURE, b"Failure")


def main():
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while True:
        head = source.read(4)
        if len(head) < 4:
            return
        asked = Question(source.read(struct.unpack(">I", head)[0]))
        kind, number = asked.take("B"), asked.take("I")
        if kind == INIT:
            body = struct.pack(">BI", VERSION, 3) + text(b"statvfs@openssh.com") + text(b"2")
        else:
            reply, rest = answered(kind, asked)
            body = struct.pack(">BI", reply, number) + rest
        target.write(text(body))
        target.flush()


main()
