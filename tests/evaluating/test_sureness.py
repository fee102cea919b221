from typing import Any

from tollbook.evaluating.gold import GoldReport
from tollbook.evaluating.matching import compare
from tollbook.evaluating.sureness import sureness
from tollbook.exporting.predictions import TollRow


def row(start: int, end: int, **more: Any) -> TollRow:
    dull: dict[str, Any] = {
        "kind": "toll",
        "harm": "killed",
        "incident": "A",
        "part_of": False,
        "stance": "asserted",
        "group": "people",
        "count": {"start": start, "end": end, "low": 9, "high": 9},
        "source": None,
        "source_kind": None,
    }
    made: TollRow = dull | more  # type: ignore[assignment]
    return made


def test_a_claim_is_right_if_annotated_and_a_field_if_it_is_as_annotated(
    report: GoldReport,
) -> None:
    rows = [row(12, 16, group="child")]
    held = [{"claim": 0.9, "figure": 0.8, "group": 0.7, "whole": 0.6}]
    found = dict(sureness(compare(report, {"claims": [*rows]}), rows, held))
    assert found == {
        "claim": (0.9, True),
        "figure": (0.8, True),
        "group": (0.7, False),
        "whole": (0.6, True),
    }


def test_of_a_claim_nobody_annotated_the_fields_are_neither_right_nor_wrong(
    report: GoldReport,
) -> None:
    rows = [row(0, 5)]
    held = [{"claim": 0.4, "figure": 0.8, "whole": 0.3}]
    found = dict(sureness(compare(report, {"claims": [*rows]}), rows, held))
    assert found == {"claim": (0.4, False), "whole": (0.3, False)}


def test_each_row_keeps_its_own_probabilities(report: GoldReport) -> None:
    rows = [row(0, 5), row(12, 16)]
    held = [{"claim": 0.1}, {"claim": 0.9}]
    found = set(sureness(compare(report, {"claims": [*rows]}), rows, held))
    assert found == {("claim", (0.1, False)), ("claim", (0.9, True))}


def test_a_reader_that_says_nothing_of_confidence_gives_none(report: GoldReport) -> None:
    rows = [row(12, 16)]
    assert list(sureness(compare(report, {"claims": [*rows]}), rows, [{}])) == []
