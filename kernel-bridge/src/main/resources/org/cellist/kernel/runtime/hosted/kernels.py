def names():
    try:
        return sorted(os.listdir(KERNELS))
    except OSError:
        return []


def knock(name):
    """Returns a connection to a kernel's holder; None if there is none any more.

    A path to a socket may not be longer than some hundred characters, so the folder is entered.
    """
    door = socket.socket(socket.AF_UNIX)
    try:
        os.chdir(os.path.join(KERNELS, name))
        door.connect("door")
        return door
    except OSError:
        door.close()
        return None


def note(name, file="kernel.json"):
    """Returns what is written of a kernel of this machine; homes may be shared by several."""
    try:
        with open(os.path.join(KERNELS, name, file)) as text:
            said = json.load(text)
        return said if said["machine"] == socket.gethostname() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def find(kernel, file="kernel.json"):
    """Returns the folder's name of a kernel and a connection to its holder."""
    for name in names():
        said = note(name, file)
        door = knock(name) if said and said.get("id") == kernel else None
        if door:
            return name, door
    return None, None


def found(order):
    """Returns the same for what an order means: one kernel, whatever it is called now; one that has
    ended while nobody heard its last words; or the one that runs for a notebook."""
    if "folder" in order:
        name = os.path.basename(order["folder"])
        return name, knock(name) if note(name) or note(name, ENDED) else None
    name, door = find(order["id"], ENDED) if order.get("ended") else (None, None)
    return (name, door) if door and has_recorder(door) else find(order["id"])


def alive(name):
    said = note(name)
    is_known = said or note(name, ENDED)
    door = knock(name) if is_known else None
    if door:
        door.close()
        return said
    if is_known:
        shutil.rmtree(os.path.join(KERNELS, name), ignore_errors=True)
    return None


def running(_):
    them = processes()
    kernels = [it for it in (described(name, them) for name in names()) if it]
    live = {it["id"] for it in kernels if it["work"] != "ended"}
    kernels = [it for it in kernels if it["work"] != "ended" or it["id"] not in live]
    say({"event": "kernels", "now": int(time.time()), "kernels": kernels})


def described(name, them):
    """Returns what is written of a kernel, with what it does; one that has ended while nobody heard
    its last words is among them. None if there is none any more."""
    said = alive(name)
    ended = None if said else note(name, ENDED)
    if ended:
        return dict(ended, work="ended", active=modified(name, "log"))
    if said:
        taken = resident(them, family(them, said["pid"]))
        said.update(work=work(name), active=modified(name, "log"), memory=taken)
    return said


def work(name):
    """Returns what the recorder knows last; empty without one."""
    try:
        with open(os.path.join(KERNELS, name, STATE), "rb") as file:
            return {b"b": "busy", b"i": "idle"}.get(file.read(1), "")
    except OSError:
        return ""


def modified(name, file):
    try:
        return int(os.stat(os.path.join(KERNELS, name, file)).st_mtime)
    except OSError:
        return None


def start(order):
    name, door = found(order)
    joined = door is not None
    if not joined and order.get("join"):
        say({"event": "gone"})
        return
    if not joined:
        name, trouble = begin(order, new_connection(order))
        if trouble:
            say(trouble)
            return
        door = knock(name)
    if door is None:
        say({"event": "failed", "why": "the kernel's holder is gone"})
        return
    said = note(name)
    answer = dict(
        said or note(name, ENDED) or {},
        event="ready",
        joined=joined,
        folder=name,
        ended=said is None,
        file=os.path.join(KERNELS, name, "connection.json"),
        connection=read_json("connection.json"),
        recorder=read_json(RECORDER),
    )
    if said:
        await_ports(answer["connection"], door)
    say(answer)
    if said:
        forget_ended(said["id"])
    relay(door)


def begin(order, connection):
    """Starts a kernel; returns its folder's name, and what went wrong."""
    name = "%s.%s" % (order["id"], os.urandom(4).hex())
    folder = os.path.join(KERNELS, name)
    os.makedirs(KERNELS, 0o700, exist_ok=True)
    os.chmod(KERNELS, 0o700)
    os.mkdir(folder, 0o700)
    write_connection(folder, connection)
    trouble = fork_holder(folder, order)
    if trouble:
        shutil.rmtree(folder, ignore_errors=True)
    return name, trouble


