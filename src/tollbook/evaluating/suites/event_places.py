"""Event places: where the incidents of reports annotated by the claims guideline happened.

The annotation, two people's, lies in the checkout (`training/annotations/event_places.json`):
coordinates, codes and days by the id of the report, no words of any text. The reports lie with
claims-gold.

A pin is right within 25 km where the annotation knows the place so well (`where_prec` 1 and 2),
within 100 km for a district, a province or a fuzzy place, within 750 km for a country. Wrong and
unresolved are told apart: precision is over the incidents that were pinned.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tollbook.errors import UnusableCorpus
from tollbook.evaluating.gold import GoldReport
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.evaluating.suites.claims_gold import reports
from tollbook.gazetteer import open_gazetteer
from tollbook.incident import Account
from tollbook.locating.locate import PlacedReport
from tollbook.locating.relative import distance_km
from tollbook.place import Location

TARGET: Final = 0.85
ANNOTATION: Final = Path(__file__).parents[4] / "training" / "annotations" / "event_places.json"
# How far off a pin may be, by the `where_prec` of the annotation.
_WITHIN_KM: Final = {1: 25.0, 2: 25.0, 3: 100.0, 4: 100.0, 5: 150.0, 6: 750.0, 7: 500.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedPlace:
    """Where one incident of a report happened, as somebody coded it."""

    report: str
    incident: str
    latitude: float
    longitude: float
    where_prec: int
    geo_precision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    gold: AnnotatedPlace
    ours: Location | None
    plain: Location | None

    @property
    def away(self) -> float | None:
        return _away(self.gold, self.ours)

    @property
    def is_right(self) -> bool:
        return self.away is not None and self.away <= _WITHIN_KM[self.gold.where_prec]

    @property
    def plain_is_right(self) -> bool:
        away = _away(self.gold, self.plain)
        return away is not None and away <= _WITHIN_KM[self.gold.where_prec]


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Pin the incidents of every report whose places are annotated.

    Raises:
        UnusableCorpus: there is no annotation, or none of that part's reports.
    """
    annotated = load(ANNOTATION)
    gazetteer = open_gazetteer()
    read: list[_Read] = []
    for report in (one for one in reports(folder, part) if one.id in annotated):
        placed = PlacedReport(report.document, gazetteer)
        accounts = reader.accounts(report.document)
        read += _read(report, annotated[report.id], placed, accounts)
    if not read:
        raise UnusableCorpus(f"no place of a report of the part {part!r} is annotated")
    return Result(
        suite="event-places",
        part=part,
        annotator=reader.annotator.name,
        documents=len({one.gold.report for one in read}),
        figures=tuple(_figures(read)),
        notes=("the baseline pins the place that is named first",),
        cases=tuple(_cases(read)),
    )


def load(path: Path) -> dict[str, tuple[AnnotatedPlace, ...]]:
    """Load the annotated places by report; an incident nobody could place is left out.

    Raises:
        UnusableCorpus: the file is not there.
    """
    if not path.exists():
        raise UnusableCorpus(
            f"`{path}` is not there; the annotated places lie in the repository, not in the package"
        )
    listed: Sequence[Mapping[str, Any]] = json.loads(path.read_text("utf-8"))["reports"]
    return {
        report["id"]: tuple(
            AnnotatedPlace(
                report=report["id"],
                incident=one["id"],
                latitude=one["latitude"],
                longitude=one["longitude"],
                where_prec=one["where_prec"],
                geo_precision=one["geo_precision"],
            )
            for one in report["incidents"]
            if one.get("latitude") is not None
        )
        for report in listed
    }


def _read(
    report: GoldReport,
    annotated: Sequence[AnnotatedPlace],
    placed: PlacedReport,
    accounts: Sequence[Account],
) -> Iterator[_Read]:
    del report
    ours = {account.label: placed.locate(account) for account in accounts}
    plain = next((m.entry for m in placed.mentions if m.entry is not None), None)
    first = None
    if plain is not None:
        first = Location(
            latitude=plain.latitude,
            longitude=plain.longitude,
            radius_km=0,
            where_prec=1,
            geo_precision=1,
            rule="named first",
            entry=plain,
        )
    for gold in annotated:
        yield _Read(gold=gold, ours=ours.get(gold.incident), plain=first)


def _away(gold: AnnotatedPlace, ours: Location | None) -> float | None:
    if ours is None:
        return None
    return distance_km(gold.latitude, gold.longitude, ours.latitude, ours.longitude)


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
            baseline=_share([one.plain_is_right for one in some if one.plain is not None]),
            target=TARGET,
            section=section,
        )
        yield Figure(
            name="unresolved",
            value=_share([one.ours is None for one in some]),
            of=len(some),
            is_cost=True,
            section=section,
        )
        right = [one for one in pinned if one.is_right and one.ours is not None]
        for name in ("where_prec", "geo_precision"):
            same = [getattr(one.ours, name) == getattr(one.gold, name) for one in right]
            yield Figure(
                name=f"same {name}, of right pins",
                value=_share(same),
                of=len(same),
                section=section,
            )


def _cases(read: Sequence[_Read]) -> Iterator[Case]:
    for one in read:
        if one.ours is None:
            yield Case(kind="unresolved", weight=1)
        elif not one.is_right:
            coarse = one.ours.where_prec > max(2, one.gold.where_prec)
            yield Case(kind="too coarse" if coarse else "another place", weight=one.away or 0)
        elif one.ours.where_prec != one.gold.where_prec:
            yield Case(
                kind=f"where_prec {one.ours.where_prec} for {one.gold.where_prec}", weight=0.5
            )
