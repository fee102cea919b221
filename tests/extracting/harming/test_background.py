"""Totals of a war, a year or a campaign, told from the toll of one incident."""

import pytest

from tollbook.claim import Form, Harm
from tollbook.extracting.harming.background import is_background
from tollbook.extracting.harming.people import Figure
from tollbook.extracting.parsing.phrases import Chunk, Kind

TWELVE = Figure(0, 1, 12, 12, Form.EXACT, 12)
ONE = Figure(0, 1, 1, 1, Form.ONE, 1)
WERE_KILLED = Chunk(Kind.VERB, 0, 2, "killed", "VBN", helpers=("were",))
KILLED = Chunk(Kind.VERB, 0, 1, "killed", "VBD")
MURDER = Chunk(Kind.NOUN, 0, 1, "murder", "NN")

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
    "Twelve were killed in raids in March 2014.",
    "The toll is twelve,\nsince  the\nwar began.",
]


@pytest.mark.parametrize("text", WIDE)
def test_words_that_reach_beyond_one_incident(text: str) -> None:
    assert is_background(text, Harm.KILLED, TWELVE, WERE_KILLED)


NARROW = [
    "Twelve people were killed on Monday.",
    "Twelve people were killed in Oker.",
    "Twelve people have been killed since dawn.",
    "Twelve people were killed on 3 March.",
    "Twelve people were killed on March 3.",
    "Twelve people were killed last night.",
    "Twelve soldiers of the war college were killed.",
    "Twelve people may have died.",
    "A day earlier twelve people were killed.",
    "Twelve people were killed in last week's raid.",
    "A raid in March 2014 killed twelve.",
    "In early May a double car bombing killed twelve.",
    "A raid killed twelve on Monday, the second this month.",
]


@pytest.mark.parametrize("text", NARROW)
def test_words_about_one_incident(text: str) -> None:
    assert not is_background(text, Harm.KILLED, TWELVE, WERE_KILLED)


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
    assert is_background("They did in Oker.", harm, figure, WERE_KILLED) is expected


def test_a_deed_of_another_month_is_an_incident_of_its_own() -> None:
    said = "In March 2014 raiders killed twelve in Oker."
    assert not is_background(said, Harm.KILLED, TWELVE, KILLED)


def test_two_captured_another_year_are_no_total() -> None:
    two = Figure(0, 1, 2, 2, Form.EXACT, 2)
    assert not is_background("In 2014 two were captured.", Harm.DETAINED, two, WERE_KILLED)


@pytest.mark.parametrize(("is_whole_report", "expected"), [(True, False), (False, True)])
def test_one_death_of_another_year_is_told_in_passing(
    is_whole_report: bool, expected: bool
) -> None:
    said = "The mayor was killed in 2014."
    found = is_background(said, Harm.KILLED, ONE, WERE_KILLED, is_whole_report=is_whole_report)
    assert found is expected


def test_the_murder_of_priests_is_no_one_deed() -> None:
    priests = Figure(0, 1, 2, None, Form.VAGUE, None, "plural")
    said = "She deplored the murder of priests."
    assert is_background(said, Harm.KILLED, priests, MURDER)
    assert not is_background(said, Harm.KILLED, priests, KILLED)
