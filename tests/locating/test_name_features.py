"""Where a name may stand, and how far one may reach. All names are invented."""

import pytest

from tests.locating.gazetteers import FewPlaces
from tollbook.locating.name_features import look, name_of, reach
from tollbook.locating.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He met Tam Vel in Sarn.", ["Tam", "Vel", "Sarn"], id="what has a capital"),
        pytest.param("The Isle of Oker burned.", ["Isle", "of", "Oker"], id="small words inside"),
        pytest.param("They fled Oker and walked.", ["Oker"], id="small words beside a name"),
        pytest.param("REBELS BURNED MARKETS IN SARN", ["REBELS", "SARN"], id="all in capitals"),
    ],
)
def test_a_name_may_stand_where_words_have_capitals(text: str, expected: list[str]) -> None:
    sight = look(tokenise(text), FewPlaces(), frozenset({"burned", "markets"}))
    opened = zip(sight.tokens, sight.is_open, strict=True)
    assert [token.text for token, is_open in opened if is_open] == expected


@pytest.mark.parametrize(
    ("text", "is_shouted", "expected"),
    [
        pytest.param("Sarn Oker Taval Mopala Vel", False, "Sarn Oker Taval Mopala Vel", id="small"),
        pytest.param("SARN OKER TAVAL MOPALA VEL", True, "SARN OKER TAVAL", id="three"),
        pytest.param("SARN DE LA OKER TAVAL", True, "SARN DE LA OKER TAVAL", id="and their joints"),
    ],
)
def test_a_name_in_capitals_has_three_words(text: str, is_shouted: bool, expected: str) -> None:
    tokens = tokenise(text)
    end = reach(tokens, 0, [True] * len(tokens), shouted=is_shouted)
    assert text[: tokens[end - 1].end] == expected


@pytest.mark.parametrize(
    ("text", "is_shouted", "expected"),
    [
        pytest.param("NORTH SARN-OKER", True, "North Sarn-Oker", id="all in capitals"),
        pytest.param("OKER", True, "Oker", id="a short one"),
        pytest.param("OKER", False, "OKER", id="initials in a text that is not"),
    ],
)
def test_a_name_is_set_down_as_usual(text: str, is_shouted: bool, expected: str) -> None:
    assert name_of(tokenise(text), shouted=is_shouted) == expected
