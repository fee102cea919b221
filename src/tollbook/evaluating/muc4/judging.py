"""What the models make of a text: whether it tells of terror, and what part each phrase plays.

The features of each judgement stand here, since training and reading must agree on them.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tollbook.evaluating.muc4.groups import Group, find_groups
from tollbook.evaluating.muc4.linear import LinearModel
from tollbook.evaluating.muc4.phrases import Phrase, Reading, line
from tollbook.evaluating.muc4.standing import standing_features

ROLES: Final = ("-", "name", "description", "title", "perpetrator", "thing", "instrument")
"""The parts that a noun phrase plays; "title" is the description of somebody named."""


Roles = Sequence[Mapping[str, float]]
"""How probable each role is, phrase by phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A group a text names: where, the features of how it is named, and of how it stands.

    The first tell whether it did what the text tells of, the second how surely.
    """

    name: str
    kind: str
    mentions: tuple[Group, ...]
    features: tuple[str, ...]
    standing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A text as the models see it.

    `relevance` is how probable it is that the text tells of any incident of the task. `roles`
    holds, phrase by phrase, how probable each role is; `groups` how probable it is that a
    group named did it.
    """

    reading: Reading
    relevance: float
    roles: Roles
    groups: tuple[tuple[Named, float], ...]


def judge(reading: Reading, models: Mapping[str, LinearModel]) -> Judged:
    """Judge a text with every model that looks at all of it."""
    relevance = models["relevance"].probabilities(reading.features)["yes"]
    roles = judge_roles(reading, relevance, models["role"])
    return Judged(
        reading=reading,
        relevance=relevance,
        roles=roles,
        groups=tuple(
            (named, models["group"].probabilities(named.features)["yes"])
            for named in named_groups(reading, relevance, roles)
        ),
    )


def judge_roles(reading: Reading, relevance: float, model: LinearModel) -> Roles:
    """Judge which part each phrase of a text plays."""
    return tuple(
        model.probabilities(phrase_features(phrase, relevance)) for phrase in reading.phrases
    )


def phrase_features(phrase: Phrase, relevance: float) -> list[str]:
    """Give the features of a phrase in a text of some relevance."""
    return [*phrase.features, f"relevant={_step(relevance)}"]


def _step(probability: float) -> str:
    """Cut a probability into nine steps of log-odds."""
    log_odds = math.log((probability + 1e-6) / (1 - probability + 1e-6))
    return str(max(-4, min(4, round(log_odds))))


_BESIDE_GROUP: Final = re.compile(
    r"\b(CLAIM\w*|RESPONSIB\w*|ACCUS\w*|BLAM\w*|SUSPECT\w*|ATTRIBUT\w*|MEMBERS?|GUERRILLAS?"
    r"|REBELS?|TERRORISTS?|ALLEGED\w*|PRESUM\w*|BELIEVE\w*|POSSIBL\w*|DENI\w*|SPOKESMAN"
    r"|COMMUNIQUE|PERPETRAT\w*|CARRIED OUT|BY|ATTACK\w*|KILL\w*|MURDER\w*|KIDNAP\w*|BOMB\w*"
    r"|AUTHORITIES|POLICE|ARMY|ADMIT\w*|COMMIT\w*|AGAINST|TALKS|PEACE|NEGOTIAT\w*|SAID|SAYS"
    r"|REPORTED)\b"
)


def named_groups(reading: Reading, relevance: float, roles: Roles) -> list[Named]:
    """Find the groups a text names, each once, with how it names them."""
    scenes = _scenes(reading, roles)
    by_name: dict[str, list[Group]] = {}
    for group in find_groups(reading.text):
        by_name.setdefault(group.name, []).append(group)
    kinds = [groups[0].kind for groups in by_name.values()]
    told = [scene.target + scene.doer for scene in scenes]
    return [
        Named(
            name=name,
            kind=groups[0].kind,
            mentions=tuple(groups),
            features=tuple(sorted(set(_group_features(reading, relevance, groups, kinds, scenes)))),
            standing=standing_features(reading, groups, told),
        )
        for name, groups in by_name.items()
    ]


_BESIDE_DOER: Final = 25
"""A group this many letters from those who did it is theirs: "REBELS OF THE …"."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence: how surely it tells of a target and of a perpetrator, and where of those."""

    target: float
    doer: float
    doers: tuple[tuple[int, int, float], ...]


def _scenes(reading: Reading, roles: Roles) -> list[_Scene]:
    targets = [0.0] * len(reading.sentences)
    doers: list[list[tuple[int, int, float]]] = [[] for _ in reading.sentences]
    for phrase, parts in zip(reading.phrases, roles, strict=True):
        target = parts["name"] + parts["description"] + parts["thing"]
        targets[phrase.sentence] = max(targets[phrase.sentence], target)
        doers[phrase.sentence].append((phrase.start, phrase.end, parts["perpetrator"]))
    return [
        _Scene(target, max((p for _, _, p in found), default=0.0), tuple(found))
        for target, found in zip(targets, doers, strict=True)
    ]


