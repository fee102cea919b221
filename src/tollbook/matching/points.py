"""Rows and incidents that belong together, compared thing by thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from tollbook.actor import Actor
from tollbook.claim import Group, ResponsibilityClaim
from tollbook.comparison import About, Point, Verdict
from tollbook.identifying import are_one_side
from tollbook.incident import Days
from tollbook.matching.names import share_place
from tollbook.matching.tolls import MOST_CLAIMS, compare_tolls
from tollbook.matching.traits import Traits
from tollbook.matching.weighing import between
from tollbook.sheet import CodedEvent
from tollbook.toll import Case

_NEAR_KM = 5.0
_ONE_UNIT_KM = 50.0
_ONE_UNIT_DAYS = 7.0
# A place or a side that differs altogether, where no distance says by how much.
_ALTOGETHER = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """The rows and the incidents of one match, and what is compared of each."""

    events: Sequence[CodedEvent]
    cases: Sequence[Case]
    event_traits: Sequence[Traits]
    case_traits: Sequence[Traits]


def compare_points(both: Both, counts: Group) -> tuple[Point, ...]:
    """Compare everything that one side says: tolls, days, place and who took part.

    Args:
        both: what belongs together.
        counts: whom the sheet's killed and injured are.
    """
    tolls = compare_tolls(both.events, both.cases, counts)
    return tuple(chain(tolls, _days(both), _place(both), _sides(both)))


def _beside(about: About, coded: str, told: str) -> Iterator[Point]:
    """Set two sayings beside each other, where at least one is there."""
    verdict = Verdict.SAME
    if not coded or not told:
        verdict = Verdict.NOT_TOLD if coded else Verdict.NOT_CODED
    if coded or told:
        yield Point(about=about, coded=coded, told=told, verdict=verdict)


def _days(both: Both) -> Iterator[Point]:
    coded = _span([event.days for event in both.events])
    told = _span([case.incident.days for case in both.cases])
    for point in _beside(About.DAYS, days_in_words(coded), days_in_words(told)):
        if coded is None or told is None or point.coded == point.told:
            yield point
            continue
        firsts = [one.first for one in both.event_traits if one.first is not None]
        lasts = [one.last for one in both.event_traits if one.last is not None]
        gap = (max(min(firsts), told.first) - min(max(lasts), told.last)).days
        if gap <= 0:
            yield replace(point, verdict=Verdict.WITHIN)
            continue
        when = "later" if told.first > coded.last else "earlier"
        days = f"{gap} day{'s' if gap > 1 else ''}"
        yield replace(
            point,
            verdict=Verdict.DIFFERENT,
            size=gap / _ONE_UNIT_DAYS,
            note=f"the reports say {days} {when}",
        )


def _span(days: Sequence[Days | None]) -> Days | None:
    known = [one for one in days if one is not None]
    if not known:
        return None
    return Days(first=min(one.first for one in known), last=max(one.last for one in known))


def days_in_words(days: Days | None) -> str:
    """Write days: one, or the first and the last; "" where there are none.

    Example:
        >>> from datetime import date
        >>> days_in_words(Days(first=date(2031, 3, 4), last=date(2031, 3, 6)))
        '2031-03-04 to 2031-03-06'
    """
    if days is None:
        return ""
    first, last = days.first.isoformat(), days.last.isoformat()
    return first if first == last else f"{first} to {last}"


def _place(both: Both) -> Iterator[Point]:
    names = dict.fromkeys(name for event in both.events for name in event.place.names[:2])
    coded = ", ".join(names) or next(
        (
            f"{one.point.latitude:.3f}, {one.point.longitude:.3f}"
            for one in both.event_traits
            if one.point is not None
        ),
        "",
    )
    told = dict.fromkeys(name for case in both.cases for name in case.incident.places[:2])
    for point in _beside(About.PLACE, coded, ", ".join(told)):
        yield _judge_place(point, both) if point.verdict is Verdict.SAME else point


def _judge_place(point: Point, both: Both) -> Point:
    pairs = [(event, case) for event in both.event_traits for case in both.case_traits]
    is_shared = any(share_place(event.exact, case.exact) for event, case in pairs)
    measured = [
        (between(event.point, case.point), event.point.radius_km + case.point.radius_km)
        for event, case in pairs
        if event.point is not None and case.point is not None
    ]
    if not measured:
        if is_shared:
            return point
        if any(share_place(event.names, case.names) for event, case in pairs):
            return replace(point, verdict=Verdict.WITHIN, note="the same wider area")
        return replace(
            point, verdict=Verdict.DIFFERENT, size=_ALTOGETHER, note="no place is named by both"
        )
    distance, allowed = min(measured)
    point = replace(point, note=f"{distance:.0f} km apart, known to {allowed:.0f} km")
    if distance <= _NEAR_KM or (is_shared and distance <= allowed):
        return point
    if distance <= allowed:
        return replace(point, verdict=Verdict.WITHIN)
    size = (distance - allowed) / _ONE_UNIT_KM
    return replace(point, verdict=Verdict.DIFFERENT, size=size)


def _sides(both: Both) -> Iterator[Point]:
    ours, theirs = _actors(both.event_traits), _actors(both.case_traits)
    coded = dict.fromkeys(name for event in both.events for name in event.sides)
    told = dict.fromkeys(
        [actor.name for actor in theirs]
        or [name for case in both.cases for name in case.incident.perpetrators]
    )
    for point in _beside(About.SIDES, ", ".join(coded), ", ".join(told)):
        point = replace(point, claim_ids=_blame(both.cases))
        if point.verdict is Verdict.SAME:
            point = _judge_sides(point, ours, theirs)
        yield point


def _judge_sides(point: Point, ours: Sequence[Actor], theirs: Sequence[Actor]) -> Point:
    if not ours or not theirs:
        note = "not known by name, so not compared"
        return replace(point, verdict=Verdict.WITHIN, note=note)
    missing = [one.name for one in ours if not _is_among(one, theirs)]
    more = [one.name for one in theirs if not _is_among(one, ours)]
    notes = [f"no report names {', '.join(missing)}"] if missing else []
    notes += [f"the sheet does not name {', '.join(more)}"] if more else []
    verdict, size = Verdict.SAME, 0.0
    if len(missing) == len(ours):
        verdict, size = Verdict.DIFFERENT, _ALTOGETHER
    elif missing or more:
        verdict = Verdict.WITHIN
    return replace(point, verdict=verdict, size=size, note="; ".join(notes))


def _actors(traits: Sequence[Traits]) -> list[Actor]:
    return list({actor.id: actor for one in traits for actor in one.actors}.values())


def _is_among(one: Actor, others: Sequence[Actor]) -> bool:
    return any(are_one_side(one, other) for other in others)


def _blame(cases: Sequence[Case]) -> tuple[str, ...]:
    blaming = (
        claim.id
        for case in cases
        for claim in case.incident.claims
        if isinstance(claim, ResponsibilityClaim)
    )
    return tuple(blaming)[:MOST_CLAIMS]
