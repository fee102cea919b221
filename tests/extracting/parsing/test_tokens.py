from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.extracting.parsing.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1,400 people", ["1,400", "people"], id="thousands"),
        pytest.param("3.5 km.", ["3.5", "km", "."], id="decimals and a full stop"),
        pytest.param("the 70s", ["the", "70s"], id="a decade"),
        pytest.param("the 15th Brigade", ["the", "15th", "Brigade"], id="an ordinal"),
        pytest.param("a 19-year-old girl", ["a", "19-year-old", "girl"], id="an age"),
        pytest.param("rebel-held Oker", ["rebel-held", "Oker"], id="a hyphen joins"),
        pytest.param("U.S.-led raids", ["U.S.-led", "raids"], id="capitals with dots and a hyphen"),
        pytest.param("the U.N. said", ["the", "U.N.", "said"], id="capitals with dots"),
        pytest.param("Sgt. Rillen", ["Sgt.", "Rillen"], id="a rank keeps its dot"),
        pytest.param("Oker's mayor", ["Oker", "'s", "mayor"], id="a possessive"),
        pytest.param("the guards’ hut", ["the", "guards", "’", "hut"], id="a plural possessive"),
        pytest.param("wasn't", ["wasn't"], id="a contraction stays whole"),
        pytest.param("OKER -- four died", ["OKER", "--", "four", "died"], id="a dash of the wires"),
        pytest.param("“No,” he said", ["“", "No", ",", "”", "he", "said"], id="quotation marks"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_text_is_cut_into_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == expected


def test_typographic_apostrophes_are_made_plain_in_lower_case() -> None:
    (token,) = tokenise("Jama’at")
    assert (token.text, token.lower) == ("Jama’at", "jama'at")


def test_a_mark_is_no_word() -> None:
    assert [token.is_word for token in tokenise("a1 , “")] == [True, False, False]


@given(st.text(max_size=60), st.integers(0, 50))
def test_tokens_stand_where_they_say_and_lose_nothing_but_space(text: str, start: int) -> None:
    tokens = tokenise(text, start)
    for token in tokens:
        assert text[token.start - start : token.end - start] == token.text != ""
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    kept = "".join(token.text for token in tokens)
    assert "".join(kept.split()) == "".join(text.split())
