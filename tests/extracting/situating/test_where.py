from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.extracting.situating.where import PlaceKind, find_places


def found(text: str) -> list[str]:
    return [" ".join(place.text.split()) for place in find_places(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("Two died in Sarn.", ["Sarn"], id="a name after a preposition"),
        pytest.param("shot in the town of Oum Tellit", ["Oum Tellit"], id="the town of"),
        pytest.param("a raid in Taval province", ["Taval province"], id="a kind after the name"),
        pytest.param("near Bir el-Jadid on foot", ["Bir el-Jadid"], id="a particle in the name"),
        pytest.param("in al-Jadid", ["al-Jadid"], id="a particle at the start"),
        pytest.param(
            "killed at a busy street market", ["a busy street market"], id="no name at all"
        ),
        pytest.param(
            "in Sarn, Taval province, Chad", ["Sarn", "Taval province", "Chad"], id="a chain"
        ),
        pytest.param("in Sarn and Tellit.", ["Sarn", "Tellit"], id="a list"),
        pytest.param("Chad’s capital buried them", ["Chad"], id="a possessive"),
        pytest.param("Malis north burned in Gao", ["Gao", "Malis"], id="apostrophes lost"),
        pytest.param("in the small town of Sarn", ["Sarn"], id="an adjective before the kind"),
        pytest.param("the Chadian town of Sarn", ["Sarn"], id="a people before the kind"),
        pytest.param("the Ouma district of Sarn", ["Ouma district", "Sarn"], id="a part of a town"),
        pytest.param(
            "near the Tellit Opera House", ["Tellit Opera House"], id="a building with a name"
        ),
        pytest.param("SARN (Red News) — It rained", ["SARN"], id="a dateline"),
        pytest.param(
            "TWO PEASANTS WERE SHOT IN THE DEPARTMENT OF TAVALO, NEAR OUMATELL.",
            ["OUMATELL", "TAVALO"],
            id="upper case",
        ),
        pytest.param("A BOMB EXPLODED IN SAN TELMO YESTERDAY", ["SAN TELMO"], id="a saint"),
    ],
)
def test_places_are_found_most_exact_first(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("on Tuesday in March", id="dates"),
        pytest.param("from the Defence Ministry", id="a body"),
        pytest.param("at ISIS in ABC", id="abbreviations"),
        pytest.param("in Syrian hands", id="a people"),
        pytest.param("IN THE LAST MONTH THE ARMY ATTACKED AT NIGHT", id="upper case words"),
    ],
)
def test_these_are_no_places(text: str) -> None:
    assert found(text) == []


def test_kinds_say_how_exact_a_place_is() -> None:
    kinds = [place.kind for place in find_places("at a mosque in Sarn, in Taval province, Mali")]
    assert kinds == [PlaceKind.SPOT, PlaceKind.NAME, PlaceKind.PROVINCE, PlaceKind.COUNTRY]


words = st.sampled_from(["in", "the", "town", "of", "Sarn", "Mali", "and", ",", "market’s", "IN"])


@given(text=st.lists(st.one_of(words, st.text(max_size=5)), max_size=15).map(" ".join))
def test_places_are_verbatim_and_never_overlap(text: str) -> None:
    places = find_places(text)
    assert all(text[place.start : place.end] == place.text for place in places)
    edges = sorted((place.start, place.end) for place in places)
    assert all(before[1] <= after[0] for before, after in pairwise(edges))
