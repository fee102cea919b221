"""MAVERICK: when and where electoral violence happened, from headline, day of print and country.

A coder read the whole report; we are given its headline alone. A day is right if it is the very
day that the event began. A town is right if it lies within 25 km; of what headlines name no town
nothing is said, so precision is of the towns found.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.extracting.situating.when import find_days
from tollbook.gazetteer import Gazetteer, open_gazetteer
from tollbook.locating.mentions import find_mentions
from tollbook.locating.relative import distance_km
from tollbook.place import GazetteerEntry

WITHIN_KM: Final = 25.0
_SOON: Final = timedelta(days=7)
_SOURCE: Final = re.compile(r"\((?P<day>\d{4}-\d\d-\d\d)\)\s*(?P<headline>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One report of one event: its headline and day, and where and when a coder put the event."""

    headline: str
    published: date
    country: str
    began: date | None
    point: tuple[float, float] | None


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score days and towns read from headlines.

    Raises:
        UnusableCorpus: the file of that part is not there.
    """
    rows = list(_rows(folder / "maverick" / f"{part}.csv"))
    gazetteer = open_gazetteer()
    pinned: list[tuple[Row, float | None]] = []
    for row in rows:
        pinned.append((row, _km_off(row, gazetteer)))
        reader.watch(row.headline[:40])
    dated = [row for row in rows if row.began is not None]
    soon = [r for r in dated if r.began and timedelta() <= r.published - r.began <= _SOON]
    return Result(
        suite="maverick",
        part=part,
        annotator=reader.annotator.name,
        documents=len(rows),
        figures=(
            _day_figure("start date exact", dated),
            _day_figure("start date exact", soon, "printed within a week"),
            *_town_figures(pinned),
        ),
        notes=(
            "only the headline is read; the baseline takes the day of print. A town is the first "
            "of the country that a headline names",
        ),
        cases=tuple(_cases(dated)),
    )


def _rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found = _SOURCE.search(row["source"])
            if found is None:
                continue
            has_point = bool(row["latitude"] and row["longitude"])
            point = (float(row["latitude"]), float(row["longitude"])) if has_point else None
            yield Row(
                headline=" ".join(found["headline"].split()),
                published=date.fromisoformat(found["day"]),
                country=row["country"],
                began=date.fromisoformat(row["date_start"][:10]) if row["date_start"] else None,
                point=point if row["city"] else None,
            )


def _began(row: Row) -> date:
    """The first day that the headline names; the day of print where it names none."""
    for words in find_days(row.headline, row.published):
        if words.days is not None and words.days.date_prec <= 2:
            return words.days.first
    return row.published


def _day_figure(name: str, rows: Sequence[Row], section: str = "") -> Figure:
    right = sum(_began(row) == row.began for row in rows)
    plain = sum(row.published == row.began for row in rows)
    return Figure(
        name=name,
        value=right / len(rows) if rows else 0.0,
        of=len(rows),
        baseline=plain / len(rows) if rows else 0.0,
        section=section,
    )


def _km_off(row: Row, gazetteer: Gazetteer) -> float | None:
    """How far the town that the headline names lies from the coded one; None for no town."""
    if row.point is None:
        return None
    code = _country(row.country, gazetteer)
    for mention in find_mentions(f"{row.headline}. {row.country}.", gazetteer):
        entry = mention.entry
        if entry is not None and not mention.is_adjective and _is_town(entry, code):
            return distance_km(*row.point, entry.latitude, entry.longitude)
    return None


def _is_town(entry: GazetteerEntry, country: str) -> bool:
    return entry.feature.startswith("P.") and entry.country == country


@cache
def _country(name: str, gazetteer: Gazetteer) -> str:
    found = (mention.entry for mention in find_mentions(f"{name}.", gazetteer))
    return next((entry.country for entry in found if entry is not None), "")


def _town_figures(pinned: Sequence[tuple[Row, float | None]]) -> Iterator[Figure]:
    placed = [(row, km) for row, km in pinned if row.point is not None]
    found = [km for _, km in placed if km is not None]
    near = sum(km <= WITHIN_KM for km in found)
    yield Figure(
        name="town within 25 km",
        value=near / len(placed) if placed else 0.0,
        of=len(placed),
    )
    yield Figure(
        name="town within 25 km, of those found",
        value=near / len(found) if found else 0.0,
        of=len(found),
    )


def _cases(rows: Sequence[Row]) -> Iterator[Case]:
    for row in rows:
        if row.began is None or _began(row) == row.began:
            continue
        days = (row.published - row.began).days
        if _began(row) != row.published:
            yield Case(kind="another day than the one named")
        elif days > _SOON.days:
            yield Case(kind="printed long after, no day named")
        else:
            yield Case(kind="printed within a week, no day named")
