"""One row of a sheet -> one coded event, or why not."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tollbook.incident import Days
from tollbook.place import GEO_PRECISION, WHERE_PREC
from tollbook.reading.sheets.days import read_days
from tollbook.reading.sheets.figures import NOT_KNOWN, Told, UnreadableCell, read_people
from tollbook.sheet import (
    CodedCount,
    CodedEvent,
    CodedPart,
    CodedPlace,
    Columns,
    DayOrder,
    Meaning,
    Row,
)

PARTS = (
    Meaning.KILLED_SIDE_A,
    Meaning.KILLED_SIDE_B,
    Meaning.KILLED_CIVILIANS,
    Meaning.KILLED_UNKNOWN,
)

# How far off a place may lie, in kilometres, by the code a coder gives it: UCDP calls 2 "within
# about 25 km", 3 and 4 are districts and provinces. 7 is at sea or in the air.
_UCDP_KM = {1: 5.0, 2: 25.0, 3: 60.0, 4: 150.0, 5: 100.0, 6: 500.0, 7: 500.0}
_ACLED_KM = {1: 5.0, 2: 30.0, 3: 150.0}
_UNCODED_KM = 10.0

_COORDINATE = re.compile(r"([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSEWnsew])?")
_BETWEEN = re.compile(r"\s*[,;/ ]\s*")


def read_row(
    row: Row, header: tuple[str, ...], columns: Columns, order: DayOrder | None
) -> CodedEvent:
    """Read one row as its columns are mapped.

    Raises:
        UnreadableCell: a cell says nothing that can be used, or the row says nothing at all.
    """
    cells = _Cells(dict(zip(header, row.cells, strict=True)), columns)
    days, place = _days(cells, order), _place(cells)
    killed = _count(cells, Meaning.KILLED_LOW, Meaning.KILLED, Meaning.KILLED_HIGH)
    if days is None and not place.names and place.latitude is None and killed is None:
        raise UnreadableCell("it has no day, no place and no toll; nothing to compare")
    return CodedEvent(
        row=row.number,
        coder_id=cells.first(Meaning.ID),
        days=days,
        place=place,
        sides=tuple(cells.all(Meaning.SIDES)),
        killed=killed,
        injured=_count(cells, Meaning.INJURED_LOW, Meaning.INJURED, Meaning.INJURED_HIGH),
        parts=tuple(_parts(cells)),
        type="; ".join(cells.all(Meaning.TYPE)),
        sources="; ".join(cells.all(Meaning.SOURCES)),
        notes="; ".join(cells.all(Meaning.NOTES)),
        cells=tuple(zip(header, row.cells, strict=True)),
    )


class _Cells:
    """The cells of one row by what they hold; a cell that says "unknown" is as empty."""

    def __init__(self, by_header: Mapping[str, str], columns: Columns) -> None:
        self._by_header = by_header
        self.columns = columns

    @property
    def unknown(self) -> tuple[str, ...]:
        return self.columns.unknown

    def all(self, meaning: Meaning) -> Iterator[str]:
        for header in self.columns.named(meaning):
            cell = self._by_header[header]
            if cell.casefold() not in NOT_KNOWN and cell not in self.unknown:
                yield cell

    def first(self, meaning: Meaning) -> str:
        return next(self.all(meaning), "")

    def people(self, meaning: Meaning) -> Told | None:
        with _quoting(self.columns, meaning):
            return read_people(self.first(meaning), self.unknown)

    def code(self, meaning: Meaning, allowed: range) -> int | None:
        cell = self.first(meaning)
        if not cell:
            return None
        if not re.fullmatch(r"\d+(?:\.0+)?", cell) or int(float(cell)) not in allowed:
            raise UnreadableCell(
                f"{_where(self.columns, meaning)}: {cell!r} is no code; they run from "
                f"{allowed.start} to {allowed.stop - 1}"
            )
        return int(float(cell))


@contextmanager
def _quoting(columns: Columns, meaning: Meaning) -> Iterator[None]:
    """Name the column of a cell that cannot be read."""
    try:
        yield
    except UnreadableCell as error:
        raise UnreadableCell(f"{_where(columns, meaning)}: {error}") from error


def _where(columns: Columns, meaning: Meaning) -> str:
    return f"column {columns.named(meaning)[0]!r}" if columns.named(meaning) else meaning.value


def _days(cells: _Cells, order: DayOrder | None) -> Days | None:
    read = [
        found
        for meaning in (Meaning.FIRST_DAY, Meaning.DAY, Meaning.LAST_DAY)
        if (found := _day(cells, meaning, order)) is not None
    ]
    date_prec = cells.code(Meaning.DATE_PREC, range(1, 6))
    time_precision = cells.code(Meaning.TIME_PRECISION, range(1, 4))
    if not read:
        return None
    first, last = read[0].first, read[-1].last
    if last < first:
        raise UnreadableCell(f"it ends on {last}, before it begins on {first}")
    if date_prec is None and time_precision is None and len(read) == 1:
        date_prec = read[0].date_prec
    return Days(first=first, last=last, date_prec=date_prec, time_precision=time_precision)


def _day(cells: _Cells, meaning: Meaning, order: DayOrder | None) -> Days | None:
    cell = cells.first(meaning)
    if not cell:
        return None
    found = read_days(cell, order)
    if found is None:
        with _quoting(cells.columns, meaning):
            raise UnreadableCell(f"{cell!r} is no date; write it as 2024-09-17")
    return found


def _place(cells: _Cells) -> CodedPlace:
    latitude, longitude = _point(cells)
    ucdp = cells.code(Meaning.WHERE_PREC, WHERE_PREC)
    acled = cells.code(Meaning.GEO_PRECISION, GEO_PRECISION)
    radius = None
    if latitude is not None:
        radius = _UNCODED_KM
        if ucdp is not None:
            radius = _UCDP_KM[ucdp]
        elif acled is not None:
            radius = _ACLED_KM[acled]
    return CodedPlace(
        names=tuple(dict.fromkeys(cells.all(Meaning.PLACES))),
        country=cells.first(Meaning.COUNTRY),
        latitude=latitude,
        longitude=longitude,
        radius_km=radius,
    )


def _point(cells: _Cells) -> tuple[float | None, float | None]:
    both = cells.first(Meaning.COORDINATES)
    if both:
        parts = [part for part in _BETWEEN.split(both) if part]
        meaning = Meaning.COORDINATES
        if len(parts) != 2:
            raise UnreadableCell(f"{both!r} is no pair of coordinates; write 12.65, -8.0")
        latitude, longitude = parts
    else:
        latitude, longitude = cells.first(Meaning.LATITUDE), cells.first(Meaning.LONGITUDE)
        meaning = Meaning.LATITUDE
    if not latitude and not longitude:
        return None, None
    point = _degrees(latitude, 90), _degrees(longitude, 180)
    if None in point:
        raise UnreadableCell(
            f"{_where(cells.columns, meaning)}: {latitude!r}, {longitude!r} is no point; "
            "write degrees with a decimal point, latitude from -90 to 90"
        )
    return (None, None) if point == (0, 0) else point  # the coast of nowhere: an empty field


def _degrees(written: str, most: int) -> float | None:
    found = _COORDINATE.fullmatch(written.strip())
    if found is None:
        return None
    degrees = float(found[1].replace(",", "."))
    if found[2] and found[2] in "SWsw":
        degrees = -degrees
    return degrees if abs(degrees) <= most else None


def _count(cells: _Cells, low: Meaning, best: Meaning, high: Meaning) -> CodedCount | None:
    """Read low, best and high; one column alone says all three by its words."""
    floor, middle, ceiling = cells.people(low), cells.people(best), cells.people(high)
    said = [cells.first(meaning) for meaning in (low, best, high)]
    words = "–".join(dict.fromkeys(filter(None, said)))
    if floor is None and ceiling is None:
        if middle is None:
            return None
        return CodedCount(low=middle.low, best=middle.named, high=middle.high, words=words)
    only = floor.named if floor is not None and floor == ceiling else None
    return CodedCount(
        low=None if floor is None else _number(floor),
        best=only if middle is None else _number(middle),
        high=None if ceiling is None else ceiling.high if ceiling.named is None else ceiling.named,
        words=words,
    )


def _number(told: Told) -> int:
    return told.low if told.named is None else told.named


def _parts(cells: _Cells) -> Iterator[CodedPart]:
    for whom in PARTS:
        told = cells.people(whom)
        if told is not None:
            count = CodedCount(
                low=told.low, best=told.named, high=told.high, words=cells.first(whom)
            )
            yield CodedPart(whom=whom, count=count)
