"""Shared helpers of the geodata build: parts of geometries, areas, lookups, feature files."""

import json
import math

from shapely.geometry import mapping, shape
from shapely.prepared import prep
from shapely.strtree import STRtree

# The theatre: west, south, east, north in degrees.
THEATRE = (18.0, 42.0, 60.0, 62.0)


def in_theatre(lon, lat):
    """True if the point lies in the theatre box."""
    west, south, east, north = THEATRE
    return west <= lon <= east and south <= lat <= north


def parts(geometry, kind=None):
    """The single geometries of a geometry, optionally only those of one kind ("Polygon", "LineString")."""
    pieces = list(geometry.geoms) if hasattr(geometry, "geoms") else [geometry]
    return [p for p in pieces if not p.is_empty and (kind is None or p.geom_type == kind)]


def area_km2(polygon):
    """Approximate area in km2 of a small polygon in degrees."""
    if polygon.is_empty:
        return 0.0
    return polygon.area * 111.32 * 110.57 * math.cos(math.radians(polygon.centroid.y))


def distance_km(lat_a, lon_a, lat_b, lon_b):
    """Flat-earth distance in km, good for the few kilometres it is used for."""
    return math.hypot((lat_a - lat_b) * 110.6, (lon_a - lon_b) * 111.3 * math.cos(math.radians(lat_b)))


class Lookup:
    """Finds the items whose geometry's box meets another geometry (works with Shapely 1.8 and 2)."""

    def __init__(self, items):
        """items: list of (geometry, payload)."""
        self.items = items
        self._by_id = {id(geometry): i for i, (geometry, _) in enumerate(items)}
        self._tree = STRtree([geometry for geometry, _ in items])
        self._prepared = {}

    def _indexes(self, geometry):
        found = self._tree.query(geometry)
        return sorted(int(f) if not hasattr(f, "geom_type") else self._by_id[id(f)] for f in found)

    def near(self, geometry):
        """Items whose bounding box meets the geometry's, in their first order."""
        return [self.items[i] for i in self._indexes(geometry)]

    def containing(self, point):
        """Payload of the first item that contains the point, or None."""
        for i in self._indexes(point):
            if i not in self._prepared:
                self._prepared[i] = prep(self.items[i][0])
            if self._prepared[i].contains(point):
                return self.items[i][1]
        return None


def read_features(path):
    """[(properties, geometry)] of a GeoJSON file, without the empty ones."""
    with open(path, encoding="utf8") as file:
        features = json.load(file)["features"]
    return [(f["properties"], shape(f["geometry"])) for f in features if f["geometry"]]


def write_features(path, features):
    """Writes [(properties, geometry)] as working GeoJSON at full precision."""
    rows = [{"type": "Feature", "properties": p, "geometry": mapping(g)} for p, g in features]
    with open(path, "w", encoding="utf8") as file:
        json.dump({"type": "FeatureCollection", "features": rows}, file, ensure_ascii=False)


def load_json(path):
    """A JSON file's content."""
    with open(path, encoding="utf8") as file:
        return json.load(file)
