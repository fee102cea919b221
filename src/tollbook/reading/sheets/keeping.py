"""A sheet as text to keep: its cells and its mapping, from which everything is read again."""

import json
from typing import Any

from tollbook.claim import Group
from tollbook.errors import UnusableSheet
from tollbook.reading.sheets.events import read_events
from tollbook.reading.sheets.grid import Grid
from tollbook.sheet import Columns, DayOrder, Meaning, Row, Sheet


def sheet_to_json(sheet: Sheet) -> str:
    """Write a sheet as one line of JSON, every cell of it."""
    columns = sheet.columns
    kept = {
        "name": sheet.name,
        "columns": {meaning.value: list(named) for meaning, named in columns.headers.items()},
        "reading": {
            "scheme": columns.scheme,
            "counts": columns.counts.value,
            "fewest_killed": columns.fewest_killed,
            "unknown": list(columns.unknown),
            "day_order": None if columns.day_order is None else columns.day_order.value,
        },
        "header": list(sheet.header),
        "rows": [[row.number, *row.cells] for row in sheet.rows],
    }
    return json.dumps(kept, ensure_ascii=False)


def sheet_from_json(text: str) -> Sheet:
    """Read a sheet that was kept; its rows are read anew.

    Raises:
        UnusableSheet: the text is no sheet.
    """
    try:
        kept: dict[str, Any] = json.loads(text)
        reading = kept["reading"]
        order = reading["day_order"]
        columns = Columns(
            headers={Meaning(key): tuple(named) for key, named in kept["columns"].items()},
            scheme=reading["scheme"],
            counts=Group(reading["counts"]),
            fewest_killed=reading["fewest_killed"],
            unknown=tuple(reading["unknown"]),
            day_order=None if order is None else DayOrder(order),
        )
        rows = tuple(Row(number=row[0], cells=tuple(row[1:])) for row in kept["rows"])
        grid = Grid(header=tuple(kept["header"]), rows=rows)
        return read_events(kept["name"], grid, columns)
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, UnusableSheet):
            raise
        raise UnusableSheet(f"a sheet that was kept cannot be read: {error!r}") from error
