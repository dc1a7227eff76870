class Client:
    """Whoever is connected: what it has sent of its next packet, and what it is yet to get."""

    def __init__(self, sock):
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock = sock
        self.coming = bytearray()
        self.going = deque()  # views of bytes
        self.on_the_way = 0
        self.token = None  # until it has said hello
        self.place = 0  # in the log's file
        self.sent = 0  # the number of the newest record that it was sent
        self.before = 0  # up to there it needs only what runs have said
        self.is_told_now = False
        self.is_told_end = False
        self.heard_at = time.time()

    def put(self, *frames):
        parts = [LENGTH.pack(len(frames))]
        for frame in frames:
            parts += [LENGTH.pack(len(frame)), frame]
        data = b"".join(parts)
        self.going.append(memoryview(data))
        self.on_the_way += len(data)

    def say(self, answer):
        self.put(json.dumps(answer).encode())

    def flush(self):
        """Returns whether it is still there."""
        try:
            while self.going:
                sent = self.sock.send(self.going[0])
                self.on_the_way -= sent
                if sent == len(self.going[0]):
                    self.going.popleft()
                else:
                    self.going[0] = self.going[0][sent:]
        except BlockingIOError:
            pass
        except OSError:
            return False
        return True

    def hear(self):
        """Returns the packets that have come; None when it is gone."""
        try:
            said = self.sock.recv(256 << 10)
        except BlockingIOError:
            return []
        except OSError:
            return None
        if not said:
            return None
        self.heard_at = time.time()
        self.coming += said
        if self.token is None and len(self.coming) > MOST_OF_A_HELLO:
            return None  # whoever it is, it fills no memory
        packets = []
        packet = self.next_packet()
        while packet:
            packets.append(packet)
            packet = self.next_packet()
        return packets

    def next_packet(self):
        if len(self.coming) < LENGTH.size:
            return None
        (count,) = LENGTH.unpack_from(self.coming)
        at, frames = LENGTH.size, []
        for _ in range(count):
            if len(self.coming) < at + LENGTH.size:
                return None
            (size,) = LENGTH.unpack_from(self.coming, at)
            at += LENGTH.size
            if len(self.coming) < at + size:
                return None
            frames.append((at, at + size))
            at += size
        packet = [bytes(self.coming[begin:end]) for begin, end in frames]
        del self.coming[:at]
        return packet


class State:
    """Whether the kernel runs something, for whoever looks: the first letter of a file."""

    def __init__(self):
        self.file = os.open("state", os.O_RDWR | os.O_CREAT, 0o600)

    def heard(self, contents):
        """Returns what the kernel says of itself; empty where that cannot be read."""
        try:
            state = json.loads(contents[0].decode())["execution_state"]
        except (ValueError, IndexError, KeyError, TypeError):
            return ""
        if state in ("busy", "idle"):
            self.write(state[:1].encode())
        return state

    def write(self, letter):
        try:
            os.pwrite(self.file, letter, 0)
        except OSError:
            pass  # nobody is told what it does, and nothing else is lost


