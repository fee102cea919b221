"""Reports annotated elsewhere: spans become words again, and a changed text is refused."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tollbook.annotation import CUE, SOURCE
from tollbook.errors import UnusableCorpus
from training.corpora.annotated import annotated_elsewhere, annotated_reports
from training.sheets import Sheet

Words = Callable[[Sheet, str], list[str]]

TEXT = "Six miners were killed in Tarn, a nurse said."
OTHER = "Nobody was hurt in Vell."


def record(name: str, text: str, part: str, **count: Any) -> dict[str, Any]:
    toll = {
        "kind": "toll",
        "incident": "A",
        "harm": "killed",
        "low": 6,
        "high": 6,
        "group": "civilian",
        "stance": "asserted",
        "sentence": [0, len(text)],
    }
    return {
        "id": f"el_{name}",
        "part": part,
        "sha256": sha256(text.encode()).hexdigest()[:16],
        "incidents": [
            {"id": "A", "what": "other", "when": None, "where": [], "target": [], "weapon": []}
        ],
        "claims": [toll | count],
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    sentences = tmp_path / "event_location"
    sentences.mkdir()
    lines = [json.dumps({"text": text}) for text in (TEXT, OTHER)]
    (sentences / "train.jsonl").write_text("\n".join(lines), "utf-8")
    told = [
        record("00000", TEXT, "train", count=[0, 3], source=[32, 39], cue=[40, 44]),
        record("00001", OTHER, "dev", count=[0, 6], low=0, high=0),
    ]
    (tmp_path / "event_location.jsonl").write_text("\n".join(map(json.dumps, told)), "utf-8")
    return tmp_path


def test_spans_become_the_words_that_stand_there(corpus: Path, taught: Words) -> None:
    (sheet,) = annotated_elsewhere(corpus, corpus)
    assert taught(sheet, "killed") == ["Six"]
    assert taught(sheet, SOURCE) == ["a nurse"]
    assert taught(sheet, CUE) == ["said"]


def test_reports_kept_for_choosing_are_not_learned_from(corpus: Path) -> None:
    assert [sheet.text for sheet in annotated_elsewhere(corpus, corpus)] == [TEXT]
    ((name, text, told),) = annotated_reports(corpus, "dev", corpus)
    assert (name, text, told["claims"][0]["count_words"]) == ("el_00001", OTHER, "Nobody")


def test_a_text_that_is_not_the_one_annotated_is_refused(corpus: Path) -> None:
    file = corpus / "event_location/train.jsonl"
    file.write_text(file.read_text("utf-8").replace("Six", "Ten"), "utf-8")
    with pytest.raises(UnusableCorpus, match="'00000' is not the one"):
        list(annotated_elsewhere(corpus, corpus))
