#!/usr/bin/env python3
"""Makes the fonts that Cellist ships, from those of others (all under the Open Font License).

Pretendard (npm `pretendard`) is taken as it is. Cellist Mono is JetBrains Mono (Debian
`fonts-jetbrains-mono`) with what it lacks from D2Coding (npm `d2coding`): Hangul, Kana, Hanja,
full-width forms, symbols. One merged font, because JavaFX ignores a second family name in a style
sheet. D2Coding's letters are half an em wide and JetBrains Mono's 0.6 em, so its glyphs are scaled
by 1.2: a syllable is then exactly two letters wide, and both fonts' line heights agree.

Needs npm, apt-get, dpkg-deb and fontTools (Debian: python3-fonttools). Run from anywhere:

    /usr/bin/python3 .build/fonts/make-fonts.py
"""

import hashlib
import pathlib
import shutil
import subprocess
import tempfile

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "app/src/main/resources/org/cellist/app/ui/theme/fonts"

SCALE = 1.2
FAMILY = "Cellist Mono"
PRETENDARD = "pretendard-1.3.9"
D2CODING = "d2coding-1.3.2"
JETBRAINS = "fonts-jetbrains-mono"

# Ranges taken from D2Coding where JetBrains Mono has nothing. Private use is left out.
WANTED = [(0x2000, 0x2BFF), (0x2E80, 0xD7FF), (0xF900, 0xFAFF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF)]

# Layout features kept. Ligatures for code (`calt`) are not: an editor's caret moves by letters.
FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern"]

COPYRIGHT = (
    "Copyright 2020 The JetBrains Mono Project Authors "
    "(https://github.com/JetBrains/JetBrainsMono). "
    "Copyright (c) 2015-2016 NHN Corporation, font designed by FONTRIX Inc. (Hangul, Kana, Hanja)."
)
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."


def fetch(folder: pathlib.Path) -> None:
    """Lays the unpacked source packages into the folder."""
    for package in (PRETENDARD, D2CODING):
        name, version = package.rsplit("-", 1)
        npm = ["npm", "pack", "--silent", f"{name}@{version}"]
        subprocess.run(npm, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (folder / name).mkdir()
        subprocess.run(["tar", "xzf", f"{package}.tgz", "-C", name], cwd=folder, check=True)
    subprocess.run(["apt-get", "download", "-q", JETBRAINS], cwd=folder, check=True)
    (package,) = folder.glob(f"{JETBRAINS}_*.deb")
    subprocess.run(["dpkg-deb", "-x", package, folder / "jetbrains"], check=True)


def without_ligatures(path: pathlib.Path) -> TTFont:
    options = Options()
    options.layout_features = FEATURES
    options.hinting = True
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    return font


def is_wanted(code: int) -> bool:
    return any(first <= code <= last for first, last in WANTED)


def add_glyphs(font: TTFont, other: TTFont) -> int:
    """Copies the other's glyphs for characters the font lacks; returns how many."""
    present = font.getBestCmap()
    glyphs = other.getGlyphSet()
    order = font.getGlyphOrder()
    added = {}
    for code, name in sorted(other.getBestCmap().items()):
        if code in present or not is_wanted(code):
            continue
        pen = TTGlyphPen(None)
        glyphs[name].draw(TransformPen(DecomposedPen(pen, glyphs), (SCALE, 0, 0, SCALE, 0, 0)))
        glyph = pen.glyph()
        new_name = f"uni{code:04X}"
        font["glyf"].glyphs[new_name] = glyph
        advance, bearing = other["hmtx"][name]
        font["hmtx"][new_name] = (round(advance * SCALE), round(bearing * SCALE))
        order.append(new_name)
        added[code] = new_name
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(added)
    return len(added)


class DecomposedPen:
    """Draws components as outlines, since their names mean nothing in the other font."""

    def __init__(self, pen, glyphs):
        self._pen = pen
        self._glyphs = glyphs

    def __getattr__(self, name):
        return getattr(self._pen, name)

    def addComponent(self, name, transformation):
        self._glyphs[name].draw(TransformPen(self, transformation))


def rename(font: TTFont, style: str) -> None:
    plain = f"{FAMILY.replace(' ', '')}-{style}"
    names = font["name"]
    names.names = []
    texts = {
        0: COPYRIGHT,
        1: FAMILY,
        2: style,
        3: f"Cellist: {FAMILY} {style}",
        4: FAMILY if style == "Regular" else f"{FAMILY} {style}",
        5: "Version 1.0",
        6: plain,
        13: LICENCE,
        14: "https://scripts.sil.org/OFL",
    }
    for identity, text in texts.items():
        names.setName(text, identity, 3, 1, 0x409)


def make_mono(style: str, sources: pathlib.Path) -> None:
    latin = sources / f"jetbrains/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-{style}.ttf"
    wide = sources / "d2coding/package/src" / {"Regular": "d2coding.ttf", "Bold": "d2coding-bold.ttf"}[style]
    font = without_ligatures(latin)
    count = add_glyphs(font, TTFont(wide))
    rename(font, style)
    font["post"].formatType = 3.0
    font["OS/2"].recalcUnicodeRanges(font)
    font["OS/2"].ulCodePageRange1 |= 1 << 19  # Korean
    font["OS/2"].xAvgCharWidth = 600
    if "DSIG" in font:
        del font["DSIG"]
    path = TARGET / f"CellistMono-{style}.ttf"
    font.save(path)
    report(path, f"{count} glyphs added")


def report(path: pathlib.Path, what: str) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    print(f"{path.name:26} {path.stat().st_size:>9,} bytes  sha256 {digest}…  {what}")


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sources = pathlib.Path(folder)
        fetch(sources)
        for style in ("Regular", "Bold"):
            make_mono(style, sources)
        package = sources / "pretendard/package/dist"
        for weight in ("Regular", "SemiBold", "Bold"):
            path = TARGET / f"Pretendard-{weight}.otf"
            shutil.copyfile(package / f"public/static/Pretendard-{weight}.otf", path)
            report(path, "as it is")
        licence = (package / "LICENSE.txt").read_text(encoding="utf-8")
    (TARGET / "Pretendard-OFL.txt").write_text(licence, encoding="utf-8")
    terms = licence[licence.index("This Font Software is licensed") :]
    (TARGET / "CellistMono-OFL.txt").write_text(
        COPYRIGHT.replace(". Copyright", ".\nCopyright") + "\n\n" + terms, encoding="utf-8"
    )


if __name__ == "__main__":
    main()
