"""A list of incidents as a table with a drawn range in each line, as CSV and as JSON."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tollbook.claim import Group, Harm
from tollbook.cli.card.ink import padded, width
from tollbook.cli.card.scale import Columns, fit
from tollbook.cli.stored import SHORT
from tollbook.drawing.wording import clean, harm_in_words
from tollbook.exporting.plain import plain
from tollbook.storing import IncidentRow, TollRow

_WHAT, _FIGURES, _STRIP = 23, 13, 12
_HARMS = (Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED, Harm.MISSING, Harm.ABDUCTED)


def table(rows: Sequence[IncidentRow], harm: Harm) -> Iterator[str]:
    """Write incidents as lines of eighty columns, every range on one scale."""
    tolls = [toll for row in rows if (toll := row.toll(harm)) is not None]
    scale = fit([n for toll in tolls for n in (toll.low, toll.high)], _STRIP) if tolls else None
    heads = ("id".ljust(SHORT), "when".ljust(10), "what and where".ljust(_WHAT))
    named = harm_in_words(harm)
    yield f"{'  '.join([*heads, named.rjust(_FIGURES)])}{'reports':>{_STRIP + 6}}"
    for row in rows:
        toll = row.toll(harm)
        cells = (
            row.id[:SHORT],
            _when(row).ljust(10),
            padded(_cut(what_and_where(row), _WHAT), _WHAT),
            _figures(toll).rjust(_FIGURES),
            drawn(toll, scale).ljust(_STRIP),
        )
        yield "  ".join(cells) + f" {row.reports:>3,}{' ?' if row.doubts else ''}"


def _when(row: IncidentRow) -> str:
    if row.first_day is None or row.last_day is None:
        return "undated"
    if row.first_day == row.last_day:
        return row.first_day.isoformat()
    is_one_month = row.first_day.replace(day=1) == row.last_day.replace(day=1)
    return f"{row.first_day:%Y-%m}" if is_one_month else f"{row.first_day:%Y}"


def what_and_where(row: IncidentRow) -> str:
    """Say what happened and where, as short as can be."""
    what = "background" if row.is_background else row.what.value.replace("_", " ")
    where = ", ".join(map(clean, row.places[:2]))
    return f"{where}: {what}" if where else what


def _cut(words: str, columns: int) -> str:
    if width(words) <= columns:
        return words
    while width(words) >= columns:
        words = words[:-1]
    return f"{words.rstrip()}…"


def _figures(toll: TollRow | None) -> str:
    if toll is None:
        return "–"
    return (
        f"{toll.best:,}" if toll.low == toll.high else f"{toll.best:,} ({toll.low:,}–{toll.high:,})"
    )


def drawn(toll: TollRow | None, scale: Columns | None) -> str:
    """Draw a range and the best figure in it.

    Example:
        >>> from tollbook.claim import Group
        >>> toll = TollRow(harm=Harm.KILLED, group=Group.PEOPLE, low=2, best=4, high=8)
        >>> drawn(toll, Columns(low=1, high=10, columns=10, is_log=False))
        ' ├─●───┤'
    """
    if toll is None or scale is None:
        return ""
    start, best, end = map(scale.column, (toll.low, toll.best, toll.high))
    strip = [" "] * start + ["─"] * (end - start + 1)
    if end > start:
        strip[start], strip[end] = "├", "┤"
    strip[best] = "●"
    return "".join(strip)


def as_json(rows: Iterable[IncidentRow], day: date | None) -> str:
    """Write incidents as one object."""
    told = {
        "as_of": None if day is None else day.isoformat(),
        "incidents": [plain(row) for row in rows],
    }
    return json.dumps(told, indent=2, ensure_ascii=False)


def as_csv(rows: Iterable[IncidentRow]) -> str:
    """Write incidents as a table for spreadsheets; an empty cell is nobody's word, never zero."""
    written = io.StringIO()
    sheet = csv.writer(written, lineterminator="\n")
    sheet.writerow([*_FACTS, *(f"{harm}_{end}" for harm in _HARMS for end in _ENDS)])
    for row in rows:
        tolls = [row.toll(harm, Group.PEOPLE) for harm in _HARMS]
        figures = [None if toll is None else getattr(toll, end) for toll in tolls for end in _ENDS]
        sheet.writerow([*(_fact(row, name) for name in _FACTS), *figures])
    return written.getvalue().removesuffix("\n")


_ENDS = ("low", "best", "high")
_FACTS = (
    "id",
    "what",
    "first_day",
    "last_day",
    "places",
    "country",
    "latitude",
    "longitude",
    "actors",
    "targets",
    "reports",
    "claims",
    "doubts",
    "is_background",
    "part_of",
    "last_published",
)


def _fact(row: IncidentRow, name: str) -> object:
    value = getattr(row, name)
    if isinstance(value, tuple):
        value = "; ".join(value)
    # What a spreadsheet would take for a formula.
    is_formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@"))
    return f"'{value}" if is_formula else value
