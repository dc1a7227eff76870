#!/usr/bin/env python3
"""Makes the golden files of the format's tests with Python's nbformat.

    /usr/bin/python3 app/src/test/scripts/make_format_goldens.py [FOLDER]

Run from anywhere; needs nbformat 5.1 or newer (Debian: python3-nbformat). Every `NAME.ipynb` in the
`legacy` folder is upgraded to `NAME.golden`; `new-notebook.golden` is written from scratch. With a
FOLDER, the legacy notebooks below it are upgraded into `FOLDER-goldens/` instead, for comparing a
whole corpus by hand. Ids are counted, not random, so that the files stay the same.
"""

import itertools
import pathlib
import sys

import nbformat
from nbformat import v4
from nbformat.v4 import convert, nbbase

RESOURCES = pathlib.Path(__file__).parent.parent / "resources/org/cellist/app/notebook/format"


def count_ids():
    numbers = itertools.count(1)

    def next_id():
        return "%08x" % next(numbers)

    convert.random_cell_id = next_id
    nbbase.random_cell_id = next_id


def upgrade(source, target):
    count_ids()
    try:
        notebook = nbformat.read(str(source), as_version=4)
    except Exception as problem:  # whatever nbformat says no to has no golden file
        print("refused", source, type(problem).__name__, problem)
        return
    nbformat.write(notebook, str(target))


def new_notebook():
    count_ids()
    markdown = v4.new_markdown_cell("# 제목 “quoted”\n\n![one](attachment:one.png)\n")
    markdown.attachments = {
        "one.png": {"image/png": "iVBORw0KGgo="},
        "note.txt": {"text/plain": "two\nlines"},
    }
    code = v4.new_code_cell(
        "print('a')\nx = \"\\u0041\"\u2028y\x0cz\x1f\x7f\ttab", execution_count=3
    )
    code.metadata = {"tags": ["한글", "b"], "b": 1, "a": {"z": None, "y": True, "\U0001f600": 1.5}}
    code.outputs = [
        v4.new_output("stream", name="stdout", text="one\n12345\rtwo\n\x1b[31mred\x1b[0m"),
        v4.new_output("stream", name="stderr", text="warning\n"),
        v4.new_output(
            "display_data",
            data={
                "text/plain": "<Figure>\nsecond",
                "text/html": "<b>\n한글</b>",
                "image/svg+xml": "<svg>\n</svg>\n",
                "image/png": "iVBORw0KGgo=\n",
                "application/javascript": "a\nb",
                "application/json": {"b": [1, 2.5, {"c": None}], "a": "x\ny"},
                "application/vnd.plotly.v1+json": {"data": [], "layout": {}},
                "application/pdf": "JVBERi0=",
            },
            metadata={"image/png": {"width": 640, "height": 480}, "isolated": True},
        ),
        v4.new_output("execute_result", data={"text/plain": "42"}, execution_count=3),
        v4.new_output(
            "error",
            ename="ValueError",
            evalue="bad \"value\"",
            traceback=["\x1b[0;31mValueError\x1b[0m", "line\nof two"],
        ),
    ]
    raw = v4.new_raw_cell("raw \\ text", metadata={"raw_mimetype": "text/restructuredtext"})
    empty = v4.new_code_cell("")
    notebook = v4.new_notebook(
        cells=[markdown, code, raw, empty],
        metadata={
            "language_info": {"name": "python", "version": "3.11"},
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        },
    )
    nbformat.write(notebook, str(RESOURCES / "new-notebook.golden"))


def main(arguments):
    if arguments:
        folder = pathlib.Path(arguments[0])
        target = folder.with_name(folder.name + "-goldens")
        target.mkdir(exist_ok=True)
        for source in sorted(folder.rglob("*.ipynb")):
            try:
                version = nbformat.reader.get_version(
                    nbformat.reader.parse_json(source.read_text("utf-8"))
                )[0]
            except Exception:
                continue
            if version in (2, 3):
                upgrade(source, target / (source.name[:-6] + ".golden"))
        return
    for source in sorted((RESOURCES / "legacy").glob("*.ipynb")):
        upgrade(source, source.with_suffix(".golden"))
    new_notebook()


if __name__ == "__main__":
    main(sys.argv[1:])
