"""The bytes of a spreadsheet -> its header and its rows, every cell as text."""

import csv
import io
import zipfile
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from tollbook.document import Raw
from tollbook.errors import UnusableSheet
from tollbook.sheet import Row

DELIMITERS = ",;\t|"
FARTHEST_HEADER = 10
"""A title and an empty line may stand above the header, but not a page of text."""

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LARGEST_UNPACKED = 512 * 1024 * 1024
_LARGEST_CELL = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet as it stands: its header and the rows below, each with its number from 1."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_grid(raw: Raw, *, wanted: str | None = None) -> Grid:
    """Read CSV (comma, semicolon, tab or bar) or XLSX.

    Text may be UTF-8, UTF-16 with its mark, or Windows-1252. Of a workbook one sheet is read; of
    formulas the values that were saved with them. A cell that was a date comes as ISO 8601.

    Args:
        raw: the bytes and their name.
        wanted: the workbook's sheet; the first if not said.

    Raises:
        UnusableSheet: there is no table in it, or it is of another kind.
    """
    if raw.content.startswith(_OLD_EXCEL) or raw.suffix in (".xls", ".ods", ".numbers"):
        raise UnusableSheet(f"`{raw.name}` is no XLSX and no CSV; save it as one of them")
    is_workbook = raw.content.startswith(_ZIP)
    if wanted is not None and not is_workbook:
        raise UnusableSheet(f"`{raw.name}` is one table; only a workbook (XLSX) has {wanted!r}")
    lines = _workbook(raw, wanted) if is_workbook else _text(raw)
    return _grid(raw.name, lines)


def _grid(name: str, lines: Iterable[Sequence[str]]) -> Grid:
    rows = [
        Row(number=number, cells=tuple(cell.strip() for cell in line))
        for number, line in enumerate(lines, start=1)
        if any(cell.strip() for cell in line)
    ]
    at = next((at for at, row in enumerate(rows[:FARTHEST_HEADER]) if _is_header(row, rows)), None)
    if at is None:
        raise UnusableSheet(
            f"`{name}` holds no table: none of its first rows has two headers or more"
        )
    width = max(len(row.cells) for row in rows[at:])
    header = _unlike(rows[at].cells + ("",) * (width - len(rows[at].cells)))
    below = (Row(number=row.number, cells=_to_width(row.cells, width)) for row in rows[at + 1 :])
    # HXL writes its tags in a row below the header: "#date+start".
    return Grid(header=header, rows=tuple(row for row in below if not _is_tags(row)))


def _is_header(row: Row, rows: Sequence[Row]) -> bool:
    """The first row that is about as wide as most are, so no title and no remark."""
    filled = [sum(bool(cell) for cell in one.cells) for one in rows]
    usual = sorted(filled)[len(filled) // 2]
    return sum(bool(cell) for cell in row.cells) >= max(2, usual // 2)


def _is_tags(row: Row) -> bool:
    filled = [cell for cell in row.cells if cell]
    return all(cell.startswith("#") and not cell.startswith("#N") for cell in filled)


def _to_width(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells[:width] + ("",) * (width - len(cells))


def _unlike(headers: Sequence[str]) -> tuple[str, ...]:
    """Tell columns of one header apart: the second "Date" is "Date (2)"."""
    seen: dict[str, int] = {}
    told = []
    for number, header in enumerate(headers, start=1):
        name = " ".join(header.split()) or f"column {number}"
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(told)


def _text(raw: Raw) -> Iterator[Sequence[str]]:
    text = _decoded(raw)
    delimiter = _delimiter(text)
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise UnusableSheet(f"`{raw.name}` cannot be read as a table: {error}") from error
    finally:
        csv.field_size_limit(before)


def _decoded(raw: Raw) -> str:
    if raw.content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return raw.content.decode("utf-16", errors="replace")
    if b"\0" in raw.content:
        raise UnusableSheet(f"`{raw.name}` is binary and no XLSX; save it as XLSX or CSV")
    content = raw.content.removeprefix(BOM_UTF8)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")  # what Excel writes as "CSV"
    except UnicodeDecodeError as error:
        raise UnusableSheet(
            f"`{raw.name}` is neither UTF-8 nor Windows-1252: byte {error.start} is "
            f"0x{content[error.start]:02x}; save it as CSV UTF-8"
        ) from error


def _delimiter(text: str) -> str:
    """The sign that cuts most rows into the same number of cells, two or more."""
    begun = "\n".join(text.splitlines()[: 2 * FARTHEST_HEADER])

    def fits(delimiter: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(begun), delimiter=delimiter)]
        except csv.Error:
            return (0, 0)
        wide = [width for width in widths if width > 1]
        usual = max(set(wide), key=wide.count, default=0)
        return (wide.count(usual), usual) if usual else (0, 0)

    return max(DELIMITERS, key=fits)


def _workbook(raw: Raw, wanted: str | None) -> Iterator[Sequence[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(raw.content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST_UNPACKED:
                raise UnusableSheet(f"`{raw.name}` unpacks to more than 512 MiB; save it as CSV")
        # Values as last saved, and beside them the formulas they came from.
        values = load_workbook(io.BytesIO(raw.content), read_only=True, data_only=True)
        formulas = load_workbook(io.BytesIO(raw.content), read_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnusableSheet(f"`{raw.name}` is no workbook that can be opened: {error}") from error
    names = values.sheetnames
    if wanted is not None and wanted not in names:
        raise UnusableSheet(f"`{raw.name}` has no sheet {wanted!r}; it has {', '.join(names)}")
    name = names[0] if wanted is None else wanted
    for sheet in (values[name], formulas[name]):
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()  # some programs write a wrong size, and rows would be lost
    pairs = zip(
        values[name].iter_rows(values_only=True),
        formulas[name].iter_rows(values_only=True),
        strict=True,
    )
    for told, asked in pairs:
        # A formula that no program ever reckoned has no value: it is shown, and never a gap.
        yield [
            _as_text(one if one is not None else other)
            for one, other in zip(told, asked, strict=True)
        ]


def _as_text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
        case date():
            return cell.isoformat()
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)
