"""A place, and the words around its name -> a point with how exactly a coder calls it known."""

from typing import Final

from tollbook.document import Span
from tollbook.locating.precision import (
    COUNTRY,
    FUZZY,
    NEAR,
    NEAR_KM,
    PROVINCE,
    Precision,
    precision_of,
)
from tollbook.locating.relative import Point, Relation, Side, away, between, find_relation
from tollbook.place import GazetteerEntry, Location

# So far off a coast, where the words do not say.
_OFF_COAST_KM: Final = 50.0


def pin(
    text: str,
    name: Span,
    entry: GazetteerEntry,
    other: GazetteerEntry | None = None,
    *,
    is_within: bool = False,
) -> Location:
    """Make a place named in a report a location, by what the words around the name say.

    Args:
        text: the report.
        name: where in it the place is named.
        entry: the place meant.
        other: the place named next, for what lies between two.
        is_within: whether it happened at a place within it that no gazetteer knows.

    Example:
        >>> sarn = GazetteerEntry(id="x:1", name="Sarn", latitude=14, longitude=-4, feature="P.PPL")
        >>> found = pin("Nine died 17 km north of Sarn.", Span(start=25, end=29), sarn)
        >>> round(found.latitude, 2), found.where_prec, found.rule
        (14.15, 2, '17 km north of …, up to 25 km from a town: UCDP 2, ACLED 2')
    """
    relation = find_relation(text, name.start, name.end)
    if relation is not None and (found := _beside(relation, entry, other)) is not None:
        return found
    known = precision_of(entry)
    if is_within and known.where_prec == 1:
        return _location(entry, NEAR, f"a place in {known.name}")
    return _location(entry, known, f"a place in {known.name}" if is_within else known.name)


def pin_beside(text: str, name: Span, entry: GazetteerEntry, between: str) -> Location | None:
    """Locate what is told beside a known place: "…, 17 km north of Sarn"; None where it is not.

    Args:
        text: the report.
        name: where the known place is named.
        entry: the known place.
        between: the words between what is located and that name.
    """
    relation = find_relation(text, name.start, name.end)
    if relation is None or relation.side not in {Side.AWAY, Side.NEAR}:
        return None
    said = relation.words.removesuffix("…").strip()
    if said.split()[0] not in between:
        return None
    return _beside(relation, entry, None)


def _beside(
    relation: Relation, entry: GazetteerEntry, other: GazetteerEntry | None
) -> Location | None:
    known = precision_of(entry)
    is_point = known.where_prec <= 2
    match relation.side:
        case Side.AWAY if relation.km is not None and is_point:
            return _away(relation, relation.km, entry)
        case Side.AWAY | Side.NEAR if is_point:
            return _location(entry, NEAR, f"{relation.words}, near a town")
        case Side.BETWEEN if other is not None and other.id != entry.id:
            return _between(relation, entry, other)
        case Side.BORDER if known is COUNTRY or known is PROVINCE:
            return _location(entry, FUZZY, f"{relation.words}, along a border")
        case Side.COAST:
            point = away(entry, _OFF_COAST_KM, relation.bearing)
            return _location(entry, FUZZY, f"{relation.words}, off a coast", point)
        case Side.PART if known is COUNTRY:
            return _location(entry, FUZZY, f"{relation.words}, a part of a country")
    return None


def _away(relation: Relation, km: float, entry: GazetteerEntry) -> Location:
    point = away(entry, km, relation.bearing)
    if km <= NEAR_KM:
        return _location(entry, NEAR, f"{relation.words}, up to 25 km from a town", point)
    if point.radius_km <= NEAR_KM:
        return _location(entry, NEAR, f"{relation.words}, a way and a distance", point)
    return _location(entry, FUZZY, f"{relation.words}, far from a town", point)


def _between(relation: Relation, entry: GazetteerEntry, other: GazetteerEntry) -> Location:
    point = between(entry, other)
    is_short = 2 * point.radius_km <= NEAR_KM
    rule = "two places up to 25 km apart" if is_short else "two places more than 25 km apart"
    known = NEAR if is_short else FUZZY
    return Location(
        latitude=point.latitude,
        longitude=point.longitude,
        radius_km=point.radius_km,
        where_prec=known.where_prec,
        geo_precision=known.geo_precision,
        rule=_rule(f"{relation.words}, {rule}", known),
    )


def _location(
    entry: GazetteerEntry, known: Precision, name: str, point: Point | None = None
) -> Location:
    return Location(
        latitude=entry.latitude if point is None else point.latitude,
        longitude=entry.longitude if point is None else point.longitude,
        radius_km=known.radius_km if point is None else point.radius_km,
        where_prec=known.where_prec,
        geo_precision=known.geo_precision,
        rule=_rule(name, known),
        entry=entry,
    )


def _rule(name: str, known: Precision) -> str:
    return f"{name}: UCDP {known.where_prec}, ACLED {known.geo_precision}"
