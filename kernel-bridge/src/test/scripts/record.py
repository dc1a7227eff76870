"""Records what real kernels say, for TranscriptTest to replay.

    python record.py LABEL LANGUAGE[:CASE,...] -- COMMAND ... {connection_file} ...

Run it with a Python that has jupyter_client. It starts the command for each case and writes
../resources/transcripts/LABEL-CASE.jsonl: first the key, then one line for each message in the
order in which it was sent or came. What came is kept as its frames: the JSON parts as the text
that they are, buffers in hexadecimal digits.
"""

import json
import pathlib
import signal
import subprocess
import sys
import time

import zmq
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

OUT = pathlib.Path(__file__).parent.parent / "resources" / "transcripts"
PATIENCE = 60

PYTHON = {
    "streams": "import sys\nprint('안녕', flush=True)\nprint('err', file=sys.stderr, flush=True)\n"
               "print('다시', flush=True)\n1 + 1",
    "error": "print('before', flush=True)\n1/0",
    "display": "from IPython.display import display\nh = display('a', display_id='d')\n"
               "h.update('b')\ndisplay({'text/plain': 'x', 'text/html': '<b>x</b>'}, raw=True)",
    "clear": "from IPython.display import clear_output\nprint(1, flush=True)\n"
             "clear_output(wait=True)\nprint(2, flush=True)",
    "input": "print('<' + input('name? ') + '>')",
    "interrupt": "print('now', flush=True)\nimport time\ntime.sleep(600)",
    "ask": "pri",
    "inspect": "print",
}
JAVA = {
    "streams": 'System.out.println("안녕");\nSystem.err.println("err");\n'
               'System.out.println("다시");\n1 + 1',
    "error": 'System.out.println("before");\nint a = 1 / 0;',
    "input": 'System.out.println("<" + new Scanner(System.in).nextLine() + ">");',
    "interrupt": 'System.out.println("now");\nwhile (true) { Thread.sleep(20); }',
    "ask": "System.o",
    "inspect": "String",
}


class Recording:
    """One kernel, and a file of what passes between it and us."""

    def __init__(self, path, command):
        self.file = path.open("w")
        self.manager = KernelManager()
        self.manager._kernel_spec = KernelSpec(argv=command, display_name="recorded", language="",
                                               env={"RJK_TIMEOUT_MILLIS": "-1"})
        self.speaks = "org.cellist" in " ".join(command)
        self.manager.start_kernel(**self.output())
        self.client = self.manager.client()
        self.client.start_channels(hb=False)
        self.await_start()
        self.sockets = {self.client.shell_channel.socket.underlying: "shell",
                        self.client.control_channel.socket.underlying: "control",
                        self.client.iopub_channel.socket.underlying: "iopub",
                        self.client.stdin_channel.socket.underlying: "stdin"}
        self.poller = zmq.Poller()
        self.raw = {zmq.Socket.shadow(address): name for address, name in self.sockets.items()}
        for socket in self.raw:
            self.poller.register(socket, zmq.POLLIN)
        self.line({"key": self.manager.session.key.decode()})

    def output(self):
        return {"stdout": subprocess.PIPE} if self.speaks else {}

    def await_start(self):
        """The Java kernel must not be asked too early, and says when it may be."""
        while self.speaks:
            if b"is ready" in self.manager.provisioner.process.stdout.readline():
                return

    def line(self, value):
        self.file.write(json.dumps(value, ensure_ascii=False) + "\n")

    def send(self, channel, msg_type, content, parent=None):
        message = self.client.session.msg(msg_type, content=content, parent=parent)
        self.line({"channel": channel, "send": msg_type, "msg_id": message["header"]["msg_id"],
                   "content": content})
        socket = getattr(self.client, channel + "_channel").socket
        self.client.session.send(socket, message)
        return message["header"]["msg_id"]

    def receive(self, until):
        """Records what comes until it has been that."""
        end = time.time() + PATIENCE
        while time.time() < end:
            for socket, _ in self.poller.poll(200):
                frames = socket.recv_multipart()
                at = frames.index(b"<IDS|MSG>")
                parts = [part.decode() for part in frames[at + 1:at + 6]]
                channel = self.raw[socket]
                self.line({"channel": channel, "frames": parts,
                           "buffers": [part.hex() for part in frames[at + 6:]]})
                header, parent, _, content = map(json.loads, parts[1:])
                if until(channel, header, parent, content):
                    return header
        raise SystemExit("the kernel did not say what was awaited")

    def both(self, msg_id):
        """Until reply and idle have come for that request."""
        missing = {"reply", "idle"}

        def until(channel, header, parent, content):
            if parent.get("msg_id") == msg_id:
                if channel in ("shell", "control"):
                    missing.discard("reply")
                if content.get("execution_state") == "idle":
                    missing.discard("idle")
            return not missing
        self.receive(until)

    def execute(self, code):
        return self.send("shell", "execute_request",
                         {"code": code, "silent": False, "store_history": True,
                          "user_expressions": {}, "allow_stdin": True, "stop_on_error": True})

    def ready(self):
        """Asks until a broadcast is heard: what was broadcast before the subscription is lost."""
        heard = []

        def until(channel, *_):
            heard.append(channel)
            return "iopub" in heard
        while "iopub" not in heard:
            request = self.send("shell", "kernel_info_request", {})
            self.receive(lambda channel, header, parent, content:
                         until(channel) or parent.get("msg_id") == request)
        time.sleep(1)
        self.both(self.send("shell", "kernel_info_request", {}))

    def close(self):
        self.file.close()
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)


