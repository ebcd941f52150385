#!/usr/bin/env python3
"""Drives the real window through the life of a workspace: saved, opened again, killed, taken up, files that change."""
import json
import shutil
import signal
import subprocess

from png_reader import Picture
from window_test import Case, Display, EVENTS, check, run_case, wait_for

ROWS = ["id,title,date,latitude,longitude", "a,Bridge struck,2025-01-11,51.2,35.2", "b,Village taken,2025-01-12,51.4,34.9",
        "c,Depot burned,2025-01-13,50.1,36.1"]


def saved_events(path):
    features = json.loads(path.read_text())["features"]
    return {f["properties"]["id"].split(":")[-1]: f["properties"]["status"] for f in features}


def opens_again(case):
    """What was saved is there again, without the bundled articles; what cannot be saved is said."""
    events = case.write("events.geojson", json.dumps(EVENTS))
    work = case.folder / "work.gpkg"
    code, _, err = case.run(f"""
settle
open {events}
settle
center 36.0 51.0
zoom 8
at 2024-11-07
save-workspace {case.folder / "nowhere" / "work.gpkg"}
settle
save-workspace {work}
settle
quit
""", "--no-default-events")
    check(code == 0 and work.exists(), f"not saved: {err}")
    check("nowhere" in err, f"a folder that is not there is not said: {err}")

    events.unlink()
    saved = case.folder / "saved.geojson"
    picture = case.folder / "picture.png"
    code, _, err = case.run(f"settle\nsave-events {saved}\nsave-picture {picture}\nsettle\nquit\n", work)
    check(code == 0, f"exit code {code}: {err}")
    check("2 events opened" in err, f"not opened: {err}")
    check(sorted(saved_events(saved)) == ["bridge", "depot"], saved.read_text()[:500])
    texts = Picture(picture).texts
    lon, lat = map(float, texts["salient:center"].split(","))
    check(texts["salient:day"] == "2024-11-07" and abs(lon - 36) < 0.01 and abs(lat - 51) < 0.01, f"another view: {texts}")

    # A file that has moved is found where the user opens it.
    moved = case.folder / "moved"
    moved.mkdir()
    (moved / "events.geojson").write_text(json.dumps(EVENTS))
    code, _, err = case.run(f"settle\nopen {moved / 'events.geojson'}\nsettle\nsave-workspace\nsettle\nquit\n", work)
    check(code == 0 and "finds it at its new place" in err, f"not pointed at anew: {err}")
    told = subprocess.run([case.program, "info", work], capture_output=True, text=True, check=True)
    check("not there" not in told.stdout + told.stderr, f"still missing: {told.stdout} {told.stderr}")


def bookmarks(case):
    """A view that was kept is gone to, saved with the workspace, shown by name without a window, and taken away."""
    work, picture = case.folder / "work.gpkg", case.folder / "picture.png"
    code, _, err = case.run(f"""
settle
center 36.0 51.0
zoom 9
at 2024-08-20
keep-bookmark Salient
center 30.5 50.4
zoom 6
at 2025-01-12
keep-bookmark
bookmark Salient
save-picture {picture}
bookmark Nowhere
settle
save-workspace {work}
settle
quit
""", "--no-default-events")
    check(code == 0 and "Bookmark kept: 12 January 2025" in err, f"not kept: {err}")
    check("found none called 'Nowhere'" in err, f"not said: {err}")
    seen = Picture(picture).texts
    check(seen["salient:day"] == "2024-08-20" and seen["salient:zoom"].startswith("9"), f"not gone to: {seen}")

    def shot(*more):
        return subprocess.run([case.program, "shot", work, *more, "--size", "640x400", "--overwrite", "-o", picture],
                              capture_output=True, text=True)
    shot("--bookmark", "Salient").check_returncode()
    check(Picture(picture).texts["salient:day"] == "2024-08-20", "the bookmark's day is not shown")
    shot("--bookmark", "Salient", "--at", "2024-09-01").check_returncode()
    texts = Picture(picture).texts
    check(texts["salient:day"] == "2024-09-01" and texts["salient:center"].startswith("36.0"), f"not on top of it: {texts}")
    wrong = shot("--bookmark", "Salent")
    check(wrong.returncode == 1 and "there is 'Salient', '12 January 2025'" in wrong.stderr, f"not refused: {wrong.stderr}")

    code, _, err = case.run(f"settle\nkey 1\nwait 3\nsave-picture {picture}\nremove-bookmark Salient\nsave-workspace\n"
                            "settle\nquit\n", work)
    check(code == 0, f"exit code {code}: {err}")
    check(Picture(picture).texts["salient:day"] == "2024-08-20", "key 1 does not go to the first bookmark")
    told = subprocess.run([case.program, "info", work, "--json"], capture_output=True, text=True, check=True)
    layers = {layer["name"]: layer["features"] for layer in json.loads(told.stdout)["layers"]}
    check(layers.get("bookmarks") == 1, told.stdout)