class Recorder:
    """One kernel's: takes what it says, and serves one client at a time."""

    def __init__(self, order):
        self.secret = order["secret"]
        self.log = Log("log", order.get("most_of_a_run", MOST_OF_A_RUN))
        self.log.begin(order.get("again", False))
        self.order = Order(self.log)
        self.state = State()
        self.door = socket.socket(fileno=order["door"])
        self.door.setblocking(False)
        self.poller = zmq.Poller()
        self.client = None
        self.guests = []  # connections that have not said hello
        self.info = None  # who the kernel is, as it has said
        self.ending_at = 0.0  # the kernel has ended: then nothing was heard until
        self.is_done = False
        self.connect(order)

    def connect(self, order):
        context = zmq.Context()
        connection = order["connection"]
        address = "tcp://%s:%d"
        self.sockets = {}
        for kind, port in (("IOPUB", "iopub"), ("SHELL", "shell"), ("STDIN", "stdin")):
            sock = context.socket(zmq.SUB if kind == "IOPUB" else zmq.DEALER)
            sock.setsockopt(zmq.RCVHWM, 0)
            sock.setsockopt(zmq.SNDHWM, 0)
            sock.setsockopt(zmq.LINGER, 0)
            sock.setsockopt(zmq.RECONNECT_IVL, 10)
            if kind == "IOPUB":
                sock.setsockopt(zmq.SUBSCRIBE, b"")
            else:
                sock.setsockopt(zmq.IDENTITY, order["identity"].encode())
            if connection.get("curve_publickey"):
                # A kernel takes whoever knows its public key: our own may be any.
                sock.curve_publickey, sock.curve_secretkey = zmq.curve_keypair()
                sock.curve_serverkey = connection["curve_publickey"].encode()
            sock.connect(address % (connection["ip"], connection[port + "_port"]))
            self.sockets[kind] = sock

    def serve(self):
        poller = self.poller
        for sock in self.sockets.values():
            poller.register(sock, zmq.POLLIN)
        poller.register(self.door.fileno(), zmq.POLLIN)
        poller.register(0, zmq.POLLIN)
        while not self.is_done:
            connected = self.guests + ([self.client] if self.client else [])
            for each in connected:
                busy = zmq.POLLOUT if each.going else 0
                poller.register(each.sock.fileno(), zmq.POLLIN | busy)
            ready = dict(poller.poll(QUIET_MILLIS if self.ending_at else LOOK_MILLIS))
            for each in connected:
                poller.unregister(each.sock.fileno())
            self.take_all()
            if 0 in ready and not self.hear_holder():
                return
            if self.door.fileno() in ready:
                self.admit()
            for each in connected:
                if ready.get(each.sock.fileno(), 0) & zmq.POLLIN:
                    self.serve_client(each)
            self.feed()
            if self.log.is_worth_tidying():
                self.tidy()
            if self.ending_at and time.time() - self.ending_at > QUIET_MILLIS / 1000:
                self.end()

    def hear_holder(self):
        """Returns whether there is one."""
        said = os.read(0, 1024)
        if b"ended" in said:
            self.ending_at = time.time()
        return bool(said)

    def take_all(self):
        """Broadcasts first: a reply without the broadcasts before it would wait for them."""
        for kind, sock in self.sockets.items():
            for _ in range(BURST):
                try:
                    frames = sock.recv_multipart(zmq.NOBLOCK)
                except zmq.Again:
                    break
                self.take(kind, frames)

    def take(self, kind, frames):
        if self.ending_at:
            self.ending_at = time.time()
        try:
            at = frames.index(DELIMITER)
            header = json.loads(frames[at + 2].decode())
            parent = json.loads(frames[at + 3].decode())
            what, run = header["msg_type"], run_of(parent)
        except (ValueError, IndexError, KeyError, TypeError):
            return  # not a message
        if kind == "IOPUB":
            has_begun = what != "status"  # perhaps before this recorder
            if what == "status" and parent.get("msg_type") == "execute_request":
                has_begun = self.state.heard(frames[at + 5 : at + 6]) == "idle"
            self.order.heard(has_begun, kind, run, frames)
            return
        if what == "kernel_info_reply":
            self.info = frames
        is_of_run = what in ("execute_reply", "input_request")
        self.order.told(kind, run if is_of_run else "", frames)

    def admit(self):
        try:
            self.guests.append(Client(self.door.accept()[0]))
        except OSError:
            pass  # it has gone again

    def serve_client(self, client):
        packets = client.hear()
        if packets is None:
            self.drop(client)
            return
        for packet in packets:
            if client.sock.fileno() < 0:
                return  # it was not let in, or has left
            try:
                order = dict(json.loads(packet[0].decode()))
            except (ValueError, IndexError, TypeError):
                self.drop(client)
                return
            if client.token is None:
                self.greet(client, order)
            elif client is self.client:
                self.obey(client, order, packet[1:])

    def drop(self, client):
        client.sock.close()
        if client in self.guests:
            self.guests.remove(client)
        if client is self.client:
            self.client = None

    def greet(self, client, hello):
        """Lets a client be the one, if there is none, or that is itself or says nothing more."""
        if not hmac.compare_digest(str(hello.get("secret")).encode(), self.secret.encode()):
            self.drop(client)
            return
        now = self.client
        is_same = hello["token"] == self.log.token
        if now and not is_same and time.time() - now.heard_at < STALE_SECONDS:
            client.say({"error": "held", "silent": int(time.time() - now.heard_at)})
            client.flush()
            self.drop(client)
            return
        if now:
            self.drop(now)
        self.guests.remove(client)
        client.token = hello["token"]
        if not is_same:
            self.log.token = client.token
            self.log.take(0)
            self.log.got = self.log.number
            client.before = self.log.number
        client.sent = hello.get("after", 0) if is_same else 0
        self.client = client
        client.say({"taken": self.log.taken})
        if not is_same and self.info:
            client.put(b"SHELL", b"0", *self.info)

    def obey(self, client, order, frames):
        what = order["do"]
        number = order.get("n", 0)
        if number and number <= self.log.taken:
            client.put(b"TAKEN", str(self.log.taken).encode())
            return
        if number:
            self.log.take(number)
        if what == "send" and self.sockets:
            self.sockets[order["channel"]].send_multipart(frames)
        elif what == "keep":
            self.order.told("IOPUB", run_of({"msg_id": order["run"]}), frames)
        elif what == "settle":
            self.log.settle(order["runs"])
        elif what == "here":
            self.log.got = max(self.log.got, order["got"])
        elif what == "leave":
            self.drop(client)
            return
        elif what == "done":
            self.is_done = self.log.is_over
        if number:
            client.put(b"TAKEN", str(number).encode())

    def feed(self):
        """Sends the client what it lacks, as long as it takes it."""
        client = self.client
        if not client:
            return
        is_there = True
        while is_there and client.on_the_way < MOST_ON_THE_WAY and self.put_next(client):
            if client.on_the_way >= MOST_ON_THE_WAY:
                is_there = client.flush()
        if not is_there or not client.flush():
            self.drop(client)

    def put_next(self, client):
        """Returns whether there may be more to send."""
        if client.place < self.log.end:
            found = read(self.log.file, client.place)
            record, client.place = found if found else (None, self.log.end)
            if record is None:
                client.put(b"GAP", b"0")
            elif record.number > client.sent:
                client.sent = record.number
                if self.is_wanted(client, record):
                    number = str(record.number).encode()
                    client.put(record.kind.encode(), number, *record.frames)
            return True
        if not client.is_told_now:
            client.is_told_now = True
            client.put(b"NOW", b"0")
        if self.log.is_over and not client.is_told_end:
            client.is_told_end = True
            client.put(b"ENDED", b"0")
        return False

    def is_wanted(self, client, record):
        if record.kind in UNHEARD or record.run in self.log.settled:
            return False
        return record.run or record.kind == "GAP" or record.number > client.before

    def tidy(self):
        client = self.client
        sent = client.sent if client else 0
        places = []

        def moved(number, place):
            if number > sent and not places:
                places.append(place)

        self.log.tidy(moved)
        if client:
            client.place = places[0] if places else self.log.end

    def end(self):
        """All that the kernel said is here. It is of use as long as no file has it."""
        if not self.log.is_over:
            self.order.end()
            self.log.is_over = True
            for sock in self.sockets.values():
                self.poller.unregister(sock)
                sock.close()  # it would look for the kernel for ever
            self.sockets = {}
            self.feed()
        if not self.client and not self.log.sizes:
            self.is_done = True


def run_of(parent):
    """Returns the id of a request that a later client can know, from its mark; empty for others."""
    run = parent.get("msg_id") or ""
    return run if len(run) > MARK_AT + 1 and run[MARK_AT] == "_" else ""


def main():
    recorder = Recorder(json.loads(sys.stdin.buffer.readline().decode()))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    recorder.serve()


main()
