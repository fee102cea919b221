"""Whom a name stands for, told by the rest of the report."""

import pytest

from tests.extracting.told import harms
from tollbook.claim import Group
from tollbook.extracting.harming.namesakes import Namesakes
from tollbook.testing import document


@pytest.mark.parametrize(
    ("text", "group"),
    [
        pytest.param("Ana Ibarra, the mayor of Oker, left.", Group.OFFICIAL, id="apposition"),
        pytest.param("Police officer Ana Ibarra left.", Group.SECURITY_FORCE, id="title"),
        pytest.param("Ana Ibarra, 34, a nurse, left.", Group.MEDIC, id="an age between"),
        pytest.param("Ana Ibarra, 9, left.", Group.CHILD, id="a child's age"),
        pytest.param("Ana Ibarra, 34, left.", None, id="a grown-up's age"),
        pytest.param("Ana Ibarra, another judge, left.", Group.OFFICIAL, id="another"),
        pytest.param("Ana Ibarra was charged with murder.", Group.ATTACKER, id="charged"),
        pytest.param("Ana Ibarra faces two murder charges.", Group.ATTACKER, id="faces charges"),
        pytest.param("The suspect Ana Ibarra left.", Group.ATTACKER, id="called a suspect"),
        pytest.param("Ana Ibarra left.", None, id="nothing told"),
        pytest.param("Ana Ibarra, 34, Sgt. Osra said.", None, id="somebody else's title"),
        pytest.param("Ana Ibarra, a friend of the mayor, left.", None, id="a friend"),
        pytest.param("Ana Ibarras, the mayor, left.", None, id="another name"),
    ],
)
def test_a_name_stands_for_what_the_report_calls_it(text: str, group: Group | None) -> None:
    assert Namesakes(document(text)).group("Ibarra") is group


def test_a_given_name_stands_for_its_full_name() -> None:
    told = document("Ana Ibarra, the mayor, left. Ana came back.")
    assert Namesakes(told).group("Ana") is Group.OFFICIAL


def test_a_name_in_capitals_is_looked_for_in_capitals() -> None:
    told = document("ANA IBARRA, MAYOR OF OKER, LEFT.")
    assert Namesakes(told).group("IBARRA") is Group.OFFICIAL


def test_a_short_surname_is_looked_for_as_a_word_by_itself() -> None:
    told = document("Lilies, a nurse said, grow there. Ana Li, the mayor, left.")
    assert Namesakes(told).group("Ana Li") is Group.OFFICIAL


def test_a_named_victim_bears_the_group_that_the_report_gives() -> None:
    text = "Ibarra was killed in Oker.\n\nTomas Ibarra, the mayor, was on his way home."
    assert harms(text)[0] == "killed: Ibarra = 1 official"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A 9-year-old was hurt. He died Monday.", "he = 1 child", id="he"),
        pytest.param("A nurse was hurt. The victim died.", "the victim = 1 medic", id="the victim"),
        pytest.param("A woman was hurt. He was killed.", "he = 1 people", id="no woman is he"),
        pytest.param(
            "A boy was hurt. He was arrested.", "he = 1 people", id="who is held is another"
        ),
    ],
)
def test_a_pronoun_means_the_last_who_came_to_harm(text: str, expected: str) -> None:
    assert harms(text)[-1].lower().endswith(expected)
