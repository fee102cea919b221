"""Where an incident happened, as a template writes it."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from tollbook.evaluating.muc4.phrases import Reading, line
from tollbook.evaluating.muc4.texts import Message

# What is called after a place is none: "MEDELLIN CARTEL", "BOLIVAR SQUARE".
_CALLED_AFTER: Final = re.compile(
    r" (?:CARTEL|BATTALION|SQUARE|AVENUE|STREET|BRIGADE|DIVISION|HOSPITAL|UNIVERSITY|REGIMENT|"
    r"GARRISON|GOVERNMENT|POLICE|RADIO|TELEVISION|NEWSPAPER|MAYOR|BAR|COLUMN|FRONT|HIGHWAY|ROAD|"
    r"HOTEL|CATHEDRAL|ARCHBISHOP|DAILY)\b"
)
_NAME: Final = (
    r"(?P<name>(?:(?:SAN|SANTA|SANTO|LA|EL|LOS|LAS|DE|DEL|PUERTO|NUEVA|VILLA|CIUDAD) )*[A-Z]{3,}"
    r"(?: (?:DE|DEL|LA|LAS|LOS|SAN|SANTA)(?: [A-Z]{4,}))?)"
)
_TOWN: Final = (
    re.compile(
        r"\b(?:TOWNS?|CITY|VILLAGES?|PORT|MUNICIPALITY|COMMUNITY|HAMLET|JURISDICTION) "
        rf"(?:OF|CALLED|KNOWN AS) {_NAME}"
    ),
    re.compile(rf"\b{_NAME},? (?:MUNICIPALITY|TOWN|VILLAGE|JURISDICTION)\b"),
)
_NEIGHBOURHOOD: Final = (
    re.compile(rf"\b{_NAME} (?:NEIGHBORHOOD|DISTRICT|SUBURB)\b"),
    re.compile(rf"\bNEIGHBORHOOD OF {_NAME}"),
)
_NO_NAME: Final = frozenset(
    "THE THIS THAT THESE THOSE AND WITH FROM CAPITAL CITY TOWN VILLAGE COUNTRY AREA AREAS NORTHERN "
    "SOUTHERN EASTERN WESTERN CENTRAL NORTHEASTERN NORTHWESTERN SOUTHEASTERN SOUTHWESTERN DOWNTOWN "
    "ITS HIS THEIR ALL SEVERAL VARIOUS RURAL MILITARY NATIONAL ARMED".split()
)
_HERE: Final = re.compile(r"\b(?:THIS CAPITAL|THE CAPITAL|THIS CITY|HERE)\b")


def where(message: Message, reading: Reading, told: Sequence[int]) -> str:
    """Write the country of an incident, and the first department, town and quarter told with it.

    "This capital" is the town of the dateline.
    """
    country = _country(message)
    known = _places().get(country)
    if known is None:
        return country
    sentences = [reading.told_in(at) for at in told]
    if told and told[0] == 0:
        sentences[0] = sentences[0].partition("--")[2] or sentences[0]
    # The words of the dateline are where it was reported, which is not where it happened.
    filed_from = line(message.place or "")
    here = filed_from if filed_from in known.town_names else None
    department = _first(_departments(known, sentence) for sentence in sentences)
    town = _first(_towns(known, sentence) for sentence in sentences)
    if department is None and town is None and any(map(_HERE.search, sentences)):
        town = here
    quarter = _first(_named(_NEIGHBOURHOOD, sentence) for sentence in sentences)
    if quarter is not None and department is None and town is None:
        town = here
    parts = [country]
    for place, kind in ((department, "DEPARTMENT"), (town, "CITY"), (quarter, "NEIGHBORHOOD")):
        if place is not None and place not in parts[-1]:
            parts.append(f"{place} ({kind})")
    return ": ".join(parts)


def _first(by_sentence: Iterable[Iterable[tuple[int, str]]]) -> str | None:
    """Give the place that stands first in the first sentence that has one."""
    found = (min(places, default=None) for places in by_sentence)
    return next((place[1] for place in found if place is not None), None)


def _departments(known: "_Country", sentence: str) -> Iterator[tuple[int, str]]:
    if known.departments is None:
        return
    for match in known.departments.finditer(sentence):
        if not _CALLED_AFTER.match(sentence, match.end()):
            yield match.start(), match[0]


def _towns(known: "_Country", sentence: str) -> Iterator[tuple[int, str]]:
    for match in known.towns.finditer(sentence) if known.towns is not None else ():
        if not _CALLED_AFTER.match(sentence, match.end()):
            yield match.start(), match[0]
    for start, name in _named(_TOWN, sentence):
        if known.departments is None or not known.departments.fullmatch(name):
            yield start, name


def _named(patterns: Iterable[re.Pattern[str]], sentence: str) -> Iterator[tuple[int, str]]:
    for pattern in patterns:
        for match in pattern.finditer(sentence):
            words = match["name"].split()
            if words[0] not in _NO_NAME and words[-1] not in _NO_NAME:
                yield match.start(), match["name"]


def _country(message: Message) -> str:
    """The country most named; the dateline's where it is named half as often."""
    text = line(message.text)
    named = Counter(
        country for country, known in _places().items() for _ in known.called.findall(text)
    )
    towns = {name: country for country, known in _places().items() for name in known.town_names}
    of_dateline = towns.get(line(message.place or ""))
    if not named:
        return of_dateline or line(message.country or "") or "EL SALVADOR"
    country, times = named.most_common(1)[0]
    if of_dateline and (times < 2 or 2 * named[of_dateline] >= times):
        return of_dateline
    return country


@dataclass(frozen=True, slots=True, kw_only=True)
class _Country:
    called: re.Pattern[str]
    departments: re.Pattern[str] | None
    towns: re.Pattern[str] | None
    town_names: tuple[str, ...]


@cache
def _places() -> Mapping[str, _Country]:
    raw = files("tollbook.data").joinpath("latin_american_places.en.toml").read_text("utf-8")
    return {
        country.upper(): _Country(
            called=_any_of(names["called"]),
            departments=_any_of(names["departments"]) if names["departments"] else None,
            towns=_any_of(names["towns"]),
            town_names=tuple(town.upper() for town in names["towns"]),
        )
        for country, names in tomllib.loads(raw).items()
    }


def _any_of(names: Sequence[str]) -> re.Pattern[str]:
    written = "|".join(re.escape(name.upper()) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{written})\b")
