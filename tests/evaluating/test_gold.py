from datetime import date
from pathlib import Path

import pytest

from tollbook.document import Span
from tollbook.evaluating.gold import (
    GoldReport,
    annotated,
    fingerprint,
    load_report,
    load_split,
)


def toll_claim(words: str, sentence: str, group_words: str | None = None) -> dict[str, object]:
    return {
        "kind": "toll",
        "incident": "A",
        "harm": "killed",
        "count_words": words,
        "low": 2,
        "high": 2,
        "group": "people",
        "group_words": group_words,
        "part_of": False,
        "source_words": None,
        "source_kind": None,
        "stance": "asserted",
        "sentence": sentence,
    }


def places(text: str, *claims: dict[str, object]) -> list[int]:
    report = annotated(text, {"claims": list(claims)}, name="x_1")
    return [toll.place.start for toll in report.tolls]


def test_words_are_found_where_they_stand(report: GoldReport) -> None:
    for toll in report.tolls:
        assert report.text[toll.place.start : toll.place.end] == toll.words


def test_a_sentence_printed_twice_holds_its_claim_twice() -> None:
    text = "Two died.\nTwo died."
    claim = toll_claim("Two", "Two died.")
    assert places(text, claim, claim) == [0, 10]


def test_equal_words_in_one_sentence_stand_in_order_without_a_group() -> None:
    sentence = "two died here, two there"
    claim = toll_claim("two", sentence)
    assert places(sentence, claim, claim) == [0, 15]


def test_equal_words_in_one_sentence_belong_to_the_group_they_precede() -> None:
    sentence = "two cars burned and two guards died"
    assert places(sentence, toll_claim("two", sentence, "guards")) == [20]


def test_words_inside_longer_words_are_not_meant() -> None:
    sentence = "Someone said one died"
    assert places(sentence, toll_claim("one", sentence)) == [13]


def test_a_report_knows_its_kind_and_its_day(report: GoldReport) -> None:
    assert report.family == "fk"
    assert report.document.published_at == date(2021, 5, 4)
    assert report.document.text == report.text


def test_a_split_lists_its_own_reports_only(corpus: Path) -> None:
    assert [r.id for r in load_split(corpus / "claims-gold", "dev")] == ["muc_1"]


def test_line_ends_are_read_as_they_are_since_offsets_count_them(tmp_path: Path) -> None:
    text, gold = tmp_path / "x_1.txt", tmp_path / "x_1.json"
    text.write_bytes(b"One line.\r\nTwo died.")
    gold.write_text(
        '{"published": null, "claims": [{"kind": "damage", "object_words": "line",'
        ' "effect": "damaged", "sentence": "One line."}]}',
        "utf-8",
    )
    report = load_report(text, gold)
    assert report.text == "One line.\r\nTwo died."
    assert report.published is None


@pytest.mark.parametrize("file", ["split.json", "text/fk_1.txt", "gold/fk_1.json"])
def test_a_changed_byte_is_another_corpus(corpus: Path, file: str) -> None:
    gold = corpus / "claims-gold"
    before = fingerprint(gold)
    assert fingerprint(gold) == before
    changed = gold / file
    changed.write_bytes(changed.read_bytes() + b" ")
    assert fingerprint(gold) != before


def test_text_moved_from_one_report_to_the_next_is_another_corpus(corpus: Path) -> None:
    gold = corpus / "claims-gold"
    before = fingerprint(gold)
    one, two = gold / "text/fk_1.txt", gold / "text/muc_1.txt"
    moved = one.read_bytes()
    one.write_bytes(moved[:-5])
    two.write_bytes(moved[-5:] + two.read_bytes())
    assert fingerprint(gold) != before


def test_every_place_is_a_span_of_the_count(report: GoldReport) -> None:
    headline = report.tolls[0]
    assert headline.place == Span(start=12, end=16)
    assert headline.place in headline.places
