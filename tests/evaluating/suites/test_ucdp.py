"""Headlines beside the days and the place that a coder noted. All headlines are invented."""

import csv
import json
from pathlib import Path

from tollbook.annotating import annotator
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.ucdp import SAMPLE, measure


def test_the_days_of_a_headline_are_held_against_those_coded(tmp_path: Path) -> None:
    (tmp_path / "ucdp").mkdir()
    articles = [
        {"date": "2031-03-07", "headline": headline}
        for headline in (
            "Nine killed in Oker on Tuesday",
            "Nine killed in Oker",
            "Clashes last week",
        )
    ]
    event = {
        "id": 1,
        "set": "x",
        "where": "Oker town",
        "articles": articles,
        "date_start": "2031-03-04",
        "date_end": "2031-03-04",
    }
    (tmp_path / "ucdp/dev.jsonl").write_text(json.dumps(event), "utf-8")
    result = measure(tmp_path, "dev", Reader(annotator=annotator("rules")))
    found = {figure.name: (figure.value, figure.of) for figure in result.figures}
    assert found["date_prec the same"] == (0.5, 2)
    assert found["first day the same"] == (0.5, 2)
    assert [case.kind for case in result.cases] == ["date_prec 3 for 1"]


def test_the_place_of_a_headline_is_held_against_the_one_coded(tmp_path: Path) -> None:
    (tmp_path / "ucdp").mkdir()
    day = {"date_start": "2031-03-04", "date_end": "2031-03-04"}
    headlines = {
        1: ("Nine people were killed in an attack on Gao", "syria", "Elsewhere town"),
        2: ("At least nine killed in clashes in Aleppo", "syria", "Aleppo town"),
        3: ("Nine people died", "syria", "Aleppo town"),
    }
    events = [
        {"id": id, "set": name, "where": where, "articles": [{"date": "", "headline": text}], **day}
        for id, (text, name, where) in headlines.items()
    ]
    (tmp_path / "ucdp/dev.jsonl").write_text("\n".join(map(json.dumps, events)), "utf-8")
    row = {
        "id": "1.0",
        "country": "Mali",
        "where_coordinates": "Gao town",
        "where_prec": "1.0",
        "latitude": "16.27",
        "longitude": "-0.04",
        "adm_1": "Gao region",
    }
    with (tmp_path / SAMPLE).open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, row.keys())
        lines.writeheader()
        lines.writerow(row)
    result = measure(tmp_path, "dev", Reader(annotator=annotator("rules")))
    found = {(one.section, one.name): (one.value, one.of) for one in result.figures}
    for section in ("all places coded by a point", "named, and coded in words"):
        assert found[section, "precision of pins"] == (1.0, 1)
        assert found[section, "precision, a wider place counted"] == (1.0, 1)
    assert found["named, and coded by a point", "where_prec the same"] == (1.0, 1)
    assert found["all places coded in words", "unresolved, where some place is named"] == (0.0, 1)
