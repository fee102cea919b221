"""How much speaks for a row and an incident being one event.

Time, space and the kind of event come first, as MELTT compares datasets; actors and tolls are
added. Each feature is one row of `WEIGHTS`: a natural log-odds added to the prior.

References:
    Donnay, Dunford, McGrath, Backer & Cunningham, "Integrating Conflict Event Data", Journal of
    Conflict Resolution 2018.
"""

from collections.abc import Iterator
from datetime import date

from tollbook.comparison import Pairing
from tollbook.identifying import are_one_side
from tollbook.incident import Judgement, What
from tollbook.matching.names import share_place
from tollbook.matching.traits import WIDE_KM, Spot, Traits
from tollbook.place import kilometres

WINDOW_DAYS = 14
"""Further apart than this a row and an incident are not compared."""

# Above this they are held to be one event; down to the other nobody can say.
SURE = 0.0
UNSURE = -1.5

# Fitted on 2026-11-28 by logistic regression to 266 incidents coded by hand from reports on the
# war in Syria (one country; places as words and as points of the gazetteer; 34 000 pairs, 250
# of them one event), reports with a wrong date left out. Five rows mean something that those
# rows cannot show and are set by hand: "days overlap" (every row had one day), "another
# country", "printed before it", "printed long after", "an actor shared" (few rows name one).
# So are "further away" and "in another region": the fit puts them at -0.7 and -0.4, for points
# looked up by name; a coder's own are better than that.
PRIOR = -5.9
WEIGHTS: dict[str, float] = {
    "same day": 4.9,
    "days overlap": 1.5,
    "one day apart": 1.7,
    "two or three days apart": 0.0,
    "up to a week apart": -0.4,
    "more than a week apart": -2.3,
    "printed within days of it": 2.2,
    "printed before it": -3.0,
    "printed long after": -1.5,
    "nothing dates it": -2.4,
    "within 5 km": 1.4,
    "within 25 km": 0.6,
    "within 75 km": -0.7,
    "further away": -2.5,
    "in the same region": 0.4,
    "in another region": -1.5,
    "another country": -4.0,
    "same place named": 1.5,
    "same wider area named": 0.2,
    "other places named": -2.1,
    "an actor shared": 0.5,
    "other actors": -0.3,
    "same kind of event": 1.6,
    "related kind of event": 0.1,
    "another kind of event": -0.5,
    "the very figure is stated": 2.1,
    "a small figure is stated": 0.8,
    "tolls agree": 0.3,
    "tolls far apart": -0.6,
}

SMALL_FIGURE = 4
FAR_APART = 5

_FAMILIES = (
    frozenset({What.BOMBING, What.SUICIDE_BOMBING, What.EXPLOSION, What.VEHICLE_ATTACK}),
    frozenset({What.AIR_STRIKE, What.SHELLING, What.BOMBING, What.CHEMICAL_ATTACK}),
    frozenset({What.CLASH, What.SHOOTING, What.EXECUTION, What.SHELLING}),
    frozenset({What.ABDUCTION, What.EXECUTION}),
    frozenset({What.ARSON, What.RIOT}),
    frozenset({What.ACCIDENT, What.EXPLOSION}),
)
_ANYTHING = frozenset({What.ARMED_ATTACK, What.OTHER})

Feature = tuple[str, str]


def weigh(row: int, event: Traits, incident_id: str, incident: Traits) -> Pairing:
    """Weigh what speaks for and against a row and an incident being one event."""
    features = sorted(
        features_of(event, incident),
        key=lambda feature: (-abs(WEIGHTS[feature[0]]), feature),
    )
    log_odds = round(PRIOR + sum(WEIGHTS[name] for name, _ in features), 6)
    return Pairing(
        row=row,
        incident_id=incident_id,
        log_odds=log_odds,
        because=tuple(_phrase(name, detail) for name, detail in features),
        judgement=judge(log_odds),
    )


def judge(log_odds: float) -> Judgement:
    """Say what log-odds amount to."""
    if log_odds > SURE:
        return Judgement.POSITIVE
    return Judgement.UNSURE if log_odds > UNSURE else Judgement.NEGATIVE


def features_of(event: Traits, incident: Traits) -> Iterator[Feature]:
    """Name everything that speaks for or against, each with what it rests on."""
    yield from _time(event, incident)
    yield from _space(event, incident)
    yield from _names(event, incident)
    yield from _actors(event, incident)
    yield from _kind(event, incident)
    yield from _toll(event, incident)


