"""Headlines that name days, beside the days a coder noted. All headlines are invented."""

import json
from pathlib import Path

from tollbook.annotating import annotator
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.ucdp import measure


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
    event = {"id": 1, "date_start": "2031-03-04", "date_end": "2031-03-04", "articles": articles}
    (tmp_path / "ucdp/dev.jsonl").write_text(json.dumps(event), "utf-8")
    result = measure(tmp_path, "dev", Reader(annotator=annotator("rules")))
    found = {figure.name: (figure.value, figure.of) for figure in result.figures}
    assert found["date_prec the same"] == (0.5, 2)
    assert found["first day the same"] == (0.5, 2)
    assert [case.kind for case in result.cases] == ["date_prec 3 for 1"]
