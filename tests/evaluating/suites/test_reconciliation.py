import csv
import json
from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.claim import Form, Harm, Stance
from tollbook.evaluating.settled import airwars, maverick, ucdp
from tollbook.evaluating.suite import Figure, Reader, Result
from tollbook.evaluating.suites.reconciliation import measure

NEWS, INQUIRY = "International news agency", "Special commission"
EVENT = "date_start deaths_best deaths_low deaths_high source source_author source_type".split()
REPORTS = [
    (
        "OK-1",
        "2031-05-04",
        3,
        3,
        3,
        "Coast Wire (2031-05-05) Three die in Oker",
        "Coast Wire",
        NEWS,
    ),
    ("OK-1", "2031-05-04", 5, 4, 6, "Hill Post (2031-05-06) Five die", "Hill Post", NEWS),
    ("OK-1", "2031-05-04", 5, 5, 5, "OKI (2032-01-01) Report", "OKI", INQUIRY),
    ("OK-1", "2031-05-04", 6, 6, 6, "OKI (2033-01-01) Final report", "OKI", INQUIRY),
    ("OK-2", "2031-06-01", 0, 0, 0, "Coast Wire (2031-06-02) Riot in Vell", "Coast Wire", NEWS),
    ("OK-2", "2031-06-01", 0, 0, 0, "OKI (2032-01-01) Report", "OKI", INQUIRY),
    ("OK-3", "2031-06-01", 2, 2, 2, "Coast Wire (2031-06-02) Two die", "Coast Wire", NEWS),
]


def article(publisher: str, day: str, headline: str) -> dict[str, str]:
    return {"publisher": publisher, "date": day, "headline": headline}


SHARED = article("Hill Post", "2031-05-05", "Thirty people killed in two attacks")
EVENTS = [
    {
        "id": 1,
        "set": "glob",
        "best": 12,
        "date_start": "2031-05-04",
        "articles": [
            article("Coast Wire", "2031-05-05", "Twelve people killed in attack on Oker"),
            article("Delta News", "2031-05-06", "Attack on Oker killed 11 people"),
            SHARED,
        ],
    },
    {
        "id": 2,
        "set": "syria",
        "best": 18,
        "date_start": "2031-05-04",
        "articles": [SHARED, article("Vell Post", "2031-05-05", "18 civilians killed in Vell")],
    },
    {"id": 3, "set": "glob", "best": 1, "date_start": "2031-05-04", "articles": [SHARED]},
]
PAGES = [
    {
        "code": "X1",
        "killed": [7, 9],
        "injured": None,
        "sentences": [
            {"text": "The archive counts nine dead.", "own_total": True},
            {"text": "Seven people were killed, the hospital said.", "own_total": False},
            {"text": "Nine people were killed, the police said.", "own_total": False},
        ],
    },
    {"code": "X2", "killed": [1, 1], "injured": [2, 2], "sentences": []},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("maverick", "ucdp", "airwars"):
        (tmp_path / name).mkdir()
    with (tmp_path / "maverick/test.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "event_id", *EVENT])
        writer.writerows((f"r{number}", *row) for number, row in enumerate(REPORTS))
    for name, rows in (("ucdp", EVENTS), ("airwars", PAGES)):
        lines = "\n".join(json.dumps(row) for row in rows)
        (tmp_path / name / "test.jsonl").write_text(lines, "utf-8")
    return tmp_path


@pytest.fixture
def reader() -> Reader:
    return Reader(annotator=annotator("rules"))


def figure(result: Result, name: str, section: str) -> Figure:
    [found] = [
        one for one in result.figures if one.name == name and one.section.startswith(section)
    ]
    return found


def test_the_news_of_an_event_stand_beside_the_last_word_of_an_inquiry(folder: Path) -> None:
    first, second = maverick(folder, "test")
    assert (first.id, first.low, first.high) == ("OK-1", 6, 6)
    assert [claim.imprint.publisher for claim in first.claims] == ["Coast Wire", "Hill Post"]
    assert (second.low, len(second.claims)) == (0, 1)


def test_a_report_that_tells_of_no_dead_is_a_hedged_none(folder: Path) -> None:
    _, quiet = maverick(folder, "test")
    [claim] = quiet.claims
    assert claim.kind == "toll"
    assert (claim.count.form, claim.attribution.stance) == (Form.NONE, Stance.HEDGED)


def test_a_headline_of_several_events_is_no_claim_on_any(folder: Path, reader: Reader) -> None:
    events = {one.id: one for one in ucdp(folder, "test", reader)}
    assert set(events) == {"1", "2"}
    words = {claim.count.words.text for claim in events["1"].claims if claim.kind == "toll"}
    assert words == {"Twelve", "11"}


def test_what_the_archive_says_itself_is_not_read(folder: Path, reader: Reader) -> None:
    [page] = airwars(folder, "test", reader)
    assert (page.harm, page.low, page.high) == (Harm.KILLED, 7, 9)
    assert {claim.count.words.text for claim in page.claims if claim.kind == "toll"} == {
        "Seven",
        "Nine",
    }


def test_every_set_is_scored_beside_the_rules(folder: Path, reader: Reader) -> None:
    result = measure(folder, "test", reader)
    assert figure(result, "exact", "maverick").of == 2
    assert figure(result, "log error", "ucdp wire: the coded").of == 1
    assert figure(result, "log error, largest", "ucdp wire").value == 0
    assert figure(result, "log error, latest", "ucdp wire").value > 0
    assert figure(result, "90 % range holds it", "airwars killed: ").value == 1


def test_low_counts_are_held_against_the_median_of_the_figures(
    folder: Path, reader: Reader
) -> None:
    result = measure(folder, "test", reader)
    assert not [one for one in result.figures if one.name == "log error, all"]


def test_coverage_is_told_for_every_level_of_each_set(folder: Path, reader: Reader) -> None:
    sureness = measure(folder, "test", reader).sureness
    assert set(sureness) == {"maverick", "ucdp wire", "airwars"}
    assert [probability for probability, _ in sureness["airwars"]] == pytest.approx(
        [step / 10 for step in range(1, 10)]
    )


def test_mistakes_are_named_by_kind_and_never_by_their_words(folder: Path, reader: Reader) -> None:
    for case in measure(folder, "test", reader).cases:
        assert "Oker" not in case.kind
        assert "settled" in case.kind
