"""Whom it is said of, on the right of a word of harm. All names are invented."""

import pytest

from tollbook.extracting.harming.objects import objects

from ..told import sentence

DIED = frozenset({"died", "killed"})


def words(text: str, found: list[int]) -> list[str]:
    cut = sentence(text)
    return [cut.text(cut.chunks[k].first, cut.chunks[k].stop) for k in found]


def harmed(text: str) -> int:
    return next(k for k, chunk in enumerate(sentence(text).chunks) if chunk.head in DIED)


RIGHT = [
    ("It killed 12 people in Oker and five in Sarn.", ["12 people", "five"], "place by place"),
    (
        "It killed three in Alto, Sarn province, two in Oker.",
        ["three", "two"],
        "a province is no member of the list",
    ),
    ("It killed a guard, two cooks and a driver.", ["a guard", "two cooks", "a driver"], "a list"),
    ("It killed two men as well as a boy.", ["two men", "a boy"], "as well as"),
    ("It killed two men, along with a boy.", ["two men", "a boy"], "along with"),
    ("It killed two men in addition to a boy.", ["two men", "a boy"], "in addition to"),
    ("It killed two men (one of them old) and a boy.", ["two men", "a boy"], "over brackets"),
    ("It killed “two men”.", ["two men"], "quoted"),
    ("It killed Ana Belmor, the mayor.", ["Ana Belmor"], "a name, not its apposition"),
    ("It killed the mayor, Ana Belmor.", ["the mayor"], "an office, not its apposition"),
    ("It killed the mayor's brother.", ["brother"], "not the owner"),
    ("It killed 12 and five are missing.", ["12"], "not the next clause's subject"),
    ("It killed two men and destroyed six houses.", ["two men"], "not another verb's object"),
    ("It killed two men on Monday.", ["two men"], "a day is nobody"),
    ("It killed in Oker.", [], "nobody is named"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row, id=name) for *row, name in RIGHT]
)
def test_whom_it_is_said_of_on_the_right(text: str, expected: list[str]) -> None:
    assert words(text, objects(sentence(text), harmed(text))) == expected
