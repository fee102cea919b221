"""Every expression of time in a text, with what it means."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from tollbook.dating.anchoring import Anchor
from tollbook.dating.calendar import Unit
from tollbook.dating.expression import Sense, TimeExpression, Timex
from tollbook.dating.grammar import grammar
from tollbook.dating.lexing import Words
from tollbook.dating.meanings import read

# So many words before a day may say whether the past or the future is meant.
_REACH: Final = 12
_STOPS: Final = frozenset(".!?;")
# What these mean is told in passing; nothing is counted from it.
_ASIDE: Final = frozenset({"ago", "earlier"})


def find_times(
    text: str,
    *,
    published: date | datetime | None,
    looks_ahead: bool = True,
    language: str = "en",
) -> tuple[TimeExpression, ...]:
    """Find every expression of time and read it as TIMEX3 does.

    Days are counted from the day of publication. Without one, what depends on it keeps X in its
    value and has no days.

    Args:
        text: a report or a stretch of it, in any case.
        published: when it was printed; a moment counts as the day it shows.
        looks_ahead: whether a day named without its year may lie ahead where the sentence does
            not say so; what has happened never does.
        language: two letters; there must be a table of its words.

    Returns:
        In the order of the text; they never overlap. Ages are none of them.

    References:
        TIMEX3: "TimeML Annotation Guidelines", 2009. TempEval-2: Verhagen et al., 2010.

    Example:
        >>> found = find_times("Two died on Tuesday night.", published=date(2031, 3, 7))
        >>> [(one.words, one.value) for one in found]
        [('Tuesday night', '2031-03-04TNI')]
        >>> find_times("Two died on Tuesday.", published=None)[0].value
        'XXXX-WXX-2'
    """
    rules = grammar(language)
    words = Words(text, rules.known)
    day = published.date() if isinstance(published, datetime) else published
    anchor = Anchor(published=day, looks_ahead=looks_ahead)
    found: list[TimeExpression] = []
    at = 0
    for opener in rules.openings(words):
        if opener < at:
            continue
        match = rules.match(words, opener)
        if match is None:
            continue
        sense = read(match, replace(anchor, toward=_toward(words, opener)))
        if sense is not None:
            is_aside = sense.means in _ASIDE or match.row.get("offset") == -1
            anchor = _told(anchor, sense, is_aside=is_aside and sense.unit is not Unit.DAY)
            start, end = words.spans[opener + match.lead][0], words.spans[match.last - 1][1]
            found.append(
                TimeExpression(
                    start=start,
                    end=end,
                    sense=sense,
                    words=text[start:end],
                    is_beginning=words.before(opener) in rules.known.beginnings,
                )
            )
        at = match.last
    return tuple(found)


def _toward(words: Words, at: int) -> int:
    """Say whether the words before look ahead (1), back (-1), or neither (0)."""
    for before in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = words.lower[before]
        if word in _STOPS or word[0] == "\n":
            return 0
        if word in words.known.ahead:
            return 1
        if word in words.known.past or (len(word) > 4 and word.endswith("ed")):
            return -1
    return 0


def _told(anchor: Anchor, sense: Sense, *, is_aside: bool) -> Anchor:
    """Keep what a later phrase may be counted from."""
    if sense.type is Timex.DURATION and sense.unit is Unit.MONTH:
        return replace(anchor, quarter=None)
    if sense.first is None or sense.unit is None or sense.type is Timex.DURATION or is_aside:
        return anchor
    return replace(
        anchor,
        told=(sense.unit, sense.first),
        told_day=sense.first if sense.unit is Unit.DAY else anchor.told_day,
        quarter=sense.first if sense.unit is Unit.QUARTER else anchor.quarter,
    )
