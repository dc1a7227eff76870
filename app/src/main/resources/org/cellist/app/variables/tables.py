# A part of a table (a DataFrame or Series of pandas, an array of numpy), sorted and filtered here,
# where the data is. Runs in a namespace of its own and leaves the person's alone.
#
# cellist_table(name, moment, sort, ascending, where, start, count, most_columns) -> an object whose
# mime bundle has the part as application/json. The order of the rows is kept between two calls, for
# one table at a time, as long as `moment` is the same: nothing ran in between.

import sys
import types

_KEPT = "_cellist_kept"
_MOST_LETTERS = 200


class _Reply:
    def __init__(self, content):
        self._content = content

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"application/json": self._content, "text/plain": ""}


def _kept():
    kept = sys.modules.get(_KEPT)
    if kept is None:
        kept = sys.modules[_KEPT] = types.ModuleType(_KEPT)
        kept.key = kept.rows = None
    return kept


def _text(value):
    if value is None or value != value:
        return None
    if isinstance(value, float):
        return "%.8g" % value
    text = str(value)
    return text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS] + "\u2026"


def _flat(array):
    """An array as rows and columns; of more than two dimensions all but the first are columns."""
    if array.ndim == 0:
        array = array.reshape(1, 1)
    if array.ndim == 1:
        return array.reshape(-1, 1), ["value"]
    names = [str(i) for i in range(array.shape[1])]
    if array.ndim > 2:
        inner = array.shape[1:]
        array = array.reshape(array.shape[0], -1)
        names = [
            str(list(place)) for place in __import__("numpy").ndindex(*inner)
        ]
    return array, names


def _order_of_frame(frame, sort, ascending, where):
    import numpy

    rows = None
    if where:
        mask = frame.eval(where, engine="python")
        rows = numpy.flatnonzero(numpy.asarray(mask, dtype=bool))
    if sort is not None:
        column = frame.iloc[:, sort]
        if rows is not None:
            column = column.iloc[rows]
        values = column.to_numpy()
        if values.dtype.kind in "iufb":
            order = _order_of_numbers(values, ascending)
        else:
            order = column.reset_index(drop=True).sort_values(
                ascending=ascending, kind="stable", na_position="last"
            ).index.to_numpy()
        rows = order if rows is None else rows[order]
    return rows


def _order_of_numbers(values, ascending):
    """Where the values are in their order; what is no number comes last either way."""
    import numpy

    order = numpy.argsort(values, kind="stable")
    if ascending:
        return order
    missing = int(numpy.isnan(values).sum()) if values.dtype.kind == "f" else 0
    numbers = order[: len(order) - missing]
    return numpy.concatenate([numbers[::-1], order[len(order) - missing :]])


def _order_of_array(array, sort, ascending):
    return None if sort is None else _order_of_numbers(array[:, sort], ascending)


def cellist_table(name, moment, sort, ascending, where, start, count, most_columns):
    from IPython import get_ipython

    value = get_ipython().user_ns[name]
    is_frame = type(value).__module__.split(".")[0] == "pandas"
    if is_frame:
        frame = value.to_frame() if value.ndim == 1 else value
        names = [str(column) for column in frame.columns[:most_columns]]
        kinds = [str(kind) for kind in frame.dtypes.iloc[:most_columns]]
        height, width = frame.shape
    else:
        array, names = _flat(value)
        height, width = array.shape
        names = names[:most_columns]
        kinds = [str(value.dtype)] * len(names)

    key = (name, id(value), moment, sort, ascending, where)
    kept = _kept()
    if kept.key != key:
        kept.rows = (
            _order_of_frame(frame, sort, ascending, where)
            if is_frame
            else _order_of_array(array, sort, ascending)
        )
        kept.key = key
    rows = kept.rows
    shown = height if rows is None else len(rows)
    part = slice(start, min(start + count, shown)) if rows is None else rows[start : start + count]
    if is_frame:
        piece = frame.iloc[part, :most_columns]
        labels = [_text(label) for label in piece.index]
        cells = [[_text(cell) for cell in row] for row in piece.itertuples(index=False, name=None)]
    else:
        piece = array[part, :most_columns]
        labels = [str(i) for i in (range(part.start, part.stop) if rows is None else part)]
        cells = [[_text(cell) for cell in row] for row in piece.tolist()]
    return _Reply(
        {
            "columns": names,
            "kinds": kinds,
            "width": int(width),
            "height": int(height),
            "shown": int(shown),
            "start": int(start),
            "labels": labels,
            "cells": cells,
        }
    )
