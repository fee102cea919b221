"""Which of several places of one name a report means.

Every place of a name is weighed by what it is (a capital, a hamlet), by what the report says
beside the name ("Paris, Texas"), by the states and regions the report names, and by where
its other names lie. One name means one place throughout a report.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import exp, log10
from typing import Final

from tollbook.place import GazetteerEntry

MOST: Final = 40
"""How many places of one name are weighed; the gazetteer gives the best known first."""

ROUNDS: Final = 2
_NEAR_DEGREES: Final = 1.0
# How likely a place must be to say anything of others, to count as named, to draw others near.
_LEAST_SAID: Final = 0.02
_LEAST_NAMED: Final = 0.3
_LEAST_NEAR: Final = 0.15
_TOO_WIDE: Final = ("A.PCL", "A.ADM1", "L.", "H.")


@dataclass(slots=True)
class Namesakes:
    """A name as a report uses it, and the places of that name.

    `is_wide` says that the first of them is one that every report takes as known. `tied` are the
    ids of those that the words beside the name point to. `probabilities` runs along `entries`.
    """

    name: str
    entries: Sequence[GazetteerEntry]
    is_wide: bool = False
    tied: set[str] = field(default_factory=set)
    probabilities: list[float] = field(default_factory=list)


_District = tuple[str, str, str]


@dataclass(slots=True)
class _Said:
    """What one name says of where the others may lie: country, division, how likely."""

    likely: list[tuple[str, str, float]] = field(default_factory=list)
    named_countries: list[str] = field(default_factory=list)
    named_divisions: list[tuple[str, str]] = field(default_factory=list)
    named_districts: set[_District] = field(default_factory=set)
    districts_of_towns: set[_District] = field(default_factory=set)
    places: list[tuple[float, float, float]] = field(default_factory=list)


@dataclass(slots=True)
class _Company:
    """What a report's names say together: the share that may lie in each country and division."""

    countries: dict[str, float]
    divisions: dict[tuple[str, str], float]
    named_countries: Mapping[str, float]
    named_divisions: Mapping[tuple[str, str], float]
    named_districts: Set[_District]
    districts_of_towns: Set[_District]


def weigh(names: Sequence[Namesakes], home: GazetteerEntry | None = None) -> None:
    """Set the probabilities of every name's places, each name in the company of the others.

    Args:
        names: all names of one report, each once.
        home: where the report's publisher sits.
    """
    alone = [
        [_score(_alone(name, entry, rank)) for rank, entry in enumerate(name.entries)]
        for name in names
    ]
    for turn in range(ROUNDS + 1):
        is_first = turn == 0
        said = [_say(name, is_first=is_first) for name in names]
        rows = [_rows(names, said, at, is_first, home) for at in range(len(names))]
        for name, start, table in zip(names, alone, rows, strict=True):
            name.probabilities = _chances(
                [score + _score(row) for score, row in zip(start, table, strict=True)]
            )


def _score(row: Mapping[str, float]) -> float:
    return sum([WEIGHTS[key] * there for key, there in row.items()])


def features(
    names: Sequence[Namesakes], at: int, *, is_first: bool, home: GazetteerEntry | None = None
) -> list[dict[str, float]]:
    """Say of every place of one name what speaks for it.

    Args:
        names: all names of the report, with the probabilities of the round before.
        at: which of them.
        is_first: whether there was no round before, so that nothing is known of the others.
        home: where the report's publisher sits.
    """
    said = [_say(name, is_first=is_first) for name in names]
    beside = _rows(names, said, at, is_first, home)
    own = names[at]
    return [
        _alone(own, entry, rank) | row
        for rank, (entry, row) in enumerate(zip(own.entries, beside, strict=True))
    ]


def _rows(
    names: Sequence[Namesakes],
    said: Sequence[_Said],
    at: int,
    is_first: bool,
    home: GazetteerEntry | None,
) -> list[dict[str, float]]:
    own = names[at]
    others = [
        other
        for other, name in zip(said, names, strict=True)
        if name.entries and name.name != own.name
    ]
    company = _company(others, home)
    near = [] if is_first else _places(others, home)
    return [_beside(entry, company, near) for entry in own.entries]


def _alone(own: Namesakes, entry: GazetteerEntry, rank: int) -> dict[str, float]:
    """What speaks for a place whatever the other names are."""
    row = {"some place": 1.0}
    feature = entry.feature
    if feature.startswith("A.PCL"):
        row["country"] = 1.0
    elif feature == "A.ADM1":
        row["division"] = 1.0
    elif feature[:1] == "A":
        row["district"] = 1.0
    elif feature[:1] == "P":
        row["town"] = 1.0
        if feature == "P.PPLC":
            row["capital"] = 1.0
        if entry.population:
            row["people"] = log10(entry.population) / 6
        else:
            row["unpeopled"] = 1.0
    else:
        row["other"] = 1.0
    if entry.name.lower() == own.name.lower():
        row["own name"] = 1.0
    if rank == 0:
        row["first"] = 1.0
        if own.is_wide:
            row["widely known"] = 1.0
    if entry.id in own.tied:
        row["tied"] = 1.0
    return row


