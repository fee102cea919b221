"""Totals of a war, a year or a campaign, told from the toll of one incident."""

import pytest

from tollbook.claim import Form, Harm
from tollbook.extracting.harming.background import is_background
from tollbook.extracting.harming.people import Figure

TWELVE = Figure(0, 1, 12, 12, Form.EXACT, 12)

WIDE = [
    "Twelve people have been killed since the war began.",
    "Twelve have died since the start of the uprising.",
    "Twelve have died since 2011.",
    "Twelve have died since March 2011.",
    "Twelve have died since then.",
    "Twelve have been killed so far.",
    "Twelve guards were killed this year.",
    "Twelve guards were killed last month.",
    "Twelve guards are killed each year.",
    "Twelve people die a day.",
    "Twelve died over the past three weeks.",
    "Twelve died in recent months.",
    "The conflict has killed twelve.",
    "Twelve died in the civil war.",
    "A months-long siege killed twelve.",
    "Twelve died in less than two years.",
    "Raids in March 2014 killed twelve.",
    "Twelve died on both sides.",
    "The toll is twelve,\nsince  the\nwar began.",
]


@pytest.mark.parametrize("text", WIDE)
def test_words_that_reach_beyond_one_incident(text: str) -> None:
    assert is_background(text, Harm.KILLED, TWELVE)


NARROW = [
    "Twelve people were killed on Monday.",
    "Twelve people were killed in Oker.",
    "Twelve people have been killed since dawn.",
    "Twelve people were killed on 3 March.",
    "Twelve people were killed on March 3.",
    "Twelve people were killed last night.",
    "Twelve soldiers of the war college were killed.",
    "Twelve people may have died.",
    "A raid in March 2014 killed twelve.",
    "In early May a double car bombing killed twelve.",
    "A raid killed twelve on Monday, the second this month.",
]


@pytest.mark.parametrize("text", NARROW)
def test_words_about_one_incident(text: str) -> None:
    assert not is_background(text, Harm.KILLED, TWELVE)


@pytest.mark.parametrize(
    ("harm", "figure", "expected"),
    [
        pytest.param(Harm.KILLED, Figure(0, 1, 5000, 5000, Form.EXACT, 5000), True, id="too many"),
        pytest.param(Harm.KILLED, Figure(0, 1, 4999, 4999, Form.EXACT, 4999), False, id="many"),
        pytest.param(Harm.KILLED, Figure(0, 1, 2000, None, Form.VAGUE), True, id="thousands"),
        pytest.param(Harm.KILLED, Figure(0, 1, 200, None, Form.VAGUE), False, id="hundreds"),
        pytest.param(Harm.DISPLACED, Figure(0, 1, 200, None, Form.VAGUE), True, id="vague flight"),
        pytest.param(Harm.DISPLACED, TWELVE, False, id="counted flight"),
        pytest.param(
            Harm.DISPLACED, Figure(0, 1, 400, 500, Form.RANGE), False, id="a range of flight"
        ),
    ],
)
def test_figures_too_big_or_too_vague_for_one_incident(
    harm: Harm, figure: Figure, expected: bool
) -> None:
    assert is_background("They did in Oker.", harm, figure) is expected
