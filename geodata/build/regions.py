"""Who is who among first-level regions: Natural Earth's record to ISO 3166-2 code and names."""

import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

CLDR = Path("x/unicode-cldr-core/usr/share/unicode/cldr/common/subdivisions")

# Regions whose Natural Earth spelling no rule maps: name -> (code, English name).
UKRAINE = {
    "Cherkasy": ("71", "Cherkasy Oblast"), "Chernihiv": ("74", "Chernihiv Oblast"),
    "Chernivtsi": ("77", "Chernivtsi Oblast"), "Crimea": ("43", "Autonomous Republic of Crimea"),
    "Dnipropetrovs'k": ("12", "Dnipropetrovsk Oblast"), "Donets'k": ("14", "Donetsk Oblast"),
    "Ivano-Frankivs'k": ("26", "Ivano-Frankivsk Oblast"), "Kharkiv": ("63", "Kharkiv Oblast"),
    "Kherson": ("65", "Kherson Oblast"), "Khmel'nyts'kyy": ("68", "Khmelnytskyi Oblast"),
    "Kiev": ("32", "Kyiv Oblast"), "Kiev City": ("30", "Kyiv"), "Kirovohrad": ("35", "Kirovohrad Oblast"),
    "L'viv": ("46", "Lviv Oblast"), "Luhans'k": ("09", "Luhansk Oblast"),
    "Mykolayiv": ("48", "Mykolaiv Oblast"), "Odessa": ("51", "Odesa Oblast"),
    "Poltava": ("53", "Poltava Oblast"), "Rivne": ("56", "Rivne Oblast"),
    "Sevastopol": ("40", "Sevastopol"), "Sumy": ("59", "Sumy Oblast"), "Ternopil'": ("61", "Ternopil Oblast"),
    "Transcarpathia": ("21", "Zakarpattia Oblast"), "Vinnytsya": ("05", "Vinnytsia Oblast"),
    "Volyn": ("07", "Volyn Oblast"), "Zaporizhzhya": ("23", "Zaporizhzhia Oblast"),
    "Zhytomyr": ("18", "Zhytomyr Oblast"),
}
RUSSIA = {
    "Adygey": ("AD", "Adygea"), "Altay": ("ALT", "Altai Krai"), "Chechnya": ("CE", "Chechen Republic"),
    "Chita": ("ZAB", "Zabaykalsky Krai"), "Chukchi Autonomous Okrug": ("CHU", "Chukotka Autonomous Okrug"),
    "City of St. Petersburg": ("SPE", "Saint Petersburg"), "Gorno-Altay": ("AL", "Altai Republic"),
    "Ingush": ("IN", "Ingushetia"), "Kabardin-Balkar": ("KB", "Kabardino-Balkaria"),
    "Kalmyk": ("KL", "Kalmykia"), "Khakass": ("KK", "Khakassia"),
    "Khanty-Mansiy": ("KHM", "Khanty-Mansi Autonomous Okrug"), "Maga Buryatdan": ("MAG", "Magadan Oblast"),
    "Mariy-El": ("ME", "Mari El"), "Moskovsskaya": ("MOS", "Moscow Oblast"), "Moskva": ("MOW", "Moscow"),
    "Nizhegorod": ("NIZ", "Nizhny Novgorod Oblast"), "North Ossetia": ("SE", "North Ossetia-Alania"),
    "Orel": ("ORL", "Oryol Oblast"), "Primor'ye": ("PRI", "Primorsky Krai"), "Sakha (Yakutia)": ("SA", "Sakha Republic"),
    "Yamal-Nenets": ("YAN", "Yamalo-Nenets Autonomous Okrug"), "Yevrey": ("YEV", "Jewish Autonomous Oblast"),
}
# Regions that Russia declared annexed, and since when: a style can hatch them; the borders do not move.
CLAIMED = {
    "UA-43": "RUS 2014", "UA-40": "RUS 2014",
    "UA-14": "RUS 2022", "UA-09": "RUS 2022", "UA-23": "RUS 2022", "UA-65": "RUS 2022",
}
ALPHA3 = {"KOS": "XKX", "ALD": "FIN", "SRS": "SRB"}
_GENERIC = re.compile(
    r"\b(oblast|oblasti|region|province|county|district|voivodeship|krai|kray|state|municipality|raion|governorate"
    r"|prefecture|republic|respublika|of)\b|[^a-z]")


