"""The forces that every state has, by rule: "the Malian army", "les gendarmes tchadiens"."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from tollbook.actor import Actor
from tollbook.identifying.countries import countries
from tollbook.identifying.spelling import keys_of

GOVERNMENT: Final = "government"
Keys = tuple[str, ...]
# Of two countries whose people go by one name, the one that reports on war mean.
_MEANT: Final = frozenset({"CD"})
# UCDP's names of governments, where they are not those of the table of countries.
_UCDP: Final = {
    "BA": "Bosnia-Herzegovina",
    "CD": "DR Congo (Zaire)",
    "KH": "Cambodia (Kampuchea)",
    "MG": "Madagascar (Malagasy)",
    "MM": "Myanmar (Burma)",
    "RS": "Serbia (Yugoslavia)",
    "RU": "Russia (Soviet Union)",
    "US": "United States of America",
    "VN": "Vietnam (North Vietnam)",
    "YE": "Yemen (North Yemen)",
    "ZW": "Zimbabwe (Rhodesia)",
}
_NAMES: Final = {
    "military": "Military of {}",
    "air-force": "Air force of {}",
    "navy": "Navy of {}",
    "police": "Police of {}",
    "gendarmerie": "Gendarmerie of {}",
    "intelligence": "Intelligence service of {}",
    "government": "Government of {}",
}


@dataclass(frozen=True, slots=True)
class Force:
    """A kind of force, and the language of the word that named it."""

    kind: str
    language: str


@dataclass(frozen=True, slots=True)
class People:
    """A country as words name it; `is_name` tells "Mali" from "Malian"."""

    country: str
    language: str
    is_name: bool
    is_short: bool


def state_actor(country: str, force: str) -> Actor:
    """The force of a country, by ISO 3166-1 alpha-2 code and kind.

    Example:
        >>> state_actor("ML", "gendarmerie").name, state_actor("ML", "police").parent
        ('Gendarmerie of Mali', 'ml-government')
    """
    # Territories have police too, and no row of their own: the code stands for the name.
    name = country_names().get(country, country)
    return Actor(
        id=f"{country.lower()}-{force}",
        name=_NAMES[force].format(name),
        sector=_forces()[force]["sector"],
        inter=1,
        country=country,
        parent=None if force == GOVERNMENT else f"{country.lower()}-{GOVERNMENT}",
        ucdp=f"Government of {_UCDP.get(country, name)}",
    )


@cache
def force_words() -> Mapping[Keys, Force]:
    """The words for a force, as they are compared by, with its kind."""
    found: dict[Keys, Force] = {}
    for kind, row in _forces().items():
        for language in ("en", "fr", "es", "ar"):
            for words in row.get(language, "").split("|"):
                found.setdefault(keys_of(words), Force(kind, language))
    return found


@cache
def peoples() -> Mapping[Keys, People]:
    """The words for a country and its people, as they are compared by."""
    found: dict[Keys, People] = {}
    for name, row in countries().items():
        for word in (name, *row.get("also", [])):
            found.setdefault(keys_of(word), People(row["iso"], "en", True, len(word) <= 3))
        for word in row["demonyms"]:
            people = People(row["iso"], "en", False, False)
            if row["iso"] in _MEANT:
                found[keys_of(word)] = people
            found.setdefault(keys_of(word), people)
    source = files("tollbook") / "data" / "actors" / "peoples.jsonl"
    for line in source.read_text(encoding="utf-8").splitlines()[1:]:
        other = json.loads(line)
        for language in ("fr", "es", "ar"):
            for word in other[language]:
                is_name = word[:1].isupper()
                people = People(other["country"], language, is_name, len(word) <= 3)
                found.setdefault(keys_of(word), people)
    return found


@cache
def governments() -> Mapping[Keys, str]:
    """What stands for a government by itself: a country, its people, its capital."""
    return {**capitals(), **{keys: people.country for keys, people in peoples().items()}}


@cache
def capitals() -> Mapping[Keys, str]:
    """The countries of capitals."""
    return {keys_of(city): row["iso"] for row in countries().values() for city in row["capitals"]}


@cache
def country_names() -> Mapping[str, str]:
    """English names by ISO code."""
    return {row["iso"]: name for name, row in countries().items()}


@cache
def _forces() -> dict[str, dict[str, str]]:
    source = files("tollbook") / "data" / "actors" / "forces.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
