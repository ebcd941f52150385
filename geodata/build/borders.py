"""Border lines of the theatre, each once, with the two sides.

usage: borders.py COUNTRIES.geojson ADMIN1.geojson OSM_OUTLINES.json OUT.geojson

Land borders are the edges two polygons share. Along wide rivers and lakes the land polygons stop at the banks;
there the line comes from the full country outlines.
"""

import sys

from shapely.geometry import MultiLineString, box, shape
from shapely.ops import linemerge, unary_union

from shapes import THEATRE, load_json, parts, read_features, write_features

CRIMEA_NOTE = "Crimea line: de facto boundary since 2014"


def merged_lines(geometry):
    """The lines of a geometry joined end to end, or None."""
    lines = [line for part in parts(geometry) if "LineString" in part.geom_type for line in parts(part)]
    return linemerge(lines) if lines else None


def shared_edges(rows, make):
    """One feature per pair of neighbouring polygons; make(a, b) gives its properties or None to skip the pair."""
    found = []
    for i, (a, shape_a) in enumerate(rows):
        for b, shape_b in rows[i + 1:]:
            record = make(a, b) if shape_a.envelope.intersects(shape_b.envelope) else None
            line = merged_lines(shape_a.boundary.intersection(shape_b.boundary)) if record else None
            if line:
                found.append((record, line))
    return found


def country_edge(a, b):
    return {"kind": "international", "left": a["a3"], "right": b["a3"], "note": ""}


def region_edge(a, b):
    if a["a3"] != b["a3"]:
        return None
    note = CRIMEA_NOTE if {a["iso"], b["iso"]} == {"UA-43", "UA-65"} else ""
    return {"kind": "admin1", "left": a["iso"] or a["name"], "right": b["iso"] or b["name"], "note": note}


def full_outlines(path, codes):
    """{alpha-3: outline with territorial waters}, Russia without Ukraine."""
    outlines = {}
    for feature in load_json(path)["features"]:
        geometries = feature["geometry"].get("geometries", [feature["geometry"]])
        polygons = [shape(g).buffer(0) for g in geometries if "Polygon" in g["type"]]
        if polygons:
            outlines[feature["properties"]["isoA3"]] = unary_union(polygons)
    outlines["RUS"] = outlines["RUS"].difference(outlines["UKR"].buffer(0))
    frame = box(*THEATRE).buffer(0.5)
    return {code: outlines[code].intersection(frame) for code in codes if code in outlines}


def river_borders(countries, outlines, known):
    """Borders that run in water beside land, where no shared edge exists."""
    land = unary_union([g for _, g in countries]).buffer(0.015)
    frame = box(*THEATRE)
    codes = list(outlines)
    found = []
    for i, a in enumerate(codes):
        for b in codes[i + 1:]:
            if not outlines[a].envelope.intersects(outlines[b].envelope):
                continue
            # The two outlines hold the same line, but each was simplified by itself: meet within 50 m.
            line = outlines[a].boundary.buffer(0.0005).intersection(outlines[b].boundary)
            line = line.intersection(land).intersection(frame)
            if frozenset((a, b)) in known:
                line = line.difference(unary_union(known[frozenset((a, b))]).buffer(0.02))
            merged = None if line.is_empty else merged_lines(line)
            long_ones = [p for p in parts(merged) if p.length > 0.06] if merged is not None else []
            if long_ones:
                record = {"kind": "international", "left": a, "right": b, "note": "along a river or lake"}
                found.append((record, MultiLineString(long_ones).simplify(0.001)))
    return found


def main():
    countries_path, admin1_path, outlines_path, out = sys.argv[1:5]
    countries = read_features(countries_path)
    rows = shared_edges(countries, country_edge)
    known = {}
    for record, line in rows:
        known.setdefault(frozenset((record["left"], record["right"])), []).append(line)
    rows += shared_edges(read_features(admin1_path), region_edge)
    rows += river_borders(countries, full_outlines(outlines_path, [r["a3"] for r, _ in countries]), known)
    rows.sort(key=lambda r: (r[0]["kind"] != "international", r[0]["left"], r[0]["right"], r[0]["note"]))
    write_features(out, rows)


if __name__ == "__main__":
    main()
