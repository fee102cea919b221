"""The drawn strip: the posterior in blocks, and each claim's interval under it."""

from collections.abc import Sequence

from tollbook.cli.card.scale import Columns, ticks
from tollbook.drawing.density import mass_along
from tollbook.toll import Cell

BLOCKS = " ▁▂▃▄▅▆▇█"


def posterior(cells: Sequence[Cell], scale: Columns) -> str:
    """Draw how probable each column's numbers are, the highest column full.

    A cell that reaches over several columns is shared among them by its overlap.
    """
    mass = mass_along(cells, scale, scale.columns)
    top = max(mass)
    if top == 0:
        return ""
    return "".join(BLOCKS[round(share / top * 8)] for share in mass).rstrip()


def interval(low: int, high: int | None, scale: Columns) -> str:
    """Draw what a claim allows: one number, a stretch, or everything from a floor up.

    What goes on beyond the scale ends in an arrow.

    Example:
        >>> scale = Columns(low=2, high=11, columns=10, is_log=False)
        >>> interval(5, 5, scale), interval(4, 8, scale), interval(6, None, scale)
        ('   ●', '  ├───┤', '    ├────▸')
        >>> interval(0, 4, scale), interval(40, 40, scale)
        ('◂─┤', '         ▸')
    """
    start = scale.column(low)
    end = scale.columns - 1 if high is None else scale.column(high)
    opens = "◂" if low < scale.low else "├"
    closes = "▸" if high is None or high > scale.high else "┤"
    if start < end:
        return f"{' ' * start}{opens}{'─' * (end - start - 1)}{closes}"
    return " " * start + _one_column(low, high, scale)


def _one_column(low: int, high: int | None, scale: Columns) -> str:
    if high is None or low > scale.high:
        return "▸"
    return "◂" if high < scale.low else "●"


def axis(scale: Columns) -> tuple[str, str]:
    """Draw the axis and the numbers under it."""
    line = ["─"] * scale.columns
    numbers = [" "] * scale.columns
    for column, people in ticks(scale):
        line[column] = "┬"
        start = column - len(str(people)) // 2
        numbers[start : start + len(str(people))] = str(people)
    return "".join(line), "".join(numbers).rstrip()
