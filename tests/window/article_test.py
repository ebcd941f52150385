#!/usr/bin/env python3
"""Looks at the pixels of a low window: the sentence that an event was read from must be in sight on its card."""
import struct
import time

from window_test import Case, Display, check, run_case, wait_for

SIZE = (1024, 640)
CARD = (724, 224, 1018, 490)  # left, top, right, bottom at this size (ui/layout.cpp)
# Backgrounds of the sentence, its date and its place in the light theme (ui/look.cpp).
MARKS = ((0xFF, 0xF3, 0xC4), (0x8F, 0xC3, 0xF0), (0x9A, 0xDB, 0xB8))
FILLER = "The region lies on the border and its towns are small; people there wait for the winter and for better days.\n\n"
SENTENCES = (
    "A drone strike hit an oil depot in Kursk on January 12, 2025.",
    "On January 11, 2025, 12 soldiers and 3 civilians were killed, 25 soldiers were wounded, 4 tanks, 7 vehicles and 2 guns were "
    "destroyed in an attack near Sudzha, the governor of Kursk Oblast said.",
)


def screen(folder):
    """The pixels of an X server that keeps its picture in a file, in the format of xwd."""
    data = (folder / "Xvfb_screen0").read_bytes()
    header = struct.unpack(">25I", data[:100])
    start = header[0] + header[19] * 12
    return data[start:], header[12]


def count(folder, color, box):
    pixels, stride = screen(folder)
    wanted = bytes(reversed(color))
    left, top, right, bottom = box
    return sum(pixels[y * stride + 4 * x:y * stride + 4 * x + 3] == wanted for y in range(top, bottom) for x in range(left, right))


def sentence_in_view(case):
    """However far down the article the sentence stands, and however long the card is."""
    article = case.write("article.txt", "A day at the border\n\nJanuary 13, 2025\n\n" + "\n\n".join(FILLER * 12 + s for s in SENTENCES))
    ready = [case.folder / f"ready{i}.png" for i in range(len(SENTENCES))]
    steps = "".join(f"key N\nwait 8\nsave-picture {path}\nsettle\nwait 60\n" for path in ready)
    with Display(SIZE, case.folder) as display:
        process = case.start(f"settle\nopen {article}\nsettle\n{steps}wait 100000\n", "--no-default-events", display=display.name,
                             size=SIZE)
        for path in ready:
            check(wait_for(path.exists, process), "the window did not come so far")
            time.sleep(0.3)
            for color in MARKS:
                check(count(case.folder, color, CARD) > 200, f"{path.stem}: no #{bytes(color).hex()} on the card")
        process.kill()
        process.communicate()


if __name__ == "__main__":
    run_case(sentence_in_view)
