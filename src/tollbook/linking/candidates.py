"""Which pairs are worth comparing: accounts that share a block key.

Comparing everything with everything is 12.5 million pairs for 5,000 accounts. A block key puts
together what few accounts have in common ("sarn in that week"), and follows from one account
alone: whoever keeps the keys of a store finds the neighbourhood of a new report by looking them
up.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tollbook.linking.background import theme_of
from tollbook.linking.evidence import Evidence

# Weeks are the grain of time: an account meets those of its own week and of the ones touching it.
DAYS_PER_BLOCK = 7
# An account without a date may tell of something up to this long before it was printed.
DAYS_BEFORE_PRINT = 7
# "In 2013" would stand in 53 blocks; a span longer than this counts as undated.
LONGEST_SPAN = 31
# A figure below this is shared by too many incidents to lead from one to another.
SMALLEST_TELLING_FIGURE = 3
LARGE_FIGURE = 10


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
        ['killed 14 week 105928', 'killed 14 week 105929']
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
    pairs = {pair for block in blocks.values() for pair in _meet(block, told)}
    return sorted(pairs)


def _meet(block: Sequence[int], told: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    for place, left in enumerate(block):
        for right in block[place + 1 :]:
            if told[left].document_id != told[right].document_id:
                yield left, right


def _keys(evidence: Evidence) -> Iterator[str]:
    figures = [
        f"{figure.harm} {figure.stated}"
        for figure in evidence.figures
        if figure.stated is not None and figure.stated >= SMALLEST_TELLING_FIGURE
    ]
    large = [figure for figure in figures if int(figure.split()[1]) >= LARGE_FIGURE]
    words = [
        *(f"place {key}" for key in evidence.places),
        *(f"country {key} {figure}" for key in evidence.broad_places for figure in figures),
        *(f"actor {key} {figure}" for key in evidence.actors for figure in figures),
        *(f"target {key} {figure}" for key in evidence.targets for figure in figures),
        *large,
    ]
    yield from (f"sentence {sentence}" for sentence in evidence.sentences)
    yield from (f"place {key} {figure}" for key in evidence.places for figure in figures)
    yield from (f"{word} week {week}" for word in words for week in weeks(evidence))


def time_span(evidence: Evidence) -> tuple[date, date] | None:
    """The days an account may tell of: those it states, else the week before it was printed."""
    days, printed = evidence.days, evidence.published_on
    if days is not None and (days.last - days.first).days <= LONGEST_SPAN:
        return days.first, days.last
    if printed is not None:
        return printed - timedelta(days=DAYS_BEFORE_PRINT), printed
    return None


def weeks(evidence: Evidence) -> range:
    """Number the weeks an account may tell of, with a day of slack between time zones."""
    span = time_span(evidence)
    if span is None:
        return range(0)
    first, last = span
    return range(
        (first.toordinal() - 1) // DAYS_PER_BLOCK, (last.toordinal() + 1) // DAYS_PER_BLOCK + 1
    )
