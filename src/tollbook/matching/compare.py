"""A sheet and incidents -> what agrees, what differs and what is missing on either side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from tollbook.comparison import Comparison, Match, OnlyCoded, OnlyTold, Pairing, Window
from tollbook.incident import Judgement
from tollbook.matching.assigning import assign
from tollbook.matching.missing import (
    why_not_coded,
    why_not_told,
    why_outside,
    window_of,
)
from tollbook.matching.points import Both, compare_points
from tollbook.matching.traits import Traits, traits_of_case, traits_of_event
from tollbook.matching.weighing import SURE, UNSURE, WINDOW_DAYS, weigh
from tollbook.sheet import CodedEvent, Sheet
from tollbook.toll import Case


def match(sheet: Sheet, cases: Iterable[Case], *, printed: Iterable[date] = ()) -> Comparison:
    """Compare a coder's sheet with incidents.

    A row is first given the incident, and an incident the row, with which all pairs together are
    most probable. Then a row left over joins the incident it fits, and an incident the row: what a
    coder notes as one may be two incidents, and the other way round. Background is left out.

    Args:
        sheet: what a person coded.
        cases: incidents with their tolls, in any order.
        printed: when the reports at hand came out; those of the incidents if not said.

    Returns:
        Every row and every incident once: matched, on one side only, or outside what the sheet
        covers. Matches with the largest differences first; the rest by day.
    """
    told = {case.incident.id: case for case in cases if not case.incident.is_background}
    case_traits = {key: traits_of_case(case) for key, case in sorted(told.items())}
    events = {event.row: event for event in sheet.events}
    event_traits = {row: traits_of_event(event) for row, event in events.items()}
    pairings, nearest = _sift(weigh_all(event_traits, case_traits))
    window = window_of(sheet, event_traits.values())
    matches = [
        _match(group, events, told, event_traits, case_traits, sheet)
        for group in group_pairings(pairings)
    ]
    days = sorted(printed) or sorted(_days_printed(told.values()))
    only_told, outside = _not_coded(matches, told, case_traits, window, sheet, nearest)
    return Comparison(
        sheet_id=sheet.id,
        sheet_name=sheet.name,
        columns=sheet.columns,
        window=window,
        matches=tuple(sorted(matches, key=_worst_first)),
        only_coded=tuple(_not_told(matches, events, event_traits, days, nearest)),
        only_told=tuple(only_told),
        outside=tuple(outside),
        refused=sheet.refused,
    )


def weigh_all(events: Mapping[int, Traits], cases: Mapping[str, Traits]) -> Iterator[Pairing]:
    """Weigh every row against every incident near it in time.

    Incidents that nothing dates are weighed by when they were printed, and against every row
    where that is not known either.
    """
    by_day: dict[date, list[str]] = defaultdict(list)
    undated: list[str] = []
    for key, traits in cases.items():
        first, last = _when(traits)
        if first is None or last is None:
            undated.append(key)
            continue
        for ahead in range((last - first).days + 1):
            by_day[first + timedelta(days=ahead)].append(key)
    for row, event in sorted(events.items()):
        for key in sorted(_near(event, by_day, cases), key=str):
            yield weigh(row, event, key, cases[key])
        for key in undated if event.first is not None else ():
            yield weigh(row, event, key, cases[key])


_LONGEST = 62  # days; an incident over a longer time is looked for at its beginning


def _when(traits: Traits) -> tuple[date | None, date | None]:
    if traits.first is None or traits.last is None:
        return traits.printed, traits.printed
    return traits.first, min(traits.last, traits.first + timedelta(days=_LONGEST))


def _near(
    event: Traits, by_day: Mapping[date, Sequence[str]], cases: Mapping[str, Traits]
) -> set[str]:
    if event.first is None or event.last is None:
        return set(cases)
    start = event.first - timedelta(days=WINDOW_DAYS)
    length = (event.last - event.first).days + 2 * WINDOW_DAYS
    return {
        key for ahead in range(length + 1) for key in by_day.get(start + timedelta(days=ahead), ())
    }


def group_pairings(pairings: Sequence[Pairing]) -> list[list[Pairing]]:
    """Choose which rows go with which incidents: pairs first, then what is left over.

    Returns:
        Groups in which one row goes with one incident, or one of the one with several of the
        other.
    """
    pairs = assign(pairings, UNSURE)
    groups = {(one.row, one.incident_id): [one] for one in pairs}
    by_row = {one.row: (one.row, one.incident_id) for one in pairs}
    by_incident = {one.incident_id: (one.row, one.incident_id) for one in pairs}
    left = sorted(
        (one for one in pairings if one.log_odds > SURE),
        key=_best_first,
    )
    for one in left:
        if one.row in by_row and one.incident_id in by_incident:
            continue
        key = by_row.get(one.row) or by_incident.get(one.incident_id)
        if key is None or not _stays_a_star(groups[key], one):
            continue
        groups[key].append(one)
        by_row[one.row] = by_incident[one.incident_id] = key
    return list(groups.values())


def _stays_a_star(group: Sequence[Pairing], more: Pairing) -> bool:
    if group[0].judgement is not Judgement.POSITIVE:
        return False
    rows = {one.row for one in (*group, more)}
    incidents = {one.incident_id for one in (*group, more)}
    return len(rows) == 1 or len(incidents) == 1


def _match(
    group: Sequence[Pairing],
    events: Mapping[int, CodedEvent],
    cases: Mapping[str, Case],
    event_traits: Mapping[int, Traits],
    case_traits: Mapping[str, Traits],
    sheet: Sheet,
) -> Match:
    rows = sorted({one.row for one in group})
    incidents = list(dict.fromkeys(one.incident_id for one in group))
    is_sure = all(one.judgement is Judgement.POSITIVE for one in group)
    return Match(
        events=tuple(events[row] for row in rows),
        cases=tuple(cases[key] for key in incidents),
        pairings=tuple(group),
        judgement=Judgement.POSITIVE if is_sure else Judgement.UNSURE,
        points=compare_points(
            Both(
                events=[events[row] for row in rows],
                cases=[cases[key] for key in incidents],
                event_traits=[event_traits[row] for row in rows],
                case_traits=[case_traits[key] for key in incidents],
            ),
            sheet.columns.counts,
        ),
    )


def _worst_first(found: Match) -> tuple[float, int]:
    return -found.size, found.events[0].row


def _sift(weighed: Iterable[Pairing]) -> tuple[list[Pairing], dict[int | str, Pairing]]:
    """Keep the pairings that may be chosen, and the best of each row and of each incident."""
    able: list[Pairing] = []
    best: dict[int | str, Pairing] = {}
    for one in weighed:
        if one.log_odds > UNSURE:
            able.append(one)
        for side in (one.row, one.incident_id):
            known = best.get(side)
            if known is None or _best_first(one) < _best_first(known):
                best[side] = one
    return able, best


def _best_first(one: Pairing) -> tuple[float, int, str]:
    return -one.log_odds, one.row, one.incident_id


def _not_told(
    matches: Sequence[Match],
    events: Mapping[int, CodedEvent],
    traits: Mapping[int, Traits],
    printed: Sequence[date],
    nearest: Mapping[int | str, Pairing],
) -> Iterator[OnlyCoded]:
    found = {event.row for one in matches for event in one.events}
    for row, event in events.items():
        if row not in found:
            yield why_not_told(event, traits[row], printed, nearest.get(row))


def _not_coded(
    matches: Sequence[Match],
    cases: Mapping[str, Case],
    traits: Mapping[str, Traits],
    window: Window,
    sheet: Sheet,
    nearest: Mapping[int | str, Pairing],
) -> tuple[list[OnlyTold], list[OnlyTold]]:
    found = {case.incident.id for one in matches for case in one.cases}
    missing, outside = [], []
    for key in sorted(cases, key=lambda key: (_day(traits[key]), key)):
        if key in found:
            continue
        why = why_outside(cases[key], traits[key], window, sheet)
        if why:
            outside.append(OnlyTold(case=cases[key], reasons=(why,), nearest=nearest.get(key)))
        else:
            missing.append(why_not_coded(cases[key], traits[key], window, nearest.get(key)))
    return missing, outside


def _day(traits: Traits) -> str:
    day = traits.first or traits.printed
    return "9999" if day is None else day.isoformat()


def _days_printed(cases: Iterable[Case]) -> set[date]:
    return {
        moment.date() if isinstance(moment, datetime) else moment
        for case in cases
        for account in case.incident.accounts
        if (moment := account.imprint.published_at) is not None
    }