def _beside(
    entry: GazetteerEntry, company: _Company, near: Sequence[tuple[float, float, float]]
) -> dict[str, float]:
    """What speaks for a place in the company of the other names."""
    row: dict[str, float] = {}
    feature = entry.feature
    division = (entry.country, entry.adm1)
    if entry.adm2:
        district = (entry.country, entry.adm1, entry.adm2)
        if feature == "A.ADM2":
            if district in company.districts_of_towns:
                row["holds a named town"] = 1.0
        elif district in company.named_districts:
            row["in a named district"] = 1.0
    if not feature.startswith("A.PCL"):
        if entry.adm1 and feature != "A.ADM1" and division in company.named_divisions:
            row["in a named division"] = company.named_divisions[division]
        if entry.country in company.named_countries:
            row["in a named country"] = company.named_countries[entry.country]
    if entry.adm1:
        row["kin in its division"] = company.divisions.get(division, 0.0)
    if entry.country:
        row["kin in its country"] = company.countries.get(entry.country, 0.0)
    if near and feature[:1] == "P":
        row["near"] = _nearness(entry, near)
    return row


def _say(name: Namesakes, *, is_first: bool) -> _Said:
    """Put together what one name says of where the others may lie."""
    chances: Sequence[float] = name.probabilities
    if is_first:
        chances = [1.0] if _is_plain(name) else []
    said = _Said()
    for entry in name.entries:
        if entry.adm2:
            held = (entry.country, entry.adm1, entry.adm2)
            is_district = entry.feature == "A.ADM2"
            (said.named_districts if is_district else said.districts_of_towns).add(held)
    for entry, chance in zip(name.entries, chances, strict=False):
        if chance < _LEAST_SAID:
            continue
        said.likely.append((entry.country, entry.adm1, chance))
        if chance > _LEAST_NAMED:
            if entry.feature.startswith("A.PCL"):
                said.named_countries.append(entry.country)
            elif entry.feature == "A.ADM1":
                said.named_divisions.append((entry.country, entry.adm1))
        if chance > _LEAST_NEAR and not entry.feature.startswith(_TOO_WIDE):
            said.places.append((entry.latitude, entry.longitude, chance))
    return said


def _company(others: Sequence[_Said], home: GazetteerEntry | None) -> _Company:
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[tuple[str, str], float] = defaultdict(float)
    named_countries: dict[str, float] = {}
    named_divisions: dict[tuple[str, str], float] = {}
    named_districts: set[_District] = set()
    districts_of_towns: set[_District] = set()
    total = float(len(others))
    for said in others:
        named_districts |= said.named_districts
        districts_of_towns |= said.districts_of_towns
        for country, division, chance in said.likely:
            if country:
                countries[country] += chance
            if division:
                divisions[country, division] += chance
        for country in said.named_countries:
            named_countries[country] = 1.0
        for held in said.named_divisions:
            named_divisions[held] = 1.0
    if home is not None:
        total += 1.0
        countries[home.country] += 1.0
        divisions[home.country, home.adm1] += 1.0
    share = 1.0 / (total + 1.0)
    return _Company(
        countries={key: weight * share for key, weight in countries.items()},
        divisions={key: weight * share for key, weight in divisions.items()},
        named_countries=named_countries,
        named_divisions=named_divisions,
        named_districts=named_districts,
        districts_of_towns=districts_of_towns,
    )


def _is_plain(name: Namesakes) -> bool:
    """Whether a name alone settles what it means."""
    return len(name.entries) == 1 or name.is_wide


def _places(
    others: Sequence[_Said], home: GazetteerEntry | None
) -> list[tuple[float, float, float]]:
    """The towns that the other names likely mean: latitude, longitude, how likely."""
    places = [] if home is None else [(home.latitude, home.longitude, 1.0)]
    for said in others:
        places += said.places
    return places


def _nearness(entry: GazetteerEntry, near: Sequence[tuple[float, float, float]]) -> float:
    """How near the nearest other place lies: 1 at the same spot, 0 beyond a degree or two."""
    best = 0.0
    latitude, longitude = entry.latitude, entry.longitude
    for north, east, chance in near:
        up = abs(north - latitude)
        if up < 2 * _NEAR_DEGREES:
            across = abs(east - longitude)
            if across < 3 * _NEAR_DEGREES:
                best = max(best, chance * (1 - (up + across) / (5 * _NEAR_DEGREES)))
    return best


def _chances(scores: Sequence[float]) -> list[float]:
    """Turn scores into probabilities; what is left to one is that none of the places is meant."""
    top = max(0.0, *scores) if scores else 0.0
    raised = [exp(score - top) for score in scores]
    total = sum(raised) + exp(-top)
    return [one / total for one in raised]


# What each thing seen speaks for a place, in log-odds. By scripts/namesake_weights.py.
WEIGHTS: Final[dict[str, float]] = {
    "some place": -0.58,
    "country": 1.59,
    "division": 2.07,
    "district": -1.23,
    "capital": 0.47,
    "town": -3.3,
    "other": 0.29,
    "people": 3.07,
    "unpeopled": 0.28,
    "own name": 1.32,
    "first": 1.79,
    "tied": 5.0,
    "in a named district": 1.5,
    "in a named division": 1.67,
    "in a named country": 1.18,
    "holds a named town": -0.14,
    "kin in its division": 1.96,
    "kin in its country": 1.18,
    "near": 2.1,
    "widely known": 1.16,
}
