"""Days and towns of headlines, beside those a coder noted. All headlines are invented."""

import csv
from pathlib import Path

from tollbook.annotating import annotator
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.maverick import measure

COLUMNS = ("source", "country", "date_start", "city", "latitude", "longitude")
ROWS = [
    ("Post (2031-03-07) Two hurt in Nakuru yesterday", "2031-03-06", "Nakuru", "-0.28", "36.07"),
    ("Post (2031-03-07) Two hurt", "2031-03-07", "Nakuru", "-0.28", "36.07"),
    ("Post (2031-03-07) Two hurt", "2031-01-07", "", "", ""),
]  # fmt: skip


def test_days_and_towns_are_held_against_those_coded(tmp_path: Path) -> None:
    (tmp_path / "maverick").mkdir()
    with (tmp_path / "maverick/dev.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(COLUMNS)
        lines.writerows((source, "Kenya", *rest) for source, *rest in ROWS)
    result = measure(tmp_path, "dev", Reader(annotator=annotator("rules")))
    found = {(one.section, one.name): (one.value, one.of) for one in result.figures}
    assert found["", "start date exact"] == (2 / 3, 3)
    assert found["printed within a week", "start date exact"] == (1.0, 2)
    assert found["all towns", "town within 25 km"] == (0.5, 2)
    assert found["all towns", "town within 25 km, of those found"] == (1.0, 1)
    assert found["the headline names the town", "town within 25 km"] == (1.0, 1)
    assert found["the headline names the town", "pin within 25 km"][1] == 1
