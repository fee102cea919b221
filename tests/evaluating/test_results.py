import json
from typing import Any

import pytest

from tollbook.evaluating.results import as_object, sum_up, table
from tollbook.evaluating.suite import Case, Figure, Result


def result(*figures: Figure, **more: Any) -> Result:
    dull: dict[str, Any] = {
        "suite": "ferries",
        "part": "dev",
        "annotator": "rules",
        "documents": 1200,
        "figures": figures,
    }
    return Result(**(dull | more))


KILLED = Figure(
    name="killed",
    value=0.851,
    of=1200,
    baseline=0.4,
    peer=0.837,
    peer_name="Osra 2021",
    target=0.85,
)
INJURED = Figure(name="injured", value=0.7, of=900, target=0.8, precision=0.75, recall=0.65625)


def test_a_figure_stands_beside_baseline_peer_and_target() -> None:
    title, _, heads, killed, injured = table(sum_up(result(KILLED, INJURED))).splitlines()
    assert title == "ferries dev, 1,200 documents read by rules"
    assert heads.split() == ["value", "P", "R", "on", "baseline", "peer", "target"]
    assert killed.split() == (
        ["killed", "0.851", "1,200", "0.400", "0.837", "0.850", "held,", "peer:", "Osra", "2021"]
    )
    assert injured.split() == ["injured", "0.700", "0.750", "0.656", "900", "0.800", "missed"]


def test_columns_line_up_whatever_is_missing() -> None:
    bare = Figure(name="a name that is longer", value=0.7, of=1)
    _, _, heads, *rows = table(sum_up(result(KILLED, INJURED, bare))).splitlines()
    end_of_value = heads.index("value") + len("value")
    assert [row[end_of_value - 5 : end_of_value] for row in rows] == ["0.851", "0.700", "0.700"]


def test_figures_on_some_of_the_texts_stand_under_their_name() -> None:
    some = Figure(name="killed", value=0.5, of=3, section="upper case")
    lines = table(sum_up(result(KILLED, some))).splitlines()
    assert lines[4] == "upper case"
    assert lines[5].startswith("  killed ")


def test_notes_come_last() -> None:
    assert table(sum_up(result(KILLED, notes=("ferries only",)))).endswith("\n\nferries only")


@pytest.mark.parametrize(
    ("value", "target", "is_cost", "is_held"),
    [
        pytest.param(0.9, 0.9, False, True, id="reaching it is holding it"),
        pytest.param(0.8999, 0.9, False, False, id="almost is not"),
        pytest.param(0.0, 0.0, True, True, id="none of what should not be"),
        pytest.param(0.01, 0.0, True, False, id="one of what should not be"),
        pytest.param(0.5, None, False, None, id="no target, no verdict"),
    ],
)
def test_a_target_is_held_or_missed(
    value: float, target: float | None, is_cost: bool, is_held: bool | None
) -> None:
    figure = Figure(name="killed", value=value, of=9, target=target, is_cost=is_cost)
    assert figure.is_held is is_held
    (shown,) = as_object(sum_up(result(figure)))["figures"]
    assert shown["is_held"] is is_held


def test_the_worst_fifty_are_counted_by_kind() -> None:
    cases = (
        [Case(kind="missed, in digits", weight=3)] * 10
        + [Case(kind="wrong source", weight=1)] * 60
        + [Case(kind="extra, in digits", weight=2)] * 20
    )
    summary = sum_up(result(cases=tuple(cases)))
    assert summary.worst == {"extra, in digits": 20, "wrong source": 20, "missed, in digits": 10}
    assert next(iter(summary.mistakes.items())) == ("wrong source", 60)


def test_mistakes_that_are_all_as_bad_have_no_worst() -> None:
    summary = sum_up(result(cases=(Case(kind="missed"),) * 70))
    assert (summary.worst, summary.mistakes) == ({}, {"missed": 70})


def test_sureness_becomes_reliability_and_an_empty_field_nothing() -> None:
    summary = sum_up(result(KILLED, sureness={"figure": ((0.75, True),), "source": ()}))
    assert list(summary.reliability) == ["figure"]
    assert "calibration error: figure 0.250" in table(summary)


def test_the_object_is_json_and_keeps_no_single_case() -> None:
    found = result(
        KILLED, cases=(Case(kind="missed"),), sureness={"figure": ((0.75, True),)}, notes=("note",)
    )
    shown = json.loads(json.dumps(as_object(sum_up(found))))
    assert shown["suite"] == "ferries"
    assert shown["figures"][0]["peer_name"] == "Osra 2021"
    assert shown["mistakes"] == {"missed": 1}
    assert shown["reliability"]["figure"]["count"] == 1
    assert "cases" not in shown


def test_what_is_no_share_is_written_shorter() -> None:
    fast = Figure(name="reports a second", value=1234.56, of=58, target=20.0)
    row = table(sum_up(result(fast))).splitlines()[-1]
    assert row.split() == ["reports", "a", "second", "1,234.6", "58", "20.0", "held"]
