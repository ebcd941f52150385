#!/usr/bin/env python3
"""Checks that no command opens a connection, whatever addresses stand in the files it is given.

usage: silence.py PROGRAM DATA_FOLDER

Runs every command and the window under strace on files full of addresses and looks for sockets of the internet. The addresses are of
the range that is set aside for documentation (RFC 5737), so that nothing is disturbed when the check fails.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

URL = "http://192.0.2.1/"
CONNECTION = re.compile(r"\b(socket|connect|sendto|getaddrinfo)\(.*AF_INET6?\b")

KML = f"""<?xml version="1.0"?>
<?xml-stylesheet type="text/xsl" href="{URL}x.xsl"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<NetworkLink><Link><href>{URL}x.kml</href></Link></NetworkLink>
<Style id="s"><IconStyle><Icon><href>{URL}i.png</href></Icon></IconStyle></Style>
<GroundOverlay><Icon><href>{URL}o.png</href></Icon><LatLonBox><north>51</north><south>50</south><east>31</east><west>30</west>
</LatLonBox></GroundOverlay>
<Placemark><name>x</name><styleUrl>{URL}style.kml#s</styleUrl><description><![CDATA[<img src="{URL}p.png">]]></description>
<TimeStamp><when>2022-03-05</when></TimeStamp><Point><coordinates>30.5,50.4</coordinates></Point></Placemark>
</Document></kml>"""
POINT = '{"type":"Feature","geometry":{"type":"Point","coordinates":[30,50]},"properties":{"date":"2022-03-05","url":"%s"}}' % URL
VRT = '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>%s</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'


def collection(crs):
    return '{"type":"FeatureCollection","crs":%s,"features":[%s]}' % (crs, POINT)


FILES = {
    "links.kml": KML,
    "entity.kml": KML.replace("<kml ", f'<!DOCTYPE kml [<!ENTITY x SYSTEM "{URL}x.dtd">]><kml '),
    "external.kml": KML.replace("<kml ", f'<!DOCTYPE kml SYSTEM "{URL}x.dtd"><kml '),
    "track.gpx": f'<gpx version="1.1"><wpt lat="50" lon="30"><link href="{URL}"/><time>2022-03-05T10:00:00Z</time></wpt></gpx>',
    "crs_link.geojson": collection('{"type":"link","properties":{"href":"%scrs","type":"proj4"}}' % URL),
    "crs_name.geojson": collection('{"type":"name","properties":{"name":"%sdef/crs/EPSG/0/4326"}}' % URL),
    "topology.json": '{"type":"Topology","crs":{"type":"link","properties":{"href":"%s"}},"objects":{"a":{"type":"Point",'
                     '"coordinates":[30,50],"properties":{"date":"2022-03-05"}}},"arcs":[]}' % URL,
    "paths.csv": f"date,latitude,longitude,file\n2022-03-05,50,30,/vsicurl/{URL}a\n2022-03-06,51,31,{URL}b.csv\n",
    "curl.vrt": VRT % f"/vsicurl/{URL}x.geojson",
    "curl.geojson": VRT % f"/vsicurl_streaming/{URL}x.geojson",
    "database.csv": VRT % "PG:host=192.0.2.1 dbname=x",
    "service.xml": f"<OGRWFSDataSource><URL>{URL}</URL></OGRWFSDataSource>",
    "map.xml": f'<GDAL_WMS><Service name="TMS"><ServerUrl>{URL}${{z}}.png</ServerUrl></Service></GDAL_WMS>',
    "schema.gml": f'<ogr:FeatureCollection xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ogr="http://ogr.maptools.org/" '
                  f'xsi:schemaLocation="http://ogr.maptools.org/ {URL}x.xsd"/>',
    "page.html": f'<html><head><meta http-equiv="refresh" content="0;url={URL}"><script src="{URL}x.js"></script></head><body><p>'
                 f'On 5 March 2022 the bridge at Kyiv was hit.</p><img src="{URL}i.png"></body></html>',
}


def connections(program, data, arguments, folder, more=None):
    log = folder / "trace"
    ran = subprocess.run(["strace", "-f", "-e", "trace=network", "-o", log, program, *arguments], cwd=folder, check=False,
                         stdin=subprocess.DEVNULL, capture_output=True,
                         env={"SALIENT_DATA": data, "HOME": str(folder), "PATH": "/usr/bin", **(more or {})})
    if not log.exists() or ran.returncode not in (0, 1):
        sys.exit(f"strace or {arguments} failed ({ran.returncode}): {ran.stderr.decode(errors='replace')[:300]}")
    return [line for line in log.read_text(errors="replace").splitlines() if CONNECTION.search(line)]


def window_connects(program, data, folder, names):
    """The window with all the files, also in a workspace that names them, on a display that is no network either."""
    lines = "".join(f"open {name}\nsettle\n" for name in names)
    (folder / "script").write_text(f"settle\n{lines}save-workspace window.gpkg\nsave-picture window.png\nsettle\nquit!\n")
    read, write = os.pipe()
    with subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"], pass_fds=[write],
                          stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as numbers:
            display = ":" + numbers.readline().strip()
        try:
            opened = connections(program, data, ["--script", "script"], folder, {"DISPLAY": display})
        finally:
            server.terminate()
    for name in ("window.gpkg", "window.png"):
        if not (folder / name).exists():
            sys.exit(f"the window did not write {name}")
    if opened:
        print("the window opened a connection:", *opened[:5], sep="\n  ")
    return len(opened)


def main():
    program, data = (str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:3])
    found = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        with zipfile.ZipFile(folder / "links.kmz", "w") as archive:
            archive.writestr("doc.kml", KML)
        names = sorted([*FILES, "links.kmz"])
        runs = [["info", *names]] + [["convert", name, f"{name}.out.geojson"] for name in names]
        good = ["links.kml", "links.kmz", "track.gpx", "crs_link.geojson", "topology.json", "paths.csv", "page.html"]
        runs.append(["shot", "--size", "320x180", "--output", "out.png", *good])
        runs += [["extract", "page.html"], ["text", "page.html"], ["annotate", "page.html"], ["control", "crs_link.geojson"],
                 ["save", *good, "--output", "work.gpkg"], ["info", "work.gpkg"]]
        for arguments in runs:
            lines = connections(program, data, arguments, folder)
            if lines:
                found += 1
                print(" ".join(arguments), "opened a connection:", *lines[:5], sep="\n  ")
        for name in ("out.png", "work.gpkg"):
            if not (folder / name).exists():
                sys.exit(f"{name} was not made")
        found += window_connects(program, data, folder, names)
    # The check itself has to see a connection.
    with tempfile.TemporaryDirectory() as scratch:
        code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()"
        if not connections(sys.executable, data, ["-c", code], pathlib.Path(scratch)):
            sys.exit("strace does not show connections here")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
