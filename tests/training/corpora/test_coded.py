import json
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tollbook.annotation import HARMS
from training.corpora.coded import articles, counted_paragraphs
from training.sheets import Sheet

Words = Callable[[Sheet, str], list[str]]

PARAGRAPH = "In Oker, armed men shot and killed two nurses, injured a driver and abducted three."
KILLED = "Two people were killed at Oker and four others were injured, police said."


def paragraphs(
    folder: Path, *records: tuple[str, Mapping[str, object]], share: float = 1.0
) -> list[Sheet]:
    lines = [json.dumps({"text": text, "counts": counts}) for text, counts in records]
    (folder / "train.jsonl").write_text("\n".join(lines), "utf-8")
    return list(counted_paragraphs(folder / "train.jsonl", share, random.Random(0)))


def local(folder: Path, killed: int, injured: int, share: float = 1.0) -> list[Sheet]:
    docs = [{"doc_id": "a", "content": KILLED}, {"doc_id": "uncoded", "content": KILLED}]
    incident = {"incident_id": "1", "killed": killed, "injured": injured, "docs": ["a"]}
    (folder / "docs.jsonl").write_text("\n".join(map(json.dumps, docs)), "utf-8")
    (folder / "incidents.jsonl").write_text(json.dumps(incident), "utf-8")
    return list(
        articles(folder / "docs.jsonl", folder / "incidents.jsonl", share, random.Random(0), set())
    )


def test_where_the_coded_counts_bear_out_the_reading_its_marks_are_taught(
    tmp_path: Path, taught: Words
) -> None:
    counts = {"Health Workers Killed": 2, "Total health worker injured": 1, "Kidnapped": 3}
    (sheet,) = paragraphs(tmp_path, (PARAGRAPH, counts))
    assert taught(sheet, "killed") == ["two"]
    assert taught(sheet, "injured") == ["a"]


@pytest.mark.parametrize(
    "counts",
    [
        pytest.param({"Health Workers Killed": 5}, id="another figure"),
        pytest.param({"Health Workers Killed": 2}, id="a harm that was not coded"),
        pytest.param({}, id="nothing coded"),
    ],
)
def test_where_they_do_not_the_paragraph_teaches_nothing(
    tmp_path: Path, counts: dict[str, object]
) -> None:
    assert paragraphs(tmp_path, (PARAGRAPH, counts)) == []


def test_a_paragraph_without_harm_teaches_that_there_is_none(
    tmp_path: Path, taught: Words, masked: Words
) -> None:
    (sheet,) = paragraphs(tmp_path, ("The clinic of Oker was closed for a day.", {}))
    assert all(taught(sheet, label) == [] for label in HARMS)
    assert masked(sheet, "killed") == masked(sheet, "detained") == []


def test_of_what_nobody_coded_nothing_is_known(tmp_path: Path, masked: Words) -> None:
    (sheet,) = paragraphs(tmp_path, ("The clinic of Oker was closed for a day.", {}))
    assert masked(sheet, "missing") == masked(sheet, "source") == [sheet.text]


def test_a_cell_that_is_no_number_counts_nobody(tmp_path: Path) -> None:
    counts: dict[str, object] = {"Health Workers Killed": "unknown", "Weapon": "gun"}
    assert len(paragraphs(tmp_path, ("The clinic of Oker was closed.", counts))) == 1


def test_an_empty_paragraph_is_no_sheet(tmp_path: Path) -> None:
    assert paragraphs(tmp_path, ("  ", {})) == []


def test_articles_are_borne_out_by_the_incident_that_names_them(
    tmp_path: Path, taught: Words
) -> None:
    (sheet,) = local(tmp_path, killed=2, injured=4)
    assert taught(sheet, "killed") == ["Two"]
    assert taught(sheet, "injured") == ["four"]
    assert local(tmp_path, killed=3, injured=4) == []


def test_local_news_codes_no_abductions(tmp_path: Path, masked: Words) -> None:
    (sheet,) = local(tmp_path, killed=2, injured=4)
    assert masked(sheet, "abducted") == [sheet.text]
    assert masked(sheet, "killed") == []


def test_no_share_is_no_article(tmp_path: Path) -> None:
    assert local(tmp_path, killed=2, injured=4, share=0.0) == []
    assert paragraphs(tmp_path, (PARAGRAPH, {}), share=0.0) == []


def test_an_article_kept_apart_is_not_learned_from(tmp_path: Path) -> None:
    local(tmp_path, killed=2, injured=4)
    docs, incidents = tmp_path / "docs.jsonl", tmp_path / "incidents.jsonl"
    assert list(articles(docs, incidents, 1.0, random.Random(0), set()))
    assert not list(articles(docs, incidents, 1.0, random.Random(0), {"a"}))
