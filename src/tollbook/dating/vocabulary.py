"""The words of a language for time, read from its table."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tollbook.dating.calendar import Unit


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Classes by word, the sets that phrases use, and the phrases as they are written.

    `classes` gives for a word, in lower case, each class it belongs to with what it says there.
    """

    classes: Mapping[str, tuple[tuple[str, Any], ...]]
    numbers: Mapping[str, int]
    multipliers: Mapping[str, int]
    holidays: Mapping[tuple[str, ...], str]
    opens_holidays: frozenset[str]
    short: frozenset[str]
    doubtful: frozenset[str]
    behind_doubtful: frozenset[str]
    ahead: frozenset[str]
    past: frozenset[str]
    beginnings: frozenset[str]
    sets: Mapping[str, str]
    phrases: tuple[Mapping[str, Any], ...]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Read the table of a language, by its two letters."""
    table = files("tollbook").joinpath("dating", "words", f"{language}.toml")
    return _vocabulary(tomllib.loads(table.read_text("utf-8")))


def calendar_names(language: str = "en") -> frozenset[str]:
    """Give the names of weekdays and months, long and short, in lower case."""
    kinds = {"WEEKDAY_NAME", "MONTH_NAME"}
    classes = vocabulary(language).classes
    return frozenset(word for word, found in classes.items() if kinds & {kind for kind, _ in found})


def _vocabulary(raw: Mapping[str, Any]) -> Vocabulary:
    classes: dict[str, list[tuple[str, Any]]] = {}

    def add(word: str, kind: str, says: Any) -> None:
        classes.setdefault(word, []).append((kind, says))

    for name, kind in (("weekdays", "WEEKDAY"), ("months", "MONTH")):
        for word, row in raw[name].items():
            add(word, kind, row["number"])
            add(word, f"BARE_{kind}", row["number"])
            for spelling in (word, *row["short"]):
                add(spelling, f"{kind}_NAME", row["number"])
    for word, row in raw["weekdays"].items():
        add(f"{word}s", "WEEKDAYS", row["number"])
    for unit, (one, *many) in raw["units"].items():
        for word in (one, *many):
            add(word, "UNIT", Unit(unit))
            add(word, f"UNIT:{unit}", Unit(unit))
        for word in many:
            add(word, "UNITS", Unit(unit))
        if Unit(unit) not in (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY):
            add(one, "UNIT_OF_CALENDAR", Unit(unit))
    for name, kind in (
        ("ordinals", "ORDINAL"),
        ("parts", "PART"),
        ("seasons", "SEASON"),
        ("decades", "DECADE"),
    ):
        for word, says in raw[name].items():
            add(word, kind, says)
            add(word, f"{kind}:{word}", says)
    return Vocabulary(
        classes={word: tuple(found) for word, found in classes.items()},
        numbers=raw["numbers"],
        multipliers=raw["multipliers"],
        holidays={tuple(words.split()): day for words, day in raw["holidays"].items()},
        opens_holidays=frozenset(words.split()[0] for words in raw["holidays"]),
        short=frozenset(
            word
            for name in ("weekdays", "months")
            for row in raw[name].values()
            for word in row["short"]
        ),
        doubtful=frozenset(raw["doubtful"]["months"]),
        behind_doubtful=frozenset(raw["doubtful"]["behind"].split()),
        ahead=frozenset(raw["tense"]["ahead"].split()),
        past=frozenset(raw["tense"]["behind"].split()),
        beginnings=frozenset(raw["tense"]["beginnings"].split()),
        sets=raw["sets"],
        phrases=tuple(raw["phrases"]),
    )
