"""Figures taken from bigger ones. All names are invented."""

import pytest

from ..told import harms, mentioned

ROWS = [
    ("At least 60 cooks from the mill alone are dead.", ["killed: At least 60, part"], "alone"),
    ("Four cooks were shot, two of them fatally.", ["injured: Four", "killed: two, part"], "fatal"),
    (
        "Some 20 cooks were arrested, including two bakers, the mayor said.",
        ["detained: Some 20", "detained: two, part"],
        "who says it is no part",
    ),
    (
        "The raid killed twelve people, including two medics and a driver.",
        ["killed: twelve", "killed: two, part", "killed: a, part"],
        "including, after",
    ),
    (
        "Nine people, including two medics and a driver, were killed.",
        ["killed: Nine", "killed: two, part", "killed: a, part"],
        "including, between",
    ),
    (
        "Twelve were killed, including two boys, and 30 hurt.",
        ["killed: Twelve", "killed: two, part", "injured: 30"],
        "what comes after including may be a whole again",
    ),
    (
        "Twelve people were killed, including Ana Belmor.",
        ["killed: Twelve", "killed: Ana Belmor, part"],
        "including a name",
    ),
    (
        "At least 30 people, including members of the group, were killed.",
        ["killed: At least 30"],
        "including nobody's number",
    ),
    (
        "Twelve people were killed, seven of them children.",
        ["killed: Twelve", "killed: seven, part"],
        "of them",
    ),
    (
        "Twelve people, seven of them children, were killed.",
        ["killed: Twelve", "killed: seven, part"],
        "of them, between",
    ),
    (
        "Twelve villagers died, four of whom were women.",
        ["killed: Twelve", "killed: four, part"],
        "of whom",
    ),
    (
        "Nine people were killed (four of them women).",
        ["killed: Nine", "killed: four, part"],
        "in brackets",
    ),
    (
        "Twelve people were killed, most of them women.",
        ["killed: Twelve", "killed: most, part"],
        "most of them",
    ),
    ("Among the dead were six women.", ["killed: six, part"], "among the dead"),
    ("Six women were among the dead.", ["killed: Six, part"], "were among the dead"),
    ("Women were among those hurt.", ["injured: Women, part"], "a bare plural among those hurt"),
    ("Among those killed were two medics.", ["killed: two, part"], "among those killed"),
    (
        "Three nurses were among the 12 people killed.",
        ["killed: Three, part", "killed: 12"],
        "among a figure",
    ),
    (
        "Twelve people were killed, among them two medics.",
        ["killed: Twelve", "killed: two, part"],
        "among them",
    ),
    (
        "Among the wounded were two nurses and a boy.",
        ["injured: two, part", "injured: a, part"],
        "among the wounded, a list",
    ),
    ("Among them were two nurses.", [], "among whom, nobody says"),
    ("The dead included four children.", ["killed: four, part"], "the dead included"),
    (
        "One of the four victims was a nurse.",
        ["killed: One, part", "killed: four"],
        "one of the four: two figures",
    ),
    (
        "One of its three volunteers was killed.",
        ["killed: One, part"],
        "one of the three: the other two are well",
    ),
    (
        "One of the two men who died was a nurse.",
        ["killed: One, part", "killed: two"],
        "one of the two who died",
    ),
    ("Nine of the wounded are children.", ["injured: Nine, part"], "of the wounded"),
    ("Three of the ten killed were women.", ["killed: Three, part", "killed: ten"], "of the ten"),
    (
        "Two-thirds of the 30 dead were women.",
        ["killed: Two-thirds of the 30, part"],
        "a share of a figure",
    ),
    (
        "Nine soldiers died: four at the gate and five at the mill.",
        ["killed: Nine", "killed: four, part", "killed: five, part"],
        "broken down after a colon",
    ),
    (
        "A toll of about 100, identifying 81 victims, was given.",
        ["killed: about 100", "killed: 81, part"],
        "identifying",
    ),
    (
        "Nine villagers and two guards were killed.",
        ["killed: Nine", "killed: two"],
        "side by side is no part",
    ),
    ("Four were shot, one fatally, in Oker.", ["injured: Four", "killed: one, part"], "fatally"),
    ("None of the passengers was hurt.", ["injured: None"], "nobody is no part of anybody"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for *row, name in ROWS])
def test_a_part_is_told_from_a_whole(text: str, expected: list[str]) -> None:
    assert mentioned(text) == expected


def test_victims_came_to_the_harm_that_the_sentence_before_tells() -> None:
    text = "Six nurses were hurt in Oker. Two of the victims left."
    assert harms(text)[1] == "injured: Two = 2 people, part"
