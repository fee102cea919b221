"""What we conclude: a range that leads back to every claim it was given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tollbook.claim import Group, Harm
from tollbook.document import Imprint, Unreadable
from tollbook.errors import UnusableCount
from tollbook.incident import Copy, Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A claim that did not count, and why."""

    claim_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Everything the claims say, nobody trusted over another: smallest floor, largest number.

    `is_open` is true where some claim gives no ceiling.
    """

    low: int
    high: int
    is_open: bool
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What one named rule of the field makes of the claims.

    `policy` is the name ("ucdp"), `rule` what fired, with the words it rests on, `notes` why, and
    what a coder would note beside it; a figure the policy does not give is None, which is not zero.
    """

    policy: str
    version: str
    low: int | None
    best: int | None
    high: int | None
    rule: str
    notes: str = ""
    counted: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The probability that the toll lies in `low`..`high`, both included."""

    low: int
    high: int
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """What one claim moved: the toll as it would stand without it.

    `shift` is the median with the claim minus the median without it, in persons.
    """

    claim_id: str
    shift: int
    low_without: int
    high_without: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One independent origin and the claims that go back to it.

    `name` is the root as worded ("a security source"); copies and relays share it.
    """

    name: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Eventual:
    """What a toll is to be expected to come to once reports cease: 0 <= low <= best <= high.

    `as_of` is the day up to which reports were looked for. Long after the incident it is the
    toll itself.
    """

    low: int
    best: int
    high: int
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """How many people of one group came to one harm: 0 <= low <= best <= high.

    `best` is the figure with the least expected error, `low` and `high` bound the central 90 %.
    Every claim given is named in `counted` or in `set_aside`. They say what the reports so far
    support; `eventual` what is to be expected in the end, None where the day of the incident
    or of every report is unknown.
    """

    harm: Harm
    group: Group
    low: int
    best: int
    high: int
    spread: Spread
    rulings: tuple[Ruling, ...]
    cells: tuple[Cell, ...]
    influences: tuple[Influence, ...]
    voices: tuple[Voice, ...]
    counted: tuple[str, ...]
    set_aside: tuple[SetAside, ...]
    eventual: Eventual | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.best <= self.high:
            raise UnusableCount(
                f"a toll of {self.low} / {self.best} / {self.high}; need 0 <= low <= best <= high"
            )

    def __repr__(self) -> str:
        counted = f"{self.best:,} ({self.low:,}–{self.high:,})"
        return f"<Toll {self.harm} {self.group} {counted} voices={len(self.voices)}>"

    def ruling(self, policy: str) -> Ruling:
        """Give what one named rule makes of the claims, as "ucdp" or "acled".

        Raises:
            KeyError: there is no such rule.
        """
        for ruling in self.rulings:
            if ruling.policy == policy:
                return ruling
        known = ", ".join(ruling.policy for ruling in self.rulings)
        raise KeyError(f"no rule is called {policy!r}; there are {known}")

    def probability(self, low: int, high: int | None = None) -> float:
        """Say how probable it is that the toll lies in `low`..`high`, both included.

        A cell wider than one person counts in proportion to its overlap.
        """
        share = 0.0
        for cell in self.cells:
            top = cell.high if high is None else min(cell.high, high)
            overlap = top - max(cell.low, low) + 1
            if overlap > 0:
                share += cell.probability * overlap / (cell.high - cell.low + 1)
        return share


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What one claim did to a toll on the day it came in.

    `shift` is best with the claim minus best without it, in persons, all else held fixed.
    """

    claim_id: str
    harm: Harm
    group: Group
    shift: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A claim whose own source gave another figure later, and the claim that gives it."""

    claim_id: str
    by_claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One day on which something was published about an incident, and what it changed.

    `tolls` are as they were known at the end of `day`; `document_ids` and `claim_ids` name what
    came in, and `repeated` those of the claims that gave no new figure. `moves` says which claims
    moved a toll that was known before, `replacements` which older figures their own sources gave
    up, `revisions` which of the reports are later versions of earlier ones. `day` is None for
    reports of which nobody knows the day; they come in last.
    """

    day: date | None
    document_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    repeated: tuple[str, ...]
    tolls: tuple[Toll, ...]
    moves: tuple[Move, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    revisions: tuple[Copy, ...] = ()

    def __repr__(self) -> str:
        when = "undated" if self.day is None else self.day.isoformat()
        return f"<Step {when} claims={len(self.claim_ids)} tolls={len(self.tolls)}>"

    def toll(self, harm: Harm | str, group: Group | str = Group.PEOPLE) -> Toll | None:
        """Give the toll of one harm and group as it was known then, None where nobody told.

        Raises:
            ValueError: there is no such harm or group.
        """
        return _find(self.tolls, harm, group)


class Clash(StrEnum):
    """In which way figures do not go together."""

    PART_OVER_WHOLE = "part_over_whole"  # more children than people
    PARTS_OVER_WHOLE = "parts_over_whole"  # soldiers and civilians together more than people
    HARMS_OVER_BOTH = "harms_over_both"  # killed and injured more than both counted at once
    COUNTS_BOTH = "counts_both"  # a figure of the injured that counts the killed too
    TWO_FIGURES = "two_figures"  # one source, two figures for the same people at a time
    LOWERED = "lowered"  # a source takes part of an earlier figure back: no error
    ON_TOP = "on_top"  # "12 more" that no figure given seems to hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Claims of one incident whose figures do not add up, and by how many people at least.

    `claim_ids` are the parts, or the newer figure; `against` the whole, or the older one.
    `sentence` says it for a reader. Who is right is not said: often it is the reading.
    """

    clash: Clash
    harm: Harm
    claim_ids: tuple[str, ...]
    against: tuple[str, ...]
    by: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One incident and the toll of every harm and group in it; a war's totals have none.

    `contradictions` are what its claims cannot all be right about.
    """

    incident: Incident
    tolls: tuple[Toll, ...]
    contradictions: tuple[Contradiction, ...] = ()

    def __repr__(self) -> str:
        found = ", ".join(
            f"{toll.harm} {toll.best:,} ({toll.low:,}–{toll.high:,})"
            for toll in self.tolls
            if toll.group is Group.PEOPLE
        )
        return f"<Case {self.incident.summary}{f': {found}' if found else ''}>"

    def toll(self, harm: Harm | str, group: Group | str = Group.PEOPLE) -> Toll | None:
        """Give the toll of one harm and group, None where nobody tells of it: no zero.

        Raises:
            ValueError: there is no such harm or group.
        """
        return _find(self.tolls, harm, group)


def _find(tolls: Iterable[Toll], harm: Harm | str, group: Group | str) -> Toll | None:
    wanted = Harm(harm), Group(group)
    return next((toll for toll in tolls if (toll.harm, toll.group) == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything found in the inputs given: nothing read or refused is left unnamed.

    `copies` are inputs that are the very same document as an earlier one (same id) and
    therefore told nothing new; `unreadable` are those that held nothing to read.
    """

    cases: tuple[Case, ...]
    documents: tuple[Imprint, ...]
    copies: tuple[Imprint, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    def __repr__(self) -> str:
        told = f"cases={len(self.cases)} documents={len(self.documents)}"
        return f"<Findings {told} unreadable={len(self.unreadable)}>"
