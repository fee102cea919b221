"""Whom a noun phrase means, and how many. All names are invented."""

import pytest

from tollbook.claim import Form
from tollbook.extracting.harming.people import Figure, Folk, figure, folk, whole_figure
from tollbook.extracting.parsing.phrases import Chunk, Sentence

from ..told import sentence


def phrase(text: str) -> tuple[Sentence, Chunk]:
    """Give the noun phrase after "They saw"."""
    cut = sentence(f"They saw {text}.")
    return cut, [chunk for chunk in cut.chunks if chunk.is_noun][1]


def whom(text: str) -> Folk | None:
    return folk(*phrase(text))


def how_many(text: str) -> Figure:
    cut, chunk = phrase(text)
    found = folk(cut, chunk)
    assert found is not None
    return figure(cut, chunk, found)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        pytest.param("12", "people", id="a bare figure"),
        pytest.param("six Germans", "people", id="a nationality"),
        pytest.param("six millers", "people", id="a trade no list knows"),
        pytest.param("four of them", "people", id="a part of them"),
        pytest.param("villagers", "civilian", id="villagers"),
        pytest.param("nine police", "security_force", id="police, plural without an s"),
        pytest.param("two policewomen", "security_force", id="a plural made of a listed singular"),
        pytest.param("army officers", "security_force", id="whose officers"),
        pytest.param("members of the police", "security_force", id="members of what"),
        pytest.param("nine members of a family", "civilian", id="a family's members"),
        pytest.param("pro-government fighters", "security_force", id="on whose side they fight"),
        pytest.param("five Taliban fighters", "armed_group", id="a group's fighters"),
        pytest.param("six suspects", "attacker", id="suspects"),
        pytest.param("a Red Cross worker", "aid_worker", id="an aid body's worker"),
        pytest.param("two nurses", "medic", id="nurses"),
        pytest.param("three cameramen", "journalist", id="cameramen"),
        pytest.param("the mayor", "official", id="an office"),
        pytest.param("a 9-year-old boy", "child", id="a boy by age"),
        pytest.param("a 9-year-old", "child", id="only an age"),
        pytest.param("a 9-year-old male", "child", id="a male by age"),
        pytest.param("a 9-year-old student", "child", id="a student by age"),
        pytest.param("9 year-old Ana Ibarra", "child", id="an age before a name"),
        pytest.param("five-year-old Ana Ibarra", "child", id="an age in words"),
        pytest.param("an 8-month-old girl", "child", id="months"),
        pytest.param("15yo boy", "child", id="an age in short"),
        pytest.param("her 21-year-old son", "people", id="a grown-up son"),
        pytest.param("a 19-year-old teenager", "people", id="a grown-up teenager"),
        pytest.param("a teenage victim", "child", id="teenage"),
        pytest.param("two teens", "child", id="teens"),
        pytest.param("a 12-year-old suspect", "attacker", id="a suspect of any age"),
        pytest.param("a female passenger", "woman", id="female"),
        pytest.param("a county deputy", "security_force", id="a sheriff's deputy"),
        pytest.param("ten trade union members", "other", id="a union's members"),
        pytest.param("a 40-year-old", "people", id="a grown-up's age"),
        pytest.param("a pregnant woman", "woman", id="a woman"),
        pytest.param("a mother of three", "woman", id="a mother"),
        pytest.param("fifteen students", "people", id="students"),
        pytest.param("ten people suspected of the bombing", "attacker", id="suspected of it"),
        pytest.param("her son", "child", id="a son"),
        pytest.param("three teenagers", "child", id="teenagers"),
        pytest.param("their pilot", "security_force", id="a pilot"),
        pytest.param("three Jesuits", "other", id="members of an order"),
        pytest.param("ATTORNEY GENERAL ANA BELMOR", "official", id="no general in arms"),
        pytest.param("MRS ANA BELMOR", "woman", id="a title"),
        pytest.param("40 casualties on the army", "security_force", id="inflicted on whom"),
        pytest.param("he", "people", id="a pronoun"),
        pytest.param("Ana Belmor", "people", id="a name"),
    ],
)
def test_the_group_follows_the_noun(text: str, group: str) -> None:
    found = whom(text)
    assert found is not None
    assert found.group == group


@pytest.mark.parametrize(
    "text", ["six planes", "2 army trucks", "2014 raids", "12 houses", "the mill", "3 March", "it"]
)
def test_things_are_no_people(text: str) -> None:
    assert whom(text) is None


def test_a_name_is_told_from_a_noun() -> None:
    name, noun = whom("Ana Belmor"), whom("the mayor")
    assert name is not None
    assert noun is not None
    assert (name.is_name, noun.is_name) == (True, False)


@pytest.mark.parametrize(
    ("text", "low", "high", "form"),
    [
        pytest.param("a soldier", 1, 1, Form.ONE, id="an article"),
        pytest.param("the mayor", 1, 1, Form.ONE, id="a single person"),
        pytest.param("Ana Belmor", 1, 1, Form.ONE, id="a name"),
        pytest.param("soldiers", 2, None, Form.VAGUE, id="a bare plural"),
        pytest.param("gunmen", 2, None, Form.VAGUE, id="a plural in -men"),
        pytest.param("they", 2, None, Form.VAGUE, id="they"),
        pytest.param("casualties", 1, None, Form.VAGUE, id="casualties may be one"),
        pytest.param("at least 12 people", 12, None, Form.AT_LEAST, id="a bound"),
        pytest.param("between four and nine men", 4, 9, Form.RANGE, id="a range"),
        pytest.param("no soldiers", 0, 0, Form.NONE, id="none"),
        pytest.param("dozens of people", 24, None, Form.VAGUE, id="dozens"),
    ],
)
def test_how_many_is_read_from_the_figure_or_the_grammar(
    text: str, low: int, high: int | None, form: Form
) -> None:
    found = how_many(text)
    assert (found.low, found.high, found.form) == (low, high, form)


def test_the_figure_of_the_whole_is_read_apart() -> None:
    cut, chunk = phrase("one of the four victims")
    whole = whole_figure(cut, chunk)
    assert whole is not None
    assert (whole.low, cut.text(whole.first, whole.stop)) == (4, "four")
    assert whole_figure(*phrase("four victims")) is None
