# Says where what a dotted name stands for is defined. Runs in a namespace of its own, imports nothing
# that was not, and runs no property of the person's: attributes are looked up without their code.
#
# cellist_definition(path) -> an object whose mime bundle has as application/json the file, empty for none that
# is on the disk; the line, 0 for unknown; the column; and the text of that line.

import inspect
import linecache
import os
import re


class _Reply:
    def __init__(self, content):
        self._content = content

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"application/json": self._content, "text/plain": ""}


def _value(path):
    from IPython import get_ipython

    names = path.split(".")
    value = get_ipython().user_ns[names[0]]
    for name in names[1:]:
        holder = value if inspect.ismodule(value) or inspect.isclass(value) else type(value)
        value = inspect.getattr_static(holder, name)
    if isinstance(value, (staticmethod, classmethod)):
        value = value.__func__
    if isinstance(value, property):
        value = value.fget
    return inspect.unwrap(value)


def _typed_class(value):
    # Of a class that was typed Python knows no file, but of its functions.
    code = next(it.__code__ for it in vars(value).values() if inspect.isfunction(it))
    lines = linecache.getlines(code.co_filename)
    begin = re.compile(r"\s*class\s+%s\b" % re.escape(value.__name__))
    number = next(at for at, text in enumerate(lines) if begin.match(text))
    return code.co_filename, lines[number:], number + 1


def _place(value):
    if inspect.ismodule(value):
        return value.__file__, 1, 0, ""
    try:
        file = inspect.getsourcefile(value)
        lines, line = inspect.getsourcelines(value)
    except (OSError, TypeError):
        file, lines, line = _typed_class(value)
    for number, text in enumerate(lines):  # decorators come first
        found = re.match(r"\s*(?:async\s+)?(?:def|class)\s+", text)
        if found:
            return file, line + number, found.end(), text.rstrip("\r\n")
    return file, line, 0, lines[0].rstrip("\r\n")


def cellist_definition(path):
    try:
        file, line, column, text = _place(_value(path))
    except Exception:  # no such name, a builtin, an object that is none of these
        return _Reply({"file": "", "line": 0, "column": 0, "text": ""})
    known = file if file and os.path.isfile(file) else ""
    return _Reply({"file": known, "line": line, "column": column, "text": text})
