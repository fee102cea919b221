"""Which pairs are worth comparing: accounts that share a block key.

Comparing everything with everything is 12.5 million pairs for 5,000 accounts. A block key puts
together what few accounts have in common ("sarn in that week"), and follows from one account
alone: whoever keeps the keys of a store finds the neighbourhood of a new report by looking them
up. Nothing depends on how full a block is, so that the order of adding changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product
from typing import Final

from tollbook.linking.background import theme_of
from tollbook.linking.evidence import Evidence
from tollbook.linking.wording import RARE, bits

WEEK: Final = 7
MONTH: Final = 30
# What much happens in (a region, a country) leads on only within a day or two.
FEW_DAYS: Final = 2
# An account without a date may tell of something up to this long before it was printed.
DAYS_BEFORE_PRINT: Final = 7
# "In 2013" would stand in 53 blocks; a span longer than this counts as undated.
LONGEST_SPAN: Final = 31
# A figure below this is shared by too many incidents to lead from one to another.
SMALLEST_TELLING_FIGURE: Final = 3
LARGE_FIGURE: Final = 10
# A word in one of sixty reports: it leads on within a fortnight, a rare one within months.
FAIRLY_RARE: Final = 6.0
FORTNIGHT: Final = 14
MOST_RARE: Final = 20
MOST_FAIRLY_RARE: Final = 40
MOST_WITH_PLACE: Final = 12
MOST_IN_PAIRS: Final = 8


def block_keys(evidence: Evidence) -> tuple[str, ...]:
    """Name the blocks an account stands in; two accounts are compared where they share one.

    Returns:
        Sorted, each once; they depend on this evidence alone.

    Example:
        >>> from datetime import date
        >>> from tollbook.linking.evidence import read_evidence
        >>> from tollbook.testing import account, claim
        >>> told = claim("14", published_at=date(2031, 3, 4))
        >>> [key for key in block_keys(read_evidence(account([told]))) if "killed" in key]
        ['killed 14 7:105928', 'killed 14 7:105929']
    """
    if evidence.is_background:
        return ("total " + " ".join(theme_of(evidence)),)
    return tuple(sorted(set(_keys(evidence))))


def candidate_pairs(told: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Choose the pairs to compare.

    Returns:
        Pairs of positions in `told`, the lower first, each once, sorted. Never two accounts
        of one report.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, evidence in enumerate(told):
        for key in block_keys(evidence):
            blocks[key].append(position)
    pairs = {
        (left, right)
        for block in blocks.values()
        for left, right in combinations(block, 2)
        if told[left].document_id != told[right].document_id
    }
    return sorted(pairs)


def _keys(evidence: Evidence) -> Iterator[str]:
    yield from (f"sentence {sentence}" for sentence in evidence.sentences)
    yield from _by_place(evidence)
    yield from _by_figure(evidence)
    yield from _by_words(evidence)


def _by_place(evidence: Evidence) -> Iterator[str]:
    regions = {f"region {key}" for key in evidence.regions}
    if evidence.point is not None and evidence.point.region:
        regions.add(f"within {evidence.point.country} {evidence.point.region}")
    countries = {f"country {key} {evidence.what}" for key in evidence.countries}
    weeks, days = _times(evidence, WEEK), _times(evidence, FEW_DAYS)
    yield from (f"place {key} {week}" for key, week in product(evidence.places, weeks))
    yield from (f"{wide} {day}" for wide, day in product(regions | countries, days))


def _by_figure(evidence: Evidence) -> Iterator[str]:
    told = {(figure.harm, figure.stated) for figure in evidence.figures if figure.stated}
    figures = {f"{harm} {stated}" for harm, stated in told if stated >= SMALLEST_TELLING_FIGURE}
    large = {f"{harm} {stated}" for harm, stated in told if stated >= LARGE_FIGURE}
    besides = (*evidence.countries, *evidence.actors, *evidence.targets)
    dated = {f"{figure} {word}" for figure, word in product(figures, besides)} | large
    yield from (f"{figure} {week}" for figure, week in product(dated, _times(evidence, WEEK)))
    yield from (f"{figure} at {key}" for figure, key in product(figures, evidence.places))


def _by_words(evidence: Evidence) -> Iterator[str]:
    rare = [word for word in evidence.words if bits(word) >= RARE][:MOST_RARE]
    fairly = [word for word in evidence.words if FAIRLY_RARE <= bits(word) < RARE]
    months, fortnights = _printed(evidence, MONTH), _printed(evidence, FORTNIGHT)
    yield from (f"name {name}" for name in evidence.names)
    yield from (f"word {word} {month}" for word, month in product(rare, months))
    yield from (
        f"word {word} {fortnight}"
        for word, fortnight in product(fairly[:MOST_FAIRLY_RARE], fortnights)
    )
    yield from (f"words {one} {other}" for one, other in combinations(rare[:MOST_IN_PAIRS], 2))
    yield from (
        f"word {word} at {key}" for word, key in product(rare[:MOST_WITH_PLACE], evidence.places)
    )


def _times(evidence: Evidence, length: int) -> tuple[str, ...]:
    """Number the stretches of `length` days that an account may tell of.

    With a day of slack: dates of one attack differ by a day between time zones.
    """
    span = _time_span(evidence)
    if span is None:
        return ()
    first, last = (day.toordinal() for day in span)
    numbers = range((first - 1) // length, (last + 1) // length + 1)
    return tuple(f"{length}:{number}" for number in numbers)


def _time_span(evidence: Evidence) -> tuple[date, date] | None:
    """The days an account may tell of: those it states, else the week before it was printed."""
    days, printed = evidence.days, evidence.published_on
    if days is not None and (days.last - days.first).days <= LONGEST_SPAN:
        return days.first, days.last
    if printed is not None:
        return printed - timedelta(days=DAYS_BEFORE_PRINT), printed
    return None


def _printed(evidence: Evidence, length: int) -> tuple[str, ...]:
    """Two overlapping rows of stretches: who was printed half a stretch apart meets in one."""
    printed = evidence.published_on
    if printed is None:
        return ("undated",)
    day = printed.toordinal()
    return f"{length}:{day // length}", f"{length}+:{(day + length // 2) // length}"
