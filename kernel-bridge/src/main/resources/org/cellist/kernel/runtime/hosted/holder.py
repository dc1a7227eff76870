class Holder:
    """Owns one kernel: its process, its last words, its door."""

    def __init__(self, folder, order):
        self.folder = folder
        self.order = order
        self.words = bytearray()
        self.guests = {}  # a connection to what it has sent of its next line
        self.came = {}  # a connection to when it came; 0 once it has said something
        self.unused = order["unused"]  # the seconds after which the kernel ends
        self.left_at = time.monotonic()
        self.cpu = 0.0
        self.said_at = 0.0
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
        """Returns the folder that was ordered, if there is one, else the home."""
        ordered = self.order.get("works_in") or ""
        folder = os.path.normpath(os.path.join(HOME, ordered))
        is_meant = os.path.isabs(ordered) or folder.startswith(os.path.join(HOME, ""))
        return folder if is_meant and os.access(folder, os.X_OK) else HOME

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
            recorder = self.recording.watched() if self.recording else []
            ready = select.select(watched + recorder + list(self.guests), [], [], self.patience())[0]
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
            if self.is_recorded():
                self.attend_recorder(ready)
            if self.code is None and self.is_abandoned(process.pid):
                kill(process.pid, signal.SIGTERM)
                time.sleep(TOLD_SECONDS)
                kill(process.pid, signal.SIGKILL)

    def patience(self):
        """Returns the longest time in which nothing may have to be done."""
        due = self.recording.seconds_until_due() if self.recording else None
        is_wanted = self.ended_at is None or self.is_recorded()
        usual = min(SAMPLE_SECONDS, max(1, self.unused / 6)) if is_wanted else 1
        return usual if due is None else min(due, usual)

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

    def attend_recorder(self, ready):
        it = self.recording
        before = it.ends, it.is_there
        it.attend(ready)
        if self.code is not None and it.ends > before[0] and it.code == 0:
            self.forget()  # nobody wants anything more of it
        elif (it.ends, it.is_there) != before:
            self.tell_of_recorder()

    def tell_of_recorder(self):
        """Whoever comes anew reads it in a file: nobody waits at a door where nobody is."""
        if self.recording.is_there:
            move(AWAY, RECORDER)
            if self.code is not None:
                self.recording.kernel_ended()
        else:
            move(RECORDER, AWAY)
        self.tell_all(self.recording.news())

    def is_recorded(self):
        return bool(self.recording) and not self.recording.is_closed

    def is_over(self):
        if self.ended_at is None:
            return False
        since = time.time() - self.ended_at
        if not os.path.exists("door"):
            return True  # somebody has deleted it
        return since > (KEPT_SECONDS if self.is_recorded() else TOLD_SECONDS)

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
        self.came[guest] = time.monotonic()
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
        self.came[guest] = 0.0
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
        elif order["do"] == "order":
            self.tell(guest, {"event": "order", "order": dict(self.order, recorder="")})
        elif order["do"] == "recorder" and self.is_recorded():
            self.tell(guest, self.recording.news())
        elif order["do"] == "record" and self.is_recorded():
            self.recording.hurry()
        elif order["do"] == "unused":
            self.unused = order["seconds"]
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
        if guest in self.guests:
            if self.is_client(guest):
                self.left_at = time.monotonic()
            del self.guests[guest], self.came[guest]
            guest.close()

    def is_client(self, guest):
        """Returns whether it is no one who only looks whether there is a kernel."""
        return time.monotonic() - self.came[guest] > TOLD_SECONDS

    def is_abandoned(self, pid):
        """Returns whether nobody came for long in which the kernel did nothing."""
        now = cpu_seconds(pid)
        said_at = modified(self.folder, "log")
        has_worked = now is None or now - self.cpu > IDLE_CPU_SECONDS or said_at != self.said_at
        is_at_work = work(self.folder) == "busy"
        if has_worked or is_at_work or any(self.is_client(it) for it in self.guests):
            self.cpu = now or 0.0
            self.said_at = said_at
            self.left_at = time.monotonic()
        return time.monotonic() - self.left_at > self.unused


def write_json(file, said):
    with open(file + ".new", "w") as text:
        json.dump(said, text)
    os.rename(file + ".new", file)


def move(file, to):
    """Needs no room on the disk, and goes on without one."""
    try:
        os.rename(file, to)
    except OSError:
        pass  # it is there already


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
