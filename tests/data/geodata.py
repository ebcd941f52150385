"""What the checks of the committed geodata share: reading tables and layers, points in polygons, distances."""

import json
import math
from pathlib import Path

GEODATA = Path(__file__).resolve().parents[2] / "geodata"
COLUMNS = "id kind name lat lon country admin1 pop aliases".split()
COMPASS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def read_table(name, columns=tuple(COLUMNS)):
    """Rows of a gazetteer table as dictionaries; lat and lon as numbers."""
    rows = []
    for line in (GEODATA / name).read_text(encoding="utf8").splitlines():
        if line.startswith("#"):
            continue
        row = dict(zip(columns, line.split("\t")))
        row["lat"], row["lon"] = float(row["lat"]), float(row["lon"])
        rows.append(row)
    return rows


def read_layer(path):
    """Features of a committed layer."""
    return json.loads(Path(path).read_text(encoding="utf8"))["features"]


def polygons_of(geometry):
    """The polygons of a geometry as lists of rings."""
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]


def _in_ring(lon, lat, ring):
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def contains(geometry, lon, lat):
    """True if an areal geometry holds the point (even-odd over all rings)."""
    return any(sum(_in_ring(lon, lat, ring) for ring in rings) % 2 for rings in polygons_of(geometry))


def distance_km(a, b):
    """Great-circle distance of two rows."""
    lat1, lat2 = math.radians(a["lat"]), math.radians(b["lat"])
    h = (math.sin((lat2 - lat1) / 2) ** 2
         + math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b["lon"] - a["lon"]) / 2) ** 2)
    return 2 * 6371.0 * math.asin(math.sqrt(h))


def bearing_off(origin, target, compass):
    """Degrees between the direction from origin to target and a compass word."""
    east = (target["lon"] - origin["lon"]) * math.cos(math.radians(origin["lat"]))
    bearing = math.degrees(math.atan2(east, target["lat"] - origin["lat"]))
    return abs((bearing - COMPASS.index(compass) * 45 + 180) % 360 - 180)
