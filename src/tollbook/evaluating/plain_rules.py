"""What a coder without a model would note: one figure out of those claimed, by a plain rule."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import exp, log
from statistics import fmean, median
from types import MappingProxyType
from typing import Final

from tollbook.claim import Claim, Count, Form, Group, Harm
from tollbook.counting import under
from tollbook.reconciling.intake import take_in
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.testimony import hear
from tollbook.reconciling.updates import day_of, published_order

Rule = Callable[[Sequence[float]], float]


def figures_claimed(claims: Sequence[Claim], harm: Harm) -> tuple[Statement, ...]:
    """List what counts everyone who came to one harm, in the order of publication."""
    told = hear(take_in(claims).statements, harm, Group.PEOPLE).figures
    return tuple(sorted(told, key=lambda each: published_order(each.moment)))


def numbers_claimed(figures: Sequence[Statement]) -> tuple[float, ...]:
    """Give each figure's number, once for each report that it stands in.

    Words that name no number count only where there is nothing else; then they are read as
    ACLED reads them.
    """
    firm = [each for each in figures if not each.is_vague]
    return tuple(number(each.count) for each in firm or figures for _ in each.documents)


def number(count: Count) -> float:
    """Give the one number that a count is best known by.

    Example:
        >>> from tollbook.testing import claim
        >>> number(claim("more than 40").count), number(claim("between 4 and 9").count)
        (40, 6.5)
    """
    if count.stated is not None:
        return count.stated
    if count.form is Form.VAGUE:
        named = [read for read in under(count, "acled") if read is not None]
        return named[0] if named else count.low
    return count.low if count.high is None else (count.low + count.high) / 2


def _modal(numbers: Sequence[float]) -> float:
    """The figure most reports give; of those as frequent, the largest."""
    counts = Counter(numbers)
    return max(counts, key=lambda figure: (counts[figure], figure))


def _geometric(numbers: Sequence[float]) -> float:
    return exp(fmean(log(figure + 0.5) for figure in numbers)) - 0.5


PLAIN_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "largest": max,
        "smallest (ACLED)": min,
        "most frequent": _modal,
        "median": median,
        "mean": fmean,
        "geometric mean": _geometric,
        "latest": lambda numbers: numbers[-1],
    }
)


def gtd(figures: Sequence[Statement]) -> float:
    """Note as the Global Terrorism Database does: the latest credible figures, by majority.

    Parties to the conflict count only where nobody else speaks; without a majority among the
    figures of the last day, the lowest of them.
    """
    credible = [each for each in figures if not each.is_by_party] or list(figures)
    days = [day_of(each.moment) for each in credible if each.moment is not None]
    last = [
        each
        for each in credible
        if not days or (each.moment is not None and day_of(each.moment) == max(days))
    ]
    numbers = numbers_claimed(last)
    counts = Counter(numbers)
    return min(counts, key=lambda figure: (-counts[figure], figure))
