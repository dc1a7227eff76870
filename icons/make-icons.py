#!/usr/bin/env python3
"""Draws the icons of every system from the two SVG files beside this script.

Needs rsvg-convert (Debian: librsvg2-bin). Run from anywhere: python3 icons/make-icons.py

    cellist-16.png … cellist-512.png   Linux, and the window itself
    cellist.ico                        Windows
    cellist.icns                       macOS
"""

import pathlib
import struct
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
# Apple's names of the slots, with their size in pixels ("Icon Image type" of the icns format).
ICNS_SLOTS = {
    "icp4": 16,
    "icp5": 32,
    "ic11": 32,
    "ic12": 64,
    "ic07": 128,
    "ic08": 256,
    "ic13": 256,
    "ic09": 512,
    "ic14": 512,
    "ic10": 1024,
}


def draw(size: int) -> bytes:
    source = HERE / ("cellist-small.svg" if size <= 24 else "cellist.svg")
    command = ["rsvg-convert", "-w", str(size), "-h", str(size), source]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def ico(images: dict[int, bytes]) -> bytes:
    """A directory of PNG images; 256 is written as 0."""
    head = struct.pack("<HHH", 0, 1, len(images))
    offset = len(head) + 16 * len(images)
    for size, image in images.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset)
        offset += len(image)
    return head + b"".join(images.values())


def icns(images: dict[str, bytes]) -> bytes:
    body = b"".join(
        slot.encode("ascii") + struct.pack(">I", len(image) + 8) + image
        for slot, image in images.items()
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    for size in SIZES:
        (HERE / f"cellist-{size}.png").write_bytes(draw(size))
    (HERE / "cellist.ico").write_bytes(ico({size: draw(size) for size in ICO_SIZES}))
    (HERE / "cellist.icns").write_bytes(
        icns({slot: draw(size) for slot, size in ICNS_SLOTS.items()})
    )


if __name__ == "__main__":
    main()
