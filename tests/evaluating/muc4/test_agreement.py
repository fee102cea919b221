import pytest

from tollbook.evaluating.muc4.agreement import FULL, NONE, PART, agree
from tollbook.evaluating.muc4.slots import (
    CONFIDENCE,
    DATE,
    INSTRUMENT_TYPE,
    PERSON,
    PERSON_NUMBER,
    PERSON_TYPE,
    PLACE,
    THING_EFFECT,
    TYPE,
    Slot,
)
from tollbook.evaluating.muc4.templates import Filler


@pytest.mark.parametrize(
    ("slot", "key", "response", "worth"),
    [
        pytest.param(TYPE, "BOMBING", "ATTACK", PART, id="attack for a nearer type"),
        pytest.param(TYPE, "ATTACK", "BOMBING", NONE, id="not the other way about"),
        pytest.param(
            CONFIDENCE,
            "SUSPECTED OR ACCUSED BY AUTHORITIES",
            "SUSPECTED OR ACCUSED",
            PART,
            id="accused, by whom left out",
        ),
        pytest.param(INSTRUMENT_TYPE, "DYNAMITE", "EXPLOSIVE", PART, id="a wider kind"),
        pytest.param(INSTRUMENT_TYPE, "EXPLOSIVE", "DYNAMITE", NONE, id="a narrower kind"),
        pytest.param(THING_EFFECT, "SOME DAMAGE", "DESTROYED", PART, id="too much damage"),
        pytest.param(
            PERSON_TYPE, "GOVERNMENT OFFICIAL", "POLITICAL FIGURE", PART, id="nearly an official"
        ),
        pytest.param(PERSON, "ADA LUZ TORO", "TORO", PART, id="part of a name"),
        pytest.param(PERSON, "NUNS", "THE 3 YOUNG NUNS", FULL, id="qualified"),
        pytest.param(PERSON, "NUNS", "NUNS, WHICH NOBODY EXPECTED", PART, id="overboard"),
        pytest.param(PERSON, "NUNS", "PRIESTS", NONE, id="somebody else"),
        pytest.param(PERSON_NUMBER, "5 - 7", "7", PART, id="an end of a range"),
        pytest.param(PERSON_NUMBER, "~7", "7", PART, id="the number after a tilde"),
        pytest.param(PERSON_NUMBER, "2-", "2 -", FULL, id="spaces do not matter"),
        pytest.param(PERSON_NUMBER, "PLURAL", "3", NONE, id="a number nobody gave"),
        pytest.param(DATE, "02 MAY 90", "2 MAY 1990", FULL, id="a date written otherwise"),
        pytest.param(DATE, "25 MAY 90 - 26 MAY 90", "26 MAY 90", PART, id="a day of the range"),
        pytest.param(DATE, "- 26 MAY 90", "25 MAY 90", PART, id="a day before a default"),
        pytest.param(DATE, "26 MAY 90", "- 26 MAY 90", PART, id="a default of that day"),
        pytest.param(DATE, "16 MAY 90", "- 26 MAY 90", NONE, id="a default of another day"),
        pytest.param(PLACE, "OKER: KETTA (CITY)", "OKER", PART, id="the country alone"),
        pytest.param(PLACE, "OKER: KETTA (CITY)", "OKER: VESS (CITY)", PART, id="another town"),
        pytest.param(PLACE, "OKER: KETTA (CITY)", "SORN", NONE, id="another country"),
        pytest.param(PLACE, "OKER: KETTA (CITY)", "OKER: KETTA (TOWN)", FULL, id="another kind"),
    ],
)
def test_a_filler_is_worth(slot: Slot, key: str, response: str, worth: float) -> None:
    assert agree(slot, Filler(options=(key,)), Filler(options=(response,))) == worth


def test_the_best_option_counts() -> None:
    key = Filler(options=("ADA LUZ TORO", "TORO"))
    assert agree(PERSON, key, Filler(options=("TORO",))) == FULL
