#!/usr/bin/env python3
"""Renders small pictures and compares them with those in expected/, which a person has looked at.

A missing picture fails, and so does one that differs; both leave what was rendered in the build folder, a mismatch also the
difference. To accept: look at it, then copy it to expected/.
"""
import os
import pathlib
import struct
import subprocess
import sys
import zlib

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "window"))
from png_reader import Picture  # noqa: E402

EVENTS = str(HERE / "events.geojson")
HELD = str(HERE / "held_ground_20250112.geojson")  # of its own, so that a corrected row of the real table changes no picture
CASES = {
    "theatre_light": ["--at", "2025-01-12", HELD],
    "kursk_light": ["--at", "2025-01-12", "--view", "kursk", EVENTS, HELD],
    "kursk_dark_local": ["--at", "2024-08-31", "--view", "kursk", "--theme", "dark", "--labels", "local", EVENTS, HELD],
    "world_light": ["--at", "2025-01-12", "--view=-20,25,110,72", HELD],
    "kyiv_dark": ["--at", "2022-03-28", "--view", "Київ", "--theme", "dark", EVENTS, HELD],
}
# llvmpipe's versions round differently at the edges of lines and glyphs: single pixels may differ much, few may.
MEAN_LIMIT = 0.6     # of 255, over all channels
WORST_LIMIT = 90     # of 255, after a pixel's neighbours had their say


def differences(one, other):
    return [[abs(a - b) for a, b in zip(row, there)] for row, there in zip(one.rows, other.rows)]


def worst_of_blocks(rows, channels, size=3):
    """The greatest mean over blocks of pixels: a thin edge that moved by a fraction does not count, a missing mark does."""
    worst = 0
    for y in range(0, len(rows) - size + 1, size):
        for x in range(0, len(rows[0]) - size * channels + 1, size * channels):
            total = sum(sum(row[x:x + size * channels]) for row in rows[y:y + size])
            worst = max(worst, total / (size * size * channels))
    return worst


def write_png(path, rows, width, channels):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    raw = b"".join(b"\0" + bytes(min(255, value * 4) for value in row) for row in rows)
    header = struct.pack(">IIBBBBB", width, len(rows), 8, {3: 2, 4: 6}[channels], 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b""))


def main(program, case, out):
    rendered = pathlib.Path(out, f"{case}.png")
    subprocess.run([program, "shot", "--no-default-events", "--size", "480x270", "--scale", "0.55", "--overwrite", "-o", str(rendered),
                    *CASES[case]], check=True, env=dict(os.environ, LC_ALL="C.UTF-8"))
    expected = HERE / "expected" / f"{case}.png"
    if not expected.exists():
        sys.exit(f"Nothing to compare with: look at {rendered} and copy it to {expected}")
    new, old = Picture(rendered), Picture(expected)
    if (new.width, new.height, new.channels) != (old.width, old.height, old.channels):
        sys.exit(f"{new.width}x{new.height} in place of {old.width}x{old.height}: {rendered}")
    rows = differences(new, old)
    mean = sum(map(sum, rows)) / (new.width * new.height * new.channels)
    worst = worst_of_blocks(rows, new.channels)
    if mean > MEAN_LIMIT or worst > WORST_LIMIT:
        shown = rendered.with_name(f"{case}-difference.png")
        write_png(shown, rows, new.width, new.channels)
        sys.exit(f"mean difference {mean:.2f} (at most {MEAN_LIMIT}), worst block {worst:.0f} (at most {WORST_LIMIT}): "
                 f"{rendered}, {shown}")


if __name__ == "__main__":
    main(*sys.argv[1:4])