def killed(case):
    """A killed session is taken up again, by the one that comes after it and after that one is killed too."""
    events = case.write("events.geojson", json.dumps(EVENTS))
    ready = case.folder / "ready.png"
    saved = case.folder / "saved.geojson"
    first = f"settle\nopen {events}\nsettle\nselect {{id}}\nkey R\nwait 3\nsave-picture {ready}\nwait 100000\n"
    with Display() as display:
        process = case.start(f"settle\nopen {events}\nsettle\nsave-events {saved}\nsettle\nquit!\n", "--no-default-events",
                             display=display.name)
        Case.finish(process)
        bridge = next(f["properties"]["id"] for f in json.loads(saved.read_text())["features"]
                      if f["properties"]["id"].endswith("bridge"))
        for script in (first.format(id=bridge), f"settle\nrecover yes\nsettle\nsave-picture {ready}\nwait 100000\n"):
            process = case.start(script, "--no-default-events", display=display.name)
            check(wait_for(ready.exists, process), "the window did not come so far")
            process.send_signal(signal.SIGKILL)
            process.communicate()
            ready.unlink()
        saved.unlink()
        process = case.start(f"settle\nrecover yes\nsettle\nsave-events {saved}\nsettle\nquit\n", "--no-default-events",
                             display=display.name)
        code, _, err = Case.finish(process)
        check(code == 0, f"exit code {code}: {err}")
        check(saved_events(saved) == {"bridge": "rejected", "depot": "accepted"}, saved.read_text()[:900])
        code, _, err = Case.finish(case.start("settle\nrecover yes\nsettle\nquit\n", "--no-default-events", display=display.name))
    check(code == 0 and "recovered" not in err, f"a clean exit left something to recover: {err}")


def wait_for_text(process, text):
    said = ""
    while text not in said:
        line = process.stderr.readline()
        check(line, f"the program ended and had said: {said}")
        said += line


def changed_file(case):
    """A file that changes on disk is read again, and what that changed is said; also when it came with a workspace."""
    table = case.write("table.csv", "\n".join(ROWS[:3]) + "\n")
    work = case.folder / "work.gpkg"
    case.run(f"settle\nopen {table}\nsettle\nsave-workspace {work}\nsettle\nquit!\n", "--no-default-events")
    for arguments in ([table, "--no-default-events"], [work]):
        table.write_text("\n".join(ROWS[:3]) + "\n")
        ready = case.folder / "ready.png"
        with Display() as display:
            process = case.start(f"settle\nsave-picture {ready}\nsettle\n", *map(str, arguments), display=display.name)
            check(wait_for(ready.exists, process), "the window did not come up")
            table.write_text("\n".join([ROWS[0], ROWS[1].replace("struck", "fell down"), ROWS[3]]) + "\n")
            wait_for_text(process, "table.csv: 1 event added, 1 changed, 1 removed")
            process.kill()
            process.communicate()
        ready.unlink()


def changed_folder(case):
    """What comes into an open folder, or changes in it, is read without asking; it is open again with its workspace."""
    folder = case.folder / "folder"
    fronts = case.folder / "fronts"
    work = case.folder / "work.gpkg"

    def front(day, side):
        ring = [[35, 51], [35 + side, 51], [35 + side, 51 + side], [35, 51]]
        area = {"type": "Feature", "properties": {"control": "russia"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        (fronts / f"{day}.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [area]}))

    for arguments in ([folder, fronts, "--no-default-events"], [work]):
        for made in (folder, fronts):
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir()
        (folder / "table.csv").write_text("\n".join(ROWS[:3]) + "\n")
        front("2025-01-11", 1)
        if work in arguments:
            case.run(f"settle\nopen {folder}\nopen {fronts}\nsettle\nsave-workspace {work}\nsettle\nquit!\n", "--no-default-events")
        ready = case.folder / "ready.png"
        with Display() as display:
            process = case.start(f"settle\nsave-picture {ready}\nsettle\n", *map(str, arguments), display=display.name)
            check(wait_for(ready.exists, process), "the window did not come up")
            (folder / "new.txt").write_text("Depot burns\n\nJanuary 12, 2025\n\nA drone strike hit an oil depot in Kursk on Friday.\n")
            wait_for_text(process, "new.txt: 1 event added")
            (folder / "table.csv").write_text("\n".join([ROWS[0], ROWS[1].replace("struck", "fell down"), ROWS[3]]) + "\n")
            wait_for_text(process, "table.csv: 1 event added, 1 changed, 1 removed")
            front("2025-01-12", 2)
            wait_for_text(process, "fronts: control areas loaded")
            process.kill()
            process.communicate()
        ready.unlink()


if __name__ == "__main__":
    run_case(opens_again, bookmarks, killed, changed_file, changed_folder)