def days_apart(event: Traits, incident: Traits) -> int | None:
    """How many days lie between the two; 0 where they touch, None where one has no day."""
    if event.first is None or event.last is None:
        return None
    if incident.first is None or incident.last is None:
        return None
    return max(0, (max(event.first, incident.first) - min(event.last, incident.last)).days)


def _phrase(name: str, detail: str) -> str:
    told = f"{name}: {detail}" if detail else name
    return f"{told} ({WEIGHTS[name]:+.1f})"


def _time(event: Traits, incident: Traits) -> Iterator[Feature]:
    gap = days_apart(event, incident)
    if gap is None:
        yield from _printed(event.last, event.first, incident.printed)
    elif gap == 0:
        is_exact = event.first == event.last and incident.first == incident.last
        yield "same day" if is_exact else "days overlap", f"{incident.first}"
    else:
        yield _apart(gap), f"{event.first} / {incident.first}"


def _apart(gap: int) -> str:
    if gap == 1:
        return "one day apart"
    if gap <= 3:
        return "two or three days apart"
    return "up to a week apart" if gap <= 7 else "more than a week apart"


def _printed(last: date | None, first: date | None, printed: date | None) -> Iterator[Feature]:
    if first is None or last is None or printed is None:
        yield "nothing dates it", ""
    elif printed < first:
        yield "printed before it", f"{printed}"
    elif (printed - last).days <= 5:
        yield "printed within days of it", f"{printed}"
    elif (printed - last).days > WINDOW_DAYS:
        yield "printed long after", f"{printed}"


def _space(event: Traits, incident: Traits) -> Iterator[Feature]:
    if event.country and incident.country and event.country != incident.country:
        yield "another country", f"{event.country} / {incident.country}"
    if event.point is None or incident.point is None:
        return
    distance = between(event.point, incident.point)
    detail = f"{distance:.0f} km"
    radius = max(event.point.radius_km, incident.point.radius_km)
    if radius >= WIDE_KM:
        yield "in the same region" if distance <= radius else "in another region", detail
    elif distance <= 5:
        yield "within 5 km", detail
    elif distance <= 25:
        yield "within 25 km", detail
    else:
        yield "within 75 km" if distance <= 75 else "further away", detail


def between(one: Spot, other: Spot) -> float:
    """Give the distance between two points, in kilometres."""
    return kilometres(one.latitude, one.longitude, other.latitude, other.longitude)


def _names(event: Traits, incident: Traits) -> Iterator[Feature]:
    if not event.names or not incident.names:
        return
    if shared := share_place(event.exact, incident.exact):
        yield "same place named", shared
    elif shared := share_place(event.names, incident.names):
        yield "same wider area named", shared
    else:
        yield "other places named", ""


def _actors(event: Traits, incident: Traits) -> Iterator[Feature]:
    shared = [
        ours.name
        for ours in event.actors
        if any(are_one_side(ours, theirs) for theirs in incident.actors)
    ]
    if shared:
        yield "an actor shared", shared[0]
    elif event.actors and incident.actors:
        yield "other actors", ""


def _kind(event: Traits, incident: Traits) -> Iterator[Feature]:
    if event.violence and incident.violence:
        same = event.violence == incident.violence
        yield "same kind of event" if same else "another kind of event", ""
    kinds = event.kinds | incident.kinds
    if not event.kinds or not incident.kinds:
        return
    if len(kinds) == 1:
        if not kinds & _ANYTHING:
            yield "same kind of event", next(iter(kinds)).value
    elif kinds & _ANYTHING:
        return
    elif any(kinds <= family for family in _FAMILIES):
        yield "related kind of event", ""
    else:
        yield "another kind of event", ""


def _toll(event: Traits, incident: Traits) -> Iterator[Feature]:
    same = event.stated & incident.stated
    if same and max(same) > 0:
        small = max(same) < SMALL_FIGURE
        yield "a small figure is stated" if small else "the very figure is stated", str(max(same))
    if event.killed is None or incident.killed is None:
        return
    low, high = max(event.killed[0], incident.killed[0]), min(event.killed[1], incident.killed[1])
    if low <= high:
        yield "tolls agree", ""
    elif low >= FAR_APART * max(high, 1):
        yield "tolls far apart", ""
