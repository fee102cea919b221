import pytest

from tollbook.linking.actors import actor_keys, actor_name, choose_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Islamic State (IS)", "ISIS", id="the table of names"),
        pytest.param("fighters from Boko Haram", "Boko Haram", id="a name inside a phrase"),
        pytest.param("Northern Salt Liberation Army", "NSLA", id="initials"),
        pytest.param("Malian jets", "Mali", id="a people and its country"),
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
        pytest.param("its men", "its men", id="pointed back at"),
        pytest.param("dozens of its fighters", "dozens of its fighters", id="counted"),
        pytest.param("The Islamic State affiliate", "Islamic State", id="an affiliate"),
        pytest.param("the jets", "the jets", id="a machine"),
        pytest.param("the Salt Guard", "the River Guard", id="a shared common noun"),
    ],
)
def test_different_actors_do_not_meet(one: str, other: str) -> None:
    assert not actor_keys(one) & actor_keys(other)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("Fighters of the Tarn Front", "Tarn Front", id="who is of it"),
        pytest.param("The Tarn Front", "the Tarn Front", id="an article"),
        pytest.param("The Sarn-linked Tarn Front", "Tarn Front", id="a tie"),
        pytest.param("Army of Salt", "Army of Salt", id="a body in the name"),
        pytest.param("Armed Salt Group", "Armed Salt Group", id="an adjective in the name"),
        pytest.param("al Qaeda", "al Qaeda", id="an article in the name"),
        pytest.param("Salt Guard militants", "Salt Guard", id="who is of it, after"),
        pytest.param("30 Salt Guard gunmen", "Salt Guard", id="how many"),
        pytest.param("Malian soldiers", "Malian soldiers", id="a people is no name"),
        pytest.param("Dozens of Salt Guard gunmen", "Salt Guard", id="about how many"),
        pytest.param("Malian war planes", "Malian war planes", id="a machine says how"),
        pytest.param("a Sarn man", "a Sarn man", id="one man and where he is from"),
        pytest.param("THE SALT GUARD", "THE SALT GUARD", id="a wire in capitals"),
        pytest.param("Gunmen", "gunmen", id="nobody named"),
        pytest.param("A suicide bomber", "a suicide bomber", id="nobody named, with an article"),
    ],
)
def test_an_actor_is_shown_by_name(words: str, name: str) -> None:
    assert actor_name(words) == name


def test_the_fullest_name_is_shown() -> None:
    said = ["NSLA", "The Sarn-backed Northern Salt Liberation Army (NSLA)", "some NSLA fighters"]
    assert choose_name(said) == "Northern Salt Liberation Army (NSLA)"
