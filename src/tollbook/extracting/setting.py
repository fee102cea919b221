"""When, where, with what and to whom: the setting of an account, read from around its claims.

A report names more days and places than those of its incident: when the minister spoke, where the
reporter sat, what happened there in another year. Each is weighed by the company it keeps.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tollbook.document import Document, Words
from tollbook.extracting.lexicon import word_list, words
from tollbook.extracting.what import classify_what, event_ends, find_targets, find_weapons
from tollbook.extracting.when import DatedWords, find_days
from tollbook.extracting.where import FoundPlace, PlaceKind, find_places
from tollbook.incident import Days, Place, What

MOST_PLACES = 5
MOST_TARGETS = 3
MOST_WEAPONS = 3
# A longer span ("in 2013") dates an incident by its words only.
LONGEST_DAYS = 31

# The weights below were set by hand and checked on the training reports (2026).
TOLD_HERE = 1.5
DEED_HERE = 1.0
DATES_A_DEED = 1.5
DATES_THE_TELLING = -2.0
IS_THE_DATELINE = -5.0
LEAST_DAY_SCORE = -3.0
FIXES_NO_DAY = -1.5
LONG_AGO = -1.0
CHARACTERS_PER_POINT = 1200

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n\s*\n")
_ANYWHERE = re.compile(
    r"(?:A|AN|HIS|HER|THEIR|ITS|THIS|THAT|SOME|SEVERAL)\s|(?:a|an|the|his|her|their|its|this|that|some|several)\s(?!.*[A-Z])"
    r"|(?:THE|the)\s+(?:\w+\s+)?(?:CITY|TOWN|CAPITAL|VILLAGE|COUNTRY|AREA|REGION|HOSPITAL|city|town|capital|village|country|area)$",
    re.DOTALL,
)
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Dr|Gen|Col|Lt|Sgt|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s+$"
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


@dataclass(frozen=True, slots=True)
class _Scene:
    """A report cut into sentences, with those that hold a claim or a word for a deed."""

    document: Document
    starts: list[int]
    told: frozenset[int]
    deeds: frozenset[int]
    stretches: list[tuple[int, int]]


def read_setting(document: Document, told_in: Iterable[Words], *, is_main: bool) -> Setting:
    """Read the setting of one account.

    Args:
        document: the report.
        told_in: the sentences that hold the account's claims.
        is_main: whether it is what the report is mainly about; its setting may then stand
            anywhere in the report, early words counting more. Others are read from their own
            sentences alone.

    Example:
        >>> from datetime import date
        >>> text = "Nine herders were shot near Sarn on Tuesday, police said on Friday."
        >>> report = Document(text=text, name="sarn.txt", published_at=date(2031, 3, 7))
        >>> setting = read_setting(report, [report.words(0, len(text))], is_main=True)
        >>> setting.when.text, setting.places[0].words.text, setting.what.value
        ('Tuesday', 'Sarn', 'shooting')
    """
    scene = _scene(document, list(told_in), is_main=is_main)
    text = "\n".join(document.text[first:last] for first, last in scene.stretches)
    dated = _best_day(scene)
    places = _places(scene)
    return Setting(
        what=classify_what(text),
        when=document.words(dated.start, dated.end) if dated is not None else None,
        days=_days(document, dated),
        places=tuple(
            Place(words=document.words(place.start, place.end))
            for place in _best_places(scene, places)
        ),
        targets=_targets(scene, places)[:MOST_TARGETS],
        weapons=_weapons(scene)[:MOST_WEAPONS],
    )


def _scene(document: Document, told_in: Sequence[Words], *, is_main: bool) -> _Scene:
    text = document.text
    ends = [
        m.end()
        for m in _SENTENCE_END.finditer(text)
        if not _ABBREVIATION.search(text[: m.end()][-8:])
    ]
    starts = [0, *ends]
    return _Scene(
        document=document,
        starts=starts,
        told=frozenset(_place_in(starts, sentence.start) for sentence in told_in),
        deeds=frozenset(_place_in(starts, end) for end in event_ends(text)),
        stretches=[(0, len(text))] if is_main else [(one.start, one.end) for one in told_in],
    )


def _place_in(starts: Sequence[int], position: int) -> int:
    return bisect_right(starts, position) - 1


def _best_day(scene: _Scene) -> DatedWords | None:
    found = [
        replace(dated, start=first + dated.start, end=first + dated.end)
        for first, last in scene.stretches
        for dated in find_days(scene.document.text[first:last], scene.document.published_at)
    ]
    scored = [(_day_score(scene, dated), -dated.start, dated) for dated in found]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    if best is None or best[0] <= LEAST_DAY_SCORE:
        return None
    return _exact_day(scene, [entry[2] for entry in sorted(scored, reverse=True)], best[2])


def _exact_day(scene: _Scene, ranked: list[DatedWords], best: DatedWords) -> DatedWords:
    """Prefer "on Tuesday" to "earlier this week", where a deed is told on a day of that week."""
    if best.first is None or best.last is None or best.first == best.last:
        return best
    for dated in ranked:
        within = dated.first is not None and best.first <= dated.first <= best.last
        if (
            within
            and dated.first == dated.last
            and _place_in(scene.starts, dated.start) in (scene.deeds | scene.told)
        ):
            return dated
    return best


def _day_score(scene: _Scene, dated: DatedWords) -> float:
    score = _company(scene, dated.start)
    text = scene.document.text
    if _DEED_AFTER.match(text, dated.end):
        score += DATES_A_DEED
    elif _TELLING_BEFORE.search(text, max(0, dated.start - 60), dated.start) or (
        _TELLING_AFTER.match(text, dated.end)
    ):
        score += DATES_THE_TELLING
    if _is_dateline(scene.document, dated):
        score += IS_THE_DATELINE
    return score + _precision(dated, _day(scene.document.published_at))


def _company(scene: _Scene, start: int) -> float:
    sentence = _place_in(scene.starts, start)
    score = TOLD_HERE * (sentence in scene.told) + DEED_HERE * (sentence in scene.deeds)
    return score - start / CHARACTERS_PER_POINT


def _is_dateline(document: Document, dated: DatedWords) -> bool:
    """Whether it only says when the report was printed: a full date of that day near the top."""
    words_of_it = document.text[dated.start : dated.end]
    is_printing = dated.first == dated.last == _day(document.published_at)
    after = document.text[dated.end : dated.end + 2]
    return dated.start < 400 and (
        (is_printing and re.search(r"\d", words_of_it) is not None) or after == " ("
    )


def _precision(dated: DatedWords, published: date | None) -> float:
    if dated.first is None or dated.last is None:
        return FIXES_NO_DAY
    length = (dated.last - dated.first).days
    score = FIXES_NO_DAY * min(1.0, length / LONGEST_DAYS)
    score -= 0.5 if length > 1 else 0.0
    if published is not None and (published - dated.last).days > LONGEST_DAYS:
        score += LONG_AGO
    return score


def _day(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _days(document: Document, dated: DatedWords | None) -> Days | None:
    if dated is None or dated.first is None or dated.last is None:
        return None
    if (dated.last - dated.first).days > LONGEST_DAYS:
        return None
    return Days(first=dated.first, last=dated.last, words=document.words(dated.start, dated.end))


def _places(scene: _Scene) -> list[FoundPlace]:
    found = (
        replace(place, start=first + place.start, end=first + place.end)
        for first, last in scene.stretches
        for place in find_places(scene.document.text[first:last])
    )
    return sorted(found, key=lambda place: place.start)


def _best_places(scene: _Scene, places: Sequence[FoundPlace]) -> list[FoundPlace]:
    """Choose the places that keep company with the deed; the most exact first."""
    scores: dict[str, float] = defaultdict(float)
    first_named: dict[str, FoundPlace] = {}
    for place in filter(_is_named, places):
        first_named.setdefault(_name(place), place)
        scores[_name(place)] += max(0.0, 1 + _company(scene, place.start))
    ranked = sorted(first_named.values(), key=lambda place: -scores[_name(place)])
    # Where no place stands near a word for a deed, the likeliest two are better than none.
    chosen = [place for place in ranked if scores[_name(place)] > 1] or ranked[:2]
    # A report names many countries and happens in one.
    abroad = [place for place in chosen if place.kind is PlaceKind.COUNTRY][1:]
    kept = [place for place in chosen if place not in abroad][:MOST_PLACES]
    return sorted(kept, key=lambda place: list(PlaceKind).index(place.kind))


def _name(place: FoundPlace) -> str:
    return " ".join(place.text.lower().split())


def _is_named(place: FoundPlace) -> bool:
    """Whether the words name a place: "the city" and "A MARKET" could be anywhere."""
    if _ANYWHERE.match(place.text):
        return False
    return any(mark.isupper() for mark in place.text)


def _targets(scene: _Scene, places: Sequence[FoundPlace]) -> tuple[Words, ...]:
    return _each_once(
        scene.document.words(first + one.start, first + one.end)
        for first, last in scene.stretches
        for one in find_targets(
            scene.document.text[first:last],
            [
                replace(place, start=place.start - first, end=place.end - first)
                for place in places
                if first <= place.start and place.end <= last
            ],
        )
    )


def _weapons(scene: _Scene) -> tuple[Words, ...]:
    return _each_once(
        scene.document.words(first + one.start, first + one.end)
        for first, last in scene.stretches
        for one in find_weapons(scene.document.text[first:last])
    )


def _each_once(found: Iterable[Words]) -> tuple[Words, ...]:
    """Two claims of one sentence, or two sentences, name a thing once."""
    by_wording: dict[str, Words] = {}
    for one in found:
        by_wording.setdefault(" ".join(one.text.lower().split()), one)
    return tuple(by_wording.values())


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
