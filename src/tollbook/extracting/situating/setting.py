"""When, where, with what and to whom: the setting of an account, read from around its claims.

A report names more days and places than those of its incident: when the minister spoke, where the
reporter sat, what happened there in another year. Each is weighed by the company it keeps.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tollbook.document import Document, Words
from tollbook.extracting.situating.deed_days import best_day, days_of
from tollbook.extracting.situating.scene import FRONT, Scene, Told, read_scene
from tollbook.extracting.situating.stretches import Stretch
from tollbook.extracting.situating.what import READ_UP_TO, classify_what
from tollbook.extracting.situating.where import FoundPlace, PlaceKind
from tollbook.incident import Days, Place, What

MOST_PLACES = 5
MOST_TARGETS = 3
MOST_WEAPONS = 3

_ANYWHERE = re.compile(
    r"(?:A|AN|HIS|HER|THEIR|ITS|THIS|THAT|SOME|SEVERAL)\s|(?:a|an|the|his|her|their|its|this|that|some|several)\s(?!.*[A-Z])"
    r"|(?:THE|the)\s+(?:\w+\s+)?(?:CITY|TOWN|CAPITAL|VILLAGE|COUNTRY|AREA|REGION|HOSPITAL|city|town|capital|village|country|area)$",
    re.DOTALL,
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


def read_setting(scene: Scene, told_in: Iterable[Words], *, is_main: bool) -> Setting:
    """Read the setting of one account.

    Args:
        scene: its report.
        told_in: the sentences that hold the account's claims, in order.
        is_main: whether it is what the report is mainly about; its setting may then stand
            anywhere in the report, early words counting more. Others are read from their own
            sentences alone.

    Example:
        >>> from datetime import date
        >>> text = "Nine herders were shot near Sarn on Tuesday, police said on Friday."
        >>> report = Document(text=text, name="sarn.txt", published_at=date(2031, 3, 7))
        >>> told = [report.words(0, len(text))]
        >>> setting = read_setting(read_scene(report), told, is_main=True)
        >>> setting.when.text, setting.places[0].words.text, setting.what.value
        ('Tuesday', 'Sarn', 'shooting')
    """
    sentences = list(told_in)
    told, document = scene.told_in(sentences), scene.document
    stretches = _stretches(document, sentences)
    dated = best_day(told, [scene.front] if is_main else stretches)
    mentions = _mentions(scene.pages() if is_main else stretches)
    return Setting(
        what=_what([scene.front] if is_main else stretches),
        when=document.words(dated.start, dated.end) if dated is not None else None,
        days=days_of(document, dated),
        places=tuple(
            Place(words=document.words(place.start, place.end))
            for place in _best_places(told, mentions.named)
        ),
        targets=tuple(mentions.targets.values()),
        weapons=tuple(mentions.weapons.values()),
    )


def find_main_days(scene: Scene, told_in: Iterable[Words]) -> Days | None:
    """Find the days of what a report is mainly about, as `read_setting` does."""
    return days_of(scene.document, best_day(scene.told_in(told_in), [scene.front]))


def date_report(document: Document) -> Days | None:
    """Find the days of what a report is mainly about, where it tells of nobody harmed too."""
    return find_main_days(read_scene(document), ())


def _stretches(document: Document, sentences: Iterable[Words]) -> list[Stretch]:
    """Cut out sentences; one that holds two claims is read once and counts twice."""
    by_start: dict[int, Stretch] = {}
    return [
        by_start.setdefault(one.start, Stretch(document, one.start, one.end)) for one in sentences
    ]


# What


def _what(stretches: Sequence[Stretch]) -> What:
    if len(stretches) == 1:
        return classify_what(stretches[0].text, stretches[0].deeds)
    # Every stretch is a character or longer.
    return classify_what("\n".join(stretch.text for stretch in stretches[:READ_UP_TO]))


# Where, whom and with what


@dataclass(slots=True)
class _Mentions:
    """Each time a place is named, and targets and weapons by their wording."""

    named: list[tuple[str, FoundPlace]] = field(default_factory=list)
    targets: dict[str, Words] = field(default_factory=dict)
    weapons: dict[str, Words] = field(default_factory=dict)


def _mentions(stretches: Iterable[Stretch]) -> _Mentions:
    """Look for places, targets and weapons, no further than they can matter."""
    found = _Mentions()
    for stretch in stretches:
        # Behind the front page a place scores nothing; then the first two named are taken.
        if stretch.start < FRONT or len(dict(found.named)) < 2:
            found.named += ((_wording(p.text), p) for p in stretch.places if _is_named(p))
        _add(found.targets, stretch.targets, MOST_TARGETS)
        _add(found.weapons, stretch.weapons, MOST_WEAPONS)
    return found


def _add(by_wording: dict[str, Words], read: Callable[[], Iterable[Words]], most: int) -> None:
    if len(by_wording) < most:
        for one in read():
            by_wording.setdefault(_wording(one.text), one)
            if len(by_wording) == most:
                break


def _wording(text: str) -> str:
    return " ".join(text.lower().split())


def _is_named(place: FoundPlace) -> bool:
    """Whether the words name a place: "the city" and "A MARKET" could be anywhere."""
    if _ANYWHERE.match(place.text):
        return False
    return any(mark.isupper() for mark in place.text)


def _best_places(told: Told, named: Sequence[tuple[str, FoundPlace]]) -> list[FoundPlace]:
    """Choose the places that keep company with the deed; the most exact first."""
    first_named: dict[str, FoundPlace] = {}
    scores: dict[str, float] = defaultdict(float)
    for name, place in named:
        first_named.setdefault(name, place)
        scores[name] += max(0.0, 1 + told.company(place.start))
    ranked = sorted(first_named, key=lambda name: -scores[name])
    # Where no place stands near a word for a deed, the likeliest two are better than none.
    chosen = [name for name in ranked if scores[name] > 1] or ranked[:2]
    kept = list(_of_one_country(first_named[name] for name in chosen))[:MOST_PLACES]
    return sorted(kept, key=lambda place: list(PlaceKind).index(place.kind))


def _of_one_country(places: Iterable[FoundPlace]) -> Iterator[FoundPlace]:
    """A report names many countries and happens in one."""
    is_known = False
    for place in places:
        is_country = place.kind is PlaceKind.COUNTRY
        if not (is_country and is_known):
            yield place
        is_known = is_known or is_country
