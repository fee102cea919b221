"""Words that name nobody by themselves -> who is meant there: "the army", "the group"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from tollbook.actor import Actor
from tollbook.identifying.finding import Named
from tollbook.identifying.identity import identify
from tollbook.identifying.lexicon import lexicon
from tollbook.identifying.spelling import Token, keys_in, keys_of, tokens_of
from tollbook.identifying.states import GOVERNMENT, force_words, governments, state_actor
from tollbook.identifying.words import word_list

_LONGEST: Final = 5
# "A group" is a new one, "the group" one that was named.
_NEW: Final = re.compile(r"an?\s|another\s|some\s|unidentified\s", re.IGNORECASE)


def whose(
    words: str,
    *,
    country: str | None = None,
    before: Sequence[Named] = (),
    year: int | None = None,
) -> Actor | None:
    """Say who is meant by words in their context.

    "The army" is that of the country of the events; "Moscow" is a government; "the group" is
    the armed group named last, "rebels" the only one named. What stays open is nobody.

    Args:
        words: a noun phrase.
        country: where the events are, ISO 3166-1 alpha-2; without it, the one whose forces
            were named before.
        before: who was named before, in text order.
        year: when the events are.

    Example:
        >>> whose("government troops", country="ML").id
        'ml-military'
        >>> from tollbook.identifying import find_actors
        >>> whose("the group", before=find_actors("Boko Haram denied it.")).id
        'boko-haram'
    """
    actor = identify(words, country=country, year=year)
    if actor is not None:
        return actor
    keys = keys_of(words)
    if keys in governments():
        return force_of(governments()[keys], GOVERNMENT)
    tokens = tokens_of(words)
    if "coalition" in keys and country in _coalitions():
        return lexicon().by_id[_coalitions()[country]].actor
    if not keys or _names_somebody(tokens) or not not_states().isdisjoint(keys):
        return _rebels(words, keys, before) if _is_plain(tokens) else None
    force = force_alone(keys)
    if force is not None:
        home = country or _only_state(before)
        return None if home is None else force_of(home, force.kind)
    return _rebels(words, keys, before)


class Alone(NamedTuple):
    """A state's force that words mean without saying whose: its kind, and which of the words."""

    kind: str
    first: int
    stop: int


def force_alone(keys: Sequence[str]) -> Alone | None:
    """Find a state's force that words mean without saying whose.

    Example:
        >>> force_alone(keys_of("near an army base")), force_alone(keys_of("a drone"))
        (Alone(kind='military', first=1, stop=2), None)
    """
    for at in range(len(keys)):
        for length in range(min(_LONGEST, len(keys) - at), 0, -1):
            phrase = tuple(keys[at : at + length])
            if phrase in _alone() and _stands_alone(phrase, keys[at + length :]):
                return Alone(force_words()[phrase].kind, at, at + length)
    return None


def means_state(keys: Sequence[str]) -> bool:
    """Whether words mean a state's forces, or several states', whosever they are.

    Example:
        >>> means_state(keys_of("three soldiers")), means_state(keys_of("rebel soldiers"))
        (True, False)
    """
    if not keys_in("peacekeepers").isdisjoint(keys):
        return True
    return force_alone(keys) is not None and not_states().isdisjoint(keys)


def means_rebels(keys: Sequence[str]) -> bool:
    """Whether words mean an organised armed group, whatever it is called.

    Example:
        >>> means_rebels(keys_of("eight insurgents")), means_rebels(keys_of("gunmen"))
        (True, False)
    """
    return not keys_in("rebels").isdisjoint(keys)


def names_arms(keys: Sequence[str]) -> bool:
    """Whether words mean people who bear arms, which need not be anybody's in particular.

    Example:
        >>> names_arms(keys_of("two bodyguards")), names_arms(keys_of("a retired officer"))
        (True, False)
    """
    return not keys_in("armed").isdisjoint(keys) and keys_in("veterans").isdisjoint(keys)


def _stands_alone(phrase: tuple[str, ...], after: Sequence[str]) -> bool:
    """Whether "military" means the military, not some "military commander" of anybody's."""
    if phrase != ("military",) or not after:
        return True
    return after[0] in keys_in("places")


def force_of(country: str, kind: str) -> Actor:
    """The force of a country, as the lexicon knows it."""
    actor = state_actor(country, kind)
    entry = lexicon().by_id.get(actor.id)
    return actor if entry is None else entry.actor


def _only_state(before: Sequence[Named]) -> str | None:
    states = {named.actor.country for named in before if named.actor.inter == 1}
    return next(iter(states)) if len(states) == 1 else None


def _rebels(words: str, keys: tuple[str, ...], before: Sequence[Named]) -> Actor | None:
    groups = [named.actor for named in before if is_armed_group(named.actor)]
    if not groups:
        return None
    if not keys_in("rebels").isdisjoint(keys):
        return groups[-1] if len({actor.id for actor in groups}) == 1 else None
    points_back = not keys_in("back").isdisjoint(keys) and not _NEW.match(words)
    return groups[-1] if points_back else None


def is_armed_group(actor: Actor) -> bool:
    """Whether an actor is an armed group of the lexicon."""
    entry = lexicon().by_id.get(actor.id)
    return entry is not None and entry.is_group


def _names_somebody(tokens: Sequence[Token]) -> bool:
    """Whether a name stands there that the lexicon lacks: "the Amber Front", "Kurdish troops"."""
    return not _is_plain(tokens) and any(
        token.text[:1].isupper() and (token.key,) not in _opening() for token in tokens
    )


def _is_plain(tokens: Sequence[Token]) -> bool:
    """Whether nothing but the first word has a capital: "Government forces"."""
    return not any(token.text[:1].isupper() for token in tokens[1:]) or all(
        token.text.isupper() for token in tokens
    )


@cache
def _coalitions() -> Mapping[str | None, str]:
    return {entry[:2]: entry[3:] for entry in word_list("coalitions")}


@cache
def _opening() -> frozenset[tuple[str, ...]]:
    return frozenset({(keys[0],) for keys in _alone()})


@cache
def _alone() -> frozenset[tuple[str, ...]]:
    known = {keys_of(words) for words in word_list("alone")}
    return frozenset(keys for keys in known if keys in force_words())


@cache
def not_states() -> frozenset[str]:
    """Words that make of a force none of the state: "rebel troops"."""
    return keys_in("not_states")
