# How busy and how full a machine is, and what processes take of it: read from the files that Linux
# has for that, elsewhere from psutil if that is there. Python 3.6 and its own library are enough.
# What is not known is None.

import glob
import os
import re
import shutil
import subprocess

_CGROUPS = "/sys/fs/cgroup"
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def _psutil():
    try:
        import psutil

        return psutil
    except ImportError:
        return None


def memory():
    """Returns what programs may use, and what of that can still be had."""
    whole = _memory_of_machine()
    tight = None
    for limit in _cgroup_limits():
        if tight is None or limit[1] < tight[1]:
            tight = limit
    if tight is None or (whole and tight[0] >= whole[0]):
        return whole
    return [tight[0], min(tight[1], whole[1]) if whole else tight[1]]


def _memory_of_machine():
    found = {}
    try:
        with open("/proc/meminfo") as lines:
            for line in lines:
                name, _, value = line.partition(":")
                found[name] = int(value.split()[0]) << 10
        return [found["MemTotal"], found["MemAvailable"]]
    except (OSError, ValueError, IndexError, KeyError):
        tool = _psutil()
        said = tool.virtual_memory() if tool else None
        return [said.total, said.available] if said else None


def _cgroup_limits():
    """Yields the limits of our control group and of those around it, of version 2 or 1."""
    try:
        with open("/proc/self/cgroup") as text:
            groups = [line.strip().split(":", 2) for line in text]
    except OSError:
        return
    for group in groups:
        kinds = group[1].split(",") if len(group) == 3 else []
        if kinds == [""]:
            root, names = _CGROUPS, ("memory.max", "memory.current", "inactive_file")
        elif "memory" in kinds:
            root = os.path.join(_CGROUPS, "memory")
            names = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")
        else:
            continue
        parts = [it for it in group[2].split("/") if it and it != ".."]
        for count in range(len(parts), -1, -1):
            limit = _cgroup_limit(os.path.join(root, *parts[:count]), names)
            if limit:
                yield limit


def _cgroup_limit(group, names):
    """Files that were read once can be dropped at any time, and do not count as taken."""
    try:
        most = _number(os.path.join(group, names[0]))
        taken = _number(os.path.join(group, names[1]))
        with open(os.path.join(group, "memory.stat")) as lines:
            pairs = [line.split() for line in lines]
        cached = [int(it[1]) for it in pairs if it[0] == names[2]]
        return [most, max(0, most - max(0, taken - sum(cached)))]
    except (OSError, ValueError, IndexError):
        return None  # no limit, or the root


def _number(file):
    with open(file) as text:
        return int(text.read())


def cores():
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count()


def ticks():
    """Returns what the processors have done since the machine was started, and what they rested."""
    try:
        with open("/proc/stat") as text:
            fields = text.readline().split()
        numbers = [int(it) for it in fields[1:9]]
        return (sum(numbers), numbers[3] + numbers[4]) if fields[0] == "cpu" else None
    except (OSError, ValueError, IndexError):
        tool = _psutil()
        said = tool.cpu_times() if tool else None
        return (sum(said), said.idle) if said else None


def busy(before, now):
    """Returns which part of the processors worked between two looks at their ticks."""
    if not before or not now or now[0] <= before[0]:
        return None
    return min(1.0, max(0.0, 1.0 - (now[1] - before[1]) / (now[0] - before[0])))


def disk(folder):
    """Returns the size of a folder's disk, and what this user may still write there."""
    try:
        said = os.statvfs(folder)
        return [said.f_blocks * said.f_frsize, said.f_bavail * said.f_frsize]
    except (OSError, AttributeError):
        return None


def processes():
    """Returns the parent, the session and the resident bytes of every process by its number."""
    found = {}
    for file in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(file, "rb") as text:
                fields = text.read().rsplit(b")", 1)[1].split()
            number = int(file.split("/")[2])
            found[number] = (int(fields[1]), int(fields[3]), int(fields[21]) * _PAGE)
        except (OSError, ValueError, IndexError):
            pass  # it has just ended
    return found


def family(all_of_them, first):
    """Returns a process, all of its session, if it began one, and all that these have started."""
    children = {}
    for number, (parent, _, _) in all_of_them.items():
        children.setdefault(parent, []).append(number)
    todo = [it for it, said in all_of_them.items() if it == first or said[1] == first]
    found = set()
    while todo:
        number = todo.pop()
        if number not in found:
            found.add(number)
            todo += children.get(number, [])
    return found


def resident(all_of_them, family_of_it):
    """Pages that processes share count for each."""
    return sum(all_of_them[it][2] for it in family_of_it) or None


def run_tool(command, seconds):
    """Returns what a program prints; nothing if it is not there or takes too long. Why it fails,
    drivers' programs print as well."""
    if not shutil.which(command[0]):
        return ""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout[: 64 << 10].decode("utf-8", "replace")


def among(numbers, table):
    """Returns those of these processes that a table of a driver's program may name."""
    return sorted(numbers & {int(it) for it in re.findall(r"\d{1,9}", table or "")})
