"""What is threatened, planned, possible or denied harmed nobody. All names are invented."""

import pytest

from tollbook.extracting.harming.reality import is_denied

from ..told import mentioned, sentence

UNREAL = [
    ("Gunmen threatened to kill ten villagers.", "a threat"),
    ("The group vowed to kill ten villagers.", "a vow"),
    ("Up to forty people could have died.", "could have"),
    ("Forty people would have been killed.", "would have"),
    ("Hundreds of people could die this winter.", "could"),
    ("The bomb may kill dozens.", "may"),
    ("Dozens will die.", "will"),
    ("Police foiled a plan to kill three mayors.", "a plan"),
    ("They planned to kidnap two nuns.", "planned"),
    ("The men tried to kill a judge.", "tried"),
    ("The plot to assassinate the mayor failed.", "a plot"),
    ("The toll could rise to 30.", "a toll that could rise"),
    ("He nearly died in the blast.", "nearly"),
    ("They spoke of killing ten villagers.", "speaking of it"),
    ("The order to execute two prisoners was ignored.", "an order"),
    ("They were going to kill two guards.", "going to"),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for text, name in UNREAL])
def test_what_did_not_happen_harmed_nobody(text: str) -> None:
    assert mentioned(text) == []


REAL = [
    ("Gunmen managed to kill two guards.", ["killed: two"], "managed to"),
    ("The shelling forced 300 families to flee.", ["displaced: 300"], "forced to flee"),
    ("Two guards are believed to have died.", ["killed: Two"], "believed to have"),
    ("Two guards may have died.", ["killed: Two"], "may have, a hedge"),
    ("Nine men are accused of killing two nuns.", ["killed: two"], "accused of doing it"),
    ("He was sentenced for killing two women.", ["killed: two"], "sentenced for it"),
    ("They fled after killing a guard.", ["killed: a"], "after doing it"),
    ("The raid continued to kill villagers.", ["killed: villagers"], "continued to"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for *row, name in REAL])
def test_what_happened_counts_however_it_is_put(text: str, expected: list[str]) -> None:
    assert mentioned(text) == expected


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("He was not hurt", True),
        ("He wasn't hurt", True),
        ("He never died", True),
        ("He died", False),
    ],
)
def test_a_denial_stands_in_the_verb(text: str, denied: bool) -> None:
    assert is_denied(sentence(text).chunks[1]) is denied
