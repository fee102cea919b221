"""What the claims are about: one moment in time and place where harm was reported."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import islice
from typing import Final

from tollbook.actor import Side
from tollbook.claim import Claim
from tollbook.document import Imprint, Words, content_id
from tollbook.errors import UnusableSpan
from tollbook.event import EventCodes
from tollbook.fingerprint import Fingerprint
from tollbook.place import GazetteerEntry, Location

UNWRITTEN: Final[Mapping[str, bool]] = {"is_written": False}
"""Marks a field that is worked out again and never written out."""


class What(StrEnum):
    """What kind of incident it was."""

    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    ARMED_ATTACK = "armed_attack"
    CLASH = "clash"
    SHOOTING = "shooting"
    ARSON = "arson"
    ABDUCTION = "abduction"
    CHEMICAL_ATTACK = "chemical_attack"
    EXPLOSION = "explosion"
    RIOT = "riot"
    EXECUTION = "execution"
    VEHICLE_ATTACK = "vehicle_attack"
    ACCIDENT = "accident"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days an incident may have happened on, both included, and the words that say so.

    `date_prec` is UCDP's code (1 an exact day … 5 up to a year), `time_precision` ACLED's (1 an
    exact day … 3 a month), `rule` says which rule fixed them; None and "" where nobody coded them.
    """

    first: date
    last: date
    words: Words | None = None
    date_prec: int | None = None
    time_precision: int | None = None
    rule: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise UnusableSpan(f"days from {self.first} to {self.last} run backwards")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as the report words it; most exact first wherever places are listed.

    `entry` is the place of the gazetteer that is meant; None where that was not settled.
    """

    words: Words
    entry: GazetteerEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one report tells of one incident.

    `label` is "A", "B", … in order of importance, or `BACKGROUND` for claims about a war,
    a year or a campaign. `when` are the words that date it even where no date follows.
    `location` is where it happened, None where the words do not settle it; `sides` who took
    part; `codes` what coders would call it. Background has none of the three.
    """

    label: str
    what: What
    imprint: Imprint
    days: Days | None = None
    when: Words | None = None
    places: tuple[Place, ...] = ()
    targets: tuple[Words, ...] = ()
    weapons: tuple[Words, ...] = ()
    claims: tuple[Claim, ...] = ()
    location: Location | None = None
    sides: tuple[Side, ...] = ()
    codes: EventCodes | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", content_id("account", self.imprint.document_id, self.label))

    def __repr__(self) -> str:
        places = [place.words.text for place in self.places]
        told = _summary(self.what, places, self.days)
        return f"<Account {self.label} of {self.imprint.name}: {told} claims={len(self.claims)}>"


def _printed_first(account: Account) -> tuple[bool, str, str]:
    """Order accounts by when they were printed: undated last, equals by their ids."""
    moment = account.imprint.published_at
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment is None, "" if moment is None else moment.isoformat(), account.id


def _summary(what: str, places: Iterable[str], days: Days | None) -> str:
    when = [] if days is None else sorted({days.first.isoformat(), days.last.isoformat()})
    return ", ".join([what, *islice(places, 3), *(["/".join(when)] if when else [])])


class Judgement(StrEnum):
    """Whether two accounts tell of one incident."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why one account was joined to an incident, or was kept apart.

    `log_odds` is the natural logarithm of the odds that both tell of one incident;
    `because` lists what it rests on, strongest first, each with its weight. `decision_id` is
    the person's decision it rests on, None where it is the machine's.
    """

    account_id: str
    to_account_id: str
    log_odds: float
    because: tuple[str, ...]
    judgement: Judgement = Judgement.POSITIVE
    decision_id: str | None = None


class Descent(StrEnum):
    """How one document comes from another."""

    COPY = "copy"  # the same text, or nearly
    WIRE = "wire"  # a story of an agency, cut or added to
    REVISION = "revision"  # a later version of the same page


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One document that repeats another: not a voice of its own.

    `root_id` is the document that both go back to: the earliest of the family at hand.
    `because` says what shows it, in words.
    """

    document_id: str
    root_id: str
    descent: Descent
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One moment in time and place where harm was reported, and every claim about it.

    `places` come most exact first. `perpetrators` are the actors named by responsibility claims,
    each once under its fullest name, most often named first; who is only described ("gunmen",
    "its men") stands there only where nobody is named. `targets` are those that several reports
    name, or all where none is.
    """

    what: What
    days: Days | None
    places: tuple[str, ...]
    perpetrators: tuple[str, ...]
    targets: tuple[str, ...]
    accounts: tuple[Account, ...]
    location: Location | None = None
    sides: tuple[Side, ...] = ()
    codes: EventCodes | None = None
    links: tuple[Link, ...] = ()
    is_background: bool = False
    doubts: tuple[Link, ...] = ()
    part_of: str | None = None
    copies: tuple[Copy, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        founder = min(self.accounts, key=_printed_first)
        object.__setattr__(self, "id", founder.id)

    def __repr__(self) -> str:
        return f"<Incident {self.summary} accounts={len(self.accounts)}>"

    @property
    def summary(self) -> str:
        """What, where and when, on one line."""
        what = "background" if self.is_background else self.what.value
        return _summary(what, self.places, self.days)

    @property
    def happened_on(self) -> date | None:
        """The day of the incident, where the reports leave only one."""
        if self.days is None or self.days.first != self.days.last:
            return None
        return self.days.first

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every account, in the order the accounts stand."""
        return tuple(claim for account in self.accounts for claim in account.claims)

    @property
    def place_names(self) -> tuple[str, ...]:
        """What its place is called: as the reports word it, and as the gazetteer has it."""
        worded = {" ".join(place.split()).casefold() for place in self.places}
        entries = [
            place.entry.name
            for account in self.accounts
            for place in account.places
            if place.entry is not None and " ".join(place.words.text.split()).casefold() in worded
        ]
        where = None if self.location is None else self.location.entry
        around = () if where is None else (where.name, where.adm1, where.adm2)
        return (*self.places, *entries, *around)

    @property
    def actor_names(self) -> tuple[str, ...]:
        """What those who took part are called: as worded, and as the lexicon and UCDP have it."""
        sides = [
            name
            for side in self.sides
            for name in (
                side.words.text,
                *(() if side.actor is None else (side.actor.name, side.actor.ucdp or "")),
            )
        ]
        return (*self.perpetrators, *sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one document tells: an account of each incident in it, none if it tells of none.

    `fingerprint` tells which other documents it repeats, None where nobody took it; `text` is that
    of the document, for what it names besides, "" where it is not at hand. Neither is written out.
    """

    imprint: Imprint
    accounts: tuple[Account, ...]
    fingerprint: Fingerprint | None = field(default=None, metadata=UNWRITTEN)
    text: str = field(default="", repr=False, metadata=UNWRITTEN)

    def __repr__(self) -> str:
        claims = sum(len(account.claims) for account in self.accounts)
        return f"<Report {self.imprint.name} accounts={len(self.accounts)} claims={claims}>"
