"""What a store is given and gives back, beside the nouns: rows as its tables hold them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from tollbook.claim import Group, Harm
from tollbook.document import Imprint, Span
from tollbook.incident import Report, What


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSheet:
    """A coder's own spreadsheet as it was imported; `body` is JSON that the store never opens."""

    id: str
    name: str
    added_at: datetime
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document tells, as one version of the reader read it."""

    report: Report
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What shows whether a text repeats another: a signature and the bands it is found by.

    The store never opens `signature`; documents that share a band are found by
    `Store.in_bands`, and by `Store.near_in_bands` those that stand near it in the order of
    `printed`.
    """

    document_id: str
    signature: bytes
    bands: tuple[str, ...]
    made_by: str
    printed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockKey:
    """A key under which accounts of one incident meet ("place:oker"), and the day to walk by.

    Without a day the account stands beside the block's days and is always met.
    """

    key: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One account as linking compares it: when, where, and its evidence as JSON.

    The store never opens `evidence`. `keys` are the blocks it stands in.
    """

    account_id: str
    document_id: str
    label: str
    first_day: date | None
    last_day: date | None
    latitude: float | None
    longitude: float | None
    evidence: str
    keys: tuple[BlockKey, ...]
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TollRow:
    """The range of one harm and group of an incident, without what it rests on."""

    harm: Harm
    group: Group
    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One line of a list of incidents; `Store.cases` gives the whole.

    `country` is ISO 3166-1 alpha-2, "" where unknown. `reports` counts documents, `claims`
    every claim. `last_published` is the newest day any of its reports was printed, None where
    none is dated. `tolls` are those of every harm and group.
    """

    id: str
    what: What
    first_day: date | None
    last_day: date | None
    places: tuple[str, ...]
    country: str
    latitude: float | None
    longitude: float | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    tolls: tuple[TollRow, ...]
    reports: int
    claims: int
    doubts: int
    is_background: bool
    part_of: str | None
    last_published: date | None
    made_by: str

    def toll(self, harm: Harm, group: Group = Group.PEOPLE) -> TollRow | None:
        """Give the range of one harm and group, None where nobody tells of it: no zero."""
        return next((toll for toll in self.tolls if (toll.harm, toll.group) == (harm, group)), None)


class Order(StrEnum):
    """How a list of incidents is ordered; equals stand by their ids."""

    NEWEST = "newest"  # by the newest report, undated last
    HAPPENED = "happened"  # by the last day it may have happened on, latest first, undated last
    KILLED = "killed"  # by the best figure of people killed, highest first, without one last
    REPORTS = "reports"  # by the number of reports, most first


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which incidents are asked for; what is None asks for nothing.

    `place`, `actor` and `target` are whole words in their order, in any spelling of accents.
    `since` and `until` are days, both included: an incident that may have happened within them
    is met, one without a day is not. `at_least` and `at_most` bound the best figure of people
    who came to `harm` (killed, where no harm is said); `harm` alone asks that anybody tells of
    it. `text` is what one of its reports says, worded as for `Store.search`. Background (a war's
    or a year's totals) is left out unless asked for.
    """

    place: str | None = None
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    target: str | None = None
    what: What | None = None
    country: str | None = None
    harm: Harm | None = None
    at_least: int | None = None
    at_most: int | None = None
    text: str | None = None
    with_background: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that holds all the words sought.

    `snippet` is verbatim: `document.text[at.start:at.end] == snippet`, or a stretch of the
    headline where `in_title`. `marks` are where words sought stand in the text, or in the
    headline where `in_title`, and none lies outside of `at`.
    """

    imprint: Imprint
    snippet: str
    at: Span
    marks: tuple[Span, ...] = ()
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something of the store that an id, or the beginning of one, may mean.

    `kind` is "incident", "account", "claim", "document", "decision" or "sheet". `document_id`
    is the report it stands in, `incident_id` the incident it belongs to now, where there is one.
    """

    kind: str
    id: str
    document_id: str | None = None
    incident_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a store that is not as it must be; `says` is a sentence.

    `is_truth` where it touches what cannot be made again (documents, decisions, sheets); else
    `tollbook recompute` mends it.
    """

    table: str
    says: str
    id: str | None = None
    is_truth: bool = field(default=False)
