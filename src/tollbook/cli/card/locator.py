"""The drawn locator: a country as the dots of its towns, and where the incident was among them."""

from collections.abc import Sequence
from math import cos, radians

from tollbook.cli.card.ink import bold, dim

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

# The eight dots of a Braille sign, by row and column within it.
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_EMPTY = 0x2800
_BLANK = chr(_EMPTY)
_HERE = "◉"
# Degrees without a town beyond which a country goes on overseas.
_SEA = 5.0
# With fewer towns than this no outline shows.
LEAST_TOWNS = 40


def locator(here: Point, towns: Sequence[Point], *, columns: int = 30, rows: int = 8) -> list[str]:
    """Draw where a point lies among the towns of its country, north up, true to scale.

    Args:
        here: the point.
        towns: where the country's towns are; the point may lie outside all of them. Islands
            and exclaves far from where most of them are would shrink the rest: they are
            left out.
        columns: most columns of the drawing.
        rows: most lines of it.

    Returns:
        Lines; none where there are too few towns to show an outline.
    """
    if len(towns) < LEAST_TOWNS:
        return []
    towns = _mainland(towns)
    frame = _Frame([here, *towns], columns, rows)
    signs: dict[Point, int] = {}
    for town in towns:
        x, y = frame.dot(town)
        cell = (y // 4, x // 2)
        signs[cell] = signs.get(cell, _EMPTY) | _DOTS[y % 4][x % 2]
    x, y = frame.dot(here)
    return [_line(signs, row, frame.columns, (y // 4, x // 2)) for row in range(frame.rows)]


def _line(signs: dict[Point, int], row: int, columns: int, here: Point) -> str:
    drawn = [chr(signs.get((row, column), _EMPTY)) for column in range(columns)]
    if row != here[0]:
        return dim("".join(drawn).rstrip(_BLANK))
    at = int(here[1])
    return f"{dim(''.join(drawn[:at]))}{bold(_HERE)}{dim(''.join(drawn[at + 1 :]).rstrip(_BLANK))}"


def _mainland(towns: Sequence[Point]) -> list[Point]:
    """Keep the towns where most are, up to a gap from north to south or from west to east."""
    for axis in (0, 1):
        parts: list[list[Point]] = []
        for town in sorted(towns, key=lambda town: town[axis]):
            if not parts or town[axis] - parts[-1][-1][axis] > _SEA:
                parts.append([])
            parts[-1].append(town)
        towns = max(parts, key=len)
    return list(towns)


class _Frame:
    """The stretch of the earth that is drawn, and which dot a point falls on."""

    def __init__(self, points: Sequence[Point], columns: int, rows: int) -> None:
        south, north = min(p[0] for p in points), max(p[0] for p in points)
        west, east = min(p[1] for p in points), max(p[1] for p in points)
        # A degree of longitude is the shorter the farther from the equator.
        self._narrow = max(0.05, cos(radians((south + north) / 2)))
        width, height = max((east - west) * self._narrow, 1e-6), max(north - south, 1e-6)
        self._scale = min((columns * 2 - 1) / width, (rows * 4 - 1) / height)
        self._west, self._north = west, north
        self.columns = int(width * self._scale) // 2 + 1
        self.rows = int(height * self._scale) // 4 + 1

    def dot(self, point: Point) -> tuple[int, int]:
        x = (point[1] - self._west) * self._narrow * self._scale
        y = (self._north - point[0]) * self._scale
        return int(x + 1e-9), int(y + 1e-9)
