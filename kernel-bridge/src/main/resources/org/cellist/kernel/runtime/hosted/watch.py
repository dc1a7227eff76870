def watch(order):
    """Tells how busy and how full the machine is, a line for each look, until nobody listens. What
    is said meanwhile changes what is looked at: `whole`, or the processor and the memory alone."""
    wish = dict(order)
    gpus = Gpus(order)
    before = None
    heard = b""
    while True:
        now = ticks()
        answer = {"event": "load", "cpu": busy(before, now), "cores": cores(), "memory": memory()}
        before = now
        if wish["whole"]:
            answer.update(whole(wish.get("kernel"), gpus))
        say(answer)
        if select.select([0], [], [], wish["seconds"])[0]:
            said = os.read(0, 8 << 10)
            if not said:
                return
            lines = (heard + said).split(b"\n")
            heard = lines.pop()
            for line in lines:
                wish.update(json.loads(line.decode()))


def whole(wanted, gpus):
    """Returns what costs more than a page or two of the system's files."""
    gpus.look_again()
    them = processes()
    kernels = []
    folder = HOME
    for said in filter(None, (note(it) for it in names())):
        its = family(them, said["pid"])
        if said["pid"] in its:
            kernels.append(
                {
                    "id": said["id"],
                    "notebook": said["notebook"],
                    "memory": resident(them, its),
                    "pids": among(its, gpus.said.get("processes")),
                }
            )
        if said["id"] == wanted:
            folder = "/proc/%d/cwd" % said["pid"]
    return {"disk": disk(folder) or disk(HOME), "gpus": gpus.said, "kernels": kernels}


class Gpus:
    """What drivers' programs said last: they may take their time, and nobody waits for them."""

    def __init__(self, order):
        self.commands = {it: order[it] for it in ("nvidia", "processes", "rocm")}
        self.said = {}
        self.looking = None

    def look_again(self):
        if not self.looking:
            self.looking = threading.Thread(target=self.look, daemon=True)
            self.looking.start()
            self.looking.join(0.5)  # most answer sooner, and then the first look is whole

    def look(self):
        said = {it: run_tool(command, TOOL_SECONDS) for it, command in self.commands.items()}
        self.said = said
        self.looking = None
