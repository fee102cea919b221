"""Event places: where the incidents of reports annotated by the claims guideline happened.

Two people read each report; what they noted lies in the checkout
(`training/annotations/event_places.json`): coordinates, codes and days by the id of the report,
no words of any text. The reports lie with claims-gold.

A pin is right within 25 km where a reading knows the place so well (`where_prec` 1 and 2), within
100 km for a district or a province, 150 km for a fuzzy place, 750 km for a country; where a
reading knows no place, any pin is wrong. "By what a pin claims" takes the coarser code of both:
a province for a village of it holds, and is not exact. We are scored against each reading, both
together; how far the readings agree, by the same count, stands in the notes. Wrong and
unresolved are told apart: precision is over the incidents that were pinned.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.evaluating.suites.claims_gold import reports
from tollbook.gazetteer import open_gazetteer
from tollbook.incident import Account
from tollbook.locating.locate import PlacedReport
from tollbook.place import GazetteerEntry, Location, kilometres

TARGET: Final = 0.85
ANNOTATION: Final = Path(__file__).parents[4] / "training" / "annotations" / "event_places.json"
# How far off a pin may be, by the `where_prec` of the reading.
_WITHIN_KM: Final = {1: 25.0, 2: 25.0, 3: 100.0, 4: 100.0, 5: 150.0, 6: 750.0, 7: 500.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """Where one incident of a report happened, as one reading codes it.

    The point and both codes are None where the reading knows no place.
    """

    report: str
    incident: str
    latitude: float | None
    longitude: float | None
    where_prec: int | None
    geo_precision: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    gold: Coded
    ours: Location | None
    plain: Location | None
    is_told: bool

    @property
    def is_right(self) -> bool:
        return _is_right(self.gold, self.ours)

    @property
    def holds(self) -> bool:
        """Whether the place lies as near the pin as the coarser of both codes says."""
        if self.ours is None or self.gold.where_prec is None:
            return False
        away = _away(self.gold, self.ours.latitude, self.ours.longitude)
        coarser = max(self.gold.where_prec, self.ours.where_prec)
        return away is not None and away <= _WITHIN_KM[coarser]


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Pin the incidents of every report whose places are coded.

    Raises:
        UnusableCorpus: there is no coding, or none of that part's reports.
    """
    readings = load(ANNOTATION)
    coded = {name for reading in readings for name in reading}
    gazetteer = open_gazetteer()
    read: list[_Read] = []
    # The reports whose places are coded are of train: this suite has no others to choose on.
    wanted = "train" if part == "dev" else part
    for report in (one for one in reports(folder, wanted) if one.id in coded):
        placed = PlacedReport(report.document, gazetteer)
        accounts = reader.accounts(report.document)
        for reading in readings:
            read += _read(reading.get(report.id, ()), placed, accounts)
    if not read:
        raise UnusableCorpus(f"no place of a report of the part {part!r} is coded")
    return Result(
        suite="event-places",
        part=part,
        annotator=reader.annotator.name,
        documents=len({one.gold.report for one in read}),
        figures=tuple(_figures(read)),
        notes=tuple(_notes(readings)),
        cases=tuple(_cases(read)),
    )


def load(path: Path) -> tuple[dict[str, tuple[Coded, ...]], ...]:
    """Load every reading: what it codes of each report.

    Raises:
        UnusableCorpus: the file is not there.
    """
    if not path.exists():
        raise UnusableCorpus(
            f"`{path}` is not there; the coded places lie in the repository, not in the package"
        )
    readings: Sequence[Sequence[Mapping[str, Any]]] = json.loads(path.read_text("utf-8"))[
        "readings"
    ]
    return tuple(
        {report["id"]: tuple(_coded(report)) for report in reading} for reading in readings
    )


def _coded(report: Mapping[str, Any]) -> Iterator[Coded]:
    for one in report["incidents"]:
        yield Coded(
            report=report["id"],
            incident=one["id"],
            latitude=one["latitude"],
            longitude=one["longitude"],
            where_prec=one["where_prec"],
            geo_precision=one["geo_precision"],
        )


def _read(
    coded: Sequence[Coded], placed: PlacedReport, accounts: Sequence[Account]
) -> Iterator[_Read]:
    ours = {account.label: placed.locate(account) for account in accounts}
    first = next((m.entry for m in placed.mentions if m.entry is not None), None)
    plain = None if first is None else _named_first(first)
    for gold in coded:
        yield _Read(
            gold=gold,
            ours=ours.get(gold.incident),
            plain=plain,
            is_told=gold.incident in ours,
        )


