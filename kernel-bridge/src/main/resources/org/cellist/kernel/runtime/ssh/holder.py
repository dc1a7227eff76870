class Recording:
    """A kernel's recorder, as long as the kernel runs and what it said is wanted. It runs with a
    Python that has pyzmq: the kernel's, or ours. Where none has there is none."""

    def __init__(self, order):
        self.order = order
        self.process = None
        self.begun_at = 0.0
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
        self.begun_at = time.time()
        program = self.order["recorder"].encode()
        told = {
            "connection": read_json("connection.json"),
            "door": self.listener.fileno(),
            "secret": self.address["secret"],
            "identity": self.identity,
        }
        try:
            self.process = subprocess.Popen(
                [self.pythons[0], "-c", READ_PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=[self.listener.fileno()],
                start_new_session=True,
            )
            self.process.stdin.write(b"%d\n" % len(program) + program)
            self.process.stdin.write(json.dumps(told).encode() + b"\n")
            self.process.stdin.flush()
        except OSError:
            pass  # then it says nothing

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
        if not self.process:
            return False
        is_there = select.select([self.process.stdout], [], [], TOOL_SECONDS)[0]
        return bool(is_there) and os.read(self.process.stdout.fileno(), 100) == b"ready\n"

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()
            self.process.stdout.close()
        self.process = None

    def close(self):
        self.stop()
        self.listener.close()

    def output(self):
        """Returns what ends when it ends; none where there is none."""
        return [self.process.stdout] if self.process else []

    def has_ended(self):
        """It was not asked to: it is started again, but not again and again."""
        self.stop()
        time.sleep(max(0, AGAIN_SECONDS - (time.time() - self.begun_at)))
        self.begin()
        if not self.has_said_ready():
            self.stop()

    def kernel_ended(self):
        try:
            if self.process:
                self.process.stdin.write(b"ended\n")
                self.process.stdin.flush()
        except OSError:
            pass  # its end is seen


class Holder:
    """Owns one kernel: its process, its last words, its door."""

    def __init__(self, folder, order):
        self.folder = folder
        self.order = order
        self.words = bytearray()
        self.guests = {}  # a connection to what it has sent of its next line
        self.left_at = time.time()
        self.cpu = 0.0
        self.code = None
        self.ended_at = None
        self.is_expected = False  # whoever ends it has all that it said
        self.said = {}  # what is written of it
        self.recording = None

    def hold(self, parent):
        os.chdir(self.folder)
        os.umask(0o077)
        for number in (signal.SIGINT, signal.SIGHUP, signal.SIGPIPE):
            signal.signal(number, signal.SIG_IGN)
        listener = socket.socket(socket.AF_UNIX)
        listener.bind("door")
        listener.listen(8)
        self.recording = Recording(self.order) if self.order.get("recorder") else None
        if self.recording:
            self.recording.begin()
        try:
            process = self.begin()
        except OSError as trouble:
            missing = isinstance(trouble, (FileNotFoundError, PermissionError))
            event = "missing" if missing else "failed"
            os.write(parent, json.dumps({"event": event, "why": str(trouble)}).encode())
            return
        if self.recording and self.recording.await_ready():
            write_json(RECORDER, self.recording.address)
        else:
            self.recording = None
        self.write_note(process.pid)
        null = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(null, number)
        os.close(parent)
        try:
            self.serve(listener, process)
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def begin(self):
        file = os.path.join(self.folder, "connection.json")
        env = dict(os.environ)
        env.pop("JPY_PARENT_PID", None)
        env.update(it.split("=", 1) for it in self.order["env"])
        return subprocess.Popen(
            [it.replace("{connection_file}", file) for it in self.order["argv"]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.working_folder(),
            env=env,
            preexec_fn=begin_session,
        )

    def working_folder(self):
        """Returns the folder below the home that is called as the notebook's there, if it is."""
        folder = os.path.normpath(os.path.join(HOME, self.order.get("folder_below_home") or ""))
        is_below = folder.startswith(os.path.join(HOME, ""))
        return folder if is_below and os.access(folder, os.X_OK) else HOME

    def write_note(self, pid):
        self.said = {
            "id": self.order["id"],
            "machine": socket.gethostname(),
            "pid": pid,
            "display_name": self.order["display_name"],
            "notebook": self.order["notebook"],
            "since": int(time.time()),
        }
        write_json("kernel.json", self.said)

    def serve(self, listener, process):
        ended, ending = os.pipe()
        threading.Thread(target=self.await_end, args=(process, ending), daemon=True).start()
        output = process.stdout.fileno()
        watched = [listener, output, ended]
        while not self.is_over():
            recorder = self.recording.output() if self.recording else []
            wait = SAMPLE_SECONDS if self.ended_at is None or recorder else 1
            ready = select.select(watched + recorder + list(self.guests), [], [], wait)[0]
            if output in ready and not self.hear(output):
                watched.remove(output)
            if listener in ready:
                self.greet(listener.accept()[0])
            for guest in [it for it in ready if it in self.guests]:
                self.serve_guest(guest, process)
            if ended in ready:
                watched.remove(ended)
                while output in watched and select.select([output], [], [], 0.2)[0]:
                    if not self.hear(output):
                        break
                self.code = process.returncode
                self.have_ended()
                kill(process.pid, signal.SIGKILL)
            if recorder and recorder[0] in ready:
                self.recorder_ended()
            if self.code is None and self.is_abandoned(process.pid):
                kill(process.pid, signal.SIGTERM)
                time.sleep(TOLD_SECONDS)
                kill(process.pid, signal.SIGKILL)

    def have_ended(self):
        """Whoever comes now starts another kernel, when this one's last words are heard."""
        self.ended_at = time.time()
        os.rename("kernel.json", ENDED)
        if self.recording and not self.is_expected:
            self.recording.kernel_ended()
        else:
            self.forget()
        self.tell_all(self.end())

    def forget(self):
        """Nobody wants to know any more what the kernel said."""
        if os.path.exists(ENDED):
            os.remove(ENDED)
        if self.recording:
            self.recording.close()

    def recorder_ended(self):
        if self.code is None:
            self.recording.has_ended()
        else:
            self.forget()

    def is_over(self):
        if self.ended_at is None:
            return False
        since = time.time() - self.ended_at
        is_recorded = bool(self.recording and self.recording.process)
        if not os.path.exists("door"):
            return True  # somebody has deleted it
        return since > (KEPT_SECONDS if is_recorded else TOLD_SECONDS)

    @staticmethod
    def await_end(process, ending):
        process.wait()
        os.write(ending, b"x")

    def hear(self, output):
        said = os.read(output, 8 << 10)
        self.words += said
        del self.words[:-MOST_WORDS]
        return bool(said)

    def greet(self, guest):
        guest.settimeout(TOOL_SECONDS)
        self.guests[guest] = b""
        if self.code is not None:
            self.tell(guest, self.end())

    def end(self):
        code = self.code if self.code >= 0 else 128 - self.code
        return {"event": "exit", "code": code, "words": self.text()}

    def text(self):
        return bytes(self.words).decode("utf-8", "replace")

    def serve_guest(self, guest, process):
        try:
            said = guest.recv(8 << 10)
        except OSError:
            said = b""
        if not said:
            self.leave(guest)
            return
        lines = (self.guests[guest] + said).split(b"\n")
        self.guests[guest] = lines.pop()
        for line in lines:
            self.obey(guest, json.loads(line.decode()), process)

    def obey(self, guest, order, process):
        if order["do"] == "signal":
            if self.code is None:
                kill(process.pid, getattr(signal, "SIG" + order["name"]))
        elif order["do"] == "forget" and self.code is not None:
            self.forget()
        elif order["do"] == "expect":
            self.is_expected = True
        elif order["do"] == "rename" and self.code is None:
            self.said.update(id=order["id"], notebook=order["notebook"])
            write_json("kernel.json", self.said)
        elif order["do"] == "words":
            self.tell(guest, {"event": "words", "text": self.text()})

    def tell_all(self, answer):
        for guest in list(self.guests):
            self.tell(guest, answer)

    def tell(self, guest, answer):
        try:
            guest.sendall(json.dumps(answer).encode() + b"\n")
        except OSError:
            self.leave(guest)

    def leave(self, guest):
        if self.guests.pop(guest, None) is not None:
            self.left_at = time.time()
            guest.close()

    def is_abandoned(self, pid):
        """Returns whether nobody came for a day in which the kernel did nothing."""
        now = cpu_seconds(pid)
        if self.guests or now is None or now - self.cpu > IDLE_CPU_SECONDS:
            self.cpu = now or 0.0
            self.left_at = time.time()
        return time.time() - self.left_at > DAY


def write_json(file, said):
    with open(file + ".new", "w") as text:
        json.dump(said, text)
    os.rename(file + ".new", file)


def begin_session():
    os.setsid()
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)


def kill(pid, number):
    """Signals a kernel's whole group; its own session began with it."""
    try:
        os.killpg(pid, number)
    except OSError:
        pass


def cpu_seconds(pid):
    """Returns the processor time of a process; None where the system does not tell."""
    try:
        with open("/proc/%d/stat" % pid) as text:
            fields = text.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None
