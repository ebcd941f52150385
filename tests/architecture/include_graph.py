#!/usr/bin/env python3
"""Checks that every module of src/ includes only what the table below allows (src/README.md, module map)."""
import pathlib
import re
import sys
import tempfile

# module: modules it may include besides itself
ALLOWED = {
    "base": "",
    "time": "base",
    "geo": "base",
    "text": "base",
    "gl": "base",
    "prose": "base",
    "events": "base time geo",
    "control": "base time geo",
    "places": "base geo",
    "platform": "base gl",
    "session": "base time geo events control",
    "timeline": "base time events control",
    "page": "base time prose",
    "timex": "base time prose",
    "toponym": "base geo places prose",
    "extract": "base time geo events places prose page timex toponym",
    "io": "base time geo events control places prose session",
    "workspace": "base time geo events control session io",
    "scene": "base time geo events control places text session",
    "ui": "base time geo events control places session timeline",
    "render": "base geo text scene gl",
    "vector": "base geo text scene",
    "app": "base time geo text gl prose events control places platform session timeline page timex toponym extract io workspace "
           "scene ui render vector",
    "cli": "base time geo app",
}
# third-party header prefix: modules that may include it
THIRD_PARTY = {
    r"(gdal|ogr_|cpl_)": {"io", "workspace"},
    r"(geos_c\.h|proj\.h|geodesic\.h)": {"geo"},
    r"(ft2build|freetype)": {"text"},
    r"epoxy/gl\.h": {"gl", "render", "platform", "app"},
    r"(epoxy/egl|EGL/)": {"platform"},
    r"GLFW/": {"platform"},
    r"imgui": {"ui", "app"},
    r"gumbo\.h": {"page"},
    r"unicode/": {"prose", "page", "io"},
    r"CLI/": {"cli"},
    r"cairo": {"vector"},
    r"date/": {"time"},
    r"simdjson": {"io"},
    r"sqlite3": {"workspace", "io"},  # io only stops queries of GDAL that do not end
    r"libpq": {"workspace"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([a-z]+)/|<([^>]+)>)', re.M)


def breaches(src):
    found = []
    for path in sorted(src.glob("*/**/*.[ch]pp")):
        module = path.relative_to(src).parts[0]
        if module not in ALLOWED:
            found.append(f"{path}: module '{module}' is not in the table")
            continue
        for match in INCLUDE.finditer(path.read_text(encoding="utf-8")):
            own, system = match.groups()
            if own and own != module and own not in ALLOWED[module].split():
                found.append(f"{path}: {module} may not include {own}")
            for pattern, modules in THIRD_PARTY.items():
                if system and re.match(pattern, system) and module not in modules:
                    found.append(f"{path}: {module} may not include <{system}>")
    return found


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder, "ui", "panel.cpp")
        bad.parent.mkdir()
        bad.write_text('#include "gl/buffer.hpp"\n#include <gdal.h>\n#include "session/state.hpp"\n')
        return len(breaches(pathlib.Path(folder))) == 2


if __name__ == "__main__":
    if sys.argv[1] == "--self-test":
        sys.exit(0 if self_test() else "The check did not find the breach it was shown")
    result = breaches(pathlib.Path(sys.argv[1]))
    print("\n".join(result) if result else "Every include follows the table")
    sys.exit(1 if result else 0)
