"""What the shapes of a drawing stand for."""

from collections.abc import Iterable
from typing import Final

from tollbook.drawing.looks import Look, in_order, mark
from tollbook.drawing.svg import text, width_of

_LINE: Final = 18
_GAP: Final = 18


def legend(
    looks: Iterable[Look], *, left: float, top: float, room: float
) -> tuple[float, list[str]]:
    """Say what each shape stands for, in as many lines as it takes.

    Returns:
        How high it is, and its elements.
    """
    drawn: list[str] = []
    x, y = left, top + _LINE
    for look in in_order(looks):
        wide = 14 + width_of(look.name)
        if x > left and x + wide > left + room:
            x, y = left, y + _LINE
        drawn += [mark(look, x + 5, y - 4), text(look.name, x + 14, y, "faint")]
        x += wide + _GAP
    return (y - top if drawn else 0.0), drawn
