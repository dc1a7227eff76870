"""Copies between its standard input and output and a port of this host's loopback."""

import os
import socket
import sys
import threading

CHUNK = 64 << 10
REST_SECONDS = 10


def main():
    there = socket.create_connection(("127.0.0.1", int(sys.stdin.buffer.raw.readline())))
    there.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    os.write(1, b"CELLIST\n")
    back = threading.Thread(target=bring, args=(there,), daemon=True)
    back.start()
    try:
        send(there)
        there.shutdown(socket.SHUT_WR)
        back.join(REST_SECONDS)
    except OSError:
        pass  # it has closed first
    os._exit(0)


def send(there):
    said = os.read(0, CHUNK)
    while said:
        there.sendall(said)
        said = os.read(0, CHUNK)


def bring(there):
    try:
        said = there.recv(CHUNK)
        while said:
            while said:
                said = said[os.write(1, said) :]
            said = there.recv(CHUNK)
    except OSError:
        pass  # nobody listens any more
    os._exit(0)


main()