def _read_cldr(path):
    """[(code such as "ua14", name)] of one language."""
    rows = []
    for element in ElementTree.parse(path).iter("subdivision"):
        if "alt" not in element.attrib:
            rows.append((element.get("type"), re.sub("[\u00b9\u00b2\u00b3]", "", element.text)))  # homonym marks
    return rows


def _load_cldr():
    """{code: {language: name}}."""
    names = {}
    for language in ("en", "uk", "ru"):
        for code, name in _read_cldr(CLDR / (language + ".xml")):
            names.setdefault(code, {})[language] = name
    return names


def _bare(name):
    """A name without generic words, accents and punctuation, for matching."""
    folded = unicodedata.normalize("NFKD", (name or "").lower())
    return _GENERIC.sub("", "".join(c for c in folded if not unicodedata.combining(c)))


def _by_name():
    """{(country, bare name): code} from English names, then from the names in other languages that mean one region."""
    codes = {}
    for code, names in SUBDIVISIONS.items():
        if names.get("en"):
            codes.setdefault((code[:2], _bare(names["en"])), code)
    others = {}
    for path in sorted(CLDR.glob("*.xml")):
        for code, name in _read_cldr(path):
            if len(_bare(name)) > 3:
                others.setdefault((code[:2], _bare(name)), set()).add(code)
    for key, meant in others.items():
        if len(meant) == 1 and "en" in SUBDIVISIONS.get(min(meant), {}):
            codes.setdefault(key, min(meant))
    return codes


SUBDIVISIONS = _load_cldr()
_BY_NAME = _by_name()


def names_of(iso):
    """{language: name} of an ISO 3166-2 code, empty if CLDR has none."""
    return SUBDIVISIONS.get(iso.replace("-", "").lower(), {})


def _find(country, candidates):
    keys = ((country, _bare(c)) for c in candidates if c)
    return next((_BY_NAME[k] for k in keys if k in _BY_NAME), None)


def _identify_russian(record, name):
    if name in RUSSIA:
        return "RUS", "RU-" + RUSSIA[name][0], RUSSIA[name][1]
    code = _find("ru", (name, record["woe_name"]))
    if not code:
        return "RUS", "", name
    english = SUBDIVISIONS[code]["en"]
    geonames = record["gn_name"] or ""
    if not re.search("Oblast|Krai|Okrug|Republic", english):
        english += " Oblast" if "Oblast" in geonames else " Krai" if "Kray" in geonames else ""
    return "RUS", "RU-" + code[2:].upper(), english


def identify(record):
    """(alpha-3 country, ISO 3166-2 code or "", English name) of a Natural Earth admin-1 record."""
    name = record["name"] or ""
    country = ALPHA3.get(record["adm0_a3"], record["adm0_a3"])
    alpha2 = record["iso_a2"] or ""
    if name in ("Crimea", "Sevastopol") and country in ("RUS", "UKR", "UA"):
        country = "UKR"  # UN GA 68/262
    if country == "UKR":
        return (country, "UA-" + UKRAINE[name][0], UKRAINE[name][1]) if name in UKRAINE else (country, "", name)
    if country == "RUS":
        return _identify_russian(record, name)
    if len(alpha2) == 2 and alpha2 != "-1":
        code = _find(alpha2.lower(), (name, record["woe_name"], record["gn_name"]))
        if code:
            return country, code[:2].upper() + "-" + code[2:].upper(), SUBDIVISIONS[code]["en"]
    return country, "", name or record["woe_name"] or record["gn_name"] or ""
