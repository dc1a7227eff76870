# Lists the variables of an IPython session. Runs in a namespace of its own and leaves the person's
# alone: no name is bound there, nothing is imported that was not, no repr of a foreign class is
# called (it may be slow, or do something).
#
# cellist_variables(most, seconds) -> an object whose mime bundle has the list as application/json.

import itertools
import reprlib
import sys
import time
import types

_SKIPPED = (
    types.ModuleType,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    type,
)
_SIMPLE = (bool, int, float, complex, str, bytes, type(None))
_CONTAINERS = (list, tuple, dict, set, frozenset, range)
_MOST_PARTS = 8

_short = reprlib.Repr()
_short.maxlevel = 2
_short.maxstring = _short.maxother = _short.maxlong = 60
_short.maxlist = _short.maxtuple = _short.maxdict = _short.maxset = 4


def _preview(value):
    if type(value) in _SIMPLE:
        return _short.repr(value)
    if type(value) in _CONTAINERS and all(
        type(part) in _SIMPLE for part in itertools.islice(value, _MOST_PARTS)
    ):
        if type(value) is not dict or all(
            type(part) in _SIMPLE for part in itertools.islice(value.values(), _MOST_PARTS)
        ):
            return _short.repr(value)
    return None


def _class_of(value):
    kind = type(value)
    return kind.__module__.split(".")[0], kind.__name__


def _shape(value):
    shape = getattr(value, "shape", None)
    if isinstance(shape, tuple) or type(shape).__name__ in ("Size", "TensorShape"):
        return [int(size) for size in shape if size is not None]
    if isinstance(value, _CONTAINERS + (str, bytes)):
        return [len(value)]
    return None


def _dtype(value, library):
    if library in ("numpy", "torch", "jax", "jaxlib", "tensorflow", "cupy", "pandas", "polars"):
        dtype = getattr(value, "dtype", None)
        return None if dtype is None else str(getattr(dtype, "name", dtype))
    return None


def _bytes(value, library, name):
    if library == "pandas":
        used = value.memory_usage(deep=False) if hasattr(value, "memory_usage") else 0
        return int(used.sum() if hasattr(used, "sum") else used)
    if library == "polars" and hasattr(value, "estimated_size"):
        return int(value.estimated_size())
    if library == "torch" and hasattr(value, "element_size"):
        return int(value.element_size() * value.nelement())
    if library in ("numpy", "jax", "jaxlib", "cupy", "tensorflow"):
        size = getattr(value, "nbytes", None)
        if isinstance(size, int):
            return size
    return sys.getsizeof(value)


def _device(value, library):
    """Where the bytes are: None for the machine's own memory."""
    if library == "cupy":
        return "cuda:%d" % value.device.id
    if library == "torch":
        device = str(getattr(value, "device", "cpu"))
        return None if device == "cpu" else device
    if library in ("jax", "jaxlib") and hasattr(value, "devices"):
        names = sorted(str(device) for device in value.devices())
        return None if all("cpu" in name.lower() for name in names) else ", ".join(names)
    if library == "tensorflow":
        device = str(getattr(value, "device", ""))
        return None if "CPU" in device or not device else device.rsplit("/", 1)[-1]
    return None


def _described(name, value):
    library, kind = _class_of(value)
    found = {"name": name, "type": kind, "library": library}
    for key, read in (
        ("shape", lambda: _shape(value)),
        ("dtype", lambda: _dtype(value, library)),
        ("bytes", lambda: _bytes(value, library, kind)),
        ("device", lambda: _device(value, library)),
        ("preview", lambda: _preview(value)),
    ):
        try:
            part = read()
        except Exception:  # a deleted tensor, a class that pretends to be another
            part = None
        if part is not None:
            found[key] = part
    if library == "pandas" and kind in ("DataFrame", "Series"):
        found["table"] = "frame"
    elif library == "numpy" and kind == "ndarray":
        found["table"] = "array"
    if library in ("pandas", "polars") and kind == "DataFrame":
        found["columns"] = len(value.columns)
    return found


class _Reply:
    def __init__(self, content):
        self._content = content

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"application/json": self._content, "text/plain": ""}


def cellist_variables(most, seconds):
    from IPython import get_ipython

    shell = get_ipython()
    hidden = getattr(shell, "user_ns_hidden", {})
    until = time.monotonic() + seconds
    found = []
    left = 0
    for name, value in list(shell.user_ns.items()):
        if name.startswith("_") or isinstance(value, _SKIPPED):
            continue
        if name in hidden and hidden[name] is value:
            continue
        if len(found) >= most or time.monotonic() > until:
            left += 1
            continue
        found.append(_described(name, value))
    return _Reply({"variables": found, "left": left})
