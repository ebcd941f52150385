#!/usr/bin/env python3
"""Times reading of large event files: event_files.py SALIENT FOLDER [ROWS]. Writes the files to FOLDER when they are not there, then
prints the median of five runs and the most memory of any."""
import os
import pathlib
import statistics
import subprocess
import sys
import time

MAKE = pathlib.Path(__file__).with_name("make_events.py")


def run(command):
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} failed")
    return time.monotonic() - start, usage.ru_maxrss // 1024


def main():
    salient, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    for kind in ("csv", "geojson"):
        path = folder / f"events_{rows}.{kind}"
        if not path.exists():
            subprocess.run([sys.executable, MAKE, kind, str(rows), path], check=True)
        for name, command in (("info", [salient, "info", path]),
                              ("shot", [salient, "shot", path, "--no-default-events", "--overwrite", "-o", folder / "shot.png"])):
            runs = [run(command) for _ in range(5)]
            print(f"{name} {kind} {rows} rows, {path.stat().st_size >> 20} MiB: "
                  f"{statistics.median(seconds for seconds, _ in runs):.2f} s, {max(peak for _, peak in runs)} MiB")


if __name__ == "__main__":
    main()
