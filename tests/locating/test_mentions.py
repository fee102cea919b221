"""Places in reports, found and resolved with the shipped weights. All reports are invented."""

import pytest

from tollbook.locating.mentions import Mention, find_mentions, resolve_mentions
from tollbook.place import GazetteerEntry

TOWNS = {
    "Paris": [
        ("FR", "Île-de-France", 48.85, 2.35, 2_100_000),
        ("US", "Texas", 33.66, -95.56, 24_000),
    ],
    "Bamako": [("ML", "Bamako", 12.65, -8.0, 1_300_000)],
    "Mopti": [("ML", "Mopti", 14.49, -4.19, 114_000)],
    "Aleppo": [("SY", "Aleppo", 36.2, 37.16, 2_000_000)],
}


class Towns:
    """A gazetteer of a few towns, for tests."""

    def knows(self, name: str) -> bool:
        return name in TOWNS

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        return tuple(
            GazetteerEntry(
                id=f"x:{name}:{adm1}",
                name=name,
                latitude=latitude,
                longitude=longitude,
                feature="P.PPL",
                country=country,
                adm1=adm1,
                population=people,
            )
            for country, adm1, latitude, longitude, people in TOWNS.get(name, [])
        )


def told(mentions: tuple[Mention, ...]) -> dict[str, str | None]:
    return {m.words.text: m.entry.country if m.entry else None for m in mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "BAMAKO, Mali (Wire) - Gunmen killed nine people in Mopti on Monday.",
            {"BAMAKO": "ML", "Mali": "ML", "Mopti": "ML"},
            id="a dateline",
        ),
        pytest.param(
            "Two people were killed in Paris, Texas, on Sunday.",
            {"Paris": "US", "Texas": "US"},
            id="a namesake",
        ),
        pytest.param(
            "GUNMEN KILLED NINE PEOPLE IN BAMAKO ON MONDAY, THE ARMY OF MALI REPORTED.",
            {"BAMAKO": "ML", "MALI": "ML"},
            id="a wire text in capitals",
        ),
        pytest.param(
            "Fighters were killed in the village of Qorvale in northern Syria.",
            {"Qorvale": None, "Syria": "SY"},
            id="unknown is unresolved",
        ),
        pytest.param("Nobody was hurt, the mayor said.", {}, id="no place"),
    ],
)
def test_places_are_found_and_told(text: str, expected: dict[str, str | None]) -> None:
    mentions = find_mentions(text, Towns())
    assert told(mentions) == expected
    assert all(text[m.start : m.end] == m.words.text for m in mentions)


def test_adjectives_are_marked_as_such() -> None:
    (mention,) = find_mentions("He met Turkish police officers.", Towns())
    assert mention.is_adjective
    assert mention.entry is not None
    assert mention.entry.country == "TR"


def test_what_is_unresolved_has_no_probability() -> None:
    (mention,) = resolve_mentions("A raid in Qorvale.", [(10, 17)], Towns())
    assert mention.entry is None
    assert mention.probability == 0.0


def test_candidates_come_likeliest_first() -> None:
    (mention,) = resolve_mentions("A fire in Paris.", [(10, 15)], Towns())
    assert [entry.country for entry in mention.candidates] == ["FR", "US"]
    assert mention.entry == mention.candidates[0]


def test_reading_twice_gives_the_same() -> None:
    text = "Shells hit Aleppo. Aleppo and Mopti are far apart, the Syrian army said."
    assert find_mentions(text, Towns()) == find_mentions(text, Towns())
