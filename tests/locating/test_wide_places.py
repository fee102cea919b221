import pytest

from tollbook.locating.wide_places import candidates, is_wide, wide_places
from tollbook.place import GazetteerEntry


class Nothing:
    """A gazetteer of no place at all."""

    def knows(self, name: str) -> bool:  # noqa: ARG002
        return False

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:  # noqa: ARG002
        return ()

    def find(self, name: str) -> tuple[GazetteerEntry, ...]:  # noqa: ARG002
        return ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("U.S.", "United States"),
        ("US", "United States"),
        ("Ky.", "Kentucky"),
        ("B.C.", "British Columbia"),
        ("Middle East", "Middle East"),
        ("Zaïre", "Democratic Republic of the Congo"),
        ("Holland", "Netherlands"),
    ],
)
def test_wide_places_need_no_gazetteer(name: str, expected: str) -> None:
    assert [entry.name for entry in candidates(name, Nothing())] == [expected]
    assert is_wide(name)


@pytest.mark.parametrize("word", ["us", "in", "or", "wash.", "Sarn"])
def test_small_words_are_no_short_forms(word: str) -> None:
    assert not is_wide(word)


def test_a_country_the_gazetteer_has_keeps_its_id_and_gets_our_point() -> None:
    listed = GazetteerEntry(
        id="x:ca", name="Canada", latitude=45, longitude=-80, feature="A.PCLI", country="CA"
    )

    class Canada(Nothing):
        def named(self, name: str) -> tuple[GazetteerEntry, ...]:
            return (listed,) if name == "Canada" else ()

    (found,) = candidates("Canada", Canada())
    assert found.id == "x:ca"
    assert found.latitude > 55


def test_adjectives_stand_for_countries_and_continents() -> None:
    adjectives = wide_places().adjectives
    assert adjectives["Turkish"].country == "TR"
    assert adjectives["European"].name == "Europe"
