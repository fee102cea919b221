"""A coder's spreadsheet: bytes -> what it says of each event. Nothing is guessed silently.

`read_grid` makes rows of bytes; `recognise`, `columns_from_toml` or `guess_columns` say which
column holds what; `read_events` reads the rows. `sheet_to_json` and `sheet_from_json` keep a
sheet with everything it holds.
"""

from tollbook.reading.sheets.columns import (
    columns_from_toml,
    columns_to_toml,
    guess_columns,
    recognise,
)
from tollbook.reading.sheets.events import read_events, read_sheet
from tollbook.reading.sheets.grid import Grid, read_grid
from tollbook.reading.sheets.keeping import sheet_from_json, sheet_to_json

__all__ = [
    "Grid",
    "columns_from_toml",
    "columns_to_toml",
    "guess_columns",
    "read_events",
    "read_grid",
    "read_sheet",
    "recognise",
    "sheet_from_json",
    "sheet_to_json",
]
