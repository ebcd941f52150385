"""Countries by code: names in English, Ukrainian and Russian from Unicode CLDR."""

import re
import xml.etree.ElementTree as ElementTree

from shapes import load_json

LANGUAGES = ("en", "uk", "ru")
_NAMES = "x/cldr-localenames-full/main/%s/territories.json"
_CODES = "x/unicode-cldr-core/usr/share/unicode/cldr/common/supplemental/supplementalData.xml"


def _load_names():
    names = {}
    for language in LANGUAGES:
        table = load_json(_NAMES % language)["main"][language]["localeDisplayNames"]["territories"]
        for code, name in table.items():
            if re.match(r"^[A-Z]{2}($|-alt-)", code):
                names.setdefault(code[:2], {}).setdefault(language, []).append((code, name))
    # The plain name first, then the short and variant forms.
    return {c: {lang: [n for _, n in sorted(rows)] for lang, rows in t.items()} for c, t in names.items()}


def _load_codes():
    """({numeric: alpha-2}, {alpha-3: alpha-2})."""
    numeric, alpha3 = {}, {"XKX": "XK", "KOS": "XK"}
    for element in ElementTree.parse(_CODES).iter("territoryCodes"):
        if element.get("numeric"):
            numeric[element.get("numeric").zfill(3)] = element.get("type")
        if element.get("alpha3"):
            alpha3.setdefault(element.get("alpha3"), element.get("type"))
    return numeric, alpha3


NAMES = _load_names()
BY_NUMBER, BY_ALPHA3 = _load_codes()
TO_ALPHA3 = {alpha2: alpha3 for alpha3, alpha2 in reversed(list(BY_ALPHA3.items()))}
TO_ALPHA3["XK"] = "XKX"
# How Natural Earth spells the territories that have no number there.
_UNNUMBERED = {"Kosovo": "XK"}


def code_of(number, name):
    """Alpha-2 code of a map country by its ISO number, else by name; empty for territories without one."""
    return BY_NUMBER.get(str(number or "").zfill(3)) or _UNNUMBERED.get(name, "")


def name_properties(code, fallback=""):
    """name, name_uk, name_ru of a country code."""
    table = NAMES.get(code, {})
    english, ukrainian, russian = (table.get(lang, [""])[0] for lang in LANGUAGES)
    return {"name": english or fallback, "name_uk": ukrainian, "name_ru": russian}
