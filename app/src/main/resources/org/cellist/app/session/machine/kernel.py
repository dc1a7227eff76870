
# Tells what machine an IPython session runs on, and what the session takes of it. Runs in a
# namespace of its own, behind what reads the machine; imports nothing that a person may miss, and
# waits for no other program: what drivers' programs say comes with the next look.
#
# cellist_machine(commands, pause, patience) -> an object whose mime bundle has the look as
# application/json.

import sys
import time
import types

_KEPT = "_cellist_machine"


class _Reply:
    def __init__(self, content):
        self._content = content

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"application/json": self._content, "text/plain": ""}


def _kept():
    kept = sys.modules.get(_KEPT)
    if kept is None:
        kept = sys.modules[_KEPT] = types.ModuleType(_KEPT)
        kept.ticks = kept.said = kept.begun = None
        kept.running = {}
    return kept


def _gpus(kept, commands, pause, patience):
    now = time.monotonic()
    running = kept.running
    if running and all(each.poll() is not None for each in running.values()):
        said = dict.fromkeys(commands, "")
        for name, each in running.items():
            said[name] = each.stdout.read(64 << 10).decode("utf-8", "replace")
            each.stdout.close()
        kept.said, kept.running = said, {}
    elif running and now - kept.begun > patience:
        for each in running.values():
            each.kill()
    if not kept.running and (kept.begun is None or now - kept.begun > pause):
        kept.begun = now
        kept.running = {it: _begun(command) for it, command in commands.items()}
        kept.running = {it: each for it, each in kept.running.items() if each}
        if not kept.running:
            kept.said = dict.fromkeys(commands, "")
    return kept.said


def _begun(command):
    if not shutil.which(command[0]):
        return None
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None


def _gpu_of_framework():
    """Drivers name processes as the machine knows them; in a container those are other numbers."""
    torch = sys.modules.get("torch")
    try:
        cuda = torch.cuda
        places = range(cuda.device_count()) if cuda.is_initialized() else ()
        return sum(cuda.memory_reserved(it) for it in places) or None
    except Exception:  # there is none, or one that cannot say it
        return None


def _taken(them, its):
    tool = None if them else _psutil()
    if not tool:
        return resident(them, its)
    own = tool.Process()
    try:
        return sum(it.memory_info().rss for it in [own] + own.children(recursive=True))
    except tool.Error:
        return None


def cellist_machine(commands, pause, patience):
    kept = _kept()
    now = ticks()
    them = processes()
    its = family(them, os.getpid())
    gpus = _gpus(kept, commands, pause, patience)
    look = {
        "cpu": busy(kept.ticks, now),
        "cores": cores(),
        "memory": memory(),
        "disk": disk("."),
        "gpus": gpus,
        "kernels": [
            {
                "id": "",
                "memory": _taken(them, its),
                "gpu": _gpu_of_framework(),
                "pids": among(its, gpus and gpus["processes"]),
            }
        ],
    }
    kept.ticks = now
    return _Reply(look)
