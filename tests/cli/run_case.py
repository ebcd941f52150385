#!/usr/bin/env python3
"""Runs one command-line test: a folder with `command`, inputs, and what is expected.

usage: run_case.py FOLDER PROGRAM DATA_FOLDER

`command` is a shell script that is run in a copy of the folder, with `salient` being PROGRAM. Files called `expected_<name>` are
compared byte for byte with standard output (`expected_stdout`) and error (`expected_stderr`), both silent when missing, the exit
code (`expected_code`; 0 when missing) or a file `<name>` that the command wrote.
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TIMEOUT_S = 120


def compare(name, expected, found):
    if expected == found:
        return True
    print(f"{name} differs:")
    shown = difflib.unified_diff(expected.decode(errors="replace").splitlines(), found.decode(errors="replace").splitlines(),
                                 "expected", "found", lineterm="", n=1)
    print("\n".join(list(shown)[:60]))
    return False


def main():
    folder, program, data = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    with tempfile.TemporaryDirectory() as scratch:
        work = pathlib.Path(scratch, "case")
        shutil.copytree(folder, work)
        tools = pathlib.Path(scratch, "bin")
        tools.mkdir()
        (tools / "salient").symlink_to(program)
        environment = {"PATH": f"{tools}:{os.environ['PATH']}", "SALIENT_DATA": str(data), "HOME": scratch, "LC_ALL": "C.UTF-8"}
        environment |= {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        ran = subprocess.run(["bash", "-euo", "pipefail", "./command"], cwd=work, env=environment, stdin=subprocess.DEVNULL,
                             capture_output=True, timeout=TIMEOUT_S, check=False)
        good = True
        code = folder / "expected_code"
        wanted_code = int(code.read_text()) if code.exists() else 0
        if ran.returncode != wanted_code:
            print(f"exit code {ran.returncode}, expected {wanted_code}")
            good = False
        errors = folder / "expected_stderr"
        good &= compare("standard error", errors.read_bytes() if errors.exists() else b"", ran.stderr)
        output = folder / "expected_stdout"
        good &= compare("standard output", output.read_bytes() if output.exists() else b"", ran.stdout)
        for expected in sorted(folder.glob("expected_*")):
            name = expected.name[len("expected_"):]
            if name not in ("stdout", "stderr", "code"):
                written = work / name
                good &= compare(name, expected.read_bytes(), written.read_bytes() if written.exists() else b"(no such file)")
        return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
