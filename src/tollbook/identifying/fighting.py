"""Who stands against whom in a sentence: "clashes between A and B", "A attacked B".

Whoever only speaks there, or is only part of a word ("rebel-held"), stands against nobody.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tollbook.actor import Actor
from tollbook.document import Words
from tollbook.identifying.context import (
    force_alone,
    force_of,
    is_armed_group,
    means_rebels,
    not_states,
)
from tollbook.identifying.finding import Named
from tollbook.identifying.speaking import is_part_of_word, speaks
from tollbook.identifying.spelling import Token, keys_in, keys_of, tokens_of

# How far a verb may stand behind who attacks, and whom it names behind the verb, in words.
_TO_VERB: Final = 3
_TO_OBJECT: Final = 6
_MARKS: Final = frozenset(',;:()"“”—')


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who bears arms, as a sentence words it; the actor where one is known."""

    words: Words
    actor: Actor | None


def fighting_parties(
    sentences: Iterable[Words],
    named: Sequence[Named],
    home: str | None,
    sources: Collection[Words] = (),
) -> Iterator[Party]:
    """Who bears arms in sentences that say that sides fought.

    Args:
        sentences: of the report.
        named: the actors they name.
        home: the country of the events, ISO 3166-1 alpha-2.
        sources: who is quoted, where it is.
    """
    for sentence in sentences:
        tokens = tokens_of(sentence.text)
        if not keys_in("fights").isdisjoint(token.key for token in tokens):
            yield from _parties(sentence, tokens, named, home, sources)


def struck_by(
    attacker: Words,
    sentences: Iterable[Words],
    named: Sequence[Named],
    home: str | None,
    sources: Collection[Words] = (),
) -> Party | None:
    """Whom an attacker attacked, where that is somebody who bears arms: "A shelled B".

    Args:
        attacker: the words for it, with their place in the report.
        sentences: of the report.
        named: the actors they name.
        home: the country of the events, ISO 3166-1 alpha-2.
        sources: who is quoted, where it is.
    """
    sentence = next((one for one in sentences if one.start <= attacker.start < one.end), None)
    if sentence is None:
        return None
    tokens = tokens_of(sentence.text)
    first = sum(sentence.start + token.start < attacker.start for token in tokens)
    stop = sum(sentence.start + token.start < attacker.end for token in tokens)
    verb = next((at for at in range(stop, len(tokens))[:_TO_VERB] if _strikes(tokens, at)), None)
    if verb is None and stop < len(tokens) and tokens[stop].key in keys_in("upon"):
        # "The attack by A on B": the deed stands before who did it.
        before = range(max(0, first - _TO_VERB), first)
        verb = stop if any(_strikes(tokens, at) for at in before) else None
    if verb is None:
        return None
    reach = _clause(sentence.text, tokens[verb : verb + 1 + _TO_OBJECT])[1:]
    starts = {sentence.start + token.start for token in reach}
    parties = _parties(sentence, tokens, named, home, sources)
    return next((party for party in parties if party.words.start in starts), None)


def _strikes(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].key in keys_in("strikes")


def _clause(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """Tokens up to the first mark that ends a clause."""
    for at, (one, other) in enumerate(pairwise(tokens), start=1):
        if not _MARKS.isdisjoint(text[one.end : other.start]):
            return tokens[:at]
    return tokens


def _parties(
    sentence: Words,
    tokens: Sequence[Token],
    named: Sequence[Named],
    home: str | None,
    sources: Collection[Words],
) -> list[Party]:
    """Everybody in a sentence who bears arms, in text order."""
    found = [
        Party(one.words, one.actor)
        for one in named
        if sentence.start <= one.words.start < sentence.end and _bears_arms(one)
    ]
    found += _forces_alone(sentence, tokens, found, home)
    if not any(party.actor is not None and is_armed_group(party.actor) for party in found):
        found += [
            Party(_place(sentence, token, token), None)
            for token in tokens
            if means_rebels([token.key])
        ][:1]
    takes_part = [
        party
        for party in found
        if not is_part_of_word(sentence, party.words)
        and not speaks(sentence, tokens, party.words, sources)
    ]
    return sorted(takes_part, key=lambda party: party.words.start)


_STATES: Final = frozenset({1, 8})


def _bears_arms(one: Named) -> bool:
    """Whether an actor fights: "UN" alone is a body that speaks, "UN forces" are not."""
    if is_armed_group(one.actor):
        return True
    is_body = one.actor.sector == "IGO" and keys_in("armed").isdisjoint(keys_of(one.words.text))
    return one.actor.inter in _STATES and not is_body


def _forces_alone(
    sentence: Words, tokens: Sequence[Token], known: Sequence[Party], home: str | None
) -> Iterator[Party]:
    """ "The army", where no name holds it: that of the country, or of one not known."""
    keys = [token.key for token in tokens]
    start = 0
    while (force := force_alone(keys[start:])) is not None:
        first, stop = start + force.first, start + force.stop
        words = _place(sentence, tokens[first], tokens[stop - 1])
        is_named = any(
            party.words.start <= words.start and words.end <= party.words.end for party in known
        )
        if not is_named and (first == 0 or keys[first - 1] not in not_states()):
            yield Party(words, None if home is None else force_of(home, force.kind))
        start = stop


def _place(sentence: Words, first: Token, last: Token) -> Words:
    return Words(
        text=sentence.text[first.start : last.end],
        start=sentence.start + first.start,
        end=sentence.start + last.end,
    )
