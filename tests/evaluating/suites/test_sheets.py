"""The suite on an invented corpus, laid out as the real one."""

import json
from pathlib import Path
from typing import Any

import pytest

from tollbook.annotating import annotator
from tollbook.evaluating.registry import measure
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.sheets import sheet_of

REPORTS = [
    ("r1", "Tue 04 Mar 2031 Attack on Oker. Gunmen killed 12 people in the village of Oker.", None),
    (
        "r2",
        "Rebels killed 14 people in the village of Oker on Tuesday, the army said.",
        "2031-03-05",
    ),
    ("r3", "A bomb killed 30 people at the market of Vell on 9 March 2031.", "2031-03-10"),
]
CLUSTERS: list[dict[str, Any]] = [
    {
        "id": "c1",
        "what": "Armed attack on Oker",
        "place": "Oker, Sarn province",
        "date": "2031-03-04",
        "reports": [{"id": "r1", "follow_up": False}, {"id": "r2", "follow_up": False}],
        "tolls": [
            {"report": "r1", "killed": [12, 12], "blamed": None},
            {"report": "r2", "killed": [14, None], "blamed": "rebels"},
        ],
    },
    {
        "id": "c2",
        "what": "Bombing at a market",
        "place": "Vell",
        "date": "2031-03-09",
        "reports": [{"id": "r3", "follow_up": False}],
    },
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "incidents_syria"
    folder.mkdir()
    lines = [
        json.dumps({"id": id, "title": "", "publisher": "daily", "date": day, "text": text})
        for id, text, day in REPORTS
    ]
    (folder / "dev.reports.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "dev.clusters.json").write_text(json.dumps({"clusters": CLUSTERS}), "utf-8")
    return tmp_path


def test_the_coded_incidents_become_a_sheet_with_the_middle_toll() -> None:
    one, other = sheet_of(CLUSTERS).events
    assert one.killed is not None
    assert (one.killed.low, one.killed.best, one.killed.high) == (12, 12, 14)
    assert (one.sides, other.killed, other.coder_id) == (("rebels",), None, "c2")


def test_rows_that_find_the_incident_of_their_reports_are_counted(corpus: Path) -> None:
    result = measure("sheets", corpus, "dev", Reader(annotator=annotator("rules")))
    pairs, _ = result.figures
    assert (pairs.of, pairs.recall) == (2, 1.0)
    assert pairs.baseline is not None
    assert result.documents == 3
