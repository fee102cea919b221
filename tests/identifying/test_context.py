"""Words that name nobody by themselves."""

import pytest

from tollbook.identifying import find_actors, whose


@pytest.mark.parametrize(
    ("words", "country", "known"),
    [
        ("the army", "ML", "ml-military"),
        ("government forces", "SD", "sd-military"),
        ("regime warplanes", "SY", "sy-air-force"),
        ("police officers", "KE", "ke-police"),
        ("the military junta", "MM", "mm-military"),
        ("Moscow", None, "ru-government"),
        ("the army", None, None),
        ("rebel forces", "SY", None),
        ("foreign troops", "ML", None),
        ("the Amber Front", "ML", None),
        ("gunmen", "ML", None),
    ],
)
def test_whose_forces_follows_from_the_country(
    words: str, country: str | None, known: str | None
) -> None:
    actor = whose(words, country=country)
    assert (actor and actor.id) == known


def test_the_group_is_the_one_named_last() -> None:
    before = find_actors("Boko Haram and ISWAP fought.")
    actor = whose("the group", before=before)
    assert actor is not None
    assert actor.id == "is-west-africa"


def test_rebels_are_the_only_ones_named() -> None:
    one = find_actors("M23 took Oker from the Congolese army.")
    two = find_actors("M23 and the ADF took Oker.")
    actor = whose("the rebels", before=one)
    assert actor is not None
    assert actor.id == "m23"
    assert whose("the rebels", before=two) is None


def test_without_a_country_the_only_state_named_is_meant() -> None:
    actor = whose("the army", before=find_actors("The Malian government spoke."))
    assert actor is not None
    assert actor.id == "ml-military"


def test_a_group_is_a_new_one_and_the_group_is_not() -> None:
    before = find_actors("Boko Haram denied it.")
    assert whose("a group of armed men", before=before) is None
    assert whose("the group", before=before) is not None
