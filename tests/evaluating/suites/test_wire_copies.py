"""Pairs are judged by fingerprints; the labels name articles and hold none of their text."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from tests.tracing.texts import OTHER, WIRE
from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.registry import check_layout
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites import wire_copies
from tollbook.evaluating.suites.wire_copies import Verdicts, measure

READER = Reader(annotator=annotator("rules"))
ROWS = [
    json.loads(line)
    for line in files("tollbook.evaluating.suites")
    .joinpath("wire_copies.jsonl")
    .read_text("utf-8")
    .splitlines()
]


def corpus(folder: Path) -> Path:
    texts = {"a": WIRE, "b": WIRE, "c": OTHER}
    (folder / "gva").mkdir()
    for part, names in (("train", "ab"), ("dev", "c")):
        documents = [
            {
                "doc_id": name,
                "title": f"Bomb at the market of Oker {name}",
                "dct": "2031-03-04",
                "content": texts[name],
            }
            for name in names
        ]
        incident = {"docs": list(names), "killed": 12, "injured": 30}
        (folder / f"gva/{part}.docs.jsonl").write_text("\n".join(map(json.dumps, documents)))
        (folder / f"gva/{part}.incidents.jsonl").write_text(json.dumps(incident))
    return folder


def test_verdicts_are_counted_against_the_labels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"left": "a", "right": "b", "origin": "same", "part": "dev"},
        {"left": "a", "right": "c", "origin": "different", "part": "dev"},
        {"left": "b", "right": "c", "origin": "same", "part": "dev"},
        {"left": "b", "right": "c", "origin": "unsure", "part": "dev"},
        {"left": "b", "right": "c", "origin": "same", "part": "train"},
    ]
    labels = tmp_path / "labels"
    labels.mkdir()
    (labels / "wire_copies.jsonl").write_text("\n".join(map(json.dumps, rows)))
    monkeypatch.setattr(wire_copies, "files", lambda _package: labels)
    figures = measure(corpus(tmp_path), "dev", READER).figures
    found = {figure.name: figure for figure in figures if figure.section in ("", "in a store")}
    assert (found["precision"].value, found["precision"].of) == (1, 1)
    assert (found["recall"].value, found["recall"].of) == (0.5, 2)
    assert found["recall, through its keys"].value == 0.5


def test_who_says_nothing_is_never_wrong() -> None:
    assert Verdicts(right=0, wrong=0, missed=3).precision == 1
    assert Verdicts(right=0, wrong=0, missed=3).recall == 0


def test_there_is_no_test_part(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus, match="no part 'test'; it has train, dev"):
        check_layout("wire-copies", tmp_path, "test")


def test_labels_are_ids_and_words_of_three_kinds() -> None:
    assert {key for row in ROWS for key in row} == {"left", "right", "origin", "part"}
    assert {row["origin"] for row in ROWS} == {"same", "different", "unsure"}
    assert all(len(row["left"]) == len(row["right"]) == 32 for row in ROWS)
    assert len({(row["left"], row["right"]) for row in ROWS}) == len(ROWS)


def test_no_incident_has_pairs_in_both_parts() -> None:
    parts: dict[str, set[str]] = {}
    for row in ROWS:
        for article in (row["left"], row["right"]):
            parts.setdefault(article, set()).add(row["part"])
    assert all(len(found) == 1 for found in parts.values())
