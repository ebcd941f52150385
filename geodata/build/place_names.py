"""Place names: the matching key, and which alternate names are worth keeping."""

import re
import unicodedata

_DROPPED = re.compile("[\u2019\u2018'\u201d\u201c\"\u02bc`\u2032\u02b9\u02bb\\-\\s.,]+")
_LATIN = re.compile("^[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u2018\u2019'\u02bc\u201d\\-\\s.,()/`\u0300-\u036f]+$")
_CYRILLIC = re.compile("^[\u0400-\u052f'\u2019\u02bc\\-\\s.,()]+$")
_AIRPORT_CODE = re.compile("^[A-Z]{3,4}$")
_HOMONYM_MARKS = re.compile("[\u00b9\u00b2\u00b3]")


def match_key(name):
    """The key the program looks names up by: lower case, no combining marks (but i/yi and i/short i kept apart),
    io as ie, without apostrophes, hyphens, spaces, full stops."""
    text = name.lower().replace("ё", "е").replace("й", "\ue000").replace("ї", "\ue001")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _DROPPED.sub("", text.replace("\ue000", "й").replace("\ue001", "ї"))


def is_latin(name):
    """True for a name in Latin letters."""
    return bool(_LATIN.match(name))


def is_cyrillic(name):
    """True for a name in Cyrillic letters."""
    return bool(_CYRILLIC.match(name))


def useful(name):
    """False for airport codes, other scripts, and GeoNames' lower-case machine romanisations ("haleukiu")."""
    if len(name) < 3 or _AIRPORT_CODE.match(name):
        return False
    if is_latin(name):
        return len(name) >= 4 and not name.lstrip("\u02bc\u2018\u2019'")[:1].islower()
    return is_cyrillic(name)


def aliases(name, candidates, checked=()):
    """The useful candidates that differ from the name and each other under the key; `checked` ones are kept as
    they are (written by hand)."""
    seen = {match_key(name)}
    kept = []
    cleaned = [_HOMONYM_MARKS.sub("", c.strip()) for c in candidates if c]
    for alias in list(checked) + [c for c in cleaned if useful(c)]:
        key = match_key(alias)
        if key and key not in seen:
            seen.add(key)
            kept.append(alias)
    return kept
