"""What an account's words say that decides codes: phrases of the tables, each where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tollbook.claim import DamageClaim, Group, Harm, TollClaim
from tollbook.classifying.phrases import Sign, Signs, signs_in
from tollbook.document import Words
from tollbook.incident import Account, What

_BODILY: Final = frozenset({Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED})
_ARMED: Final = frozenset({Group.ARMED_GROUP, Group.SECURITY_FORCE})
# A phrase counts more where the report ties it to the incident than where it only stands near.
_TIED: Final = 3
_BEFORE: Final = 5  # words that may tell why a place is named
# What is done to persons, which may be a crime or a mishap.
OF_PERSONS: Final = frozenset(
    {
        What.ABDUCTION,
        What.ARMED_ATTACK,
        What.ARSON,
        What.EXECUTION,
        What.OTHER,
        What.SHOOTING,
        What.VEHICLE_ATTACK,
    }
)
# What is done to persons in somebody's power: no fight, whoever they are.
ONE_BY_ONE: Final = frozenset({What.ABDUCTION, What.EXECUTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The signs of an account: what it was done with, what was done, and to what.

    Signs of `weapon`, `carrier` and `act` stand in sentences that hold claims; those of
    `protected` in what was attacked, broken or harmed. What was hit is no weapon. `harmed` are
    the words for what became of people, never a figure: those may be read less surely.
    `are_armed` tells whether some of them bore arms.
    """

    harmed: tuple[Words, ...]
    are_armed: bool
    weapon: Signs
    carrier: Signs
    act: Signs
    protected: Signs

    def of(self, *kinds: str) -> tuple[Words, ...]:
        """The words of the signs of an act, one of some kinds, first told first."""
        return tuple(sign.words for sign in self.act if sign.kind in kinds)


def evidence_of(account: Account) -> Evidence:
    """Read the signs off an account."""
    sentences = {claim.sentence.start: claim.sentence for claim in account.claims}
    told = [sentences[start] for start in sorted(sentences)]
    weapons = [sign for words in account.weapons for sign in signs_in(words, "weapon", _TIED)]
    things = [*account.targets, *(claim.object for claim in _of_damage(account))]
    people = [claim.group_words for claim in _of_harm(account) if claim.group_words is not None]
    # Where the report names what was hit, a hospital it names as a place is another one.
    places = [] if account.targets else [place.words for place in account.places[:1]]
    hit = [words for words in (*things, *places) if not _is_elsewhere(words, told)]
    return Evidence(
        harmed=tuple(
            words
            for claim in _of_harm(account)
            if claim.harm in _BODILY and claim.count.high != 0
            for words in _deed(claim)
        ),
        are_armed=any(claim.group in _ARMED for claim in _of_harm(account)),
        weapon=_outside(things, [*weapons, *_told("weapon", told)]),
        carrier=_outside(things, _told("carrier", told)),
        act=_told("act", told),
        protected=[sign for words in (*hit, *people) for sign in signs_in(words, "protected")],
    )


def is_accident(account: Account, evidence: Evidence) -> bool:
    """Whether nobody meant it: an accident, or a shot that went off by accident."""
    is_mishap = account.what in OF_PERSONS and bool(evidence.of("accident"))
    return account.what is What.ACCIDENT or is_mishap


def _deed(claim: TollClaim) -> Iterator[Words]:
    """The word for the harm that stands nearest the figure; else the word for the people."""
    count = claim.count.words
    told = [
        sign
        for sign in _harms(claim.sentence)
        if sign.words.end <= count.start or count.end <= sign.words.start
    ]
    if told:
        nearest = min(told, key=lambda sign: (sign.kind == "both", _gap(sign.words, count)))
        yield nearest.words
    elif claim.group_words is not None and claim.group_words.text not in count.text:
        yield claim.group_words


@lru_cache(maxsize=64)
def _harms(sentence: Words) -> tuple[Sign, ...]:
    """The words for harm in a sentence; kept, as each of its claims asks."""
    return tuple(signs_in(sentence, "harm"))


def _gap(one: Words, other: Words) -> int:
    return max(one.start - other.end, other.start - one.end)


def _is_elsewhere(thing: Words, sentences: Iterable[Words]) -> bool:
    """Whether a thing is only where somebody was brought or belongs: "taken to a hospital"."""
    for sentence in sentences:
        if sentence.start <= thing.start < sentence.end:
            before = sentence.text[: thing.start - sentence.start].rsplit(maxsplit=_BEFORE)
            return any(
                signs_in(Words(text=word, start=0, end=len(word)), "elsewhere")
                for word in before[-_BEFORE:]
            )
    return False


def _told(table: str, sentences: Iterable[Words]) -> list[Sign]:
    return [sign for sentence in sentences for sign in signs_in(sentence, table)]


def _outside(things: Sequence[Words], signs: Signs) -> list[Sign]:
    """Leave out what only names a thing that was hit: "set fire to six aircraft"."""
    return [
        sign
        for sign in signs
        if not any(
            thing.start <= sign.words.start and sign.words.end <= thing.end for thing in things
        )
    ]


def _of_damage(account: Account) -> Iterator[DamageClaim]:
    return (claim for claim in account.claims if isinstance(claim, DamageClaim))


def _of_harm(account: Account) -> Iterator[TollClaim]:
    return (claim for claim in account.claims if isinstance(claim, TollClaim))
