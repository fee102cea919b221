"""Invented sentences in the form of the corpus."""

import json
from pathlib import Path
from typing import Any

import pytest

from tollbook.document import Span
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suites.event_location import load

BY_LETTER = "Nine men died in Sarn."
BY_TOKEN = "In the town of Sarn, nine men died."


def row(text: str, source: str, *places: tuple[int, int]) -> dict[str, Any]:
    verb = text.index("died")
    spans = [{"start": verb, "end": verb + 4, "label": "VERB"}]
    spans += [{"start": start, "end": end, "label": "LOCATION"} for start, end in places]
    return {"text": text, "spans": spans, "answer": "accept", "source": source}


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    (folder / "test.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("read", "place"),
    [
        pytest.param(row(BY_LETTER, "AFP_RA", (17, 21)), Span(start=17, end=21), id="letters"),
        pytest.param(row(BY_TOKEN, "AP", (4, 4)), Span(start=15, end=19), id="tokens"),
        pytest.param(row(BY_TOKEN, "AP", (3, 3)), Span(start=15, end=19), id="a token beside"),
        pytest.param(row(BY_TOKEN, "AP", (15, 19)), Span(start=15, end=19), id="letters again"),
    ],
)
def test_a_place_is_read_by_letters_or_by_tokens(
    tmp_path: Path, read: dict[str, Any], place: Span
) -> None:
    (located,) = load(written(tmp_path, read), "test")
    assert located.places == (place,)


def test_a_sentence_without_a_place_is_kept(tmp_path: Path) -> None:
    (located,) = load(written(tmp_path, row(BY_LETTER, "AFP_RA")), "test")
    assert located.places == ()


def test_a_sentence_whose_place_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    assert load(written(tmp_path, row(BY_LETTER, "AFP_RA", (18, 18))), "test") == ()


def test_train_and_dev_share_no_sentence(tmp_path: Path) -> None:
    rows = [row(f"{number} men died in Sarn.", "AFP_RA") for number in range(40)]
    written(tmp_path, *rows).joinpath("test.jsonl").rename(tmp_path / "train.jsonl")
    train, dev = ({one.sentence for one in load(tmp_path, part)} for part in ("train", "dev"))
    assert train
    assert dev
    assert not train & dev


def test_an_absent_part_is_said_to_be_absent(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus, match=r"train\.jsonl"):
        load(tmp_path, "dev")
