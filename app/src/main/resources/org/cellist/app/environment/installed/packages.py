# Lists what is installed where an IPython session runs, with the versions, as pip would freeze it.
# Runs in a namespace of its own; looks at metadata files only, and needs no pip.
#
# cellist_packages() -> an object whose mime bundle has the list as application/json.

import json
import os
import platform
import re
import shutil
import sys

_INDEXES = "https://download.pytorch.org/whl/"
_TORCH = {"torch", "torchvision", "torchaudio"}
_TOOLS = {"pip", "setuptools", "wheel"}  # an environment brings its own


def _plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def _origin(distribution):
    """PEP 610: where a package came from that no index gave; None for an index."""
    text = distribution.read_text("direct_url.json")
    origin = json.loads(text) if text else None
    return origin if isinstance(origin, dict) and isinstance(origin.get("url"), str) else None


def _address(origin):
    """What pip takes in place of a version; None for a folder or file of this machine."""
    url = origin["url"]
    vcs = origin.get("vcs_info")
    if "dir_info" in origin or url.startswith("file:"):
        return None
    if isinstance(vcs, dict):
        url = "%s+%s@%s" % (vcs.get("vcs"), url, vcs.get("commit_id"))
    part = origin.get("subdirectory")
    return url + "#subdirectory=" + part if isinstance(part, str) else url


def _conda(known):
    """The names of what conda has installed and Python knows nothing of."""
    folder = os.path.join(sys.prefix, "conda-meta")
    names = set()
    if os.path.isdir(folder):
        for file in os.listdir(folder):
            parts = file[: -len(".json")].rsplit("-", 2) if file.endswith(".json") else []
            if len(parts) == 3 and _plain(parts[0]) not in known and parts[0] != "python":
                names.add(parts[0])
    return sorted(names)


class _Reply:
    def __init__(self, content):
        self._content = content

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"application/json": self._content, "text/plain": ""}


def cellist_packages():
    try:
        from importlib import metadata
    except ImportError:
        return _Reply({"error": "Python %s" % platform.python_version()})
    known = {}
    local = {}
    indexes = set()
    for distribution in metadata.distributions(path=[path for path in sys.path if path]):
        try:
            name, version = distribution.metadata["Name"], distribution.version
            origin = _origin(distribution)
        except Exception:  # a folder that something left behind
            continue
        if not name or not version or _plain(name) in known or _plain(name) in local:
            continue  # the first on the path is the one that is imported
        address = None if origin is None else _address(origin)
        if origin is not None and address is None:
            local[_plain(name)] = "%s==%s (%s)" % (name, version, origin["url"])
            continue
        known[_plain(name)] = (
            "%s==%s" % (name, version) if address is None else "%s @ %s" % (name, address)
        )
        label = version.partition("+")[2]
        if address is None and _plain(name) in _TORCH and label.isalnum():
            indexes.add("--extra-index-url " + _INDEXES + label)
    return _Reply(
        {
            "python": platform.python_version(),
            "system": "%s %s" % (platform.system(), platform.machine()),
            "executable": sys.executable or "",
            "pip": "pip" in known,
            "uv": shutil.which("uv") or "",
            "lines": sorted(indexes) + [known[name] for name in sorted(known.keys() - _TOOLS)],
            "local": [local[name] for name in sorted(local)],
            "conda": _conda(known),
        }
    )
