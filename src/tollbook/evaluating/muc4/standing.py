"""How a text stands to a group's part in it: does the group claim it, is it accused, and by whom.

The words are those that the decision tree of the template documentation asks for (slot 11); on
the train part, cross-validated, they say the standing of .51 of the groups named, the words
beside the name alone .45.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from tollbook.evaluating.muc4.groups import Group
from tollbook.evaluating.muc4.phrases import Reading, line

_SAID_WITH: Final[Mapping[str, re.Pattern[str]]] = {
    "claimed": re.compile(
        r"\b(?:CLAIM\w* (?:\w+ )?(?:RESPONSIB|CREDIT)|ADMIT|ACKNOWLEDG|ASSUM\w+ RESPONSIB"
        r"|T(?:OOK|AKES?) (?:RESPONSIB|CREDIT))"
    ),
    "doubted": re.compile(
        r"\b(?:ALLEG|PRESUM|APPAREN|SUSPECT|BELIEVE|POSSIBL|PROBABL|SUPPOS|SEEM|REPORTEDLY"
        r"|INDICAT|WOULD HAVE|COULD|MIGHT)"
    ),
    "accused": re.compile(
        r"\b(?:ACCUS|BLAM|ATTRIBUT|CHARGED|RESPONSIBLE|RESPONSIBILITY|HOLD|HELD|IMPLICAT|INVOLV"
        r"|LINK|CONNECT)"
    ),
    "denied": re.compile(r"\b(?:DENI|DENY|NOT CLAIM|NO (?:ONE|GROUP)|ACQUIT|REJECT)"),
    "authority": re.compile(
        r"\b(?:POLICE|ARMY|ARMED FORCES|MILITARY|COPREFA|AUTHORIT|MINIST|PRESIDENT|GOVERNMENT"
        r"|OFFICIAL|JUDGE|GENERAL|COLONEL|COMMANDER|COMMUNIQUE)"
    ),
    "said": re.compile(r"\b(?:SAID|SAYS|STATED|REPORTED|ANNOUNCED|DECLARED|ACCORDING)"),
    "condemned": re.compile(r"\b(?:CONDEMN|DENOUNC|REPUDIAT|CHURCH|BISHOP)"),
    "done": re.compile(
        r"\b(?:KILLED|MURDERED|ASSASSINATED|KIDNAPPED|ATTACKED|EXPLODED|DYNAMITED|BLEW|DESTROYED"
        r"|PLACED|BURNED|SET FIRE|LAUNCHED|AMBUSH)"
    ),
    "message": re.compile(
        r"\b(?:CLANDESTINE|RADIO VENCEREMOS|COMMUNIQUE|LEAFLET|TELEPHONE|CALLED|MESSAGE|STATEMENT)"
    ),
}
_NEAR: Final = 60
"""Letters before and after a name that may say how it stands."""


def standing_features(
    reading: Reading, mentions: Sequence[Group], told: Sequence[float]
) -> tuple[str, ...]:
    """Give the features of a group's standing.

    Args:
        reading: the text.
        mentions: where it names the group.
        told: by sentence, how surely it tells of an incident.
    """
    here = sorted({reading.sentence_at(mention.start) for mention in mentions})
    nearest = max(here, key=lambda at: (told[at], -at))
    found = {f"kind={mentions[0].kind}", f"times={min(len(mentions), 4)}"}
    found.update(f"in:{said}" for at in here for said in _said(reading.told_in(at)))
    said_there = _said(reading.told_in(nearest))
    found.update(f"there:{said}" for said in said_there)
    found.update(f"there:{one}&{other}" for one, other in combinations(said_there, 2))
    for at in (nearest - 1, nearest + 1):
        if 0 <= at < len(reading.sentences):
            found.update(f"next:{said}" for said in _said(reading.told_in(at)))
    for mention in mentions:
        found.update(_beside(reading, mention))
    return tuple(sorted(found))


def _said(words: str) -> list[str]:
    return [name for name, pattern in _SAID_WITH.items() if pattern.search(words)]


def _beside(reading: Reading, mention: Group) -> Iterator[str]:
    before = reading.text[max(0, mention.start - _NEAR) : mention.start]
    after = reading.text[mention.end : mention.end + _NEAR]
    yield from (f"before:{said}" for said in _said(line(before)))
    yield from (f"after:{said}" for said in _said(line(after)))
    # What is read of a phrase that holds the name: that it did it, and how that stands.
    for phrase in reading.phrases:
        if phrase.start < mention.end and mention.start < phrase.end:
            yield from (f for f in phrase.features if f.startswith("m=did=") and "&" not in f)
