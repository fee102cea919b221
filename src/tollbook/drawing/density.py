"""How probable each stretch of an axis is."""

from collections.abc import Sequence
from math import floor

from tollbook.drawing.scale import Scale
from tollbook.toll import Cell


def mass_along(cells: Sequence[Cell], scale: Scale, bins: int) -> list[float]:
    """Share the probability of each cell out over the stretches of an axis, by overlap.

    Args:
        cells: the posterior.
        scale: the axis; what lies beyond its ends is left out.
        bins: how many stretches of one width it is cut into.
    """
    edges = [scale.people(place / bins) for place in range(bins + 1)]
    mass = [0.0] * bins
    for cell in cells:
        start, end = cell.low - 0.5, cell.high + 0.5
        if end <= edges[0] or start >= edges[-1]:
            continue
        first, last = (
            min(max(floor(scale.share(people) * bins), 0), bins - 1) for people in (start, end)
        )
        for place in range(first, last + 1):
            overlap = min(end, edges[place + 1]) - max(start, edges[place])
            if overlap > 0:
                mass[place] += cell.probability * overlap / (end - start)
    return mass
