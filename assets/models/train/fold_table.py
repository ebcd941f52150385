#!/usr/bin/env python3
"""Writes src/places/fold_table.inc: how one code point is folded into the matching key.

usage: fold_table.py > src/places/fold_table.inc

Lower case, NFKD without combining marks (short i and yi stay), io as ie; dropped: apostrophes, hyphens, spaces,
full stops, commas. The gazetteer's build script folds in the same way.
"""
import re
import unicodedata

DROPPED = re.compile("[\u2019\u2018'\u201d\u201c\"\u02bc`\u2032\u02b9\u02bb\\-\\s.,]")


def fold(text):
    text = text.lower().replace("ё", "е").replace("й", "\ue000").replace("ї", "\ue001")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return DROPPED.sub("", text.replace("\ue000", "й").replace("\ue001", "ї"))


def literal(text):
    """A C++ string literal in plain UTF-8; nothing that folds needs an escape."""
    assert all(character not in '"\\' and character.isprintable() for character in text), repr(text)
    return '"' + text + '"'


def main():
    print("// Written by assets/models/train/fold_table.py. {code point, its folded form in UTF-8}; the rest stay as they are.")
    for code_point in range(0x2200):
        if 0xD800 <= code_point < 0xE000:
            continue
        folded = fold(chr(code_point))
        if folded != chr(code_point):
            print("{0x%04X, %s}," % (code_point, literal(folded)))


if __name__ == "__main__":
    main()
