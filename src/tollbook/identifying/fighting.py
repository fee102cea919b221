"""Who stands against whom in a sentence: "clashes between A and B", "A attacked B"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
from tollbook.identifying.spelling import Token, keys_in, tokens_of

# How far a verb may stand behind who attacks, and whom it names behind the verb, in words.
_TO_VERB: Final = 3
_TO_OBJECT: Final = 6


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who bears arms, as a sentence words it; the actor where one is known."""

    words: Words
    actor: Actor | None


def fighting_parties(
    sentences: Iterable[Words], named: Sequence[Named], home: str | None
) -> Iterator[Party]:
    """Who bears arms in sentences that say that sides fought.

    Args:
        sentences: of the report.
        named: the actors they name.
        home: the country of the events, ISO 3166-1 alpha-2.
    """
    for sentence in sentences:
        tokens = tokens_of(sentence.text)
        if not keys_in("fights").isdisjoint(token.key for token in tokens):
            yield from _parties(sentence, tokens, named, home)


def struck_by(
    attacker: Words, sentences: Iterable[Words], named: Sequence[Named], home: str | None
) -> Party | None:
    """Whom an attacker attacked, where that is somebody who bears arms: "A shelled B".

    Args:
        attacker: the words for it, with their place in the report.
        sentences: of the report.
        named: the actors they name.
        home: the country of the events, ISO 3166-1 alpha-2.
    """
    for sentence in sentences:
        if not sentence.start <= attacker.start < sentence.end:
            continue
        tokens = tokens_of(sentence.text)
        after = [at for at, one in enumerate(tokens) if sentence.start + one.start >= attacker.end]
        verb = next((at for at in after[:_TO_VERB] if tokens[at].key in keys_in("strikes")), None)
        if verb is None:
            return None
        reach = tokens[verb + 1 : verb + 1 + _TO_OBJECT]
        parties = _parties(sentence, tokens, named, home)
        starts = {sentence.start + token.start for token in reach}
        return next((party for party in parties if party.words.start in starts), None)
    return None


def _parties(
    sentence: Words, tokens: Sequence[Token], named: Sequence[Named], home: str | None
) -> list[Party]:
    """Everybody in a sentence who bears arms, in text order."""
    found = [
        Party(one.words, one.actor)
        for one in named
        if sentence.start <= one.words.start < sentence.end
        and (one.actor.inter in _STATES or is_armed_group(one.actor))
    ]
    found += _forces_alone(sentence, tokens, found, home)
    if not any(party.actor is not None and is_armed_group(party.actor) for party in found):
        found += [
            Party(_place(sentence, token, token), None)
            for token in tokens
            if means_rebels([token.key])
        ][:1]
    return sorted(found, key=lambda party: party.words.start)


_STATES: Final = frozenset({1, 8})


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
