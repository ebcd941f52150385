"""Checks the committed gazetteer: form of the rows, well-known points, and every hand-written place of the supplement."""

import re
import sys
import unittest

from geodata import COLUMNS, GEODATA, bearing_off, contains, distance_km, read_layer, read_table

FILES = ("gazetteer.tsv", "gazetteer-world.tsv")
SUPPLEMENT_COLUMNS = tuple(COLUMNS + ["source"])
SOURCE = re.compile(r"^(published coordinates|public maps and reports); within (?:about )?(\d) km; "
                    r"(\d+) km (N|NE|E|SE|S|SW|W|NW) of (.+)$")
# The villages that no package has and the briefing of January 2025 needs.
REQUIRED = """Malaya Loknya|Martynovka|Cherkasskoye Porechnoye|Makhnovka|Guevo|Plekhovo|Kurilovka|Pogrebki|Sverdlikovo|Darino
|Nikolayevo-Daryino|Leonidovo|Viktorovka|Novoivanovka|Kruglenkoye|Berdin|Pushkarnoye|Kazachya Loknya|Goncharovka|Zaoleshenka
|Robotyne|Krynky""".replace("\n", "").split("|")
# GeoNames' own points (lat, lon): what texts marked with GeoNames mean by these names.
KNOWN_POINTS = {
    "kUS": (39.76, -98.5), "kUA": (49, 32), "kRU": (60, 100), "kGB": (54.758, -2.695), "kCN": (35, 105), "kKP": (40, 127),
    "aUS-TX": (31.25, -99.25), "aUS-CA": (37.25, -119.75), "aGB-ENG": (52.16, -0.70), "aCA-ON": (49.25, -84.5),
}


def plain(name):
    """A name without apostrophes, for finding a neighbour in any romanisation."""
    return name.replace("\u2019", "").replace("'", "").lower()


class Gazetteer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = [row for name in FILES for row in read_table(name)]
        cls.supplement = read_table("gazetteer-supplement.tsv", SUPPLEMENT_COLUMNS)
        cls.by_id = {row["id"]: row for row in cls.rows}

    def test_rows_are_well_formed(self):
        for name in FILES + ("gazetteer-supplement.tsv",):
            expected = len(COLUMNS) + (name == "gazetteer-supplement.tsv")
            lines = (GEODATA / name).read_text(encoding="utf8").splitlines()
            self.assertTrue(lines[0].startswith("#" + "\t".join(COLUMNS)))
            for line in lines[1:]:
                fields = line.split("\t")
                self.assertEqual(len(fields), expected, line)
                self.assertTrue(fields[0] and fields[1] and fields[2], line)
                self.assertTrue(-90 <= float(fields[3]) <= 90 and -180 <= float(fields[4]) <= 180, line)
                self.assertGreaterEqual(int(fields[7]), 0, line)

    def test_ids_are_unique(self):
        rows = self.rows + self.supplement
        self.assertEqual(len({row["id"] for row in rows}), len(rows))

    def test_countries_and_regions_stand_at_their_geonames_points(self):
        for place_id, (lat, lon) in KNOWN_POINTS.items():
            self.assertLess(distance_km(self.by_id[place_id], {"lat": lat, "lon": lon}), 1, place_id)

    def test_names_in_three_languages(self):
        for place_id, names in {"kUA": ("Україна", "Украина"), "aRU-KRS": ("Курська область", "Курская область"),
                                "aUA-14": ("Донецька область", "Донецкая область")}.items():
            aliases = self.by_id[place_id]["aliases"].split("|")
            for name in names:
                self.assertIn(name, aliases)

    def test_demonyms_and_short_names_lead_to_places(self):
        for name, column in (("demonyms.tsv", 4), ("abbreviations.tsv", 1), ("names.tsv", 0)):
            lines = (GEODATA / name).read_text(encoding="utf8").splitlines()
            self.assertGreater(len(lines), 100, name)
            lost = {line for line in lines[1:] if line.split("\t")[column] not in self.by_id}
            self.assertEqual(lost, set(), name)

    def test_supplement_has_the_required_villages(self):
        self.assertEqual(set(REQUIRED) - {row["name"] for row in self.supplement}, set())

    def test_supplement_rows_have_cyrillic_names(self):
        for row in self.supplement:
            self.assertRegex(row["aliases"], "[\u0400-\u04ff]", row["id"])

    def test_supplement_places_lie_in_their_region(self):
        features = read_layer(GEODATA / "layers/theatre_admin1.geojson")
        regions = {f["properties"]["iso"]: f["geometry"] for f in features}
        countries = {f["properties"]["iso"]: f["geometry"] for f in read_layer(GEODATA / "layers/theatre_countries.geojson")}
        for row in self.supplement:
            self.assertTrue(contains(countries[row["country"]], row["lon"], row["lat"]), row["id"])
            # Lines between regions of one country are good to 5 km only: a place that near may fall across.
            around = [(row["lon"] + x * 0.07, row["lat"] + y * 0.045) for x in (-1, 0, 1) for y in (-1, 0, 1)]
            self.assertTrue(any(contains(regions[row["admin1"]], *point) for point in around), row["id"])

    def test_supplement_places_lie_where_their_source_says(self):
        named = {}
        for row in self.rows:
            if row["kind"].startswith("PPL") and row["country"] in ("UA", "RU"):
                for name in [row["name"]] + row["aliases"].split("|"):
                    named.setdefault(plain(name), []).append(row)
        for row in self.supplement:
            match = SOURCE.match(row["source"])
            self.assertTrue(match, row["id"] + ": " + row["source"])
            accuracy, stated, compass, neighbour = int(match[2]), int(match[3]), match[4], match[5]
            anchor = min(named[plain(neighbour)], key=lambda a: abs(distance_km(a, row) - stated))
            self.assertLess(abs(distance_km(anchor, row) - stated), max(2.5, accuracy), row["id"])
            if stated > 3:
                self.assertLess(bearing_off(anchor, row, compass), 45, row["id"])


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