def _group_features(
    reading: Reading,
    relevance: float,
    groups: Sequence[Group],
    kinds: Sequence[str],
    scenes: Sequence["_Scene"],
) -> Iterable[str]:
    name, kind = groups[0].name, groups[0].kind
    yield from (f"kind={kind}", f"name={name}", f"times={min(len(groups), 5)}")
    yield f"relevant={_step(relevance)}"
    yield from (f"beside={other}" for other in {*kinds} - {kind})
    yield f"alone={kinds.count(kind) == 1}"
    here = {reading.sentence_at(group.start) for group in groups}
    near = here | {at + 1 for at in here} | {at - 1 for at in here}
    for where, places in (("in", here), ("near", near), ("text", range(len(scenes)))):
        target = max((scenes[at].target for at in places if 0 <= at < len(scenes)), default=0.0)
        doer = max((scenes[at].doer for at in places if 0 <= at < len(scenes)), default=0.0)
        yield from (f"target:{where}={_step(target)}", f"doer:{where}={_step(doer)}")
        yield f"target:{where}={_step(target)}&{kind}"
    beside = max(
        (
            probability
            for at in here
            for start, end, probability in scenes[at].doers
            for group in groups
            if start - _BESIDE_DOER <= group.start and group.end <= end + _BESIDE_DOER
        ),
        default=0.0,
    )
    yield from (f"doer:beside={_step(beside)}", f"doer:beside={_step(beside)}&{kind}")
    for group in groups:
        at = reading.sentence_at(group.start)
        passage = reading.sentences[at].passage
        start, end = group.start - passage.start, group.end - passage.start
        before = line(passage.text[max(0, start - 45) : start]).split()[-4:]
        after = line(passage.text[end : end + 45]).split()[:4]
        yield from (f"b1={' '.join(before[-1:])}", f"b2={' '.join(before[-2:])}")
        yield from (f"a1={' '.join(after[:1])}", f"a2={' '.join(after[:2])}")
        yield from (f"b={word}" for word in before)
        yield from (f"a={word}" for word in after)
        yield from (f"c={cue}" for cue in reading.cues[at])
        yield from (f"s={word}" for word in _BESIDE_GROUP.findall(line(passage.text)))
        yield f"at={min(at, 3)}"
        for phrase in reading.phrases:
            if phrase.start < group.end and group.start < phrase.end:
                told = ("m=", "vl=", "vr=", "l1=", "r1=")
                yield from (f for f in phrase.features if f.startswith(told) and "&" not in f)


_DEEDS: Final = (
    ("K", frozenset({"KIDNAP", "ABDUCT", "HOSTAGE"})),
    ("B", frozenset({"BOMB", "EXPLO", "DYNAMIT", "CAR BOMB", "DETONAT"})),
    ("D", frozenset({"KILL", "MURDER", "ASSASSINAT", "DEATH", "DEAD", "SHOT", "SHOOT"})),
    ("F", frozenset({"BURN", "FIRE", "ARSON", "SET ON FIRE"})),
    ("A", frozenset({"ATTACK", "AMBUSH"})),
)
_TURNS: Final = (
    "MEANWHILE|ANOTHER|ELSEWHERE|ALSO|IN ADDITION|RECALL|LAST WEEK|LAST YEAR|YESTERDAY"
    "|PREVIOUS|EARLIER|SECOND|OTHER "
).split("|")
_DATED: Final = re.compile(
    r"JANUARY|FEBRUARY|MARCH|APRIL|\bMAY\b|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|YESTERDAY|TODAY|LAST NIGHT|THIS MORNING"
)


def pair_features(reading: Reading, one: Phrase, other: Phrase) -> list[str]:
    """Give the features of whether two phrases belong to one incident."""
    first, second = sorted((one, other), key=lambda phrase: phrase.start)
    apart = second.sentence - first.sentence
    here, there = reading.cues[first.sentence], reading.cues[second.sentence]
    deeds = (_deed(here), _deed(there))
    shared = len(here & there) / max(1, len(here | there))
    found = [
        f"apart={min(apart, 6)}",
        f"deeds={''.join(sorted(deeds))}",
        f"alike={int(shared * 4)}",
        f"same={deeds[0] == deeds[1]}&{min(apart, 3)}",
        f"size={min(len(reading.phrases) // 60, 4)}",
        f"head={first.head == second.head}",
        f"people={first.is_people}{second.is_people}",
    ]
    if not apart:
        return found
    told = reading.told_in(second.sentence)
    between = " ".join(map(reading.told_in, range(first.sentence, second.sentence + 1)))
    found += [f"between={turn}" for turn in _TURNS if turn in between]
    found += [f"opens={turn}" for turn in _TURNS if turn in told[:60]]
    found.append(f"dated={_DATED.search(told) is not None}")
    return found


def _deed(cues: frozenset[str]) -> str:
    return next((letter for letter, words in _DEEDS if cues & words), "-")


def incident_features(reading: Reading, told: Sequence[int], roles: Iterable[str]) -> list[str]:
    """Give the features of an incident told in some sentences, with phrases of some roles."""
    found = {f"role={role}" for role in roles}
    for sentence in told:
        found |= {f"c={cue}" for cue in reading.cues[sentence]}
        parsed = reading.sentences[sentence]
        for token, tag in zip(parsed.tokens, parsed.tags, strict=True):
            if len(token.text) > 3 and not tag.startswith("NNP"):
                found.add(f"w={token.text.upper()}")
    if told:
        found |= {f"first={cue}" for cue in reading.cues[told[0]]}
    found |= {f for f in reading.features if f.startswith(("what=", "o=", "h="))}
    return sorted(found)
