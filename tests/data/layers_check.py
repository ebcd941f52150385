"""Checks the committed map layers: form, precision, order, depiction of borders, attributes."""

import json
import sys
import unittest

from geodata import GEODATA, contains, read_layer

LAYERS = sorted((GEODATA / "layers").glob("*.geojson"))
DECIMALS = {"world_countries_110m": 2, "world_countries_50m": 3, "world_rivers_50m": 3, "world_admin1": 3}
AREAS = ("theatre_countries", "theatre_admin1", "world_countries_110m", "world_countries_50m", "world_admin1")
EXPECTED = AREAS + ("theatre_borders", "theatre_rivers", "theatre_water", "world_rivers_50m")
# lon, lat; Crimea is Ukraine (UN General Assembly resolution 68/262).
CRIMEA = {"Simferopol": (34.10, 44.95), "Sevastopol": (33.55, 44.57)}
RUSSIAN = {"Sudzha": (35.27, 51.19), "Kursk": (36.19, 51.73)}


def flat(coordinates):
    """All points of nested coordinates."""
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
    else:
        for part in coordinates:
            yield from flat(part)


def decimals(value):
    text = repr(value)
    return len(text.split(".")[1]) if "." in text else 0


class Layers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.layers = {path.stem: read_layer(path) for path in LAYERS}

    def test_all_layers_are_there(self):
        self.assertEqual(set(self.layers), set(EXPECTED))

    def test_one_feature_a_line(self):
        for path in LAYERS:
            lines = path.read_text(encoding="utf8").splitlines()
            self.assertEqual(len(lines), len(self.layers[path.stem]) + 2, path.name)
            for line in lines[1:-1]:
                self.assertEqual(json.loads(line.rstrip(","))["type"], "Feature", path.name)

    def test_coordinates_are_in_range_and_at_the_fixed_precision(self):
        for name, features in self.layers.items():
            most = DECIMALS.get(name, 4)
            for feature in features:
                for lon, lat in flat(feature["geometry"]["coordinates"]):
                    self.assertTrue(-180 <= lon <= 180 and -90 <= lat <= 90, name)
                    self.assertLessEqual(max(decimals(lon), decimals(lat)), most, name)

    def test_no_edge_crosses_the_world(self):
        for name in AREAS:
            for feature in self.layers[name]:
                geometry = feature["geometry"]
                for rings in [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]:
                    for ring in rings:
                        self.assertEqual(ring[0], ring[-1], name)
                        # Antarctica is closed along the pole.
                        jumps = [a for a, b in zip(ring, ring[1:]) if abs(a[0] - b[0]) > 180 and a[1] > -89]
                        self.assertEqual(jumps, [], name)

    def test_areas_are_sorted(self):
        for name in AREAS:
            keys = [(f["properties"]["a3"], f["properties"]["iso"], f["properties"]["name"]) for f in self.layers[name]]
            self.assertEqual(keys, sorted(keys), name)

    def test_crimea_is_ukraine_in_every_layer(self):
        for name in AREAS:
            for town, point in CRIMEA.items():
                holders = [f["properties"]["a3"] for f in self.layers[name] if contains(f["geometry"], *point)]
                self.assertEqual(holders, ["UKR"], "%s in %s" % (town, name))

    def test_the_border_runs_between_sudzha_and_ukraine(self):
        for name in AREAS:
            for town, point in RUSSIAN.items():
                holders = [f["properties"]["a3"] for f in self.layers[name] if contains(f["geometry"], *point)]
                self.assertEqual(holders, ["RUS"], "%s in %s" % (town, name))

    def test_claims_are_marked(self):
        claimed = {f["properties"]["iso"]: f["properties"]["claimed"]
                   for f in self.layers["theatre_admin1"] if f["properties"]["claimed"]}
        self.assertEqual(claimed, {"UA-43": "RUS 2014", "UA-40": "RUS 2014", "UA-14": "RUS 2022", "UA-09": "RUS 2022",
                                   "UA-23": "RUS 2022", "UA-65": "RUS 2022"})

    def test_regions_have_names_in_three_languages(self):
        kursk = next(f["properties"] for f in self.layers["theatre_admin1"] if f["properties"]["iso"] == "RU-KRS")
        self.assertEqual((kursk["name"], kursk["name_uk"], kursk["name_ru"]),
                         ("Kursk Oblast", "Курська область", "Курская область"))
        for feature in self.layers["theatre_admin1"]:
            p = feature["properties"]
            if p["a3"] in ("UKR", "RUS"):
                self.assertTrue(p["iso"] and p["name_uk"] and p["name_ru"], p)
                self.assertTrue(contains(feature["geometry"], p["lx"], p["ly"]), p)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
