from datetime import date
from typing import Any

from tollbook.evaluating.quality import Kept
from tollbook.evaluating.quality_page import drawings, page
from tollbook.evaluating.results import sum_up
from tollbook.evaluating.suite import Case, Figure, Result

KILLED = Figure(
    name="killed", value=0.851, of=412, baseline=0.4, peer=0.837, peer_name="Osra", target=0.85
)


def result(*figures: Figure, **more: Any) -> Result:
    dull: dict[str, Any] = {
        "suite": "gva",
        "part": "dev",
        "annotator": "encoder 1",
        "documents": 412,
        "figures": figures,
    }
    return Result(**(dull | more))


def written(*results: Result, suite: str = "gva") -> str:
    return page({suite: kept(*results)})


def kept(*results: Result) -> Kept:
    return Kept(measured_on=date(2021, 5, 4), runs=tuple(map(sum_up, results)))


def rows(text: str, begin: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith(f"| {begin} |")
    ]


def test_a_figure_stands_beside_rules_baseline_peer_and_target() -> None:
    rules = result(Figure(name="killed", value=0.7, of=412), annotator="rules")
    (row,) = rows(written(result(KILLED), rules), "killed")
    assert row == ["killed", "412", "0.851", "0.700", "0.400", "0.837 Osra", "0.850", "held"]


def test_rules_have_no_column_where_they_are_the_default() -> None:
    (row,) = rows(written(result(KILLED, annotator="rules")), "killed")
    assert row == ["killed", "412", "0.851", "0.400", "0.837 Osra", "0.850", "held"]


def test_precision_and_recall_are_shown_where_there_are_any() -> None:
    source = Figure(name="source", value=0.8, of=9, precision=0.75, recall=0.857)
    (row,) = rows(written(result(source)), "source")
    assert row[:5] == ["source", "9", "0.800", "0.750", "0.857"]


def test_it_says_when_by_whom_and_on_how_many_it_was_measured() -> None:
    text = written(result(KILLED))
    assert "412 documents, read by encoder 1. Measured on 04 May 2021." in text


def test_targets_of_all_suites_are_gathered_first() -> None:
    missed = Figure(name="injured", value=0.5, of=412, target=0.8)
    text = written(result(KILLED, missed))
    assert "1 of 2 targets are held." in text
    assert ["gva", "injured", "0.500", "0.800", "**missed**"] in rows(text, "gva")


def test_kinds_of_texts_are_columns_if_few_and_rows_if_many() -> None:
    few = [Figure(name="killed", value=0.5, of=7, section=f"kind {n}") for n in range(2)]
    assert ["killed", "0.500 (7)", "0.500 (7)"] in rows(written(result(*few)), "killed")
    many = [Figure(name="killed", value=0.5, of=7, section=f"kind {n}") for n in range(12)]
    assert rows(written(result(*many)), "kind 11") == [["kind 11", "0.500 (7)"]]


def test_what_rests_on_nothing_is_left_empty() -> None:
    some = [
        Figure(name="killed", value=0.5, of=7, section="town"),
        Figure(name="killed", value=0.0, of=0, section="village"),
    ]
    assert ["killed", "0.500 (7)", ""] in rows(written(result(*some)), "killed")


def test_a_missed_target_is_followed_by_what_went_wrong() -> None:
    missed = Figure(name="killed", value=0.5, of=412, target=0.85)
    cases = (Case(kind="missed, in digits", weight=3), *(Case(kind="wrong source"),) * 70)
    text = written(result(missed, cases=cases))
    assert "among the 50 worst, and among all 71" in text
    assert rows(text, "missed, in digits") == [["missed, in digits", "1", "1"]]
    assert rows(text, "wrong source") == [["wrong source", "49", "70"]]


def test_rare_kinds_of_mistakes_are_counted_together() -> None:
    missed = Figure(name="killed", value=0.5, of=412, target=0.85)
    cases = tuple(Case(kind=f"kind {n:02}") for n in range(30))
    text = written(result(missed, cases=cases))
    assert "all 30; none is worse than another" in text
    assert rows(text, "10 other kinds") == [["10 other kinds", "10"]]


def test_a_suite_that_holds_its_targets_lists_no_mistakes() -> None:
    assert "read wrongly" not in written(result(KILLED, cases=(Case(kind="missed"),)))


def test_confidence_is_drawn_and_told_in_numbers() -> None:
    sure = result(KILLED, sureness={"figure": ((0.9, True), (0.8, False))})
    text = written(sure)
    assert "](figures/reliability-gva.svg)" in text
    (row,) = rows(text, "figure | 2")
    assert row[:3] == ["figure", "2", "0.450"]
    drawn = drawings({"gva": kept(sure), "isaf": kept(result(KILLED))})
    assert list(drawn) == ["reliability-gva.svg"]
