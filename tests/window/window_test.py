#!/usr/bin/env python3
"""Starts the real window under Xvfb and drives it: scrubbing, a click on an event, files, F12, closing."""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from png_reader import Picture

WIDTH, HEIGHT = 1280, 720
# Where the panels leave the map and the time axis at this size (ui/layout.cpp).
MAP_CENTER = (216 + (WIDTH - 216 - 345) // 2, 52 + (HEIGHT - 52 - 148) // 2)
AXIS_LEFT, AXIS_WIDTH, AXIS_Y = 14, WIDTH - 28, HEIGHT - 60
TIMELINE = (datetime.date(2024, 7, 20), datetime.date(2025, 4, 12))
LIMIT_S = 150

EVENTS = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "id": "bridge", "properties": {"id": "bridge", "title": "A bridge fell", "date": "2024-11-05"},
         "geometry": {"type": "Point", "coordinates": [36.0, 51.0]}},
        {"type": "Feature", "id": "depot", "properties": {"id": "depot", "title": "A depot burned", "date": "2024-11-20"},
         "geometry": {"type": "Point", "coordinates": [34.0, 50.0]}},
    ],
}


class Display:
    """An X server on a free display; keeps its picture in a file in `folder` when given one."""

    def __init__(self, size=(WIDTH, HEIGHT), folder=None):
        self.screen = f"{size[0]}x{size[1]}x24"
        self.options = ["-fbdir", str(folder)] if folder else []

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", self.screen, "-nolisten", "tcp", *self.options],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as numbers:
            self.name = ":" + numbers.readline().strip()
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


