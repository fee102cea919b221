"""Attributions are matched one to one against each annotator. All texts are invented."""

from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.document import Span
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.polnear import Spans, load, measure, tallies

TEXT = "The mayor argued that all was well.\r\nOker fumed."
READER = Reader(annotator=annotator("rules"))


def spans(**labels: list[tuple[int, int]]) -> Spans:
    return {
        label: frozenset(Span(start=start, end=end) for start, end in labels.get(label, []))
        for label in ("source", "cue", "content")
    }


def corpus(folder: Path, *annotations: str) -> Path:
    part = folder / "polnear/dev"
    (part / "text").mkdir(parents=True)
    (part / "attributions").mkdir()
    (part / "text/report.txt").write_bytes(TEXT.encode())
    for number, annotation in enumerate(annotations):
        (part / f"attributions/report_000{number}.ann").write_text(annotation, "utf-8")
    return folder


ARGUED = "T1\tSource 0 9\tThe mayor\nT2\tCue 10 16\targued\nT3\tContent 17 34\tthat all was well\n"
FUMED = "T4\tSource 37 41\tOker\nT5\tCue 42 47\tfumed\nT6\tDiscard 0 9;10 16\tx\n"


def test_a_found_span_matches_one_marked_span_only() -> None:
    tally = tallies(spans(cue=[(0, 20)]), spans(cue=[(0, 5), (6, 12)]))["cue"]
    assert (tally.overlapping, tally.exact, tally.predicted, tally.gold) == (1, 0, 1, 2)


def test_the_largest_overlap_is_matched_first() -> None:
    found, gold = spans(cue=[(0, 10), (9, 14)]), spans(cue=[(0, 3), (4, 12)])
    assert tallies(found, gold)["cue"].overlapping == 1
    assert tallies(gold, gold)["cue"].exact == 2


def test_line_ends_count_as_they_stand_in_the_file(tmp_path: Path) -> None:
    (text,) = load(corpus(tmp_path, ARGUED + FUMED) / "polnear/dev")
    assert text.document.text[37:41] == "Oker"
    assert text.readings[0]["cue"] == {Span(start=10, end=16), Span(start=42, end=47)}


def test_figures_stand_beside_the_plain_way_and_the_peer(tmp_path: Path) -> None:
    result = measure(corpus(tmp_path, ARGUED + FUMED), "dev", READER)
    figures = {figure.name: figure for figure in result.figures}
    assert figures["cue F1"].precision == 1.0
    assert figures["cue F1"].recall == 0.5
    assert figures["cue F1"].baseline == 0.0
    assert figures["source F1"].peer_name == "Citron on PARC3"
    assert {case.kind for case in result.cases} == {"source missed", "cue missed"}


def test_two_annotators_of_a_text_are_set_against_each_other(tmp_path: Path) -> None:
    result = measure(corpus(tmp_path, ARGUED, ARGUED), "dev", READER)
    assert result.documents == 1
    assert any("cue 1.000" in note and "(1 texts)" in note for note in result.notes)


def test_an_annotation_without_its_text_is_named(tmp_path: Path) -> None:
    folder = corpus(tmp_path, ARGUED)
    (folder / "polnear/dev/text/report.txt").unlink()
    with pytest.raises(UnusableCorpus, match=r"report\.txt"):
        measure(folder, "dev", READER)


def test_no_annotations_are_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus, match="no annotation"):
        measure(tmp_path, "dev", READER)
