"""What a coder's sheet and the incidents say side by side, and what is missing on either side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tollbook.claim import Claim
from tollbook.incident import Judgement
from tollbook.sheet import CodedEvent, Columns, Refused
from tollbook.toll import Case


class Verdict(StrEnum):
    """How a coded figure, day, place or name stands to what the reports say."""

    SAME = "same"
    WITHIN = "within"  # not the same, but inside the range that the reports leave open
    DIFFERENT = "different"
    NOT_CODED = "not_coded"  # the coder does not say
    NOT_TOLD = "not_told"  # no report says


class About(StrEnum):
    """What is compared."""

    KILLED = "killed"
    INJURED = "injured"
    CIVILIANS = "killed_civilians"
    DAYS = "days"
    PLACE = "place"
    SIDES = "sides"
    TYPE = "type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing compared: what the coder noted, what the reports come to, and how they stand.

    `size` orders differences: 0 where there is none, 1 where a toll is 2.7 times another, a place
    50 km off or a day a week away. `policies` are the rules of the field that would give the
    coder's figure from these claims; `claim_ids` are the claims to look at, most telling first.
    """

    about: About
    coded: str
    told: str
    verdict: Verdict
    size: float = 0.0
    note: str = ""
    policies: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Why a row and an incident were held to be one event, or were not.

    `log_odds` is the natural logarithm of the odds that they are; `because` lists what it rests
    on, strongest first, each with its weight.
    """

    row: int
    incident_id: str
    log_odds: float
    because: tuple[str, ...]
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Rows and incidents that tell of one event: one of each, or one of the one and several.

    `judgement` is that of the weakest pairing: positive, or unsure.
    """

    events: tuple[CodedEvent, ...]
    cases: tuple[Case, ...]
    pairings: tuple[Pairing, ...]
    judgement: Judgement
    points: tuple[Point, ...]

    @property
    def differences(self) -> tuple[Point, ...]:
        """The points on which sheet and reports cannot both be right, largest first."""
        found = (point for point in self.points if point.verdict is Verdict.DIFFERENT)
        return tuple(sorted(found, key=lambda point: -point.size))

    @property
    def size(self) -> float:
        """How far apart the two are, over all points."""
        return sum(point.size for point in self.differences)

    @property
    def claims(self) -> Iterator[Claim]:
        """Every claim of every incident in it."""
        return (claim for case in self.cases for claim in case.incident.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyCoded:
    """A row of which no report tells; `nearest` is the incident that comes closest, if any does."""

    event: CodedEvent
    reasons: tuple[str, ...]
    nearest: Pairing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyTold:
    """An incident that no row tells of; `nearest` is the row that comes closest, if any does."""

    case: Case
    reasons: tuple[str, ...]
    nearest: Pairing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a sheet covers, by its own rows: days, countries, and how many must have died.

    Days are None where no row has one; `countries` are ISO 3166-1 alpha-2 codes, none where no row
    names one that is known.
    """

    first: date | None
    last: date | None
    countries: frozenset[str]
    fewest_killed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A sheet beside the incidents: every row and every incident in exactly one place.

    `outside` are incidents that the sheet does not cover, each with the reason in one sentence.
    """

    sheet_id: str
    sheet_name: str
    columns: Columns
    window: Window
    matches: tuple[Match, ...]
    only_coded: tuple[OnlyCoded, ...]
    only_told: tuple[OnlyTold, ...]
    outside: tuple[OnlyTold, ...]
    refused: tuple[Refused, ...]

    def __repr__(self) -> str:
        agreed = sum(not match.differences for match in self.matches)
        alone = f"only_coded={len(self.only_coded)} only_told={len(self.only_told)}"
        return f"<Comparison {self.sheet_name} {len(self.matches)} agreed={agreed} {alone}>"
