"""Who is captured, by whom, and what only sounds like it. All names are invented."""

import pytest

from ..told import harms

CAPTURED = [
    ("Rebels captured two nurses.", ["abducted: two = 2 medic"], "by rebels"),
    ("Two nurses were captured by gunmen.", ["abducted: Two = 2 medic"], "by gunmen, passive"),
    ("Ibarro was captured by Osra's main rebel group.", ["abducted: Ibarro = 1 people"], "a group"),
    ("Soldiers captured two rebels.", ["detained: two = 2 armed_group"], "by soldiers"),
    ("Ibarro was captured on Monday.", ["detained: Ibarro = 1 people"], "by nobody named"),
    ("A reporter was captured on Monday.", ["abducted: A = 1 journalist"], "whom no police takes"),
    ("Troops captured Ana Belmor.", ["detained: Ana Belmor = 1 people"], "a name of two words"),
    ("Troops captured Osra, who fled.", ["detained: Osra = 1 people"], "one who is a who"),
    ("Troops captured four of them.", ["detained: four = 4 people, part"], "some of them"),
    ("Troops captured Osra.", [], "a name that may be a town's"),
    ("Oker Beach was captured by troops.", [], "a name that is a place's"),
    ("Rebels captured half of Kenya.", [], "half of a country"),
    ("She captured the Osra Trophy.", [], "a trophy"),
    ("He captured three for 24.", [], "wickets"),
    ("Two men were captured on camera.", [], "pictures"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row, id=name) for *row, name in CAPTURED]
)
def test_who_is_captured_and_how(text: str, expected: list[str]) -> None:
    assert harms(text) == expected
