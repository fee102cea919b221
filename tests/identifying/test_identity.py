"""Words for somebody, and the actor they name."""

import pytest

from tollbook.identifying import identify


@pytest.mark.parametrize(
    ("words", "known"),
    [
        pytest.param("JNIM", "jnim", id="an abbreviation"),
        pytest.param("Group to Support Islam and Muslims", "jnim", id="a translation"),
        pytest.param("Groupe de soutien à l'islam et aux musulmans", "jnim", id="French"),
        pytest.param("نصرة الإسلام والمسلمين", "jnim", id="Arabic"),
        pytest.param("Jama'a Nusrat ul-Islam wal Muslimeen", "jnim", id="another transliteration"),
        pytest.param("JNIM fighters", "jnim", id="its people"),
        pytest.param("Boko Harem", "boko-haram", id="a letter off"),
        pytest.param("the Pakistani Taliban", "ttp", id="a longer name wins"),
        pytest.param("Hamas's Qassam Brigades", "qassam", id="the part of a whole"),
        pytest.param("the IS group", "islamic-state", id="two letters with capitals"),
        pytest.param("Syrian warplanes", "sy-air-force", id="a force by rule"),
        pytest.param("Mali's army", "ml-military", id="an owner"),
        pytest.param("the army of Chad", "td-military", id="of a country"),
        pytest.param("l'armée malienne", "ml-military", id="French force"),
        pytest.param("fuerzas armadas de Colombia", "co-military", id="Spanish force"),
        pytest.param("الجيش العراقي", "iq-military", id="Arabic force"),
        pytest.param("IRAQI FORCES", "iq-military", id="upper-case wire"),
        pytest.param("IDF", "il-military", id="a force by its own name"),
        pytest.param("Turkish-backed rebels", "sna-syria", id="a name with a tie in it"),
    ],
)
def test_an_actor_is_known_by_every_name(words: str, known: str) -> None:
    actor = identify(words)
    assert actor is not None
    assert actor.id == known


@pytest.mark.parametrize(
    "words",
    [
        "masked gunmen",
        "the army",
        "an al-Qaeda-linked group",
        "an al-Qaeda affiliate",
        "anti-Taliban fighters",
        "us",
        "is",
        "Kurdish villagers",
        "Hutu refugees",
        "Amber Front",
        "",
    ],
)
def test_who_is_not_named_is_nobody(words: str) -> None:
    assert identify(words) is None


@pytest.mark.parametrize(
    ("words", "country", "known"),
    [
        ("Ansar al-Islam", "BF", "ansaroul-islam"),
        ("Ansar al-Islam", "IQ", "ansar-al-islam"),
        ("Ansar al-Islam", None, None),
        ("ANP", "AF", "af-police"),
        ("ANP", "DZ", "dz-military"),
    ],
)
def test_namesakes_are_told_apart_by_country(
    words: str, country: str | None, known: str | None
) -> None:
    actor = identify(words, country=country)
    assert (actor and actor.id) == known


def test_a_state_s_force_knows_its_government() -> None:
    actor = identify("Malian gendarmes")
    assert actor is not None
    assert (actor.parent, actor.inter, actor.sector) == ("ml-government", 1, "COP")
    assert actor.ucdp == "Government of Mali"