def plain(recording, code, case):
    recording.both(recording.execute(code))


def asks_for_input(recording, code, case):
    request = recording.execute(code)
    question = recording.receive(lambda channel, *_: channel == "stdin")
    recording.send("stdin", "input_reply", {"value": "첼로"}, parent=question)
    recording.both(request)


def interrupt(recording, code, case):
    request = recording.execute(code)
    recording.receive(lambda _channel, header, *_: header["msg_type"] == "stream")
    recording.manager.signal_kernel(signal.SIGINT)
    recording.both(request)


def ask(recording, code, case):
    recording.both(recording.send("shell", "complete_request",
                                  {"code": code, "cursor_pos": len(code)}))


def inspect(recording, code, case):
    recording.both(recording.send("shell", "inspect_request",
                                  {"code": code, "cursor_pos": len(code), "detail_level": 0}))


def shutdown(recording, code, case):
    request = recording.send("control", "shutdown_request", {"restart": False})
    recording.receive(lambda channel, header, parent, _:
                      channel == "control" and parent.get("msg_id") == request)


def restart(recording, code, case):
    recording.execute(code)
    recording.receive(lambda _channel, header, *_: header["msg_type"] == "stream")
    recording.manager.restart_kernel(now=True, **recording.output())
    recording.await_start()
    recording.ready()


CASES = {"input": asks_for_input, "interrupt": interrupt, "ask": ask, "inspect": inspect,
         "shutdown": shutdown, "restart": restart}


def main():
    label, language, _, *command = sys.argv[1:]
    language, _, chosen = language.partition(":")
    codes = dict(PYTHON if language == "python" else JAVA)
    if language == "python":  # the Java kernel ends without a reply
        codes["shutdown"] = ""
    codes["restart"] = codes["interrupt"]
    if chosen:
        codes = {case: codes[case] for case in chosen.split(",")}
    OUT.mkdir(exist_ok=True)
    for case, code in codes.items():
        recording = Recording(OUT / f"{label}-{case}.jsonl", command)
        try:
            recording.ready()
            CASES.get(case, plain)(recording, code, case)
            print(label, case, flush=True)
        finally:
            recording.close()


main()
