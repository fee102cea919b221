from datetime import date
from pathlib import Path

import pytest

from tollbook.evaluating.floors import EPSILON, Floors, RefusedPin, falls, load_floors, pin


def floors(found: float = 0.8, fingerprint: str = "abc") -> Floors:
    figures = {"dev": {"found": found, "whole": 0.5}, "dev fk": {"found": 0.9}}
    return Floors(
        pinned_on=date(2021, 5, 4),
        fingerprint=fingerprint,
        figures=figures,
        reports={"dev": 3, "dev fk": 2},
    )


def test_what_is_pinned_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text(pin(floors(), None, changelog=""), "utf-8")
    assert load_floors(file) == floors()


def test_a_figure_at_its_floor_holds() -> None:
    assert falls(floors(), floors().figures) == ()


def test_rounding_in_the_pinned_figure_is_no_fall() -> None:
    assert falls(floors(0.8), floors(0.8 - EPSILON / 2).figures) == ()


def test_a_figure_below_its_floor_falls() -> None:
    (fall,) = falls(floors(0.8), floors(0.7998).figures)
    assert str(fall) == "dev found: 0.7998, floor 0.8000"


@pytest.mark.parametrize("gone", [{}, {"dev": {"found": 0.8}}, {"dev": {"whole": 0.5}}])
def test_a_floor_no_longer_measured_has_fallen(gone: dict[str, dict[str, float]]) -> None:
    assert falls(floors(), gone)


def test_a_better_reading_is_pinned_without_a_word() -> None:
    assert "found = 0.8500" in pin(floors(0.85), floors(0.8), changelog="")


def test_a_worse_reading_is_not_pinned() -> None:
    with pytest.raises(RefusedPin, match=r"dev found: 0\.7000, floor 0\.8000"):
        pin(floors(0.7), floors(0.8), changelog="- Reads slower but safer.")


def test_a_worse_reading_is_pinned_when_the_changelog_says_so() -> None:
    log = "## Unreleased\n- Fewer claims of local crime are found: streets are no people."
    reason = "Fewer claims of local crime are found"
    text = pin(floors(0.7), floors(0.8), changelog=log, allow_regression=reason)
    assert "found = 0.7000" in text


@pytest.mark.parametrize("reason", ["something else", "", "  "])
def test_a_reason_that_users_cannot_read_is_none(reason: str) -> None:
    with pytest.raises(RefusedPin):
        pin(floors(0.7), floors(0.8), changelog="- A line.", allow_regression=reason)


def test_another_corpus_does_not_excuse_a_lower_floor() -> None:
    with pytest.raises(RefusedPin):
        pin(floors(0.7, fingerprint="def"), floors(0.8), changelog="")
