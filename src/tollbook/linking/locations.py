"""Where an incident was, out of where each report puts it."""

from collections.abc import Sequence
from dataclasses import replace

from tollbook.place import Location, kilometres

# Reports that put an incident this near to each other mean one place: a town and its outskirts.
ONE_PLACE_KM = 25.0


def location_of(told: Sequence[Location]) -> Location | None:
    """Choose the point that most reports agree on, as exactly as one of them knows it.

    A point that lies within the radius of a vaguer one agrees with it. Where as many reports
    say one thing as another, the vaguest of them that covers all is taken if there is one: a
    coder prefers the certain province to the uncertain town.

    Args:
        told: what each report says, in any order; reports that say nothing left out.

    Returns:
        None where no report says, or reports contradict each other and nothing covers them.

    References:
        UCDP GED codebook 19.1, where_prec: "prefer the certain higher level".
    """
    if not told:
        return None
    agreeing = [[other for other in told if _agree(one, other)] for one in told]
    most = max(map(len, agreeing))
    leading = [one for one, group in zip(told, agreeing, strict=True) if len(group) == most]
    exact = min(leading, key=_exactness)
    if all(_agree(exact, other) for other in leading):
        return exact
    covering = [one for one in told if all(_agree(one, other) for other in leading)]
    if not covering:
        return None
    chosen = min(covering, key=_exactness)
    return replace(chosen, rule=f"{chosen.rule}; reports differ on where in it")


def _agree(one: Location, other: Location) -> bool:
    apart = kilometres(one.latitude, one.longitude, other.latitude, other.longitude)
    return apart <= max(ONE_PLACE_KM, one.radius_km, other.radius_km)


def _exactness(location: Location) -> tuple[int, float, float, float]:
    # The coordinates only make sure that the order of reports changes nothing.
    return location.where_prec, location.radius_km, location.latitude, location.longitude
