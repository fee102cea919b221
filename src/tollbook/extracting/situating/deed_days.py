"""On which day it was done: each day that a report names, weighed by the company it keeps."""

import re
from collections.abc import Iterable
from datetime import date

from tollbook.dating import day_of_report
from tollbook.document import Document
from tollbook.extracting.lexicon import word_list, words
from tollbook.extracting.situating.scene import Told
from tollbook.extracting.situating.stretches import Stretch
from tollbook.extracting.situating.when import DatedWords
from tollbook.incident import Days

# A longer span ("in 2013") dates an incident by its words only.
LONGEST_DAYS = 31

# The weights below were set by hand and checked on the training reports (2026).
DATES_A_DEED = 1.5
NAMES_HOUR = 2.0
DATES_THE_TELLING = -2.0
IS_THE_DATELINE = -5.0
LEAST_DAY_SCORE = -3.0
FIXES_NO_DAY = -1.5
LONG_AGO = -1.0

_TELLING = word_list("when")["telling"]
_TELLING_BEFORE = re.compile(
    rf"\b(?:{'|'.join(sorted(words(_TELLING['before'])))})\b(?:\s+(?!that\b|when\b|who\b|as\b)[\w’'-]+){{0,5}}\s*$",
    re.IGNORECASE,
)
_TELLING_AFTER = re.compile(
    rf"\s+(?:{'|'.join(sorted(words(_TELLING['before'])))})\b", re.IGNORECASE
)
_DEED_AFTER = re.compile(
    rf"(?:['’]?s)?\s+(?:[\w-]+\s+){{0,2}}(?:{'|'.join(sorted(words(_TELLING['deeds'])))})\b",
    re.IGNORECASE,
)


def best_day(told: Told, stretches: Iterable[Stretch]) -> DatedWords | None:
    """Choose the words that date the incident of an account, if any of the stretches do."""
    found = [dated for stretch in stretches for dated in stretch.days]
    scored = [(_day_score(told, dated), -dated.start, dated) for dated in found]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    if best is None or best[0] <= LEAST_DAY_SCORE:
        return None
    ranked = sorted(scored, key=lambda entry: entry[:2], reverse=True)
    return _exact_day([dated for _, _, dated in ranked], best[2])


def _exact_day(ranked: list[DatedWords], best: DatedWords) -> DatedWords:
    """Prefer "on Tuesday" to "earlier this week", where a day of that week is named."""
    if best.first is None or best.last is None or best.first == best.last:
        return best
    for dated in ranked:
        is_within = dated.first is not None and best.first <= dated.first <= best.last
        if is_within and dated.first == dated.last:
            return dated
    return best


def _day_score(told: Told, dated: DatedWords) -> float:
    score = told.company(dated.start)
    document = told.scene.document
    score += NAMES_HOUR * dated.names_hour
    if _DEED_AFTER.match(document.text, dated.end):
        score += DATES_A_DEED
    elif _dates_the_telling(document.text, dated):
        score += DATES_THE_TELLING
    if _is_dateline(document, dated):
        score += IS_THE_DATELINE
    return score + _precision(dated, day_of_report(document.published_at, document.text))


def _dates_the_telling(text: str, dated: DatedWords) -> bool:
    before = _TELLING_BEFORE.search(text, max(0, dated.start - 60), dated.start)
    return before is not None or _TELLING_AFTER.match(text, dated.end) is not None


def _is_dateline(document: Document, dated: DatedWords) -> bool:
    """Whether it only says when the report was printed: a full date of that day near the top.

    "On 3 March" dates a deed, also where the report is of that day.
    """
    if document.text[max(0, dated.start - 4) : dated.start].casefold() == " on ":
        return False
    is_printing = dated.first == dated.last == day_of_report(document.published_at, document.text)
    after = document.text[dated.end : dated.end + 2]
    return dated.start < 400 and ((is_printing and dated.is_date) or after == " (")


def _precision(dated: DatedWords, published: date | None) -> float:
    if dated.first is None or dated.last is None or dated.is_vague:
        return FIXES_NO_DAY
    length = (dated.last - dated.first).days
    score = FIXES_NO_DAY * min(1.0, length / LONGEST_DAYS)
    score -= 0.5 if length > 1 else 0.0
    if published is not None and (published - dated.last).days > LONGEST_DAYS:
        score += LONG_AGO
    return score


def days_of(document: Document, dated: DatedWords | None) -> Days | None:
    """Give the days that words fix, if they fix few enough to date an incident."""
    if dated is None or dated.days is None:
        return None
    if (dated.days.last - dated.days.first).days > LONGEST_DAYS:
        return None
    return Days(
        first=dated.days.first,
        last=dated.days.last,
        words=document.words(dated.start, dated.end),
        date_prec=dated.days.date_prec,
        time_precision=dated.days.time_precision,
        rule=dated.days.rule,
    )
