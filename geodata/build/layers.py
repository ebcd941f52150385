"""Writes one committed layer: GeoJSON, one feature a line, fixed precision, fixed order.

usage: layers.py IN.geojson OUT.geojson DECIMALS

Rings follow RFC 7946 (outer ring counter-clockwise). Points that fall together at the precision are dropped;
polygons are valid.
"""

import json
import sys

from shapely.geometry import MultiPolygon, shape
from shapely.geometry.polygon import orient
from shapely.validation import make_valid

from shapes import load_json, parts


def rounded(line, decimals, closed):
    """Coordinates at the precision without repeated points; empty if too short."""
    points = []
    for point in line:
        p = (round(point[0], decimals), round(point[1], decimals))
        if not points or p != points[-1]:
            points.append(p)
    return points if len(points) >= (4 if closed else 2) else []


def polygon_rings(polygon, decimals):
    polygon = orient(polygon, 1.0)
    rings = [rounded(r.coords, decimals, True) for r in [polygon.exterior, *polygon.interiors]]
    return [r for r in rings if r] if rings[0] else []


def fixed(geometry, decimals):
    """A GeoJSON geometry of (Multi)Polygon, (Multi)LineString or Point, or None if nothing is left."""
    if geometry.geom_type == "Point":
        return {"type": "Point", "coordinates": rounded(geometry.coords, decimals, False) or [
            round(v, decimals) for v in geometry.coords[0]]}
    areal = "Polygon" in geometry.geom_type
    if areal:
        pieces = [polygon_rings(p, decimals) for p in parts(geometry, "Polygon")]
    else:
        pieces = [rounded(p.coords, decimals, False) for p in parts(geometry, "LineString")]
    pieces = [p for p in pieces if p]
    if not pieces:
        return None
    kind = "Polygon" if areal else "LineString"
    single = len(pieces) == 1
    return {"type": kind if single else "Multi" + kind, "coordinates": pieces[0] if single else pieces}


def valid(geometry, decimals):
    """As fixed(), with polygons that rounding has made touch themselves mended."""
    result = fixed(geometry, decimals)
    for _ in range(5):
        if not result or shape(result).is_valid:
            break
        mended = make_valid(shape(result))
        areal = [p for part in parts(mended) for p in parts(part) if p.geom_type == "Polygon"]
        result = fixed(MultiPolygon(areal), decimals)
    return result


def number(value):
    """A number without trailing zeros: 33 rather than 33.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def compact(value):
    """Nested coordinates with integers written as such."""
    return [compact(v) for v in value] if isinstance(value, (list, tuple)) else number(value)


def main():
    source, target, decimals = sys.argv[1], sys.argv[2], int(sys.argv[3])
    lines = []
    for feature in load_json(source)["features"]:
        if not feature["geometry"]:
            continue
        geometry = valid(shape(feature["geometry"]), decimals)
        if geometry:
            geometry["coordinates"] = compact(geometry["coordinates"])
            record = {"type": "Feature", "properties": feature["properties"], "geometry": geometry}
            lines.append(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
    with open(target, "w", encoding="utf8") as file:
        file.write('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n")


if __name__ == "__main__":
    main()
