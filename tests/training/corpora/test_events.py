import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from training.corpora.events import wikievents
from training.sheets import Sheet

Words = Callable[[Sheet, str], list[str]]

TOKENS = (
    "Two guards slept . At least three villagers and two guards died in Oker ; "
    "a girl was hurt . Police held the driver . The market opened ."
).split()


def event(kind: str, trigger: str, *arguments: tuple[str, str]) -> dict[str, Any]:
    return {
        "event_type": kind,
        "trigger": {"start_idx": TOKENS.index(trigger), "text": trigger},
        "arguments": [{"role": role, "text": words} for role, words in arguments],
    }


def write(file: Path, name: str, *events: dict[str, Any]) -> None:
    record = {"docid": name, "tokens": TOKENS, "event_mentions": list(events)}
    with file.open("a", encoding="utf-8") as records:
        records.write(json.dumps(record) + "\n")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    write(
        tmp_path / "train.jsonl",
        "scenario_oker_1",
        event(
            "Life.Die.Unspecified",
            "died",
            ("Victim", "At least three villagers"),
            ("Victim", "two guards"),
            ("Place", "Oker"),
        ),
        event("Life.Injure.Unspecified", "hurt", ("Victim", "girl")),
        event("Justice.ArrestJailDetain.Unspecified", "held", ("Detainee", "the driver")),
    )
    return tmp_path / "train.jsonl"


def read(file: Path, *without: str) -> list[Sheet]:
    return list(wikievents(file, set(without)))


def test_of_a_victim_with_a_number_only_the_number_is_marked(records: Path, taught: Words) -> None:
    (sheet,) = read(records)
    assert taught(sheet, "killed") == ["At least three", "two"]


def test_a_victim_without_a_number_is_marked_whole(records: Path, taught: Words) -> None:
    (sheet,) = read(records)
    assert taught(sheet, "injured") == ["girl"]
    assert taught(sheet, "detained") == ["the driver"]


def test_words_said_twice_are_marked_where_they_stand_closest_to_the_event(
    tmp_path: Path,
) -> None:
    write(tmp_path / "far.jsonl", "a", event("Life.Die.X", "died", ("Victim", "guards")))
    (sheet,) = read(tmp_path / "far.jsonl")
    ((_, start, _),) = sheet.marks
    assert start == sheet.text.rindex("guards")


def test_who_is_no_victim_is_not_marked(records: Path) -> None:
    (sheet,) = read(records)
    assert not any("Oker" in sheet.text[start:end] for _, start, end in sheet.marks)


def test_a_victim_that_does_not_stand_in_the_text_is_not_marked(tmp_path: Path) -> None:
    write(tmp_path / "gone.jsonl", "a", event("Life.Die.X", "died", ("Victim", "a miner")))
    (sheet,) = read(tmp_path / "gone.jsonl")
    assert sheet.marks == []


def test_only_a_sentence_without_any_event_is_known_to_tell_no_harm(
    records: Path, masked: Words
) -> None:
    (sheet,) = read(records)
    unknown = " ".join(masked(sheet, "killed"))
    assert "market" not in unknown
    assert "slept" not in unknown
    assert "in Oker" in unknown
    assert "Police held" in unknown
    assert "At least three" not in unknown


def test_reports_kept_apart_are_left_out(records: Path) -> None:
    write(records, "scenario_oker_2")
    assert len(read(records)) == 2
    (kept,) = read(records, "scenario_oker_1")
    assert kept.marks == []
    assert read(records, "scenario_oker_1", "scenario_oker_2") == []
