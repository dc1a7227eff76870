class Recording:
    """A kernel's recorder, as long as the kernel runs and what it said is wanted. It runs with a
    Python that has pyzmq: the kernel's, or ours. Where none has there is none.

    A recorder that ends is begun again, after pauses that grow while none lasts. Meanwhile whoever
    knocks at its door is turned away."""

    def __init__(self, order):
        self.order = order
        self.process = None
        self.is_there = False  # it has said that it records
        self.is_closed = False
        self.begun_at = 0.0
        self.next_at = None  # when it is begun again; None while there is a process
        self.first_pause, self.longest_pause = (it / 1000 for it in order["pauses"])
        self.pause = self.first_pause
        self.ends = 0  # how often one has ended
        self.code = None  # with which it did
        self.words = ""  # what it said of the reason
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(8)
        own = order["argv"][0]
        self.pythons = [own] if os.path.basename(own).startswith("python") else []
        self.pythons += [it for it in [sys.executable] if it not in self.pythons]
        self.address = {"port": self.listener.getsockname()[1], "secret": os.urandom(32).hex()}
        self.identity = os.urandom(16).hex()

    def begin(self):
        """Starts it, if it can be; it is not waited for."""
        self.begun_at = time.monotonic()
        self.next_at = None
        program = self.order["recorder"].encode()
        told = {
            "connection": read_json("connection.json"),
            "door": self.listener.fileno(),
            "secret": self.address["secret"],
            "identity": self.identity,
            "again": self.ends > 0,
        }
        try:
            self.process = subprocess.Popen(
                [self.pythons[0], "-c", READ_PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[self.listener.fileno()],
                start_new_session=True,
            )
            self.process.stdin.write(b"%d\n" % len(program) + program)
            self.process.stdin.write(json.dumps(told).encode() + b"\n")
            self.process.stdin.flush()
        except OSError as trouble:
            self.words = str(trouble)  # and then it says nothing

    def await_ready(self):
        """Tries one Python after the other. Returns whether it records from now on."""
        while True:
            if self.has_said_ready():
                return True
            del self.pythons[0]
            if not self.pythons:
                self.close()
                return False
            self.stop()
            self.begin()

    def has_said_ready(self):
        output = self.output()
        if output and select.select(output, [], [], TOOL_SECONDS)[0]:
            self.hear()
        return self.is_there

    def hear(self):
        """Takes its word that it records from now on; it says nothing more before its end."""
        self.is_there = os.read(self.process.stdout.fileno(), 100) == b"ready\n"

    def output(self):
        """Returns what ends when it ends; none where there is none."""
        return [self.process.stdout] if self.process else []

    def watched(self):
        """Returns what is to be attended to: its output, or its door while it does not exist."""
        if self.is_closed:
            return []
        return self.output() or [self.listener]

    def seconds_until_due(self):
        """Returns when something is to be done though nothing has come; None for never."""
        if self.is_closed or self.is_there:
            return None
        due = self.begun_at + TOOL_SECONDS if self.next_at is None else self.next_at
        return max(0, due - time.monotonic())

    def attend(self, ready):
        """Does what is due."""
        if self.process:
            if self.process.stdout in ready:
                self.hear()
        else:
            if self.listener in ready:
                self.turn_away()
            if self.seconds_until_due() == 0:
                self.begin()
        if self.next_at is None and not self.is_there and self.is_in_vain(ready):
            self.have_ended()

    def is_in_vain(self, ready):
        """Returns whether what was begun has ended, or takes too long to say anything."""
        return not self.process or self.process.stdout in ready or self.seconds_until_due() == 0

    def turn_away(self):
        try:
            self.listener.accept()[0].close()
        except OSError:
            pass  # it has gone again

    def have_ended(self):
        """It is begun again: at once if it has lasted."""
        self.stop()
        now = time.monotonic()
        if now - self.begun_at > self.longest_pause:
            self.pause = self.first_pause
        self.next_at = max(now, self.begun_at + self.pause)
        self.pause = min(2 * self.pause, self.longest_pause)
        self.ends += 1

    def stop(self):
        self.is_there = False
        process, self.process = self.process, None
        if not process:
            return
        process.kill()
        self.code = process.wait()
        lines = process.stderr.read(MOST_TEXT).decode("utf-8", "replace").split("\n")
        self.words = ([""] + [it.strip() for it in lines if it.strip()])[-1][:MOST_REASON]
        for stream in (process.stdin, process.stdout, process.stderr):
            close(stream)

    def close(self):
        self.stop()
        self.is_closed = True
        self.listener.close()

    def news(self):
        """Returns what whoever is connected is told of it."""
        seconds = 0 if self.next_at is None else self.seconds_until_due()
        return {
            "event": "recorder",
            "there": self.is_there,
            "ends": self.ends,
            "millis": int(seconds * 1000),
            "why": "" if self.is_there else self.words,
        }

    def hurry(self):
        """Somebody wants it to be tried now."""
        if self.next_at is not None:
            self.next_at = time.monotonic()

    def kernel_ended(self):
        try:
            if self.process:
                self.process.stdin.write(b"ended\n")
                self.process.stdin.flush()
        except OSError:
            pass  # its end is seen


def close(stream):
    try:
        stream.close()
    except OSError:
        pass  # what was not written is wanted by nobody
