"""Whom a word of harm is said of: walks to its left and to its right. All names are invented."""

import pytest

from tollbook.extracting.harming.patients import objects, subjects

from ..told import sentence

LEFT = [
    ("Twelve people in Oker were killed.", ["Twelve people"], "over a place"),
    ("Two men at the mill on Monday died.", ["Two men"], "over a place and a day"),
    ("On Monday two men died.", ["two men"], "a day is nobody"),
    ("Twelve people, he said, were killed.", ["Twelve people"], "over an insertion"),
    ("Ibarro, who owns a mill and a farm, was killed.", ["Ibarro"], "over a who-clause"),
    ("Ibarro resisted and was killed.", ["Ibarro"], "a subject of two verbs"),
    ("The people killed in Oker fled.", ["The people"], "a reduced clause"),
    ("Villagers who died were young.", ["Villagers"], "who"),
    ("Three guards, one of whom died, fled.", ["one of whom"], "one of whom"),
    ("The leader of the guards died.", ["The leader"], "not what belongs to the subject"),
    ("Ten men, some of them old, died.", ["Ten men"], "over what is told of a part"),
    ("The men (two of them old) died.", ["The men"], "over brackets"),
    ("The men -- both old -- died.", ["The men"], "over dashes"),
    ("Ana Belmor, the mayor, died.", ["Ana Belmor"], "a name, not its apposition"),
    ("A guard, two cooks and a driver died.", ["A guard", "two cooks", "a driver"], "a list"),
    ("Shells fell and two men died.", ["two men"], "not the clause before"),
    ("Rebels said that two men died.", ["two men"], "not the clause around"),
    ("Two men fled; died.", [], "not over a semicolon"),
]
DIED = frozenset({"died", "killed"})


def words(text: str, found: list[int]) -> list[str]:
    cut = sentence(text)
    return [cut.text(cut.chunks[k].first, cut.chunks[k].stop) for k in found]


def harmed(text: str) -> int:
    return next(k for k, chunk in enumerate(sentence(text).chunks) if chunk.head in DIED)


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for *row, name in LEFT])
def test_whom_it_is_said_of_on_the_left(text: str, expected: list[str]) -> None:
    assert words(text, subjects(sentence(text), harmed(text))) == expected


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
