"""What a row and an incident offer for comparison, each read once."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files

from tollbook.actor import Actor
from tollbook.claim import Harm, TollClaim
from tollbook.identifying import CIVILIANS, identify
from tollbook.incident import Days, Incident, What
from tollbook.matching.names import country_code, country_keys, place_keys
from tollbook.place import GazetteerEntry
from tollbook.sheet import CodedEvent
from tollbook.toll import Case

WIDE_KM = 60.0
"""A point that may be this far off stands for a district or more, not for a place."""

# "Within a week" and "within a month" of ACLED's day; UCDP's two days already bound the time.
_SLACK = {2: 6, 3: 31}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point on the map and how far off it may be, in degrees and kilometres."""

    latitude: float
    longitude: float
    radius_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is compared of a row or an incident.

    `first` and `last` bound its days, precision codes included; `printed` is when the first
    report of it came out. `exact` and `wide` are keys of names. `killed` are the lowest and
    highest toll, `stated` the figures somebody names.
    """

    first: date | None
    last: date | None
    printed: date | None
    point: Spot | None
    exact: frozenset[str]
    wide: frozenset[str]
    country: str
    actors: tuple[Actor, ...]
    kinds: frozenset[What]
    violence: str
    killed: tuple[int, int] | None
    stated: frozenset[int]

    @property
    def names(self) -> frozenset[str]:
        """Every place, exact or wide."""
        return self.exact | self.wide


def traits_of_event(event: CodedEvent) -> Traits:
    """Read what is compared out of a row."""
    country = country_code(event.place.country)
    first, last = _with_slack(event.days)
    # "Village, Province" may stand in one cell: the first is the place, the rest is around it.
    parts = (part for name in event.place.names for part in re.split(r"[,;/]", name))
    named = [place_keys(part) - country_keys() for part in parts]
    exact = next((keys for keys in named if keys), frozenset[str]())
    place = event.place
    point = None
    if place.latitude is not None and place.longitude is not None:
        point = Spot(
            latitude=place.latitude, longitude=place.longitude, radius_km=place.radius_km or 0.0
        )
    killed = event.killed
    bounds = None
    if killed is not None and killed.lowest is not None and killed.highest is not None:
        bounds = killed.lowest, killed.highest
    return Traits(
        first=first,
        last=last,
        printed=None,
        point=point,
        exact=exact,
        wide=frozenset[str]().union(*named) - exact,
        country=country,
        actors=_actors(event.sides, country, first),
        kinds=kinds_of(event.type),
        violence=event.type if event.type in ("1", "2", "3") else "",
        killed=bounds,
        stated=frozenset(one for one in (killed.low, killed.best, killed.high) if one is not None)
        if killed is not None
        else frozenset(),
    )


def traits_of_case(case: Case) -> Traits:
    """Read what is compared out of an incident and its tolls."""
    incident = case.incident
    entries = [place.entry for account in incident.accounts for place in account.places]
    known = [entry for entry in entries if entry is not None]
    location = incident.location
    if location is not None and location.entry is not None:
        known.append(location.entry)
    own = frozenset[str]().union(*(place_keys(name) for name in incident.places))
    exact = own | _keys(entry.name for entry in known)
    point = None
    if location is not None:
        point = Spot(
            latitude=location.latitude,
            longitude=location.longitude,
            radius_km=location.radius_km,
        )
    country = "" if location is None or location.entry is None else location.entry.country
    days = incident.days
    toll = case.toll(Harm.KILLED)
    return Traits(
        first=None if days is None else days.first,
        last=None if days is None else days.last,
        printed=_printed(incident),
        point=point,
        exact=exact - country_keys(),
        wide=_keys(name for entry in known for name in _above(entry)) - exact - country_keys(),
        country=country,
        actors=_actors_of(incident, country, None if days is None else days.first),
        kinds=frozenset({incident.what}),
        violence="" if incident.codes is None else incident.codes.ucdp_violence.value or "",
        killed=None if toll is None else (toll.low, toll.high),
        stated=_stated(incident),
    )


def _with_slack(days: Days | None) -> tuple[date | None, date | None]:
    if days is None:
        return None, None
    slack = timedelta(days=_SLACK.get(days.time_precision or 1, 0))
    return days.first - slack, days.last + slack


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(place_keys(name) for name in names))


def _above(entry: GazetteerEntry) -> tuple[str, ...]:
    return tuple(name for name in (entry.adm2, entry.adm1) if name)


def _printed(incident: Incident) -> date | None:
    moments = [account.imprint.published_at for account in incident.accounts]
    days = [
        moment.date() if isinstance(moment, datetime) else moment
        for moment in moments
        if moment is not None
    ]
    return min(days, default=None)


def _actors(names: Iterable[str], country: str, day: date | None) -> tuple[Actor, ...]:
    year = None if day is None else day.year
    # ACLED writes several allies in one cell, with semicolons.
    each = [part.strip() for name in names for part in re.split(r"[;|]", name) if part.strip()]
    return _once(identify(name, country=country or None, year=year) for name in each)


def _actors_of(incident: Incident, country: str, day: date | None) -> tuple[Actor, ...]:
    named = _actors(incident.perpetrators, country, day)
    return _once((*(side.actor for side in incident.sides), *named))


def _once(actors: Iterable[Actor | None]) -> tuple[Actor, ...]:
    found = {actor.id: actor for actor in actors if actor is not None}
    return tuple(actor for actor in found.values() if actor.id != CIVILIANS.id)


def _stated(incident: Incident) -> frozenset[int]:
    return frozenset(
        number
        for claim in incident.claims
        if isinstance(claim, TollClaim) and claim.harm is Harm.KILLED
        for number in (claim.count.stated,)
        if number is not None
    )


@cache
def kinds_of(words: str) -> frozenset[What]:
    """Say which kinds of incident a coder's word for one means.

    Example:
        >>> sorted(kinds_of("Air/drone strike; Explosions/Remote violence"))
        [<What.AIR_STRIKE: 'air_strike'>]
        >>> kinds_of("3")
        frozenset()
    """
    folded = " ".join(re.findall(r"\w+", words.casefold()))
    for kind, phrases in _phrases():
        if any(f" {phrase} " in f" {folded} " for phrase in phrases):
            return frozenset({kind})
    return frozenset()


@cache
def _phrases() -> tuple[tuple[What, tuple[str, ...]], ...]:
    source = files("tollbook") / "matching" / "kinds.toml"
    table: Mapping[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple((What(kind), tuple(phrases.split("|"))) for kind, phrases in table.items())
