"""Which pairs are worth comparing: accounts that share a place, an actor or a figure in time.

Comparing everything with everything is 12.5 million pairs for 5,000 accounts. Accounts meet
in blocks instead ("aleppo in that week"), and a block that grows too large is walked in order
of time, each account meeting its neighbours only.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tollbook.linking.evidence import Evidence

# Weeks are the grain of time: an account meets those of its own week and of the ones touching it.
DAYS_PER_BLOCK = 7
# An account without a date may tell of something up to this long before it was printed.
DAYS_BEFORE_PRINT = 7
# "In 2013" would stand in 53 blocks; a span longer than this counts as undated.
LONGEST_SPAN = 31
# In a block larger than this each account meets so many neighbours in time, no more.
NEIGHBOURS = 60
# Blocks without a week gather undated accounts; larger ones say too little to be worth the pairs.
LARGEST_TIMELESS_BLOCK = 80

_Key = tuple[str, str, int | None]


def candidate_pairs(told: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Choose the pairs to compare.

    Returns:
        Pairs of positions in `told`, the lower first, each once, sorted. Never two accounts
        of one report.
    """
    blocks: dict[_Key, list[int]] = defaultdict(list)
    for position, evidence in enumerate(told):
        for key in _keys(evidence):
            blocks[key].append(position)
    pairs = {pair for key, block in blocks.items() for pair in _meet(key, block, told)}
    return sorted(pairs)


def _keys(evidence: Evidence) -> Iterator[_Key]:
    weeks = _weeks(evidence)
    for kind, word in _words(evidence):
        yield kind, word, None
        for week in weeks:
            yield kind, word, week


def _words(evidence: Evidence) -> Iterator[tuple[str, str]]:
    yield from (("place", key) for key in evidence.places)
    yield from (("country", key) for key in evidence.broad_places)
    yield from (("actor", key) for key in evidence.actors)
    yield from (("target", word) for word in evidence.targets)
    yield from (("sentence", sentence) for sentence in evidence.sentences)
    for figure in evidence.figures:
        if figure.stated is not None and figure.stated > 2:
            yield "figure", f"{figure.harm} {figure.stated}"


def time_span(evidence: Evidence) -> tuple[date, date] | None:
    """The days an account may tell of: those it states, else the week before it was printed."""
    days = evidence.account.days
    if days is not None and (days.last - days.first).days <= LONGEST_SPAN:
        return days.first, days.last
    if evidence.published_on is not None:
        return evidence.published_on - timedelta(days=DAYS_BEFORE_PRINT), evidence.published_on
    return None


def _weeks(evidence: Evidence) -> range:
    span = time_span(evidence)
    if span is None:
        return range(0)
    first, last = span
    # One day of slack on either side: dates of one attack differ by a day between time zones.
    return range(
        (first.toordinal() - 1) // DAYS_PER_BLOCK, (last.toordinal() + 1) // DAYS_PER_BLOCK + 1
    )


def _meet(key: _Key, block: list[int], told: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    is_timeless = key[2] is None
    if is_timeless and len(block) > LARGEST_TIMELESS_BLOCK:
        return
    reach = NEIGHBOURS if len(block) > NEIGHBOURS else len(block)
    in_time = sorted(block, key=lambda position: _moment(told[position]))
    for place, left in enumerate(in_time):
        for right in in_time[place + 1 : place + 1 + reach]:
            if told[left].document_id != told[right].document_id:
                yield min(left, right), max(left, right)


def _moment(evidence: Evidence) -> tuple[date, str]:
    span = time_span(evidence)
    return (span[0] if span is not None else date.max), evidence.account.id
