"""A report's claims -> its accounts: which incident each claim is about, and its setting."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from tollbook.claim import BACKGROUND, Claim
from tollbook.dating import Dated, day_of_report
from tollbook.document import Document, Words
from tollbook.extracting.situating.scene import Scene, read_scene
from tollbook.extracting.situating.setting import find_main_days, read_setting
from tollbook.extracting.situating.when import find_days
from tollbook.incident import Account, Days

MAIN = "A"
# Words that open the telling of another incident.
_ELSEWHERE = re.compile(
    r"^\W*(?:elsewhere|meanwhile,? (?:in|on|near)\b|separately|"
    r"in (?:a|another) (?:separate|different|similar)|"
    r"in another (?:attack|incident|development|raid|strike)|in a second|also (?:on|in)\b)",
    re.IGNORECASE,
)
# "Friday" in a report of a "Thursday night" attack is the same incident more often than not.
_SLACK = timedelta(days=1)
# Days that are not more than this say that it is the main incident.
_LONGEST = timedelta(days=3)
_LABELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def gather_accounts(document: Document, claims: list[Claim]) -> tuple[Account, ...]:
    """Part a report's claims into accounts and read the setting of each.

    Args:
        document: the report.
        claims: its claims, in text order; those about a war or a year labelled `BACKGROUND`.

    Returns:
        One account an incident, "A" what the report is mainly about, then the background.
    """
    if not claims:
        return ()
    scene = read_scene(document)
    labelled = _relabelled(scene, claims)
    labels = sorted({claim.incident for claim in labelled}, key=lambda x: (x == BACKGROUND, x))
    return tuple(_account(scene, label, labelled) for label in labels)


def _account(scene: Scene, label: str, labelled: list[Claim]) -> Account:
    claims = tuple(claim for claim in labelled if claim.incident == label)
    elsewhere = [claim.sentence for claim in labelled if claim.incident != label]
    here = {claim.sentence.start for claim in claims}
    others = [sentence for sentence in elsewhere if sentence.start not in here]
    told_in = [claim.sentence for claim in claims]
    setting = read_setting(scene, told_in, is_main=label == MAIN)
    is_war = label == BACKGROUND
    return Account(
        label=label,
        what=setting.what,
        imprint=scene.document.imprint,
        days=None if is_war else setting.days,
        when=setting.when,
        places=setting.places,
        targets=() if is_war else _outside(setting.targets, others),
        weapons=() if is_war else _outside(setting.weapons, others),
        claims=claims,
    )


def _outside(found: tuple[Words, ...], others: list[Words]) -> tuple[Words, ...]:
    """Leave out what stands in a sentence about another incident: a hotel attacked years ago."""
    return tuple(
        words
        for words in found
        if not any(other.start <= words.start < other.end for other in others)
    )


def _relabelled(scene: Scene, claims: list[Claim]) -> list[Claim]:
    told_in = [claim.sentence for claim in claims if claim.incident != BACKGROUND]
    main = find_main_days(scene, told_in) if told_in else None
    label_by_sentence = _labels(scene.document, told_in, main)
    return [
        claim
        if claim.incident == BACKGROUND or label_by_sentence[claim.sentence.start] == claim.incident
        else replace(claim, incident=label_by_sentence[claim.sentence.start])
        for claim in claims
    ]


def _labels(document: Document, told_in: Iterable[Words], main: Days | None) -> dict[int, str]:
    """Label each sentence: another day or an opening word ("elsewhere") makes another incident."""
    found: dict[int, str] = {}
    label_by_day: dict[date | int, str] = {}
    for sentence in told_in:
        if sentence.start in found:
            continue
        day = _another_day(sentence.text, document, main)
        key: date | int | None = day
        if day is None and found and _ELSEWHERE.match(sentence.text):
            key = sentence.start
        if key is None:
            found[sentence.start] = MAIN
            continue
        number = min(len(label_by_day) + 1, len(_LABELS) - 1)
        found[sentence.start] = label_by_day.setdefault(key, _LABELS[number])
    return found


def _another_day(text: str, document: Document, main: Days | None) -> date | None:
    """The first day of those that a sentence gives, where they cannot be the main incident's."""
    if main is None:
        return None
    published = day_of_report(document.published_at, document.text)
    dated = [found.days for found in find_days(text, published) if found.days]
    close = [days for days in dated if days.last - days.first <= _LONGEST]
    if any(_meet(days, main) for days in close):
        return None
    # Of a longer stretch of days only that it lies apart says which incident is meant.
    apart = [days for days in (*close, *dated) if not _meet(days, main)]
    return apart[0].first if apart else None


def _meet(days: Dated, main: Days) -> bool:
    return days.first - _SLACK <= main.last and main.first <= days.last + _SLACK
