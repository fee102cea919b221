"""UCDP GED: the days and the place of an event as its headlines tell them, beside those coded.

Looked at are the headlines that name days, and those that name a place or are pinned. Of most
events the corpus keeps the place in words alone; of those that also stand in the sample of
`ucdp_ged_sample.csv`, the point and `where_prec` are known.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from tollbook.dating import Dated, coded
from tollbook.document import Document
from tollbook.evaluating.coded_places import (
    CodedPlace,
    any_agrees,
    country_named,
    first_named,
    from_row,
    from_words,
    is_named,
    names_a_place,
    with_country,
)
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.extracting.situating.when import find_days
from tollbook.gazetteer import Gazetteer, open_gazetteer
from tollbook.place import Location

SAMPLE: Final = "ucdp_ged_sample.csv"
_COUNTRIES: Final = {"syria": "Syria", "car": "Central African Republic"}
_COUNTRY_PREC: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A headline that names days, those we read, those coded, and the day of print."""

    ours: Dated
    noted: Dated
    published: date


@dataclass(slots=True, kw_only=True)
class Pinned:
    """A headline, every place coded from it, our pin and a plain one.

    `has_point` says that the coder's coordinates are known, `tells_harm` that we read an
    account of harm in the headline; of one without there is nothing to pin.
    """

    headline: str
    country: str
    published: str | None
    has_point: bool
    coded: list[CodedPlace] = field(default_factory=list)
    ours: Location | None = None
    plain: Location | None = None
    names_a_place: bool = False
    tells_harm: bool = False

    @property
    def is_checked(self) -> bool:
        """Whether it is known where some event of it was."""
        return any(place.points or min(place.where_prec, default=0) > 5 for place in self.coded)

    @property
    def names_the_place(self) -> bool:
        """Whether the coded place stands in the headline, in whatever spelling."""
        return any(is_named(self.headline, place.name) for place in self.coded)


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score the days, the places and their precision that headlines give.

    Raises:
        UnusableCorpus: the file of that part is not there.
    """
    lines = (folder / "ucdp" / f"{part}.jsonl").read_text("utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    said = [one for event in events for one in _said(event)]
    gazetteer = open_gazetteer()
    headlines = _headlines(events, _rows(folder / SAMPLE), gazetteer)
    for one in headlines:
        _pin(one, reader, gazetteer)
    return Result(
        suite="ucdp",
        part=part,
        annotator=reader.annotator.name,
        documents=len(events),
        figures=(*_figures(said), *_place_figures(headlines)),
        notes=tuple(_notes(headlines)),
        cases=(*_cases(said), *_place_cases(headlines)),
    )


def _said(event: dict[str, Any]) -> Iterator[Said]:
    first, last = (date.fromisoformat(event[name][:10]) for name in ("date_start", "date_end"))
    noted = coded(first, last, "as coded")
    for article in event["articles"]:
        if noted is None or not article.get("date"):
            continue
        published = date.fromisoformat(article["date"][:10])
        days = [words.days for words in find_days(article["headline"] or "", published)]
        for ours in [one for one in days if one is not None][:1]:
            yield Said(ours=ours, noted=noted, published=published)


def _rows(sample: Path) -> dict[int, dict[str, str]]:
    """Load the rows of which all columns are known, by the id of the event."""
    if not sample.exists():
        return {}
    with sample.open(encoding="utf-8", newline="") as lines:
        return {int(float(row["id"])): row for row in csv.DictReader(lines)}


def _headlines(
    events: Sequence[Mapping[str, Any]],
    rows: Mapping[int, Mapping[str, str]],
    gazetteer: Gazetteer,
) -> list[Pinned]:
    """Give every headline once, with all places that were coded from it."""
    found: dict[tuple[str, str, str], Pinned] = {}
    for event in events:
        row = rows.get(event["id"])
        country = row["country"] if row else _COUNTRIES.get(event["set"], "")
        if not country:
            continue
        place = _coded_place(event, row, country, gazetteer)
        for article in event["articles"]:
            headline, published = (article["headline"] or "").strip(), article.get("date")
            if not headline:
                continue
            one = found.setdefault(
                (headline, published or "", country),
                Pinned(
                    headline=headline,
                    country=country,
                    published=published,
                    has_point=row is not None,
                ),
            )
            one.coded.append(place)
    return list(found.values())


def _coded_place(
    event: Mapping[str, Any], row: Mapping[str, str] | None, country: str, gazetteer: Gazetteer
) -> CodedPlace:
    entry = country_named(country, gazetteer)
    if row is None:
        return from_words(event["where"], entry, gazetteer)
    return from_row(
        row["where_coordinates"],
        int(float(row["where_prec"])),
        (float(row["latitude"]), float(row["longitude"])),
        row["adm_1"],
        entry,
        gazetteer,
    )


def _pin(one: Pinned, reader: Reader, gazetteer: Gazetteer) -> None:
    accounts = reader.accounts(
        Document(
            text=with_country(one.headline, one.country),
            name=one.headline[:40],
            published_at=date.fromisoformat(one.published[:10]) if one.published else None,
        )
    )
    one.tells_harm = bool(accounts)
    pins = [account.location for account in accounts if account.location is not None]
    # The country was given: to pin it says nothing.
    one.ours = next((pin for pin in pins if pin.where_prec < _COUNTRY_PREC), None)
    one.plain = first_named(one.headline, gazetteer)
    one.names_a_place = names_a_place(one.headline, one.country, gazetteer)


def _figures(said: Sequence[Said]) -> Iterator[Figure]:
    for name, right, plain in (
        (
            "date_prec the same",
            [one.ours.date_prec == one.noted.date_prec for one in said],
            [one.noted.date_prec == 1 for one in said],
        ),
        (
            "first day the same",
            [one.ours.first == one.noted.first for one in said],
            [one.published == one.noted.first for one in said],
        ),
        (
            "coded days among ours",
            [one.ours.first <= one.noted.first <= one.ours.last for one in said],
            [one.published == one.noted.first for one in said],
        ),
    ):
        of = max(len(said), 1)
        yield Figure(name=name, value=sum(right) / of, of=len(said), baseline=sum(plain) / of)


def _place_figures(headlines: Sequence[Pinned]) -> Iterator[Figure]:
    checked = [one for one in headlines if one.is_checked]
    for how, some in (
        ("coded by a point", [one for one in checked if one.has_point]),
        ("coded in words", [one for one in checked if not one.has_point]),
    ):
        yield from _precision(some, f"all places {how}")
        yield _unresolved(
            "unresolved, where some place is named",
            [one for one in some if one.names_a_place],
            f"all places {how}",
        )
        named, section = [one for one in some if one.names_the_place], f"named, and {how}"
        yield from _precision(named, section)
        ours = [(one, one.ours) for one in named if one.ours is not None]
        plain = [(one, one.plain) for one in named if one.plain is not None]
        yield Figure(
            name="where_prec the same",
            value=_share([_same_prec(one, pin) for one, pin in ours]),
            of=len(ours),
            baseline=_share([_same_prec(one, pin) for one, pin in plain]),
            section=section,
        )
        yield _unresolved("unresolved", named, section)
        told = [one for one in named if one.tells_harm]
        yield _unresolved("unresolved, where harm is read", told, section)


def _precision(headlines: Sequence[Pinned], section: str) -> Iterator[Figure]:
    ours = [(one, one.ours) for one in headlines if one.ours is not None]
    plain = [(one, one.plain) for one in headlines if one.plain is not None]
    yield Figure(
        name="precision of pins",
        value=_share([any_agrees(one.coded, pin) for one, pin in ours]),
        of=len(ours),
        baseline=_share([any_agrees(one.coded, pin) for one, pin in plain]),
        section=section,
    )
    yield Figure(
        name="precision, a wider place counted",
        value=_share([_holds(one, pin) for one, pin in ours]),
        of=len(ours),
        baseline=_share([_holds(one, pin) for one, pin in plain]),
        section=section,
    )


def _unresolved(name: str, headlines: Sequence[Pinned], section: str) -> Figure:
    return Figure(
        name=name,
        value=_share([one.ours is None for one in headlines]),
        of=len(headlines),
        baseline=_share([one.plain is None for one in headlines]),
        section=section,
        is_cost=True,
    )


def _holds(one: Pinned, pin: Location) -> bool:
    return any(place.agrees(pin) or place.lies_within(pin) for place in one.coded)


def _same_prec(one: Pinned, pin: Location) -> bool:
    """Whether the code is that of the place pinned; where that is wrong, of any coded."""
    right = [place for place in one.coded if place.agrees(pin)]
    return any(pin.where_prec in place.where_prec for place in right or one.coded)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _notes(headlines: Sequence[Pinned]) -> Iterator[str]:
    yield (
        "days: of the headlines that name some; the baseline takes the day of print as exact. "
        "The coder's precision is that of the number of days coded"
    )
    yield (
        "places: each headline once, read with the country of its event written behind it; a pin "
        "on the country is none. Right is a pin within 25 km of a coded place of the headline, or "
        "in its province where that is all the coder knew. The baseline pins the most populous "
        "town of the first name, always as exact. Coders read the whole report: of many headlines "
        'they knew the village, and the headline its province. "Named" is where the headline has '
        "the name of the coded place"
    )
    unchecked = [one for one in headlines if not one.is_checked]
    yield (
        "coded in words: the place is looked up within the country, and a town may be coded 1 or "
        f"2; left out are {len(unchecked)} headlines whose place no gazetteer of ours has, "
        f"{sum(one.ours is not None for one in unchecked)} of them pinned"
    )


def _cases(said: Sequence[Said]) -> Iterator[Case]:
    for one in said:
        if one.ours.date_prec != one.noted.date_prec:
            yield Case(kind=f"date_prec {one.ours.date_prec} for {one.noted.date_prec}")


def _place_cases(headlines: Sequence[Pinned]) -> Iterator[Case]:
    for one in headlines:
        if not one.is_checked:
            continue
        named = "named" if one.names_the_place else "not named"
        if one.ours is None:
            if one.names_the_place:
                why = "a toll is read" if one.tells_harm else "no toll is read"
                yield Case(kind=f"unresolved, the coded place named, {why}")
        elif all(one.ours.entry and one.ours.entry.country != c.country for c in one.coded):
            yield Case(kind=f"another country, the coded place {named}", weight=10)
        elif not _holds(one, one.ours):
            yield Case(kind=f"another place, the coded one {named}", weight=5)
        elif not any_agrees(one.coded, one.ours):
            yield Case(kind="too coarse")
        elif not _same_prec(one, one.ours):
            yield Case(kind="another where_prec for the right place")
