#!/usr/bin/env python3
"""Writes an event file of any size for measuring: make_events.py csv|geojson ROWS FILE. Same arguments, same bytes."""
import datetime
import random
import sys

WORDS = ("column convoy bridge depot river village crossing battery morning unit report engineers supply road hill "
         "position night drone artillery patrol station north south convoy trench").split()
TYPES = ("Battles", "Explosions/Remote violence", "Protests", "Strategic developments", "Violence against civilians")
PLACES = ("Alder", "Birch Hill", "Cedar Ford", "Dunmere", "Eastbrook", "Fallow Green", "Greyport", "Harrow Mill")
COLUMNS = "event_id,event_date,event_type,actor1,location,latitude,longitude,fatalities,source,notes"


def rows(count):
    draw = random.Random(7)
    first = datetime.date(2014, 1, 1)
    days = [(first + datetime.timedelta(days=n)).isoformat() for n in range(4000)]
    notes = [" ".join(draw.choice(WORDS) for _ in range(9)) for _ in range(5000)]
    for number in range(count):
        yield (f"EV{number:08d}", days[draw.randrange(4000)], draw.choice(TYPES), f"Group {draw.randrange(90)}",
               draw.choice(PLACES), round(44 + 8 * draw.random(), 5), round(22 + 18 * draw.random(), 5),
               draw.randrange(4), f"https://example.org/{number}", notes[draw.randrange(5000)])


def main():
    kind, count, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with open(path, "w", encoding="utf-8") as out:
        if kind == "csv":
            out.write(COLUMNS + "\n")
            for row in rows(count):
                out.write(",".join(map(str, row)) + "\n")
            return
        names = COLUMNS.split(",")
        out.write('{"type": "FeatureCollection", "features": [\n')
        for number, row in enumerate(rows(count)):
            properties = ", ".join(
                f'"{name}": {value}' if isinstance(value, int) else f'"{name}": "{value}"'
                for name, value in zip(names, row) if name not in ("latitude", "longitude"))
            comma = ",\n" if number else ""
            out.write(f'{comma}{{"type": "Feature", "geometry": {{"type": "Point", "coordinates": [{row[6]}, {row[5]}]}}, '
                      f'"properties": {{{properties}}}}}')
        out.write("\n]}\n")


if __name__ == "__main__":
    main()
