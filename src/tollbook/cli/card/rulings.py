"""The rules of the field side by side: those that come to one figure on one line."""

import re
from collections.abc import Iterable, Iterator

from tollbook.cli.card.ink import dim, padded, wrapped
from tollbook.drawing.wording import clean
from tollbook.toll import Ruling

Figures = tuple[int | None, int | None, int | None]

NAME = 17
# Who said each word stands under the strip; here it would hide what fired.
_WHO = re.compile(r"(?<=”) \((?:[^()]|\([^()]*\))*\)")
_GRADE = re.compile(r"; (grade \w+)")


def rulings_in_lines(rulings: Iterable[Ruling]) -> Iterator[str]:
    """Write each figure once, with the rules that come to it and what fired.

    A rule that gives no figure at all for this harm and group is left out. Who said the
    words, and why they were chosen, stands in the ruling itself.
    """
    groups: dict[Figures, list[Ruling]] = {}
    for ruling in rulings:
        if any(number is not None for number in (ruling.low, ruling.best, ruling.high)):
            groups.setdefault(_figures(ruling), []).append(ruling)
    if not groups:
        return
    number = max(6, 2 + max(len(shown) for figures in groups for shown in _shown(figures)))
    titles = "".join(title.rjust(number) for title in ("low", "best", "high"))
    yield dim(f"  {padded('named rules', NAME)}{titles}  what fired")
    for figures, alike in groups.items():
        names = ", ".join(ruling.policy for ruling in alike)
        if len(names) > NAME:
            yield from wrapped(names, indent="  ")
            names = ""
        numbers = "".join(shown.rjust(number) for shown in _shown(figures))
        start = f"  {padded(names, NAME)}{numbers}  "
        yield from wrapped(_fired(alike), indent=start, hanging=" " * len(start))


def _figures(ruling: Ruling) -> Figures:
    """Take a rule that gives no best for one that does, where its two ends leave no other."""
    is_one = ruling.low is not None and ruling.low == ruling.high
    return ruling.low, ruling.low if is_one else ruling.best, ruling.high


def _shown(figures: Figures) -> list[str]:
    return ["–" if number is None else f"{number:,}" for number in figures]


def _fired(alike: list[Ruling]) -> str:
    """Say what fired in the rule that says it shortest, and the grade of the one that grades."""
    grades = [
        f"{ruling.policy} {found[1]}"
        for ruling in alike
        if (found := _GRADE.search(ruling.rule)) is not None
    ]
    fired = [_GRADE.sub("", _WHO.sub("", clean(ruling.rule))) or "—" for ruling in alike]
    return "; ".join([min(fired, key=len), *grades])
