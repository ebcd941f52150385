"""Rivers as lines, lakes and wide rivers as polygons, in the theatre.

usage: water.py WDB.txt NE_RIVERS.geojson LAKES.json RIVERS.json WATER_NAMES.tsv OUT_LINES.geojson OUT_AREAS.geojson

Lines are WDB-II (GMT's text form), named after the Natural Earth line beside them; where WDB-II has nothing near (the
reservoirs of the Dnipro, Don and Volga) the Natural Earth line itself is used. Areas are OpenStreetMap's.
WATER_NAMES.tsv: name aliases(|) name_uk name_ru kind lat lon; rows with a point name the area that holds it.
"""

import csv
import re
import sys

from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import linemerge, unary_union

from shapes import THEATRE, Lookup, area_km2, in_theatre, load_json, parts, read_features, write_features

FRAME = box(*THEATRE)
BESIDE = 0.05  # degrees: a line this near (median) carries the same name


def read_names(path):
    """(names of rivers {spelling: row}, rows of areas with a point)."""
    rivers, areas = {}, []
    with open(path, encoding="utf8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            if row["lat"]:
                areas.append(row)
            else:
                for spelling in [row["name"]] + row["aliases"].split("|"):
                    rivers[spelling] = row
    return rivers, areas


def read_wdb(path):
    """{level: [line]} of `gmt coast -M` output."""
    levels, line, level = {}, [], None
    with open(path, encoding="utf8") as file:
        for text in list(file) + ["> Level 0"]:
            if text.startswith(">"):
                if len(line) > 1:
                    levels.setdefault(level, []).append(LineString(line))
                line = []
                level = int(re.search(r"Level (\d+)", text).group(1)) if "Level" in text else level
            elif not text.startswith("#") and text.strip():
                lon, lat = text.split()[:2]
                line.append((round(float(lon), 4), round(float(lat), 4)))
    return levels


def river_record(rank, natural_earth_name, names):
    """Properties of a river line: canonical English name with its Ukrainian and Russian ones where known."""
    bare = re.sub(r"\s+", " ", re.sub(r"\s*\(.*\)|\s+$", "", natural_earth_name))
    row = names.get(bare, {})
    return {"kind": "river", "rank": rank, "name": row.get("name", bare),
            "name_uk": row.get("name_uk", ""), "name_ru": row.get("name_ru", "")}


def name_beside(line, named):
    """Name of the Natural Earth river that runs along a line, or empty."""
    probes = [line.interpolate(t, normalized=True) for t in (0.1, 0.3, 0.5, 0.7, 0.9)]
    offset, name = min(((sorted(p.distance(g) for p in probes)[2], n) for g, n in named), default=(9, ""))
    return name if offset < BESIDE else ""


def river_lines(levels, named, names):
    """All river features, most important first."""
    rows = []
    for level, lines in sorted(levels.items()):
        for whole in parts(linemerge(lines)):
            for line in parts(whole.intersection(FRAME).simplify(0.0015), "LineString"):
                if line.length >= 0.03:
                    rows.append((river_record(level, name_beside(line, named), names), line))
    drawn = Lookup([(line, None) for _, line in rows])
    for geometry, name in named:
        near = [g for g, _ in drawn.near(geometry.buffer(0.12))]
        rest = geometry.difference(unary_union(near).buffer(0.10)) if near else geometry
        rows += [(river_record(1, name, names), p) for p in parts(rest, "LineString") if p.length > 0.1]
    rows.sort(key=lambda r: (r[0]["rank"], r[0]["name"], r[1].bounds))
    return rows


def water_areas(path, kind, smallest_km2):
    """Polygons of one kind, finer in the core of the theatre."""
    rows = []
    for geometry in load_json(path)["geometries"]:
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for rings in polygons:
            lon, lat = rings[0][0][:2]
            if not in_theatre(lon, lat) or len(rings[0]) < 4:
                continue
            islands = [h for h in rings[1:] if len(h) >= 4 and area_km2(Polygon(h)) >= 0.3]
            polygon = Polygon(rings[0], islands).buffer(0)
            core = 22 <= lon <= 42 and 44 <= lat <= 54.5
            size = area_km2(polygon)
            if size < smallest_km2 * (1 if core else 8):
                continue
            polygon = polygon.simplify(0.0012 if core else 0.004)
            if not polygon.is_empty:
                rows.append(({"kind": kind, "km2": round(size, 1)}, polygon))
    return rows


def name_areas(rows, names):
    """Adds name, name_uk, name_ru: a row of names belongs to the largest area within 0.05 degrees of its point."""
    for record, _ in rows:
        record.update({"name": "", "name_uk": "", "name_ru": ""})
    for row in names:
        point = Point(float(row["lon"]), float(row["lat"]))
        near = [record for record, geometry in rows if geometry.distance(point) < 0.05 and not record["name"]]
        if near:
            largest = max(near, key=lambda record: record["km2"])
            largest.update({key: row[key] for key in ("name", "name_uk", "name_ru")})
        else:
            print("geodata: no water area for", row["name"], file=sys.stderr)


def main():
    wdb, natural_earth, lakes, rivers, water_names, out_lines, out_areas = sys.argv[1:8]
    river_names, area_names = read_names(water_names)
    named = [(g, p["name"]) for p, g in read_features(natural_earth) if p.get("name")]
    write_features(out_lines, river_lines(read_wdb(wdb), named, river_names))
    rows = water_areas(lakes, "lake", 2.0) + water_areas(rivers, "river", 0.7)
    rows.sort(key=lambda r: (r[0]["kind"], -r[0]["km2"], r[1].bounds))
    name_areas(rows, area_names)
    write_features(out_areas, rows)


if __name__ == "__main__":
    main()
