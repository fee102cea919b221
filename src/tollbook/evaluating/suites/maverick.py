"""MAVERICK: when and where electoral violence happened, from headline, day of print and country.

A coder read the whole report; we are given its headline alone, with the country written behind it.
A day is right if it is the very day that the event began. A town is right if it lies within 25 km.
Few headlines name the town at all, so precision is of the towns found, and those that do name it
are looked at apart. The town is the first of the country that the headline names; the pin is what
`tollbook read` gives, which needs a toll too.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tollbook.document import Document
from tollbook.evaluating.coded_places import (
    NEAR,
    WITHIN_KM,
    country_named,
    first_named,
    is_named,
    with_country,
)
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.extracting.situating.when import find_days
from tollbook.gazetteer import Gazetteer, open_gazetteer
from tollbook.locating.mentions import find_mentions
from tollbook.place import GazetteerEntry, Location, kilometres

_SOON: Final = timedelta(days=7)
_SOURCE: Final = re.compile(r"\((?P<day>\d{4}-\d\d-\d\d)\)\s*(?P<headline>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One report of one event: its headline and day, and where and when a coder put the event."""

    headline: str
    published: date
    country: str
    began: date | None
    town: str
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A report of an event in a town, and how many km off we put it; None where nowhere.

    `town` is the first town of the country that the headline names, `pin` where `tollbook read`
    puts the event, `plain` the most populous town of the first name.
    """

    row: Row
    town: float | None
    pin: float | None
    plain: float | None

    @property
    def names_the_town(self) -> bool:
        """Whether the headline has the name of the coded town, in whatever spelling."""
        return is_named(self.row.headline, self.row.town)


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score days and towns read from headlines.

    Raises:
        UnusableCorpus: the file of that part is not there.
    """
    rows = list(_rows(folder / "maverick" / f"{part}.csv"))
    gazetteer = open_gazetteer()
    placed = [_placed(row, row.point, reader, gazetteer) for row in rows if row.point is not None]
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
            *_town_figures(placed),
        ),
        notes=(
            "only the headline is read, with the country behind it; the baselines take the day of "
            "print, and the most populous town of the first name. A town is the first of the "
            "country that a headline names; a pin is what is read of one with a toll",
        ),
        cases=(*_cases(dated), *_town_cases(placed)),
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
                town=row["city"],
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


def _placed(row: Row, point: tuple[float, float], reader: Reader, gazetteer: Gazetteer) -> Placed:
    accounts = reader.accounts(
        Document(
            text=with_country(row.headline, row.country),
            name=row.headline[:40],
            published_at=row.published,
        )
    )
    pin = next((one.location for one in accounts if one.location is not None), None)
    return Placed(
        row=row,
        town=_km_off(point, _town(row, gazetteer)),
        # A division or the country is no town.
        pin=_km_off(point, pin if pin is not None and pin.where_prec <= NEAR else None),
        plain=_km_off(point, first_named(row.headline, gazetteer)),
    )


def _km_off(point: tuple[float, float], found: GazetteerEntry | Location | None) -> float | None:
    return None if found is None else kilometres(*point, found.latitude, found.longitude)


def _town(row: Row, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """Give the first town of the country that the headline names."""
    country = country_named(row.country, gazetteer)
    for mention in find_mentions(with_country(row.headline, row.country), gazetteer):
        entry = mention.entry
        if entry is None or country is None or mention.is_adjective:
            continue
        if entry.feature.startswith("P.") and entry.country == country.country:
            return entry
    return None


def _town_figures(placed: Sequence[Placed]) -> Iterator[Figure]:
    for section, some in (
        ("all towns", placed),
        ("the headline names the town", [one for one in placed if one.names_the_town]),
    ):
        plain = [one.plain for one in some]
        for name, found in (
            ("town", [one.town for one in some]),
            ("pin", [one.pin for one in some]),
        ):
            yield Figure(
                name=f"{name} within 25 km",
                value=_share_near(found, len(found)),
                of=len(found),
                baseline=_share_near(plain, len(plain)),
                section=section,
            )
            yield Figure(
                name=f"{name} within 25 km, of those found",
                value=_share_near(found, _number(found)),
                of=_number(found),
                baseline=_share_near(plain, _number(plain)),
                section=section,
            )


def _number(found: Sequence[float | None]) -> int:
    return sum(km is not None for km in found)


def _share_near(found: Sequence[float | None], of: int) -> float:
    return sum(km is not None and km <= WITHIN_KM for km in found) / of if of else 0.0


def _town_cases(placed: Sequence[Placed]) -> Iterator[Case]:
    for one in placed:
        if one.town is None:
            if one.names_the_town:
                yield Case(kind="the town is named, and not found")
        elif one.town > WITHIN_KM:
            named = "named too" if one.names_the_town else "not named"
            yield Case(kind=f"another town, the coded one {named}", weight=one.town)


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
