"""Press releases on operations become the numbers a coder would note. All is invented."""

import json
from datetime import date
from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.isaf import load, measure, total

READER = Reader(annotator=annotator("rules"))
LEAD = "PRESS RELEASE TEXT: 2031-03-S-011\n\nSARN, Kettania (March 12)\n\n"


def corpus(folder: Path, text: str, **coded: object) -> Path:
    answer = {
        "start_date": "2031-03-11",
        "province": ["alto"],
        "min_killed": 0,
        "min_captured": 0,
    } | coded
    turns = ["Choose. provinces = ['alto', 'sur_norte']", LEAD + text, json.dumps(answer)]
    row = {"conversations": [{"from": "x", "value": value} for value in turns]}
    (folder / "isaf").mkdir()
    (folder / "isaf/dev.jsonl").write_text(json.dumps(row), "utf-8")
    return folder


def numbers(folder: Path, text: str) -> dict[str, int]:
    (release,) = load(corpus(folder, text) / "isaf/dev.jsonl")
    accounts = READER.accounts(release.document)
    return {kind: total(accounts, kind) for kind in ("killed", "captured")}


@pytest.mark.parametrize(
    ("text", "killed", "captured"),
    [
        pytest.param("The force detained several insurgents.", 0, 3, id="several are three"),
        pytest.param(
            "The force arrested a rebel leader. It also detained two insurgents.", 0, 3, id="a sum"
        ),
        pytest.param(
            "The force killed two insurgents in Oker. Two insurgents were killed by the strike.",
            2,
            0,
            id="told again",
        ),
        pytest.param(
            "Three insurgents, including a leader, were killed in Oker.", 3, 0, id="a part"
        ),
        pytest.param("Four civilians were killed in Oker.", 0, 0, id="civilians are not noted"),
    ],
)
def test_insurgents_are_counted_once(tmp_path: Path, text: str, killed: int, captured: int) -> None:
    assert numbers(tmp_path, text) == {"killed": killed, "captured": captured}


def test_a_dateline_without_a_year_takes_that_of_the_release(tmp_path: Path) -> None:
    (release,) = load(corpus(tmp_path, "Nothing happened.") / "isaf/dev.jsonl")
    assert release.document.published_at == date(2031, 3, 12)


def test_day_and_province_are_scored_too(tmp_path: Path) -> None:
    text = "The force detained two insurgents in Oker district, Alto province, yesterday."
    result = measure(corpus(tmp_path, text, min_captured=2), "dev", READER)
    figures = {figure.name: figure for figure in result.figures}
    assert {name: figures[name].value for name in ("captured exact", "day", "province")} == {
        "captured exact": 1.0,
        "day": 1.0,
        "province": 1.0,
    }
    assert figures["captured exact"].baseline == 1.0
    assert result.cases == ()


def test_there_is_no_part_to_learn_from(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus, match="none to learn from"):
        measure(tmp_path, "train", READER)
