import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.extracting.situating.what import classify_what, find_deeds, find_weapons
from tollbook.incident import What


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A suicide car bomb killed six. The bombing was claimed.", What.SUICIDE_BOMBING),
        ("A roadside bomb hit a lorry.", What.BOMBING),
        ("Jets carried out air strikes on Sarn; shells fell too.", What.AIR_STRIKE),
        ("MORTAR SHELLS FELL ON THE QUARTER", What.SHELLING),
        ("Sarin was used, say doctors after the air strike; nerve agent", What.CHEMICAL_ATTACK),
        ("Herders were kidnapped for ransom.", What.ABDUCTION),
        ("A teenager was shot dead in a drive-by shooting.", What.SHOOTING),
        ("Clashes broke out; fighting went on all night.", What.CLASH),
        ("The three were beheaded.", What.EXECUTION),
        ("Gunmen stormed and attacked the barracks.", What.ARMED_ATTACK),
        ("A blast was heard; the explosion has no known cause.", What.EXPLOSION),
        ("The ferry capsized.", What.ACCIDENT),
        ("The minister opened a bridge.", What.OTHER),
        ("", What.OTHER),
    ],
)
def test_the_kind_is_read_from_the_words(text: str, what: What) -> None:
    assert classify_what(text) is what


def test_the_news_stands_first_and_weighs_most() -> None:
    later = "They recalled a year of quiet. " * 40 + "Air strikes and more air strikes came then."
    assert classify_what("Two were kidnapped. " + later) is What.ABDUCTION


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("A car bomb and two grenades", ["car bomb", "grenades"]),
        ("ROCKET SHELLS FELL. Rocket shells again.", ["ROCKET SHELLS"]),
        ("He bombed the exam.", []),
    ],
)
def test_weapons_are_found_once_each(text: str, weapons: list[str]) -> None:
    assert [found.text for found in find_weapons(text)] == weapons


@given(st.text(max_size=80))
def test_what_is_found_is_verbatim(text: str) -> None:
    told = f"Gunmen attacked {text} with a car bomb"
    for found in find_weapons(told):
        assert told[found.start : found.end] == found.text


def test_capitals_that_grow_in_lower_case_move_nothing() -> None:
    (deed,) = find_deeds("İİ SHELLING")
    assert (deed.start, deed.end) == (3, 11)
