"""Countries, regions and counties of the gazetteer: their names, and GeoNames' own points for them.

GeoNames puts a country or region at a point of its own choosing, often 100 km and more from any computed centre; texts
marked with GeoNames points can only be matched with the same ones. tables/country-points.tsv and
tables/region-points.tsv hold them; regions not listed there get the centre of their area.
"""

import re
from pathlib import Path

from shapely.geometry import Point

from place_names import is_latin, match_key
from regions import identify, names_of
from settlements import place
from shapes import Lookup, read_features
from territories import LANGUAGES, NAMES

# Countries whose Natural Earth "first level" is GeoNames' second: departments, provinces, counties.
SECOND_LEVEL = ("FR", "IT", "ES", "GB")
CITY_REGIONS = ("UA-30", "UA-40", "UA-43", "RU-MOW", "RU-SPE")
_FIPS = """01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD
25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT
50VT 51VA 53WA 54WV 55WI 56WY"""
STATE_OF_FIPS = {s[:2]: s[2:] for s in _FIPS.split()}
# Independent cities among the counties: they are settlements already.
_CITY_COUNTIES = {"11001", "24510", "29510", "32510"}


def read_table(path):
    """Rows of a tab-separated table whose first line, without its #, names the columns; other # lines are notes."""
    lines = Path(path).read_text(encoding="utf8").splitlines()
    columns = lines[0].lstrip("#").split("\t")
    rows = [line.split("\t") for line in lines[1:] if line.strip() and not line.startswith("#")]
    return [dict(zip(columns, row + [""] * (len(columns) - len(row)))) for row in rows]


def region_table(tables):
    """{iso: record} of the regions listed by hand; `geonames` is GeoNames' own code where it is not the ISO one."""
    return {r["iso"]: r for r in read_table(tables / "region-points.tsv")}


def split_aliases(text):
    return [a for a in text.split("|") if a]


def countries(tables):
    """One row per country and territory."""
    rows = []
    for record in read_table(tables / "country-points.tsv"):
        code = record["country"]
        names = [n for lang in LANGUAGES for n in NAMES[code].get(lang, [])]
        rows.append(place("k" + code, record["kind"] or "PCLI", NAMES[code]["en"][0], float(record["lat"]),
                          float(record["lon"]), code, checked=split_aliases(record["aliases"]), alternates=names))
    return rows


def polygons(natural_earth):
    """[(polygon, (record, alpha-3, iso, name))] of the world's first-level regions."""
    rows = []
    for record, geometry in read_features(natural_earth):
        rows.append((geometry.buffer(0), (record,) + identify(record)))
    return rows


def region_finder(rows):
    """function(lon, lat) -> ISO 3166-2 code or empty."""
    lookup = Lookup(rows)

    def find(lon, lat):
        found = lookup.containing(Point(lon, lat))
        return found[2] if found else ""
    return find


def _region_names(record, iso, name):
    local = names_of(iso)
    names = [record["name"], record["woe_name"], record["gn_name"], local.get("en"), local.get("uk"), local.get("ru")]
    names.append(re.sub(r"\s+(Oblast|Krai)$", "", name))
    if "Oblast" in name:
        names.append(name.replace("Oblast", "region"))
    names += [n.replace("область", "обл.") for n in (local.get("uk"), local.get("ru")) if n and "область" in n]
    return [n for n in names if n]


def _centre(polygon):
    """The centre of area if it lies inside, else a point inside."""
    return polygon.centroid if polygon.contains(polygon.centroid) else polygon.representative_point()


def regions(rows, tables, cities, parents):
    """First-level regions, and the second-level ones of some countries, whose region is parents[iso].

    `cities` is {(country, key)} of seats, whose bare names no UA or RU region may take.
    """
    listed = region_table(tables)
    found = {}
    for polygon, (record, alpha3, iso, name) in sorted(rows, key=lambda r: (r[1][2], r[1][3], -r[0].area)):
        country = {"UKR": "UA", "RUS": "RU"}.get(alpha3, record["iso_a2"] or "")
        if not name or len(country) != 2 or country == "-1":
            continue
        iso = iso or "%s-?%s" % (country, name[:20])
        if iso in found:
            continue
        names = _region_names(record, iso, name)
        if country in ("UA", "RU") and iso not in CITY_REGIONS:
            names = [n for n in names if (country, match_key(n)) not in cities]
        centre = _centre(polygon)
        second = country in SECOND_LEVEL and iso not in listed
        found[iso] = place("a" + iso, "ADM2" if second else "ADM1", name, round(centre.y, 3), round(centre.x, 3),
                           country, admin1=parents.get(iso, iso) if second else iso, alternates=names)
    for iso, record in listed.items():
        row = found.setdefault(iso, place("a" + iso, "ADM1", record["name"], 0, 0, iso[:2], admin1=iso, alternates=[
            names_of(iso).get(lang) for lang in LANGUAGES]))
        if record["lat"]:
            row.update(lat=float(record["lat"]), lon=float(record["lon"]))
        if record["name"] and record["name"] != row["name"]:
            row.update(name=record["name"], alternates=row["alternates"] + [row["name"]])
        row["checked"] = split_aliases(record["aliases"])
    return list(found.values())


def rivers(path):
    """Rivers of the world at the middle of their longest line, under "X River" and "River X": the bare name may be a town."""
    lines = {}
    for record, geometry in read_features(path):
        name = re.sub(r"\s*\(.*\)", "", record["name"] or "").strip()
        if is_latin(name) and len(name) > 3:
            lines.setdefault(name, []).append(geometry)
    rows = []
    for name, parts in sorted(lines.items()):
        middle = max(parts, key=lambda line: line.length).interpolate(0.5, normalized=True)
        slug = match_key(name)
        rows.append(place("r" + slug, "STM", name + " River", round(middle.y, 3), round(middle.x, 3), "",
                          checked=["River " + name]))
    return list({r["id"]: r for r in rows}.values())


def counties(path):
    """Counties of the United States, named as texts name them."""
    rows = []
    for record, geometry in read_features(path):
        fips, bare = str(record["id"]).zfill(5), record["name"]
        state = STATE_OF_FIPS.get(fips[:2])
        if not state or fips in _CITY_COUNTIES or (state == "VA" and int(fips[2:]) > 500):
            continue
        suffix = {"LA": "Parish", "AK": "Borough"}.get(state, "County")
        others = [bare + " Census Area"] if state == "AK" else [bare + " Co."] if suffix == "County" else []
        centre = _centre(geometry.buffer(0))
        rows.append(place("u" + fips, "ADM2", "%s %s" % (bare, suffix), round(centre.y, 3), round(centre.x, 3), "US",
                          admin1="US-" + state, admin2=fips[2:], checked=others))
    return rows
