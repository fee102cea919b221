"""Whom a figure counts, where the words around it say so."""

import pytest

from tests.extracting.told import harms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The raid killed eight civilians and three others.",
            ["killed: eight = 8 civilian", "killed: three = 3 civilian"],
            id="others are like those before",
        ),
        pytest.param(
            "The raid killed nine children and three others.",
            ["killed: nine = 9 child", "killed: three = 3 people"],
            id="but others are no children",
        ),
        pytest.param(
            "Some 50 guards were wounded, four of them seriously.",
            [
                "injured: Some 50 = 45-55 security_force",
                "injured: four = 4 security_force, part",
            ],
            id="four of them",
        ),
        pytest.param(
            "The rebels sustained 40 casualties.",
            ["killed_or_injured: 40 = 40 armed_group"],
            id="whoever sustains losses",
        ),
        pytest.param(
            "The raid inflicted 40 casualties on the rebels.",
            ["killed_or_injured: 40 = 40 armed_group"],
            id="on whom they fall",
        ),
        pytest.param(
            "There are 26 dead and 65 wounded among the guards.",
            ["killed: 26 = 26 security_force", "injured: 65 = 65 security_force"],
            id="among whom both are",
        ),
        pytest.param(
            "The raid caused 12 civilian deaths.", ["killed: 12 = 12 civilian"], id="before deaths"
        ),
        pytest.param(
            "Three service members were killed.",
            ["killed: Three = 3 security_force"],
            id="service members",
        ),
    ],
)
def test_a_figure_counts_those_the_sentence_names(text: str, expected: list[str]) -> None:
    assert harms(text) == expected
