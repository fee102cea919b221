"""The words that date something, and the days they mean.

The words are always found. The days follow only where the words and the day of publication fix
them: "Tuesday" in a report of a Friday is three days before it; "a week earlier" waits for a date
we do not know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tollbook.extracting.lexicon import lowered
from tollbook.extracting.situating.date_rules import RULES, Reader, openings


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedWords:
    """Words that date something: code points, and the days they mean, both included.

    `first` and `last` are None together, where the words do not fix a day.
    """

    start: int
    end: int
    first: date | None
    last: date | None


def find_days(text: str, published_at: date | datetime | None) -> list[DatedWords]:
    """Find the words that date something, in the order of the text.

    A weekday is the latest such day not after publication, a date without a year the latest one.
    A month or a year is all of its days. Spans never overlap; the longest reading wins.

    Args:
        text: a report or a stretch of it, in any case.
        published_at: when it was printed; a moment counts as the day it shows.

    Example:
        >>> found = find_days("Two guards died on Tuesday night.", date(2031, 3, 7))
        >>> found[0].first, found[0].last
        (datetime.date(2031, 3, 4), datetime.date(2031, 3, 4))
        >>> find_days("It burned a week earlier.", date(2031, 3, 7))[0].first is None
        True
    """
    published = published_at.date() if isinstance(published_at, datetime) else published_at
    found = sorted(_read_all(text, published), key=lambda words: (words.start, -words.end))
    kept: list[DatedWords] = []
    for words in found:
        if not kept or words.start >= kept[-1].end:
            kept.append(words)
    return _join_neighbours(text, kept)


def _read_all(text: str, published: date | None) -> Iterator[DatedWords]:
    """Try the rules where a word stands that one of them may open with; most words are none."""
    lower = lowered(text)
    free_from = [0] * len(RULES)
    for at, number, rule in openings(lower):
        match = rule.pattern.match(lower, at) if at >= free_from[number] else None
        if match is not None:
            free_from[number] = match.end()
            yield _dated(match, rule.read, published)


def _dated(match: re.Match[str], read: Reader, published: date | None) -> DatedWords:
    try:
        days = read(match, published)
    except (ValueError, OverflowError):  # "31 June", or before year 1: words, no day
        days = None
    first, last = days if days is not None else (None, None)
    return DatedWords(start=match.start(), end=match.end(), first=first, last=last)


def _join_neighbours(text: str, found: list[DatedWords]) -> list[DatedWords]:
    """Make one of "Saturday and Sunday" and of "Nov. 14 to Nov. 17"."""
    joined: list[DatedWords] = []
    for words in found:
        before = joined[-1] if joined else None
        if before is not None and _is_one_span(text, before, words):
            joined[-1] = DatedWords(
                start=before.start, end=words.end, first=before.first, last=words.last
            )
        else:
            joined.append(words)
    return joined


def _is_one_span(text: str, before: DatedWords, after: DatedWords) -> bool:
    if before.first is None or after.last is None or before.first >= after.last:
        return False
    is_near = (after.last - before.first).days <= 14
    return is_near and text[before.end : after.start].strip().lower() in {
        "and",
        "to",
        "until",
        "-",
        "–",
    }
