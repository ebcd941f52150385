"""First-level regions of the theatre: coarse regions refitted to the exact country polygons.

usage: admin1.py COUNTRIES.geojson NE_ADMIN1.geojson OUT.geojson

A region is its Natural Earth polygon clipped to the country; the slivers that remain along borders and coasts go to
the nearest region (Voronoi cells of points sampled on the regions' outlines). So only lines between regions of
one country keep Natural Earth's error; every outer line is the country's.
"""

import sys

from shapely.geometry import MultiPoint, Point, box
from shapely.ops import unary_union, voronoi_diagram

from regions import CLAIMED, identify, names_of
from shapes import THEATRE, Lookup, parts, read_features, write_features

FRAME = box(*THEATRE).buffer(1)
SAMPLE_STEP = 0.02  # degrees between sampled outline points
SMALLEST = 2e-5  # square degrees, about 0.15 km2


def coarse_regions(path):
    """{country: [(iso, name, polygon)]} near the theatre, smallest first: cities precede the oblast around them."""
    regions = {}
    for record, geometry in read_features(path):
        if geometry.intersects(FRAME):
            country, iso, name = identify(record)
            regions.setdefault(country, []).append((iso, name, geometry.buffer(0)))
    for rows in regions.values():
        rows.sort(key=lambda r: (r[2].area, r[0], r[1]))
    return regions


def worth_dividing(country, rows):
    """No regions for countries cut into municipalities: noise at this scale."""
    return bool(rows) and (country in ("UKR", "RUS") or sum(r[2].area for r in rows) / len(rows) >= 0.4)


def outline_points(rows, near):
    """{(lon, lat): region index} sampled along the regions' outlines inside `near`."""
    points = {}
    for index, row in enumerate(rows):
        for line in parts(row[2].boundary.intersection(near), "LineString"):
            count = max(2, int(line.length / SAMPLE_STEP))
            for i in range(count):
                p = line.interpolate(i / count, normalized=True)
                points.setdefault((round(p.x, 4), round(p.y, 4)), index)
    return points


def owned_cells(points):
    """[(Voronoi cell, region index)]."""
    sites = Lookup([(Point(p), index) for p, index in points.items()])
    cells = []
    for cell in voronoi_diagram(MultiPoint(list(points)), envelope=FRAME).geoms:
        owner = next((index for site, index in sites.near(cell) if cell.covers(site)), None)
        if owner is not None:
            cells.append((cell, owner))
    return cells


def share_slivers(slivers, rows):
    """{region index: [polygons]}: each sliver cut along the cells and given to the cell's region."""
    points = outline_points(rows, unary_union(slivers).buffer(0.3))
    cells = Lookup(owned_cells(points))
    shares = {}
    for sliver in slivers:
        for cell, owner in cells.near(sliver):
            piece = sliver.intersection(cell)
            if piece.area > 0:
                shares.setdefault(owner, []).append(piece)
    return shares


def divide(country, rows):
    """[(iso, name, geometry)] that together are exactly the country polygon."""
    taken = None
    fitted, claimed = [], []
    for iso, name, polygon in rows:
        own = polygon if taken is None else polygon.difference(taken)
        taken = polygon if taken is None else taken.union(polygon)
        claimed.append((iso, name, own))
        fitted.append(country.intersection(own))
    slivers = [p for p in parts(country.difference(taken), "Polygon") if p.area > 1e-9]
    if slivers:
        for index, pieces in share_slivers(slivers, claimed).items():
            fitted[index] = unary_union([fitted[index]] + pieces)
    result = []
    for (iso, name, _), geometry in zip(rows, fitted):
        kept = [p for p in parts(geometry, "Polygon") if p.area > SMALLEST]
        if kept:
            result.append((iso, name, unary_union(kept)))
    return result


def properties(country, iso, name, geometry):
    """Attributes of a region; lx, ly: a point inside it for its label."""
    names = names_of(iso)
    point = geometry.representative_point()
    return {"a3": country, "iso": iso, "name": name, "name_uk": names.get("uk", ""), "name_ru": names.get("ru", ""),
            "claimed": CLAIMED.get(iso, ""), "lx": round(point.x, 3), "ly": round(point.y, 3)}


def main():
    countries, natural_earth, out = sys.argv[1:4]
    coarse = coarse_regions(natural_earth)
    rows = []
    for record, geometry in read_features(countries):
        country, geometry = record["a3"], geometry.buffer(0)
        candidates = coarse.get(country, [])
        pieces = divide(geometry, candidates) if worth_dividing(country, candidates) else [("", "", geometry)]
        rows += [(country,) + piece for piece in pieces]
    rows.sort(key=lambda r: r[:3])
    write_features(out, [(properties(*row), row[3]) for row in rows])


if __name__ == "__main__":
    main()
