import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.extracting.situating.targets import find_targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        pytest.param("Fighters attacked a convoy of trucks.", ["a convoy of trucks"], id="a verb"),
        pytest.param("an attack on the old barracks", ["the old barracks"], id="a noun"),
        pytest.param("Two clinics were shelled.", ["Two clinics"], id="a passive"),
        pytest.param(
            "He blew himself up outside a bakery.", ["a bakery"], id="a spot after the deed"
        ),
        pytest.param("They attacked on Tuesday.", [], id="a day is no target"),
        pytest.param("Rain fell on the hills.", [], id="nothing attacked"),
    ],
)
def test_targets_are_what_was_attacked(text: str, targets: list[str]) -> None:
    assert [found.text for found in find_targets(text)] == targets


def test_a_spot_inside_a_target_is_not_named_again() -> None:
    found = find_targets("A car bomb hit the old market of the town.")
    assert [target.text for target in found] == ["the old market of the town"]


@given(st.text(max_size=80))
def test_targets_are_verbatim(text: str) -> None:
    told = f"Gunmen attacked {text} after an attack on a school"
    for found in find_targets(told):
        assert told[found.start : found.end] == found.text
