#!/usr/bin/env python3
"""Writes assets/models/event-confidence.tsv: how often events of a raw score are right in texts of our own.

usage: event_confidence.py BUILD_FOLDER [--errors] > event-confidence.tsv

BUILD_FOLDER holds the program and share/salient; the program is run with a table without points, so that it gives raw scores.
event-gold.txt, beside this file, holds the texts with their events (its head says how). An event is right when its sentence tells of one, and its type, date and place are among those given. The share that is
right may only rise with the score (isotonic regression, pool adjacent violators); every fifth text is held back to check it.
"""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

BINS = [0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
PRIOR_WEIGHT = 6  # events that a bin starts with, at the share of all events
OWN_TEXTS = 0.9  # texts of our own are read better than others by about this much


def read_gold(path):
    articles = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            continue
        if line.startswith("@ "):
            day, language, title = line[2:].split(" ", 2)
            articles.append({"day": day, "language": language, "title": title, "paragraphs": [[]], "gold": {}})
        elif not line:
            if articles:
                articles[-1]["paragraphs"].append([])
        else:
            sentence, *events = line.split("\t")
            articles[-1]["paragraphs"][-1].append(sentence)
            articles[-1]["gold"][sentence] = [event.split(" ", 2) for event in events]
    return articles


def as_json(number, article):
    text = "\n\n".join(" ".join(paragraph) for paragraph in article["paragraphs"] if paragraph)
    return json.dumps({"id": str(number), "text": text, "doc_date": article["day"], "title": article["title"],
                       "lang": article["language"]}, ensure_ascii=False)


def days(text):
    """First and last day of 2024, 2024-05, 2024-05-01 or 2024-05-01..2024-05-03."""
    first, _, last = text.partition("..")
    begin = datetime.date.fromisoformat((first + "-01-01")[:10] if len(first) == 4 else (first + "-01")[:10])
    last = last or first
    if len(last) == 10:
        return begin, datetime.date.fromisoformat(last)
    year, month = int(last[:4]), int(last[5:7]) if len(last) == 7 else 12
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return begin, after - datetime.timedelta(days=1)


def is_date_right(wanted, event):
    given = event.get("date_start")
    if wanted == "*":
        return True
    if wanted == "-" or not given:
        return (wanted == "-") == (not given)
    begin, end = days(wanted)
    first, last = days(given + ".." + (event.get("date_end") or given))
    return first <= end and begin <= last and (last - first).days <= 2 * (end - begin).days + 2


def is_place_right(wanted, event):
    names = wanted.split("/")
    return "*" in names or (event.get("place") or "-") in names


def is_type_right(wanted, event):
    return "*" in wanted.split("/") or event["type"] in wanted.split("/")


def judge(event, article):
    """(is right, what is wrong)"""
    quote = " ".join(event["source_text"].split())
    for sentence, wanted in article["gold"].items():
        if quote not in sentence and sentence not in quote:
            continue
        best = "no event"
        for types, date, places in wanted:
            wrong = [name for name, right in (("type", is_type_right(types, event)), ("date", is_date_right(date, event)),
                                              ("place", is_place_right(places, event))) if not right]
            if not wrong:
                return True, ""
            best = min([w for w in (best, " ".join(wrong)) if w != "no event"], key=len)
        return False, best
    return False, "not a sentence"


def raw_events(build, lines):
    """What the program reads out of JSON lines, with raw scores."""
    data = build / "share" / "salient"
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        (copy / "models").mkdir()
        for source in list(data.iterdir()) + list((data / "models").iterdir()):
            target = copy / source.relative_to(data)
            if source.name != "models" and source.name != "event-confidence.tsv":
                target.symlink_to(source.resolve())
        (copy / "models" / "event-confidence.tsv").touch()
        environment = dict(os.environ, SALIENT_DATA=folder)
        output = subprocess.run([build / "salient", "extract", "-"], input=lines, capture_output=True, text=True, check=True,
                                env=environment).stdout
    return [feature["properties"] for feature in json.loads(output)["features"]]


def judged(build, articles):
    lines = "\n".join(as_json(number, article) for number, article in enumerate(articles)) + "\n"
    rows = []
    for event in raw_events(build, lines):
        number = int(event["article_id"])
        right, wrong = judge(event, articles[number])
        rows.append((number, event["confidence"], right, wrong, event))
    return rows


def fitted(rows):
    """[(raw score, share right)], rising."""
    overall = sum(right for _, _, right, _, _ in rows) / max(1, len(rows))
    pools = []
    for low, high in zip([0.0] + BINS, BINS + [1.01]):
        inside = [(score, right) for _, score, right, _, _ in rows if low <= score < high]
        if not inside:
            continue
        weight = len(inside) + PRIOR_WEIGHT
        share = (sum(right for _, right in inside) + PRIOR_WEIGHT * overall) / weight
        pools.append([weight, share, [sum(score for score, _ in inside) / len(inside)]])
        while len(pools) > 1 and pools[-2][1] >= pools[-1][1]:
            weight, share, scores = pools.pop()
            pools[-1] = [pools[-1][0] + weight, (pools[-1][0] * pools[-1][1] + weight * share) / (pools[-1][0] + weight), pools[-1][2] + scores]
    return [(sum(scores) / len(scores), share) for _, share, scores in pools]


def calibrated(points, score):
    if score <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if score <= x1:
            return y0 + (y1 - y0) * (score - x0) / (x1 - x0)
    return points[-1][1]


def report(rows, points):
    print("held back: given, right, events", file=sys.stderr)
    for low in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        inside = [(calibrated(points, score), right) for _, score, right, _, _ in rows
                  if low <= calibrated(points, score) < (0.4 if low == 0 else low + 0.1)]
        if inside:
            given = sum(score for score, _ in inside) / len(inside)
            print("%.2f %.2f %d" % (given, sum(right for _, right in inside) / len(inside), len(inside)), file=sys.stderr)


def main():
    articles = read_gold(pathlib.Path(__file__).parent / "event-gold.txt")
    rows = judged(pathlib.Path(sys.argv[1]).resolve(), articles)
    if "--errors" in sys.argv:
        for number, score, right, wrong, event in rows:
            if not right:
                print("%d %.2f %s | %s %s %s | %s" % (number, score, wrong, event["type"], event.get("date_start"), event.get("place"),
                                                      event["source_text"]), file=sys.stderr)
        found = {(number, sentence) for number, _, _, _, event in rows for sentence in articles[number]["gold"]
                 if " ".join(event["source_text"].split()) in sentence}
        for number, article in enumerate(articles):
            for sentence, wanted in article["gold"].items():
                if wanted and (number, sentence) not in found:
                    print("%d missed %s" % (number, sentence), file=sys.stderr)
    held = []
    for fold in range(5):
        points = fitted([row for row in rows if row[0] % 5 != fold])
        held += [(row[0], calibrated(points, row[1]), row[2], row[3], row[4]) for row in rows if row[0] % 5 == fold]
    report(held, [(0.0, 0.0), (1.0, 1.0)])
    print("# Written by assets/models/train/event_confidence.py from event-gold.txt there, written for Salient (CC0).")
    print("# A raw score and the share of events with such a score that are right; a tenth less than in our own texts.")
    for score, share in fitted(rows):
        print("%.3f\t%.3f" % (score, OWN_TEXTS * share))


if __name__ == "__main__":
    main()
