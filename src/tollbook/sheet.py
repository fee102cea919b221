"""A coder's own spreadsheet: what a person noted of each event, row by row.

What the coder wrote stays beside what we make of it: every event keeps its cells as they were.
An empty cell is unknown, which is never zero; "0" is zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tollbook.claim import Group
from tollbook.document import content_id
from tollbook.errors import UnusableSheet
from tollbook.incident import Days


class Meaning(StrEnum):
    """What a column of a sheet can hold."""

    ID = "id"
    DAY = "day"  # the one day, or the only one known
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    DATE_PREC = "date_prec"  # UCDP's code, 1 a day to 5 a year
    TIME_PRECISION = "time_precision"  # ACLED's code, 1 a day to 3 a month
    PLACES = "places"  # several columns: most exact first
    COUNTRY = "country"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    COORDINATES = "coordinates"  # both in one cell, latitude first
    WHERE_PREC = "where_prec"  # UCDP's code, 1 the spot to 7 at sea
    GEO_PRECISION = "geo_precision"  # ACLED's code, 1 a town to 3 a region
    SIDES = "sides"  # several columns: who took part
    KILLED = "killed"
    KILLED_LOW = "killed_low"
    KILLED_HIGH = "killed_high"
    KILLED_SIDE_A = "killed_side_a"
    KILLED_SIDE_B = "killed_side_b"
    KILLED_CIVILIANS = "killed_civilians"
    KILLED_UNKNOWN = "killed_unknown"
    INJURED = "injured"
    INJURED_LOW = "injured_low"
    INJURED_HIGH = "injured_high"
    TYPE = "type"
    SOURCES = "sources"
    NOTES = "notes"


class DayOrder(StrEnum):
    """How a date of three numbers is read where its year stands last."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column of a sheet holds what, and how its cells are read.

    `scheme` names the field's own columns ("ucdp", "acled", "airwars") or is "own". `counts`
    says whom the killed and injured are: all people, or civilians only. `fewest_killed` is how
    many must have died before the coder notes an event at all. `unknown` are words that stand
    for an empty cell ("-99"). `day_order` is None where the dates themselves tell.
    """

    headers: Mapping[Meaning, tuple[str, ...]]
    scheme: str = "own"
    counts: Group = Group.PEOPLE
    fewest_killed: int = 0
    unknown: tuple[str, ...] = ()
    day_order: DayOrder | None = None

    def __post_init__(self) -> None:
        if self.counts not in (Group.PEOPLE, Group.CIVILIAN):
            raise UnusableSheet(
                f"counts = {self.counts.value!r}: a sheet counts people or civilians"
            )
        if self.fewest_killed < 0:
            raise UnusableSheet(f"fewest_killed = {self.fewest_killed}: nobody dies less than 0")

    def named(self, meaning: Meaning) -> tuple[str, ...]:
        """Give the headers of the columns that hold something; none where no column does."""
        return self.headers.get(meaning, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedCount:
    """How many people a coder noted, and in which words. A figure not given is None.

    UCDP's high may lie below its best where parts of an aggregate were taken out, so nothing
    is asked of their order.
    """

    low: int | None
    best: int | None
    high: int | None
    words: str

    @property
    def lowest(self) -> int | None:
        """The smallest figure noted; None where there is none."""
        return min(self._given, default=None)

    @property
    def highest(self) -> int | None:
        """The largest figure noted; None where there is none."""
        return max(self._given, default=None)

    @property
    def figure(self) -> int | None:
        """The one figure the coder stands for: the best, else the only one."""
        if self.best is not None:
            return self.best
        return self.low if self.low == self.high else None

    @property
    def _given(self) -> tuple[int, ...]:
        return tuple(one for one in (self.low, self.best, self.high) if one is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPart:
    """How many of one kind of people a coder noted: one side's, civilians, unknown."""

    whom: Meaning
    count: CodedCount


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPlace:
    """Where a coder put an event: names, most exact first, and a point if one is given.

    `radius_km` is how far off the place may lie, by the coder's own precision code; None
    where there is no point.
    """

    names: tuple[str, ...] = ()
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """One row: what a coder noted of one event.

    `row` is the row of the spreadsheet, its first row being 1; `cells` holds every column of
    it, mapped or not, verbatim. `coder_id` is the coder's own, "" where there is none.
    """

    row: int
    coder_id: str
    days: Days | None
    place: CodedPlace
    sides: tuple[str, ...]
    killed: CodedCount | None
    injured: CodedCount | None
    parts: tuple[CodedPart, ...]
    type: str
    sources: str
    notes: str
    cells: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """What a person would call it: the coder's id and the row."""
        return f"{self.coder_id} (row {self.row})" if self.coder_id else f"row {self.row}"

    def part(self, whom: Meaning) -> CodedCount | None:
        """Give how many of one kind of people died; None where that was not noted."""
        return next((part.count for part in self.parts if part.whom is whom), None)

    def __repr__(self) -> str:
        where = self.place.names[0] if self.place.names else self.place.country
        when = "" if self.days is None else f"{self.days.first}"
        killed = "?" if self.killed is None else self.killed.words
        return f"<CodedEvent {self.name}: {where}, {when}, killed {killed}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A row that could not be read; `reason` quotes the cell."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as it stands in the sheet, a cell for each header."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A spreadsheet and what its rows say. Its id follows from its cells and how they are read.

    `rows` is the sheet itself: events and refusals can always be read from it again.
    """

    name: str
    columns: Columns
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    events: tuple[CodedEvent, ...]
    refused: tuple[Refused, ...]
    id: str = field(init=False)

    def __post_init__(self) -> None:
        columns = self.columns
        reading = (
            columns.scheme,
            *(f"{meaning}={'|'.join(columns.named(meaning))}" for meaning in Meaning),
            columns.counts,
            columns.fewest_killed,
            "|".join(columns.unknown),
            columns.day_order,
        )
        cells = (cell for row in self.rows for cell in (str(row.number), *row.cells))
        key = content_id("sheet", *reading, *self.header, *cells)
        object.__setattr__(self, "id", key)

    def __repr__(self) -> str:
        told = f"events={len(self.events)} refused={len(self.refused)}"
        return f"<Sheet {self.name} {self.columns.scheme} {told}>"
