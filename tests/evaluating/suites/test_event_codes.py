"""Codes of invented events beside those of invented coders."""

import json
from pathlib import Path
from typing import Any

from tollbook.annotating import annotator
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.event_codes import measure, names_both_sides

READER = Reader(annotator=annotator("rules"))


def event(headline: str, **coded: Any) -> dict[str, Any]:
    printed = {"date": "2021-03-03", "headline": headline, "publisher": "Oker Daily"}
    sides = {"side_b": "JNIM", "side_a": "Government of Mali"}
    row = {"articles": [printed], "set": "glob", "id": 1, "type_of_violence": 1}
    return row | sides | {"date_start": "2021-03-02"} | coded


def report(text: str, **coded: Any) -> dict[str, Any]:
    dull = {"file": "aidWorkerKIKA.json", "weapon": None, "perp_name": None}
    return {"text": text} | dull | coded


def corpus(folder: Path, events: list[dict[str, Any]], reports: list[dict[str, Any]]) -> Path:
    for name, rows in (("ucdp", events), ("insecurity_insight", reports)):
        (folder / name).mkdir()
        lines = "\n".join(json.dumps(row) for row in rows)
        (folder / name / "dev.jsonl").write_text(lines, "utf-8")
    return folder


RAID = "JNIM fighters kill nine Malian soldiers in Oker"


def test_only_headlines_that_name_both_sides_are_scored() -> None:
    assert names_both_sides(event(RAID))
    assert not names_both_sides(event("Nine killed in Oker"))


def test_a_code_is_scored_where_it_is_given(tmp_path: Path) -> None:
    reports = [
        report("Gunmen shot dead two aid workers in Oker.", weapon="Firearms", perp_name="JNIM"),
        report("Two aid workers were killed in Oker.", weapon="Knife", perp_name="Amber Front"),
    ]
    result = measure(corpus(tmp_path, [event(RAID)], reports), "dev", READER)
    figures = {figure.name: (figure.value, figure.of) for figure in result.figures}
    assert figures["UCDP type of violence, where given"] == (1.0, 1)
    assert figures["UCDP dyad, where given"] == (1.0, 1)
    assert figures["weapon, where given"] == (1.0, 1)
    assert figures["weapon, share given"] == (0.5, 2)
    assert figures["protected, where given"] == (1.0, 2)
    assert figures["named perpetrator known"] == (0.5, 2)
