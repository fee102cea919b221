"""Whom it is said of, on the left of a word of harm. All names are invented."""

import pytest

from tollbook.extracting.harming.subjects import subjects

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
    (
        "Two members of the mayor's escort, both young, were killed.",
        ["Two members"],
        "members of somebody's escort",
    ),
    (
        "The head of the Osra Front, a small group, was killed.",
        ["The head"],
        "over the apposition of what he heads",
    ),
    (
        "The mayor of the town, Ana Belmor, was killed.",
        ["Ana Belmor"],
        "a name rather than the office",
    ),
    ("OKER, 3 MAY -- [TEXT] ANA BELMOR, MAYOR, WAS KILLED.", ["ANA BELMOR"], "after a dateline"),
    ("A man who held two hostages was killed.", ["A man"], "over what he did"),
    ("Ibarro, who says two men were killed, fled.", ["two men"], "not who tells of it"),
    ("Ibarro was seen where Belmor, a nurse, was killed.", ["Belmor"], "not over another verb"),
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