class Case:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.pictures = folder / "pictures"
        self.pictures.mkdir()

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def start(self, script, *arguments, display="", size=(WIDTH, HEIGHT)):
        environment = dict(os.environ, HOME=str(self.folder), XDG_PICTURES_DIR=str(self.pictures), LC_ALL="C.UTF-8",
                           XDG_STATE_HOME=str(self.folder / "state"), XDG_CONFIG_HOME=str(self.folder / "config"))
        environment["DISPLAY"] = display
        environment.pop("WAYLAND_DISPLAY", None)
        command = [self.program, "--size", f"{size[0]}x{size[1]}", *arguments]
        if script is not None:
            command += ["--script", str(self.write("script.txt", script))]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, script, *arguments):
        with Display() as display:
            return self.finish(self.start(script, *arguments, display=display.name))

    @staticmethod
    def finish(process):
        try:
            out, err = process.communicate(timeout=LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            _, err = process.communicate()
            raise AssertionError(f"the program did not end; it said:\n{err}") from None
        return process.returncode, out, err


def check(condition, message):
    if not condition:
        raise AssertionError(message)


def axis_x(day):
    """The middle of a day on the time axis."""
    whole = (TIMELINE[1] - TIMELINE[0]).days
    return AXIS_LEFT + AXIS_WIDTH * ((day - TIMELINE[0]).days + 0.5) / whole


def scrub_click_open_picture(case):
    events = case.write("events.geojson", json.dumps(EVENTS))
    saved = case.folder / "saved.geojson"
    day = datetime.date(2024, 12, 12)
    code, _, err = case.run(f"""
settle
open {events}
settle
center 36.0 51.0
zoom 8
click {axis_x(day):.0f} {AXIS_Y}
settle
click {MAP_CENTER[0]} {MAP_CENTER[1]}
wait 3
key R
wait 3
key F12
settle
save-events {saved}
settle
quit!
""", "--no-default-events")

    check(code == 0, f"exit code {code}: {err}")
    pictures = sorted(case.pictures.glob("*.png"))
    check(len(pictures) == 1, f"expected one picture, found {pictures}: {err}")
    check(str(pictures[0]) in err, f"the notice does not name the picture: {err}")
    picture = Picture(pictures[0])
    check(picture.width >= 1900 and picture.height >= 1000, f"{picture.width} x {picture.height}")
    check(picture.texts["salient:day"] == day.isoformat(), f"the scrubbed day is {picture.texts['salient:day']}")
    lon, lat = map(float, picture.texts["salient:center"].split(","))
    check(abs(lon - 36) < 0.01 and abs(lat - 51) < 0.01, f"the picture's centre is {lon}, {lat}")
    check(len(picture.colors()) > 40, f"only {len(picture.colors())} colours: the map is empty")
    status = {f["properties"]["id"].split(":")[-1]: f["properties"]["status"] for f in json.loads(saved.read_text())["features"]}
    check(status == {"bridge": "rejected", "depot": "accepted"}, f"the clicked event was not rejected: {status}")


def tool(display, *arguments):
    subprocess.run(["xdotool", *map(str, arguments)], env=dict(os.environ, DISPLAY=display.name), check=True)


def wait_for(condition, process):
    end = time.monotonic() + LIMIT_S
    while time.monotonic() < end and process.poll() is None:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    return None


def mouse_and_keys(case):
    """Real input events: a drag, the wheel, keys."""
    ready = case.folder / "ready.png"
    with Display() as display:
        process = case.start(f"settle\ncenter 36 51\nzoom 8\nsettle\nsave-picture {ready}\n", "--no-default-events",
                             display=display.name)
        check(wait_for(ready.exists, process), "the window did not come up")
        tool(display, "mousemove", *MAP_CENTER)
        for step in (["mousedown", 1], ["mousemove", MAP_CENTER[0] - 60, MAP_CENTER[1]],
                     ["mousemove", MAP_CENTER[0] - 128, MAP_CENTER[1]], ["mouseup", 1], ["key", "shift+Right"]):
            time.sleep(0.5)  # a hand is slower than a frame
            tool(display, *step)
        time.sleep(0.5)
        tool(display, "key", "F12")
        first = wait_for(lambda: sorted(case.pictures.glob("*.png")), process)
        check(first, "F12 saved no picture")
        tool(display, "mousemove", *MAP_CENTER, "click", 4, "click", 4)
        time.sleep(2)
        tool(display, "key", "F12")
        check(wait_for(lambda: len(list(case.pictures.glob("*.png"))) == 2, process), "the second F12 saved no picture")
        tool(display, "key", "ctrl+q")
        code, _, err = case.finish(process)
    check(code == 0, f"exit code {code}: {err}")
    pictures = [Picture(path) for path in sorted(case.pictures.glob("*.png"), key=lambda p: p.stat().st_mtime_ns)]
    centers = [float(p.texts["salient:center"].split(",")[0]) for p in pictures]
    zooms = [float(p.texts["salient:zoom"]) for p in pictures]
    # 128 of the 65,536 pixels that the world is wide at zoom 8.
    check(abs(centers[0] - 36 - 360 * 128 / 65536) < 0.05, f"a drag by 128 pixels moved the centre to {centers[0]}")
    check(pictures[0].texts["salient:day"] == "2025-01-13", f"Shift+Right went to {pictures[0].texts['salient:day']}")
    check(abs(zooms[1] - zooms[0] - 1) < 0.05, f"two notches of the wheel zoomed from {zooms[0]} to {zooms[1]}")


def unsaved_work(case):
    """Closing with events read out of an article asks first; saving then quits."""
    article = case.write("article.txt", "Depot burns\n\nJanuary 12, 2025\n\nA drone strike hit an oil depot in Kursk on Friday.\n")
    kept = case.folder / "kept.png"
    saved = case.folder / "saved.geojson"
    code, _, err = case.run(f"""
settle
open {article}
settle
quit
wait 10
save-picture {kept}
settle
key Escape
wait 3
save-events {saved}
settle
quit
""", "--no-default-events")

    check(code == 0, f"exit code {code}: {err}")
    check(kept.exists(), "the first quit lost unsaved events")
    features = json.loads(saved.read_text())["features"]
    check(len(features) >= 1, "the article gave no event")
    check("depot" in features[0]["properties"]["source_text"], f"{features[0]['properties']}")


def bad_files(case):
    """What cannot be read is said, and what was there stays."""
    events = case.write("events.geojson", json.dumps(EVENTS))
    cut = case.write("cut.geojson", json.dumps(EVENTS)[:120])
    empty = case.write("empty.csv", "")
    saved = case.folder / "saved.geojson"
    missing = case.folder / "missing.kml"
    code, _, err = case.run(
        f"settle\nopen {events}\nopen {cut}\nopen {empty}\nopen {missing}\nsettle\nsave-events {saved}\nsettle\nquit!\n",
        "--no-default-events")

    check(code == 0, f"exit code {code}: {err}")
    for path in (cut, empty, missing):
        check(path.name in err, f"no notice names {path.name}: {err}")
    check(len(json.loads(saved.read_text())["features"]) == 2, "good events were lost")


def no_display(case):
    code, out, err = case.finish(case.start(None))

    check(code == 1, f"exit code {code}")
    check(out == "" and len(err.splitlines()) == 1 and "window" in err and "shot" in err, f"said {out!r} and {err!r}")


def run_case(*cases):
    """Runs the case that the command line names: PROGRAM CASE."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            {case.__name__: case for case in cases}[sys.argv[2]](Case(sys.argv[1], pathlib.Path(folder)))
        except AssertionError as failure:
            sys.exit(f"FAILED: {failure}")


if __name__ == "__main__":
    run_case(scrub_click_open_picture, mouse_and_keys, unsaved_work, bad_files, no_display)
