"""Writes names.tsv: the Ukrainian and Russian names of the larger towns and of regions and countries, for labels.

usage: local_names.py LIBGEONAMES_DIR GAZETTEER.tsv... OUT.tsv

libgeonames translates names by GeoNames id; regions and countries come from Unicode CLDR. Columns: id lang name.
"""

import gettext
import sys
from pathlib import Path

from regions import names_of
from territories import NAMES

LANGUAGES = ("uk", "ru")
MO = "usr/share/locale/%s/LC_MESSAGES/geonames.mo"


def translations(folder):
    """{language: {GeoNames id: name}}."""
    tables = {}
    for language in LANGUAGES:
        with open(Path(folder) / (MO % language), "rb") as file:
            catalog = gettext.GNUTranslations(file)._catalog  # the only way to list a catalogue's entries
        tables[language] = {str(k): v for k, v in catalog.items() if str(k).isdigit()}
    return tables


def local_name(row, language, tables):
    place_id, country = row[0], row[5]
    if place_id.startswith("g"):
        return tables[language].get(place_id[1:], "")
    if place_id.startswith("a"):
        return names_of(place_id[1:]).get(language, "")
    if place_id.startswith("k"):
        return NAMES.get(country, {}).get(language, [""])[0]
    return ""


def main():
    folder, *gazetteers, out = sys.argv[1:]
    tables = translations(folder)
    lines = ["#id\tlang\tname\n"]
    for path in gazetteers:
        for line in Path(path).read_text(encoding="utf8").splitlines()[1:]:
            row = line.split("\t")
            for language in LANGUAGES:
                name = local_name(row, language, tables)
                if name and name != row[2]:
                    lines.append("%s\t%s\t%s\n" % (row[0], language, name))
    Path(out).write_text("".join(lines), encoding="utf8")
    print("geodata: %d local names" % (len(lines) - 1))


if __name__ == "__main__":
    main()
