import pytest

from tollbook.annotating.encoder.cascade import is_read
from tollbook.extracting.parsing.sentences import sentences

CALM = "The road is closed. Rain fell. It is autumn. The sea is grey. Trees bend. "


def read(text: str) -> list[str]:
    passages = [*sentences(text)]
    return [p.text for p, wanted in zip(passages, is_read(passages), strict=True) if wanted]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ten people were killed.",
        "TEN PEOPLE WERE KILLED.",
        "The army lost at least 12 men.",
        "The fire claimed the lives of four.",
        "He is in critical\ncondition.",
        "Gunmen abducted a teacher.",
        "Thousands fled.",
        "An air\nstrike hit the market.",
        "Nobody was hurt.",
    ],
)
def test_a_sentence_that_names_a_harm_is_read(sentence: str) -> None:
    assert read(CALM + sentence) == [sentence]


def test_news_without_harm_is_not_read() -> None:
    assert read(CALM + "The police called a meeting. Two women were elected.") == []


def test_an_accusation_near_a_harm_is_read() -> None:
    text = "Ten people were killed. Rain fell on the coast. The mayor blamed the army. " + CALM
    assert read(text) == ["Ten people were killed.", "The mayor blamed the army."]


def test_an_accusation_far_from_any_harm_is_not_read() -> None:
    assert read("Ten people were killed. " + CALM + "The mayor blamed the army.") == [
        "Ten people were killed."
    ]


def test_people_beside_a_harm_are_read() -> None:
    text = CALM + "Two were children. Ten people were killed. She was a nurse. Six came by boat."
    assert read(text) == ["Two were children.", "Ten people were killed.", "She was a nurse."]


def test_no_sentences_are_no_verdicts() -> None:
    assert is_read([]) == []
