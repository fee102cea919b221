"""When, where, with what and to whom: the setting of an account, read from around its claims.

A report names more days and places than those of its incident: when the minister spoke, where the
reporter sat, what happened there in another year. Each is weighed by the company it keeps.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tollbook.document import Document, Words
from tollbook.extracting.lexicon import word_list, words
from tollbook.extracting.what import classify_what, event_ends, find_targets, find_weapons
from tollbook.extracting.when import DatedWords, find_days
from tollbook.extracting.where import FoundPlace, PlaceKind, find_places
from tollbook.incident import Days, Place, What

MOST_PLACES = 6
MOST_TARGETS = 3
MOST_WEAPONS = 3
# An incident dated by a longer span ("in 2013") is dated by words only.
LONGEST_DAYS = 31
_SENTENCE_END = re.compile(
    r"(?<=[a-z\d\])”\"][.!?])[”\"']?\s+(?=[A-Z“\"'(])|\n\s*\n|(?<=[A-Z]{3}[.!?])\s+(?=[A-Z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an account tells besides its claims."""

    what: What
    when: Words | None
    days: Days | None
    places: tuple[Place, ...]
    targets: tuple[Words, ...]
    weapons: tuple[Words, ...]


def read_setting(document: Document, told_in: Sequence[Words], *, is_main: bool) -> Setting:
    """Read the setting of one account.

    Args:
        document: the report.
        told_in: the sentences that hold the account's claims.
        is_main: whether it is what the report is mainly about; its setting may then stand
            anywhere in the report, early words counting more. Others are read from their own
            sentences alone.

    Example:
        >>> from datetime import date
        >>> text = "Nine herders were shot at a well near Sarn on Tuesday, police said on Friday."
        >>> report = Document(text=text, name="sarn.txt", published_at=date(2031, 3, 7))
        >>> setting = read_setting(report, [report.words(0, len(text))], is_main=True)
        >>> setting.when.text, [place.words.text for place in setting.places]
        ('Tuesday', ['a well near Sarn'])
    """
    stretches = [(0, len(document.text))] if is_main else _merged(told_in)
    reader = _Reader(document, told_in)
    dated = reader.best_day(stretches)
    days = reader.days(dated)
    text = "\n".join(document.text[start:end] for start, end in stretches)
    places = reader.best_places(stretches)
    return Setting(
        what=classify_what(text),
        when=document.words(dated.start, dated.end) if dated is not None else None,
        days=days,
        places=tuple(Place(words=document.words(place.start, place.end)) for place in places),
        targets=_within(find_targets, document, stretches, MOST_TARGETS),
        weapons=_within(find_weapons, document, stretches, MOST_WEAPONS),
    )
