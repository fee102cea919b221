"""What a word of harm makes of the people it is said of. All names are invented."""

import pytest

from tollbook.claim import Form, Harm
from tollbook.extracting.harming.mentions import Mention, head_at, is_harm_participle, make

from ..told import sentence


def made(text: str, *, trigger: int, people: int) -> list[Mention]:
    return list(make(sentence(text), trigger, Harm.KILLED, [people]))


def test_a_denied_verb_makes_a_zero_that_rests_on_not() -> None:
    text = "The guards were not killed."
    (mention,) = made(text, trigger=1, people=0)
    assert (mention.figure.low, mention.figure.high, mention.figure.form) == (0, 0, Form.NONE)
    assert sentence(text).text(mention.figure.first, mention.figure.stop) == "not"


def test_one_of_the_four_victims_makes_a_part_and_a_whole() -> None:
    part, whole = made("One of the four victims died.", trigger=1, people=0)
    assert (part.figure.low, part.part_of) == (1, True)
    assert (whole.figure.low, whole.part_of) == (4, False)


def test_one_of_the_four_guards_leaves_three_unharmed() -> None:
    (part,) = made("One of the four guards died.", trigger=1, people=0)
    assert (part.figure.low, part.part_of) == (1, True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mill was destroyed.", id="a thing"),
        pytest.param("Killed those civilians.", id="a plural that points back"),
    ],
)
def test_nobody_is_made_up(text: str) -> None:
    last = len(sentence(text).chunks) - 2
    assert made(text, trigger=0, people=last if "those" in text else 0) == []


def test_what_became_of_the_noun_before() -> None:
    others, injured = sentence("30 others injured").chunks
    assert not is_harm_participle(others)
    assert is_harm_participle(injured)


def test_beyond_either_end_of_a_sentence_there_is_no_word() -> None:
    cut = sentence("Rain fell")
    assert [head_at(cut, k) for k in (-1, 0, 1, 2)] == ["", "rain", "fell", ""]


def test_a_family_of_five_is_five_people() -> None:
    (mention,) = made("A family of five was killed.", trigger=3, people=0)
    assert (mention.figure.low, mention.figure.high) == (5, 5)
