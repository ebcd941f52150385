"""Attributes of the country layers and of the world's first-level regions.

usage: world.py countries IN.geojson OUT.geojson      (theatre: records with a3; world: records with id and name)
       world.py regions IN.geojson OUT.geojson        (Natural Earth admin-1 records)
"""

import sys

from shapely.ops import polylabel

from antimeridian import cut_at_antimeridian
from regions import CLAIMED, identify, names_of
from shapes import parts, read_features, write_features
from territories import BY_ALPHA3, TO_ALPHA3, code_of, name_properties


def label_point(geometry):
    """lx, ly: the point of the largest part that is farthest from its outline, where a label sits best."""
    largest = max(parts(geometry, "Polygon"), key=lambda p: p.area)
    try:
        point = polylabel(largest, tolerance=max(0.01, largest.length / 500))
    except Exception:  # polylabel refuses some touching rings; any inner point serves
        point = largest.representative_point()
    return {"lx": round(point.x, 3), "ly": round(point.y, 3)}


def country_record(record, geometry):
    if "a3" in record:
        code = BY_ALPHA3.get(record["a3"], "")
        alpha3 = record["a3"]
    else:
        code = code_of(record.get("id"), record["name"])
        alpha3 = TO_ALPHA3.get(code, "")
    return {"a3": alpha3, "iso": code, **name_properties(code, record.get("name") or ""), **label_point(geometry)}


def region_record(record, geometry):
    alpha3, iso, name = identify(record)
    names = names_of(iso)
    return {"a3": alpha3, "iso": iso, "name": name, "name_uk": names.get("uk", ""), "name_ru": names.get("ru", ""),
            "claimed": CLAIMED.get(iso, ""), **label_point(geometry)}


def main():
    kind, source, target = sys.argv[1:4]
    make = {"countries": country_record, "regions": region_record}[kind]
    features = [(p, cut_at_antimeridian(g)) for p, g in read_features(source)]
    rows = [(make(p, g.buffer(0)), g) for p, g in features]
    rows.sort(key=lambda r: (r[0]["a3"], r[0]["iso"], r[0]["name"], r[1].bounds))
    write_features(target, rows)


if __name__ == "__main__":
    main()
