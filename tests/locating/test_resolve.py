"""Namesakes are told apart by what a report says around them. All reports are invented."""

import pytest

from tollbook.document import Words
from tollbook.locating.resolve import Name, resolve
from tollbook.place import GazetteerEntry


def place(
    name: str, country: str, adm1: str = "", adm2: str = "", *, at: tuple[float, float],
    people: int = 0, feature: str = "P.PPL",
) -> GazetteerEntry:  # fmt: skip
    return GazetteerEntry(
        id=f"x:{name}:{country}:{adm1}",
        name=name,
        latitude=at[0],
        longitude=at[1],
        feature=feature,
        country=country,
        adm1=adm1,
        adm2=adm2,
        population=people,
    )


PLACES = (
    place("Paris", "FR", "Île-de-France", at=(48.85, 2.35), people=2_100_000, feature="P.PPLC"),
    place("Paris", "US", "Texas", "Lamar County", at=(33.66, -95.56), people=24_000),
    place("Paris", "US", "Kentucky", "Bourbon County", at=(38.21, -84.25), people=10_000),
    place("Lexington", "US", "Kentucky", "Fayette County", at=(37.99, -84.48), people=320_000),
    place("Lexington", "US", "Massachusetts", at=(42.45, -71.23), people=31_000),
    place("Georgetown", "GY", at=(6.8, -58.16), people=235_000, feature="P.PPLC"),
    place("Georgetown", "US", "Kentucky", "Scott County", at=(38.21, -84.56), people=32_000),
    place("Bourbon County", "US", "Kentucky", "Bourbon County", at=(38.2, -84.2), feature="A.ADM2"),
    place("Bourbon County", "US", "Kansas", "Bourbon County", at=(37.8, -94.8), feature="A.ADM2"),
    place("Springfield", "US", "Illinois", at=(39.8, -89.64), people=116_000),
    place("Springfield", "US", "Massachusetts", at=(42.1, -72.59), people=153_000),
    place("Bamako", "ML", "Bamako", at=(12.65, -8.0), people=1_300_000, feature="P.PPLC"),
    place("Sarn", "ML", "Mopti", at=(14.5, -4.2)),
    place("Sarn", "RU", "Sverdlovsk", at=(57.0, 60.0)),
)  # fmt: skip


class Places:
    """A gazetteer of a few places, for tests."""

    def knows(self, name: str) -> bool:
        return bool(self.named(name))

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        found = [entry for entry in PLACES if entry.name.lower() == name.lower()]
        return tuple(sorted(found, key=lambda entry: -entry.population))

    def find(self, name: str) -> tuple[GazetteerEntry, ...]:
        return self.named(name)


def meant(text: str, *spoken: str) -> list[str]:
    """Where each of the names, in reading order, is taken to be."""
    names, at = [], 0
    for name in spoken:
        at = text.index(name, at)
        names.append(Name(words=Words(text=name, start=at, end=at + len(name)), name=name))
        at += len(name)
    found = [meaning.entry for meaning in resolve(text, names, Places())]
    return ["" if entry is None else entry.adm1 or entry.country for entry in found]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        pytest.param(
            "A fire broke out in Paris on Monday.", ["Paris"], ["Île-de-France"], id="the largest"
        ),
        pytest.param(
            "A fire broke out in Paris, Texas, on Monday.",
            ["Paris", "Texas"],
            ["Texas", "Texas"],
            id="what the comma says",
        ),
        pytest.param(
            "LEXINGTON, Ky. - Crews from Georgetown and Paris helped.",
            ["LEXINGTON", "Ky.", "Georgetown", "Paris"],
            ["Kentucky", "Kentucky", "Kentucky", "Kentucky"],
            id="a local paper means the near ones",
        ),
        pytest.param(
            "Deputies in Bourbon County were called to Paris from Lexington.",
            ["Bourbon County", "Paris", "Lexington"],
            ["Kentucky", "Kentucky", "Kentucky"],
            id="a county and its town",
        ),
        pytest.param(
            "He moved from Springfield, Mass., to Springfield, Ill., last year.",
            ["Springfield", "Mass.", "Springfield", "Ill."],
            ["Massachusetts", "Massachusetts", "Illinois", "Illinois"],
            id="two of one name",
        ),
        pytest.param(
            "Raiders came to Sarn at dawn, officials in Bamako said. Mali is at war.",
            ["Sarn", "Bamako", "Mali"],
            ["Mopti", "Bamako", "ML"],
            id="the country that is named",
        ),
    ],
)
def test_context_decides_between_namesakes(
    text: str, names: list[str], expected: list[str]
) -> None:
    assert meant(text, *names) == expected


def test_one_name_means_one_place_throughout() -> None:
    text = "PARIS, Texas - A storm hit. Paris had no power. Schools in Paris are closed."
    assert meant(text, "PARIS", "Texas", "Paris", "Paris")[2:] == ["Texas", "Texas"] or (
        meant(text, "Texas", "Paris", "Paris") == ["Texas", "Texas", "Texas"]
    )


def test_the_publishers_home_speaks_for_the_places_around_it() -> None:
    text = "The council of Georgetown met."
    name = Name(words=Words(text="Georgetown", start=15, end=25), name="Georgetown")
    home = next(entry for entry in PLACES if entry.name == "Lexington")
    (meaning,) = resolve(text, [name], Places(), home)
    assert meaning.entry is not None
    assert meaning.entry.adm1 == "Kentucky"


def test_a_name_that_no_gazetteer_has_is_unresolved() -> None:
    assert meant("A blast hit Qorvale.", "Qorvale") == [""]


class LoosePlaces(Places):
    """One that knows Sarn by another spelling."""

    def like(self, name: str, country: str) -> tuple[GazetteerEntry, ...]:
        found = self.named("Sarn") if name == "Saarn" else ()
        return tuple(entry for entry in found if entry.country == country)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A blast hit Saarn, not Bamako or Mali.", "Mopti", id="of its country"),
        pytest.param("A blast hit Saarn.", "", id="of no country we know"),
    ],
)
def test_another_spelling_is_looked_for_in_the_country_of_the_report(
    text: str, expected: str
) -> None:
    names = [
        Name(words=Words(text=word, start=at, end=at + len(word)), name=word)
        for word in ("Saarn", "Bamako", "Mali")
        if (at := text.find(word)) >= 0
    ]
    first, *_ = resolve(text, names, LoosePlaces())
    assert (first.entry.adm1 if first.entry is not None else "") == expected


@pytest.mark.parametrize(("word", "expected"), [("Bamakos", "Bamako"), ("Sarns", "")])
def test_a_well_known_place_is_meant_where_the_mark_of_its_owner_was_lost(
    word: str, expected: str
) -> None:
    assert meant(f"{word} market burned.", word) == [expected]


def test_a_part_of_a_town_is_told_by_the_town() -> None:
    assert meant("Police searched South Lexington.", "South Lexington") == ["Kentucky"]


def test_no_names_are_no_meanings() -> None:
    assert resolve("Nobody was hurt.", [], Places()) == ()
