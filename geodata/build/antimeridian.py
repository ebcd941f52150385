"""Cuts polygons that cross 180 degrees, which some sources draw as rings that jump from one side to the other."""

from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Polygon, box

from shapes import parts

WORLD = box(-180, -90, 180, 90)


def _unwrapped(ring):
    """The ring without jumps: longitudes run on past 180 degrees. A ring around the pole is closed along it."""
    points = [tuple(ring[0][:2])]
    shift = 0.0
    for previous, current in zip(ring, ring[1:]):
        step = current[0] - previous[0]
        shift += -360.0 if step > 180 else 360.0 if step < -180 else 0.0
        points.append((current[0] + shift, current[1]))
    if abs(shift) > 180:  # only Antarctica
        points += [(points[-1][0], -90.0), (points[0][0], -90.0), points[0]]
    return points


def _crosses(ring):
    return any(abs(b[0] - a[0]) > 180 for a, b in zip(ring, ring[1:]))


def cut_at_antimeridian(geometry):
    """The same area as polygons that each stay within -180 to 180 degrees."""
    pieces = []
    for polygon in parts(geometry, "Polygon"):
        rings = [list(r.coords) for r in [polygon.exterior, *polygon.interiors]]
        if not any(_crosses(r) for r in rings):
            pieces.append(polygon)
            continue
        whole = Polygon(_unwrapped(rings[0]), [_unwrapped(r) for r in rings[1:]]).buffer(0)
        for turn in (-360, 0, 360):
            pieces += parts(translate(whole, turn).intersection(WORLD), "Polygon")
    return MultiPolygon(pieces)
