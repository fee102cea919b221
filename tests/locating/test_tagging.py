"""Runs of words under one kind of name. All names are invented."""

import pytest

from tollbook.locating.tagging import Tagged, trimmed
from tollbook.locating.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Isle of Oker", "Isle of Oker", id="small words inside stay"),
        pytest.param("Sarn-", "Sarn", id="no hyphen at its end"),
        pytest.param("of Sarn and", "Sarn", id="no small words around it"),
        pytest.param("-", None, id="a hyphen alone is no name"),
    ],
)
def test_a_name_begins_and_ends_with_its_words(text: str, expected: str | None) -> None:
    tokens = tokenise(text)
    run = trimmed(tokens, Tagged(0, len(tokens), "place"))
    assert expected == (run and text[tokens[run.start].start : tokens[run.end - 1].end])
