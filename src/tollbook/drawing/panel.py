"""A stretch of a drawing with an axis of people across it: where numbers fall, and its ticks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tollbook.drawing.scale import Scale, round_numbers
from tollbook.drawing.svg import number, tag, text, width_of

_APART: Final = 14  # pixels between the numbers under an axis


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The pixels from `left` to `right`, and the numbers of people they stand for."""

    left: float
    right: float
    scale: Scale

    def x(self, people: float) -> float:
        """Say where a number falls; what lies outside falls on the edge."""
        share = min(max(self.scale.share(people), 0.0), 1.0)
        return self.left + share * (self.right - self.left)

    def ticks(self) -> list[tuple[float, str]]:
        """Choose round numbers to write under the axis, far enough apart to be read."""
        chosen: list[tuple[float, str]] = []
        free_from = self.left - _APART
        for people in round_numbers(self.scale, int((self.right - self.left) / 70)):
            said = f"{people:,}"
            x, half = self.x(people), width_of(said) / 2
            if x - half >= free_from and x + half <= self.right + _APART:
                chosen.append((x, said))
                free_from = x + half + _APART
        return chosen

    def grid(self, top: float, bottom: float) -> Iterator[str]:
        """Draw a faint line for each round number."""
        lines = "".join(f"M{number(x)} {number(top)}V{number(bottom)}" for x, _ in self.ticks())
        if lines:
            yield tag("path", d=lines, class_="tb-open tb-grid-line")

    def axis(self, y: float) -> Iterator[str]:
        """Draw the axis on a line, with its numbers below."""
        yield tag(
            "path",
            d=f"M{number(self.left)} {number(y)}H{number(self.right)}",
            class_="tb-open tb-faint-line",
        )
        for x, said in self.ticks():
            yield text(said, x, y + 15, "faint", anchor="middle")