def _named_first(entry: GazetteerEntry) -> Location:
    return Location(
        latitude=entry.latitude,
        longitude=entry.longitude,
        radius_km=0,
        where_prec=1,
        geo_precision=1,
        rule="named first",
        entry=entry,
    )


def _away(gold: Coded, latitude: float, longitude: float) -> float | None:
    if gold.latitude is None or gold.longitude is None:
        return None
    return kilometres(gold.latitude, gold.longitude, latitude, longitude)


def _is_right(gold: Coded, pin: Location | None) -> bool:
    if pin is None or gold.where_prec is None:
        return False
    away = _away(gold, pin.latitude, pin.longitude)
    return away is not None and away <= _WITHIN_KM[gold.where_prec]


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _figures(read: Sequence[_Read]) -> Iterator[Figure]:
    for section, some in (
        ("all incidents", read),
        ("the main incident", [one for one in read if one.gold.incident == "A"]),
    ):
        pinned = [one for one in some if one.ours is not None]
        yield Figure(
            name="precision of pins",
            value=_share([one.is_right for one in pinned]),
            of=len(pinned),
            baseline=_share([_is_right(one.gold, one.plain) for one in some if one.plain]),
            target=TARGET,
            section=section,
        )
        yield Figure(
            name="precision, by what a pin claims",
            value=_share([one.holds for one in pinned]),
            of=len(pinned),
            section=section,
        )
        placed = [one for one in some if one.gold.where_prec is not None]
        yield Figure(
            name="unresolved",
            value=_share([one.ours is None for one in placed]),
            of=len(placed),
            baseline=_share([one.plain is None for one in placed]),
            section=section,
            is_cost=True,
        )
        yield Figure(
            name="no account of it was read",
            value=_share([not one.is_told for one in placed]),
            of=len(placed),
            section=section,
            is_cost=True,
        )
        right = [one for one in pinned if one.is_right]
        for name in ("where_prec", "geo_precision"):
            yield Figure(
                name=f"same {name}, of right pins",
                value=_share([getattr(one.ours, name) == getattr(one.gold, name) for one in right]),
                of=len(right),
                section=section,
            )


def _notes(readings: Sequence[Mapping[str, Sequence[Coded]]]) -> Iterator[str]:
    yield "the baseline pins the place that is named first"
    yield "the reports are fifty of claims-gold train; what a pin needs was chosen on them"
    if len(readings) != 2:
        return
    other = {(one.report, one.incident): one for coded in readings[1].values() for one in coded}
    pairs = [
        (one, other[one.report, one.incident])
        for coded in readings[0].values()
        for one in coded
        if (one.report, one.incident) in other
    ]
    both = [(a, b) for a, b in pairs if a.where_prec is not None and b.where_prec is not None]
    near = [_are_one(a, b) for a, b in both]
    same = [a.where_prec == b.where_prec for a, b in both]
    coarse = [a.geo_precision == b.geo_precision for a, b in both]
    yield (
        f"two readings of {len(pairs)} incidents: {len(both)} placed by both, of these the same "
        f"place {_share(near):.3f}, the same where_prec {_share(same):.3f}, geo_precision "
        f"{_share(coarse):.3f}"
    )


def _are_one(one: Coded, other: Coded) -> bool:
    if one.where_prec is None or other.latitude is None or other.longitude is None:
        return False
    away = _away(one, other.latitude, other.longitude)
    return away is not None and away <= _WITHIN_KM[one.where_prec]


def _cases(read: Sequence[_Read]) -> Iterator[Case]:
    for one in read:
        if one.ours is None:
            if one.gold.where_prec is not None:
                yield Case(kind="unresolved", weight=1)
        elif one.gold.where_prec is None:
            yield Case(kind="a pin where no place is known", weight=1000)
        elif not one.is_right:
            is_coarse = one.ours.where_prec > max(2, one.gold.where_prec)
            away = _away(one.gold, one.ours.latitude, one.ours.longitude) or 0.0
            yield Case(kind="too coarse" if is_coarse else "another place", weight=away)
        elif one.ours.where_prec != one.gold.where_prec:
            codes = f"{one.ours.where_prec} for {one.gold.where_prec}"
            yield Case(kind=f"where_prec {codes}", weight=0.5)
