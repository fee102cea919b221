"""A sentence -> who is said to have done it, and whether it is stated, charged, owned or denied."""

from collections.abc import Iterator
from functools import lru_cache

from tollbook.claim import Status
from tollbook.extracting.acting.accusations import (
    from_accusation,
    from_epithet,
    from_identity,
    from_mastermind,
    from_responsible,
    from_verbless,
)
from tollbook.extracting.acting.act_words import attack_words, blame_words
from tollbook.extracting.acting.actors import Stretch
from tollbook.extracting.acting.admissions import (
    from_claim,
    from_denial,
    from_owning_up,
    from_verdict,
)
from tollbook.extracting.acting.attacks import from_attack, from_opening
from tollbook.extracting.acting.charges import ResponsibilityMention
from tollbook.extracting.acting.strikes import (
    from_act_going_on,
    from_event,
    from_hidden_verb,
    from_shelling,
)
from tollbook.extracting.acting.taking_part import from_hand_in, from_part
from tollbook.extracting.parsing.phrases import Chunk, Sentence
from tollbook.extracting.saying.attribution import Statement


def find_responsibilities(
    sentence: Sentence, statements: list[Statement]
) -> list[ResponsibilityMention]:
    """Find every party a sentence names as having done something, in text order."""
    lowers = {token.lower for token in sentence.tokens}
    found: dict[tuple[Stretch, Status], ResponsibilityMention] = {}
    for mention in _all(sentence, statements, lowers):
        found.setdefault((mention.actor, mention.status), mention)
    return sorted(found.values(), key=lambda mention: mention.actor)


def _all(
    sentence: Sentence, statements: list[Statement], lowers: set[str]
) -> Iterator[ResponsibilityMention]:
    if lowers & _blame_triggers():
        for index, chunk in enumerate(sentence.chunks):
            yield from _from_blame(sentence, index, chunk, statements)
    if lowers & _attack_triggers():
        for index, chunk in enumerate(sentence.chunks):
            yield from _from_attacking(sentence, index, chunk, statements)


def _from_blame(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    if chunk.is_verb:
        yield from from_verdict(sentence, index, chunk, statements)
        yield from from_claim(sentence, index, chunk)
        yield from from_denial(sentence, index, chunk)
        yield from from_owning_up(sentence, index, chunk)
        yield from from_identity(sentence, index, chunk, statements)
        yield from from_accusation(sentence, index, chunk, statements)
    elif chunk.head in {"responsible", "behind"}:
        yield from from_responsible(sentence, index, statements)
    if chunk.is_noun:
        yield from from_verbless(sentence, index, chunk, statements)
        yield from from_epithet(sentence, chunk, statements)
        yield from from_mastermind(sentence, index, chunk, statements)


def _from_attacking(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    if chunk.is_verb:
        yield from from_attack(sentence, index, chunk, statements)
        yield from from_opening(sentence, index, chunk, statements)
        yield from from_shelling(sentence, index, chunk, statements)
        yield from from_part(sentence, index, chunk, statements)
    elif chunk.is_noun:
        yield from from_event(sentence, index, chunk, statements)
        yield from from_hidden_verb(sentence, index, chunk, statements)
        yield from from_act_going_on(sentence, index, chunk, statements)
        yield from from_hand_in(sentence, index, chunk, statements)


@lru_cache(maxsize=1)
def _blame_triggers() -> frozenset[str]:
    words = blame_words()
    listed = (
        words.accuse,
        words.blame,
        words.attribute,
        words.suspect,
        words.charge,
        words.arrest,
        words.claim_objects,
        words.deny,
        words.suspects,
        words.doers,
        words.masterminds,
        words.tie,
        words.plead,
        words.convict,
    )
    return frozenset(
        {
            "responsible",
            "behind",
            "claimed",
            "finger",
            "believed",
            "nothing",
            "acknowledged",
            "admitted",
            "admits",
            "acknowledges",
            "confessed",
            "confesses",
        }
    ).union(*listed)


@lru_cache(maxsize=1)
def _attack_triggers() -> frozenset[str]:
    words = attack_words()
    return words.harming | words.delivering | words.taking | words.events | words.handling
