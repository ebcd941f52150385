"""Latin spellings of Ukrainian and Russian names that news uses beside GeoNames' own.

Ukrainian: the national system of 2010. Russian: BGN/PCGN without apostrophes, endings simplified as in the press.
"""

import re

_SHARED = dict(zip("абвдзклмнопрстуф", "a b v d z k l m n o p r s t u f".split()))
_UK = dict(_SHARED, **{"г": "h", "ґ": "g", "е": "e", "ж": "zh", "и": "y", "і": "i", "х": "kh", "ц": "ts", "ч": "ch",
                       "ш": "sh", "щ": "shch", "ь": "", "'": "", "’": "", "ʼ": ""})
_UK_SOFT = {"є": ("ye", "ie"), "ї": ("yi", "i"), "й": ("y", "i"), "ю": ("yu", "iu"), "я": ("ya", "ia")}
_RU = dict(_SHARED, **{"г": "g", "ж": "zh", "и": "i", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
                       "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ё": "yo"})
_ONLY_RUSSIAN = re.compile("[ёъыэ]")
_ONLY_UKRAINIAN = re.compile("[ґєії'’ʼ]")
_OLDER_TO_NATIONAL = [("(?<=[aeiou'’])yi", "i"), ("['’]", ""), ("(?<!^)ya", "ia"), ("(?<!^)yu", "iu"), ("(?<!^)ye", "ie"),
                      ("yy", "yi"), ("(?<=[aeiou])y(?![aeiou])", "i")]


def _capital(word):
    return word[:1].upper() + word[1:]


def _ukrainian(word):
    letters = []
    for i, c in enumerate(word):
        if c in _UK_SOFT:
            letters.append(_UK_SOFT[c][0 if i == 0 else 1])
        elif c == "г" and i and word[i - 1] == "з":
            letters.append("gh")
        else:
            letters.append(_UK.get(c, c))
    return "".join(letters)


def _russian(word):
    word = re.sub("(ый|ий)$", "ы", word)
    letters = []
    for i, c in enumerate(word):
        if c == "е":
            letters.append("ye" if i == 0 or word[i - 1] in "аеёиоуыэюяйъь" else "e")
        else:
            letters.append(_RU.get(c, c))
    return "".join(letters)


def _each_word(name, convert):
    return "".join(_capital(convert(part)) if part.isalpha() or "'" in part or "’" in part or "ʼ" in part else part
                   for part in re.split(r"([\s\-.()]+)", name.lower()))


def spellings(name, country):
    """Latin spellings of a Cyrillic name of a place in Ukraine (UA) or Russia (RU)."""
    low = name.lower()
    found = []
    if country == "UA" and not _ONLY_RUSSIAN.search(low):
        found.append(_each_word(name, _ukrainian))
    if not _ONLY_UKRAINIAN.search(low):
        found.append(_each_word(name, _russian))
    return [f for f in found if re.fullmatch(r"[A-Za-z\s\-.()]+", f)]


def national_spelling(name):
    """The national (2010) spelling of a Ukrainian name given in an older romanisation: Avdiyivka, Hulyaypole, Mar'yinka."""
    words = re.split(r"([\s\-]+)", name)
    for old, new in _OLDER_TO_NATIONAL:
        words = [re.sub(old, new, word) for word in words]
    return "".join(words)
