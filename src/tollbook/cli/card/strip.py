"""The drawn strip: the posterior in blocks, and each claim's interval under it."""

from collections.abc import Sequence

from tollbook.cli.card.scale import Scale, ticks
from tollbook.toll import Cell

BLOCKS = " ▁▂▃▄▅▆▇█"


def posterior(cells: Sequence[Cell], scale: Scale) -> str:
    """Draw how probable each column's numbers are, the highest column full.

    A cell that reaches over several columns is shared among them by its overlap.
    """
    mass = _mass_by_column(cells, scale)
    top = max(mass)
    if top == 0:
        return ""
    return "".join(BLOCKS[round(share / top * 8)] for share in mass).rstrip()


def _mass_by_column(cells: Sequence[Cell], scale: Scale) -> list[float]:
    edges = scale.edges()
    mass = [0.0] * scale.columns
    for cell in cells:
        start, end = cell.low - 0.5, cell.high + 0.5
        if end <= edges[0] or start >= edges[-1]:
            continue
        for column in range(scale.column(start), scale.column(end) + 1):
            overlap = min(end, edges[column + 1]) - max(start, edges[column])
            if overlap > 0:
                mass[column] += cell.probability * overlap / (end - start)
    return mass


def interval(low: int, high: int | None, scale: Scale) -> str:
    """Draw what a claim allows: one number, a stretch, or everything from a floor up.

    Example:
        >>> scale = Scale(low=0, high=9, columns=10, is_log=False)
        >>> interval(3, 3, scale), interval(2, 6, scale), interval(4, None, scale)
        ('   ●', '  ├───┤', '    ├────▸')
    """
    start = scale.column(low)
    if high is None:
        room = scale.columns - start - 2
        return f"{' ' * start}{'├' if room >= 0 else ''}{'─' * room}▸"
    end = scale.column(high)
    if low == high or start == end:
        return f"{' ' * start}●"
    return f"{' ' * start}├{'─' * (end - start - 1)}┤"


def axis(scale: Scale) -> tuple[str, str]:
    """Draw the axis and the numbers under it."""
    line = ["─"] * scale.columns
    numbers = [" "] * scale.columns
    for column, people in ticks(scale):
        line[column] = "┬"
        start = column - len(str(people)) // 2
        numbers[start : start + len(str(people))] = str(people)
    return "".join(line), "".join(numbers).rstrip()
