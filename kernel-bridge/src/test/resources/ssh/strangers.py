"""Knocks at a recorder's door as strangers do, then as who may come in. Argument: the program."""

import json
import socket
import struct
import subprocess
import sys

door = socket.socket()
door.bind(("127.0.0.1", 0))
door.listen(5)
door.set_inheritable(True)
nobody = {"ip": "127.0.0.1", "iopub_port": 1, "shell_port": 2, "stdin_port": 3}
order = {"secret": "cello", "door": door.fileno(), "identity": "x", "connection": nobody}
recorder = subprocess.Popen(
    [sys.executable, sys.argv[1]],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    pass_fds=[door.fileno()],
)
recorder.stdin.write(json.dumps(order).encode() + b"\n")
recorder.stdin.flush()
assert recorder.stdout.readline() == b"ready\n"


def knock(data):
    """Returns what the recorder answers; nothing when it hangs up."""
    guest = socket.create_connection(door.getsockname())
    guest.settimeout(60)
    try:
        guest.sendall(data)
        return guest.recv(1000)
    except ConnectionError:
        return b""


def packet(frame):
    return struct.pack(">II", 1, len(frame)) + frame


try:
    assert knock(bytes(64 << 20)) == b"", "it takes what nobody has asked it to take"
    for said in (b"[1]", b"3", b"null", b"{", b"\xff", b"{}", b'{"secret": null}'):
        assert knock(packet(said)) == b"", said
    wrong = json.dumps({"secret": "viola", "token": "t"}).encode()
    assert knock(packet(wrong)) == b"", "a wrong secret"
    right = json.dumps({"secret": "cello", "token": "t"}).encode()
    assert b'"taken"' in knock(packet(right)), "who knows the secret"
finally:
    recorder.kill()
print("well kept")
