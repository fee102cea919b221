"""What one word leaves open, the whole text settles. All names are invented."""

import pytest

from tollbook.locating.agreeing import agree
from tollbook.locating.tagging import Tagged
from tollbook.locating.tokens import tokenise


def places(text: str, *runs: tuple[str, str]) -> list[str]:
    """What is a place, after runs of words with their kinds were found in reading order."""
    tokens = tokenise(text)
    tagged, at = [], 0
    for words, kind in runs:
        length = len(tokenise(words))
        while " ".join(token.text for token in tokens[at : at + length]) != words:
            at += 1
        tagged.append(Tagged(at, at + length, kind))
        at += length
    found = agree(tokens, tagged)
    return [
        text[tokens[run.start].start : tokens[run.end - 1].end]
        for run in found
        if run.kind == "place"
    ]


@pytest.mark.parametrize(
    ("text", "runs", "expected"),
    [
        pytest.param(
            "Anna Sarn spoke. Sarn wept.",
            [("Anna Sarn", "person"), ("Sarn", "place")],
            [],
            id="a surname is no place",
        ),
        pytest.param(
            "Anna Sarn lives in Sarn.",
            [("Anna Sarn", "person"), ("Sarn", "place")],
            ["Sarn"],
            id="but for one that stands as places do",
        ),
        pytest.param(
            "A raid in Sarn. Sarn wept.",
            [("Sarn", "place")],
            ["Sarn", "Sarn"],
            id="a place told once is one throughout",
        ),
        pytest.param(
            "A raid in Sarn. The Sarn clashes went on.",
            [("Sarn", "place"), ("Sarn", "people")],
            ["Sarn", "Sarn"],
            id="nor is it a people",
        ),
        pytest.param("The U.S. knew.", [], ["U.S."], id="a country is never missed"),
        pytest.param("The County met.", [("County", "place")], [], id="a common noun is none"),
        pytest.param("Give us more.", [], [], id="small words are no country"),
    ],
)
def test_names_are_of_one_kind(text: str, runs: list[tuple[str, str]], expected: list[str]) -> None:
    assert places(text, *runs) == expected
