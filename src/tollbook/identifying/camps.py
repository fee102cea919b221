"""Who belongs to whom: a state's forces to its government, a wing to its group."""

from collections.abc import Iterable

from tollbook.actor import Actor
from tollbook.identifying.identity import identify
from tollbook.identifying.lexicon import lexicon
from tollbook.identifying.spelling import keys_of
from tollbook.identifying.states import GOVERNMENT, governments, state_actor


def are_one_side(one: Actor, other: Actor) -> bool:
    """Whether two actors are one, or one is a part of the other, or both serve one state.

    An affiliate is a part of its parent; two affiliates of one parent are two.

    Example:
        >>> are_one_side(identify("Syrian jets"), identify("the Syrian government"))
        True
        >>> are_one_side(identify("ISWAP"), identify("Islamic State Khorasan Province"))
        False
    """
    if one.id == other.id:
        return True
    if one.inter == other.inter == 1 and one.country:
        return one.country == other.country
    return one.id in ancestors(other) or other.id in ancestors(one)


def ancestors(actor: Actor) -> tuple[str, ...]:
    """The ids of whom an actor belongs to, nearest first."""
    found: list[str] = []
    parent = actor.parent
    while parent is not None and parent not in found:
        found.append(parent)
        entry = lexicon().by_id.get(parent)
        parent = None if entry is None else entry.actor.parent
    return tuple(found)


def speaks_for(source: str, actors: Iterable[str], *, country: str | None = None) -> bool:
    """Whether who is quoted belongs to one of the sides that words name.

    Example:
        >>> speaks_for("the Russian defence ministry", ["Russian warplanes"])
        True
        >>> speaks_for("a spokesman of Ansar Allah", ["the Houthis"])
        True
        >>> speaks_for("the Russian defence ministry", ["Syrian jets", "masked men"])
        False
    """
    speaker = _party(source, country)
    if speaker is None:
        return False
    parties = (_party(words, country) for words in actors)
    return any(party is not None and are_one_side(speaker, party) for party in parties)


def _party(words: str, country: str | None) -> Actor | None:
    """The actor words name; a country by itself is its government."""
    keys = keys_of(words)
    if keys in governments() and words[:1] == words[:1].upper():
        return state_actor(governments()[keys], GOVERNMENT)
    return identify(words, country=country)
