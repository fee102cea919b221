"""Who says, thinks or shows anything, and the words that tie them to it. All is invented."""

import pytest

from tollbook.extracting.saying.cues import find_cues

from ..told import sentence


def cues(text: str) -> list[tuple[str | None, str]]:
    parsed = sentence(text)
    return [
        (None if one.source is None else parsed.text(*one.source), parsed.text(*one.cue))
        for one in find_cues(parsed)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The mayor argued that the bridge was safe.", [("The mayor", "argued")], id="subject"
        ),
        pytest.param(
            "Ibarra, the mayor of Alto, said the bridge was safe.",
            [("Ibarra, the mayor of Alto", "said")],
            id="an apposition is part of the source",
        ),
        pytest.param(
            "“The bridge is safe,” said the head of the clinic.",
            [("the head of the clinic", "said")],
            id="the source after the verb",
        ),
        pytest.param(
            "The bridge was safe, according to a poll of residents.",
            [("a poll of residents", "according to")],
            id="according to",
        ),
        pytest.param(
            "She praised the crowd and denounced the mayor.",
            [("She", "praised"), ("She", "denounced")],
            id="one subject, two verbs",
        ),
        pytest.param(
            "Residents, who opposed the dam, left.", [("who", "opposed")], id="a relative clause"
        ),
        pytest.param(
            "The dam, long opposed by villagers, broke.",
            [("villagers", "opposed")],
            id="by whom",
        ),
        pytest.param("His claim was false.", [("His", "claim")], id="whose claim"),
        pytest.param(
            "The town records show he paid.",
            [("The town records", "show")],
            id="a verb that looks like a noun",
        ),
        pytest.param("IBARRA: We have no water left.", [("IBARRA", ":")], id="a transcript"),
        pytest.param(
            "“No,” she said by telephone.", [("she", "said")], id="by telephone is nobody"
        ),
        pytest.param("The bus left Oker at noon.", [], id="nobody says anything"),
    ],
)
def test_who_is_tied_to_what_they_say(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert cues(text) == expected


def test_what_is_said_stands_after_the_cue_or_before_it() -> None:
    parsed = sentence("The dam will hold, the mayor said.")
    (one,) = find_cues(parsed)
    assert one.content is not None
    assert parsed.text(*one.content).startswith("The dam will hold")
