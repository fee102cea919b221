"""The actors a text names, each where it stands."""

from tollbook.identifying import find_actors


def named(text: str, **more: str) -> list[tuple[str, str]]:
    return [(one.words.text, one.actor.id) for one in find_actors(text, **more)]  # type: ignore[arg-type]


def test_names_stand_at_their_place() -> None:
    text = "On Monday Malian soldiers and Boko Haram fought."
    for one in find_actors(text):
        assert text[one.words.start : one.words.end] == one.words.text
    assert named(text) == [("Malian soldiers", "ml-military"), ("Boko Haram", "boko-haram")]


def test_a_short_name_is_whom_the_text_names_in_full() -> None:
    assert named("Jaish-e-Mohammed denied it. JEM is banned.")[-1] == ("JEM", "jaish-e-mohammed")
    assert named("JEM is banned.") == []
    assert named("JEM is banned.", country="SD") == [("JEM", "jem")]


def test_a_comma_parts_a_name() -> None:
    assert named("He named Mali, army officers and others.") == []


def test_who_is_only_compared_with_is_not_named() -> None:
    assert named("A Hezbollah-led alliance and anti-Houthi units met.") == []


def test_a_word_that_is_no_name_stays_one() -> None:
    assert named("What is left for us is far too little.") == []


def test_a_nation_s_people_are_not_its_army() -> None:
    assert named("Three Syrian children and a French nun were hurt.") == []
