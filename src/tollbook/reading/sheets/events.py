"""All rows of a sheet -> the events it codes, and the rows that had to be refused."""

from dataclasses import replace
from itertools import chain

from tollbook.document import Raw
from tollbook.errors import UnusableSheet
from tollbook.reading.sheets.columns import check_headers, recognise
from tollbook.reading.sheets.days import day_order
from tollbook.reading.sheets.figures import UnreadableCell
from tollbook.reading.sheets.grid import Grid, read_grid
from tollbook.reading.sheets.rows import read_row
from tollbook.sheet import CodedEvent, Columns, DayOrder, Meaning, Refused, Sheet

_DATED = (Meaning.DAY, Meaning.FIRST_DAY, Meaning.LAST_DAY)


def read_sheet(
    raw: Raw,
    columns: Columns | None = None,
    *,
    wanted: str | None = None,
    order: DayOrder | None = None,
) -> Sheet:
    r"""Read a coder's spreadsheet.

    Args:
        raw: CSV or XLSX.
        columns: which column holds what; without it the columns must be UCDP's, ACLED's or
            Airwars'.
        wanted: the sheet of a workbook; the first if not said.
        order: whether the day or the month comes first in "03/04/2024", where the dates of the
            sheet do not tell.

    Returns:
        An event for every row that can be read; the others are refused, each with its reason.

    Raises:
        UnusableSheet: it cannot be read at all, its columns are not known, or its dates can be
            read two ways.

    Example:
        >>> table = b"event_date,event_type,actor1,fatalities\n2031-03-04,Battles,Salt Guard,12"
        >>> sheet = read_sheet(Raw(name="coded.csv", content=table, suffix=".csv"))
        >>> sheet.events[0].killed.figure
        12
    """
    return read_events(raw.name, read_grid(raw, wanted=wanted), columns, order=order)


def read_events(
    name: str, grid: Grid, columns: Columns | None = None, *, order: DayOrder | None = None
) -> Sheet:
    """Read the rows of a grid; see `read_sheet`.

    Raises:
        UnusableSheet: its columns are not known, or its dates can be read two ways.
    """
    columns = recognise(grid.header) if columns is None else columns
    if columns is None:
        raise UnusableSheet(
            f"the columns of `{name}` are not those of UCDP, ACLED or Airwars; let --guess write a "
            "mapping, correct it and give it by --columns. "
            f"It has {', '.join(grid.header)}"
        )
    check_headers(columns, grid.header, name=name)
    if order is not None:
        columns = replace(columns, day_order=order)
    decided = day_order(_dates(grid, columns), said=columns.day_order)
    events: list[CodedEvent] = []
    refused: list[Refused] = []
    for row in grid.rows:
        try:
            events.append(read_row(row, grid.header, columns, decided))
        except UnreadableCell as error:
            refused.append(Refused(row=row.number, reason=f"row {row.number}: {error}"))
    return Sheet(
        name=name,
        columns=replace(columns, day_order=decided),
        header=grid.header,
        rows=grid.rows,
        events=tuple(events),
        refused=tuple(refused),
    )


def _dates(grid: Grid, columns: Columns) -> list[str]:
    named = chain.from_iterable(columns.named(meaning) for meaning in _DATED)
    places = [grid.header.index(header) for header in named]
    return [row.cells[at] for row in grid.rows for at in places if row.cells[at]]
