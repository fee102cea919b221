import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.grouped_reports import gun_violence, syrian_war
from tollbook.evaluating.suite import Figure, Reader, Result
from tollbook.evaluating.suites.linking import measure

MILL = "Ansel Orrin, 31, was shot dead at the Vell mill in Oker on Tuesday, police said."
DOCS = [
    {"doc_id": "a", "title": "Man shot dead at Vell mill", "dct": "2031-03-05", "content": MILL},
    {
        "doc_id": "b",
        "title": "Victim of Vell mill shooting named",
        "dct": "2031-03-06",
        "content": f"{MILL} Orrin, 31, had worked at the Vell mill for years.",
    },
    {
        "doc_id": "c",
        "title": "Two wounded at a dance in Sarn",
        "dct": "2031-06-09",
        "content": "Two girls, 15 and 16, were wounded at a dance in Sarn on Sunday, police said.",
    },
    {"doc_id": "d", "title": "Subscribe to our letter", "dct": "2031-06-09", "content": ""},
]
SHOOTINGS = [
    {"incident_id": "1", "docs": ["a", "b"]},
    {"incident_id": "2", "docs": ["c", "a"]},
    {"incident_id": "3", "docs": ["d"]},
]
REPORTS = [
    {
        "id": "w1",
        "title": "Mortars kill nine in Tarn",
        "publisher": "The Gazette",
        "date": "2031-11-01",
        "location": "tarn",
        "text": "4 March 2031 Nine people were killed on Tuesday by mortars in Tarn, medics said.",
    },
    {
        "id": "w2",
        "title": "A bridge is blown up at Corv",
        "publisher": "The Herald",
        "date": "2031-11-01",
        "location": "tarn",
        "text": "9 May 2031 A bomb killed two soldiers on a bridge at Corv on Friday, rebels said.",
    },
]
GROUPS = {
    "clusters": [
        {"id": "k1", "reports": [{"id": "w1", "follow_up": False}]},
        {"id": "k2", "reports": [{"id": "w2", "follow_up": False}]},
    ],
    "none": [],
    "hard_negatives": [["w1", "w2", "one archive, two attacks"]],
}


def _lines(rows: Sequence[Mapping[str, object]]) -> str:
    return "\n".join(json.dumps(row) for row in rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("gva", "incidents_syria"):
        (tmp_path / name).mkdir()
    (tmp_path / "gva" / "test.docs.jsonl").write_text(_lines(DOCS), "utf-8")
    (tmp_path / "gva" / "test.incidents.jsonl").write_text(_lines(SHOOTINGS), "utf-8")
    war = tmp_path / "incidents_syria"
    (war / "test.reports.jsonl").write_text(_lines(REPORTS), "utf-8")
    (war / "test.clusters.json").write_text(json.dumps(GROUPS), "utf-8")
    return tmp_path


@pytest.fixture
def result(folder: Path) -> Result:
    return measure(folder, "test", Reader(annotator=annotator("rules")))


def figure(result: Result, section: str, name: str) -> Figure:
    return next(one for one in result.figures if (one.section, one.name) == (section, name))


def test_reports_of_one_shooting_are_one_incident_and_others_are_not(result: Result) -> None:
    assert figure(result, "gva", "pairwise F1").value == 1.0
    assert figure(result, "gva", "B-cubed F1").value == 1.0
    assert figure(result, "gva", "incidents per occurrence").value == 1.0
    assert result.cases == ()


def test_two_attacks_that_the_archive_dates_alike_are_kept_apart(result: Result) -> None:
    apart = figure(result, "incidents_syria", "hard negatives kept apart")
    assert (apart.value, apart.baseline, apart.of) == (1.0, 0.0, 1)


def test_a_report_that_tells_of_no_harm_is_sorted_all_the_same(result: Result) -> None:
    assert figure(result, "gva", "B-cubed F1").of == 4
    assert any(note.startswith("gva: 1 of 4 reports tell of no harm") for note in result.notes)


def test_an_article_of_two_incidents_counts_for_the_first_that_lists_it(folder: Path) -> None:
    assert gun_violence(folder, "test").group_of["a"] == "1"


@pytest.mark.parametrize("load", [gun_violence, syrian_war])
def test_a_part_that_is_not_there_is_said_by_its_file(tmp_path: Path, load: object) -> None:
    assert callable(load)
    with pytest.raises(UnusableCorpus, match=r"test\.\w+\.json"):
        load(tmp_path, "test")
