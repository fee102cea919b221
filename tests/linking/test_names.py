import pytest

from tollbook.linking.names import actor_keys, broad_places, place_keys


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Islamic State (IS)", "ISIS", id="the table of names"),
        pytest.param("fighters from Boko Haram", "Boko Haram", id="a name inside a phrase"),
        pytest.param("Northern Salt Liberation Army", "NSLA", id="initials"),
        pytest.param("the Salt Guard militia", "The Salt Guard", id="a word for what it is"),
    ],
)
def test_names_of_one_actor_meet(one: str, other: str) -> None:
    assert actor_keys(one) & actor_keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("an al-Qaeda-linked group", "al-Qaeda", id="a name only compared with"),
        pytest.param("gunmen", "gunmen", id="nobody named"),
        pytest.param("the Salt Guard", "the River Guard", id="a shared common noun"),
    ],
)
def test_different_actors_do_not_meet(one: str, other: str) -> None:
    assert not actor_keys(one) & actor_keys(other)
