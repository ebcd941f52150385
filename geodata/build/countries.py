"""Country polygons of the theatre from the OpenStreetMap land polygons.

usage: countries.py LAND.geojson OUT.geojson

Lake and river holes are kept only where they are large, islands only where they show, and Russia is
"Russia without Ukraine": OpenStreetMap lists Crimea in both countries, the internationally recognised border
(UN General Assembly resolutions 68/262, ES-11/4) puts it in Ukraine.
"""

import sys

from shapely.geometry import Polygon, box
from shapely.ops import unary_union

from shapes import THEATRE, area_km2, load_json, parts, write_features

DETAILED = ("UKR", "RUS")
CRIMEA_BOX = box(32.0, 44.2, 36.55, 46.3)


def clipped_polygons(rings, code, frame):
    """The pieces of one polygon that lie in the frame, without small holes and crumbs."""
    west, south, east, north = THEATRE
    outer = rings[0]
    lons = [c[0] for c in outer]
    lats = [c[1] for c in outer]
    if len(outer) < 4 or max(lons) < west or min(lons) > east or max(lats) < south or min(lats) > north:
        return []
    smallest_hole = 20 if code == "UKR" else 300  # km2; smaller water comes from the water layer
    holes = [h for h in rings[1:] if len(h) >= 4 and area_km2(Polygon(h)) >= smallest_hole]
    polygon = Polygon(outer, holes).buffer(0)
    if min(lons) < west or max(lons) > east or min(lats) < south or max(lats) > north:
        polygon = polygon.intersection(frame)
    smallest = 0.5 if code in DETAILED else 5.0
    return [p for p in parts(polygon, "Polygon") if area_km2(p) >= smallest]


def collect(path):
    """{ISO alpha-3: geometry} of all countries with land in the theatre."""
    frame = box(*THEATRE)
    found = {}
    for feature in load_json(path)["features"]:
        code = feature["properties"]["A3"]
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        pieces = [p for rings in polygons for p in clipped_polygons(rings, code, frame)]
        if pieces:
            found[code] = unary_union(pieces)
    return found


def settle_disputes(countries):
    """Crimea is Ukraine's, Kosovo its own, Aland Finland's."""
    # Ukraine is subtracted with its lakes filled, or Crimean lakes would stay Russian islands.
    ukraine_filled = unary_union([Polygon(p.exterior) for p in parts(countries["UKR"], "Polygon")])
    russia = parts(countries["RUS"].difference(ukraine_filled), "Polygon")
    countries["RUS"] = unary_union([p for p in russia if not CRIMEA_BOX.contains(p)])
    if "ALA" in countries:
        countries["FIN"] = countries["FIN"].union(countries.pop("ALA"))
    if "XKX" in countries and "SRB" in countries:
        countries["SRB"] = countries["SRB"].difference(countries["XKX"])


def main():
    land, out = sys.argv[1:3]
    countries = collect(land)
    settle_disputes(countries)
    write_features(out, [({"a3": code}, geometry) for code, geometry in sorted(countries.items())])


if __name__ == "__main__":
    main()