def restart(order):
    """Ends a kernel, whoever uses it, and starts another in its place: the same command, folder and
    variables, and the same address if that is free. What the old one has said stays for its
    notebook, as if it had died alone."""
    name, door = find(order["id"])
    said = note(name) if door else None
    began = told(door, {"do": "order"}, "order") if said else None
    if not began:
        say({"event": "gone"})
        return
    again = dict(began["order"], id=said["id"], notebook=said["notebook"])
    again.update((it, order[it]) for it in ("recorder", "pauses", "unused"))
    connection = read_json("connection.json")
    make_end(door)
    name, trouble = begin(again, connection)
    door = None if trouble else knock(name)
    if door:
        await_ports(connection, door)
    if not trouble and not note(name):  # somebody has taken its address
        name, trouble = begin(again, new_connection(again))
    say(trouble or {"event": "done", "code": 0})


def has_recorder(door):
    """Returns whether a kernel's recorder is there, or is in a moment."""
    try:
        door.sendall(json.dumps({"do": "record"}).encode() + b"\n")
    except OSError:
        return False
    deadline = time.time() + TOOL_SECONDS
    while not os.path.exists(RECORDER) and time.time() < deadline:
        time.sleep(0.05)
    return os.path.exists(RECORDER)


def forget_ended(kernel):
    """What an earlier kernel of a notebook said last is old once another one runs."""
    for name in names():
        said = note(name, ENDED)
        old = knock(name) if said and said.get("id") == kernel else None
        if old:
            old.sendall(json.dumps({"do": "forget"}).encode() + b"\n")
            old.close()


def read_json(file):
    try:
        with open(file) as text:
            return json.load(text)
    except (OSError, ValueError):
        return {}


def await_ports(connection, door):
    """Waits until a kernel listens, so that nobody knocks at closed doors, or until it has ended."""
    waiting = [connection[it] for it in connection if it.endswith("_port")]
    deadline = time.time() + LISTEN_SECONDS
    while waiting and time.time() < deadline and not select.select([door], [], [], 0.05)[0]:
        waiting = [it for it in waiting if not is_open(it)]


def is_open(port):
    with socket.socket() as knocking:
        return knocking.connect_ex(("127.0.0.1", port)) == 0


def new_connection(order):
    """Returns where a kernel is to listen, with new keys; those of one that encrypts are ordered."""
    taken = [socket.socket() for _ in range(5)]
    for each in taken:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in taken]
    for each in taken:
        each.close()
    kinds = ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")
    connection = dict(zip(kinds, ports))
    connection.update(
        ip="127.0.0.1",
        key=os.urandom(32).hex(),
        transport="tcp",
        signature_scheme="hmac-sha256",
        kernel_name=order["name"],
    )
    connection.update(order.get("curve") or {})
    return connection


def write_connection(folder, connection):
    file = os.open(
        os.path.join(folder, "connection.json"), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600
    )
    with os.fdopen(file, "w") as text:
        json.dump(connection, text)


def fork_holder(folder, order):
    """Returns what went wrong at the kernel's start; None if it runs."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.setsid()
        if os.fork() == 0:
            try:
                Holder(folder, order).hold(writing)
            finally:
                os._exit(0)
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        answer = told.read()
    return json.loads(answer) if answer else None


def relay(door):
    """Hands lines on between who is connected over SSH and the kernel's holder."""
    while True:
        ready = select.select([0, door], [], [])[0]
        if door in ready:
            said = door.recv(64 << 10)
            if not said:
                return
            os.write(1, said)
        if 0 in ready:
            said = os.read(0, 8 << 10)
            if not said:
                return
            door.sendall(said)


def end(order):
    """Ends a kernel that somebody may be connected to."""
    _, door = find(order["id"])
    if door:
        make_end(door)
    say({"event": "done", "code": 0})


def make_end(door):
    for name in ("TERM", "KILL"):
        if told(door, {"do": "signal", "name": name}, "exit"):
            return


def told(door, order, event):
    """Tells a holder something; returns its next word of a kind, None if none comes in time."""
    door.settimeout(TOLD_SECONDS)
    heard = b""
    try:
        door.sendall(json.dumps(order).encode() + b"\n")
        while True:
            more = door.recv(MOST_WORDS)
            heard += more
            for line in heard.split(b"\n")[:-1]:
                answer = json.loads(line.decode())
                if answer["event"] == event:
                    return answer
            if not more:
                return None
    except (OSError, ValueError):
        return None
