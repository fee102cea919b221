import pytest

from tollbook.linking.names import broad_places, place_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Tell Amar", "the town of Tell Amar", id="the kind of place"),
        pytest.param("Hasaka", "Hasakeh", id="a final vowel"),
        pytest.param("Raqa", "RAQQA", id="a doubled letter"),
        pytest.param("Bab al-Jebel", "Bab el-Jebel", id="the article"),
        pytest.param("Sarn", "northern Sarn province", id="a direction"),
        pytest.param("Nioro-du-Lac", "Nioro du Lac", id="hyphens"),
    ],
)
def test_spellings_of_one_place_meet(one: str, other: str) -> None:
    assert place_keys(one) == place_keys(other) != frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mali", "Malawi"), ("Niger", "Nigeria"), ("Tell Amar", "Tell Brak"), ("Sarn", "Sorn")],
)
def test_different_places_do_not_meet(one: str, other: str) -> None:
    assert not place_keys(one) & place_keys(other)


def test_a_country_is_broad_and_a_town_is_not() -> None:
    assert place_keys("Burkina Faso") <= broad_places()
    assert not place_keys("Oum Tellit") & broad_places()
