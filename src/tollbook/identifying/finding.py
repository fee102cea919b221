"""A text -> the known actors it names, each with its place."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from tollbook.actor import Actor
from tollbook.document import Words
from tollbook.identifying.lexicon import Entry, Written, lexicon
from tollbook.identifying.spelling import Token, keys_in, tokens_of
from tollbook.identifying.states import Force, People, force_words, peoples, state_actor

_BREAKS: Final = frozenset('.,;:!?()[]"“”«»\n')
_HYPHENS: Final = frozenset("-‑–")
_COMPARED: Final = frozenset({"affiliate", "affiliates", "offshoot"})
_SURE_LENGTH: Final = 3  # words; "Popular Front" of a list nobody checked may be any
_LONGEST_PEOPLE: Final = 5
_LONGEST_FORCE: Final = 4
_MOST_BETWEEN: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor named in a text, and the words that name it."""

    words: Words
    actor: Actor


@dataclass(frozen=True, slots=True)
class _Found:
    """A name found: tokens from `first` to before `stop`, and whose it may be."""

    first: int
    stop: int
    entries: tuple[Entry, ...]
    is_short: bool = False


def find_actors(
    text: str, *, country: str | None = None, year: int | None = None
) -> tuple[Named, ...]:
    """Find every known actor a text names.

    A name that is only compared with ("an al-Qaeda-linked group", "anti-Taliban") names
    nobody. An abbreviation of several is whom the text names in full, else who fights in that
    country; where neither tells, nobody.

    Args:
        text: any text. Offsets are code points into it.
        country: where the events are, ISO 3166-1 alpha-2.
        year: when they are.

    Returns:
        In text order; no two overlap.

    Example:
        >>> [(named.words.text, named.actor.id) for named in find_actors(
        ...     "The Malian army said GSIM fighters killed two gendarmes."
        ... )]
        [('Malian army', 'ml-military'), ('GSIM', 'jnim')]
    """
    tokens = tokens_of(text)
    found = list(_names(text, tokens))
    sure = {one.entries[0].actor.id for one in found if len(one.entries) == 1 and not one.is_short}
    named = []
    for one in found:
        entry = choose(one.entries, country=country, year=year, sure=sure)
        if entry is not None:
            start, end = tokens[one.first].start, tokens[one.stop - 1].end
            words = Words(text=text[start:end], start=start, end=end)
            named.append(Named(words=words, actor=entry.actor))
    return tuple(named)


def choose(
    entries: Sequence[Entry],
    *,
    country: str | None = None,
    year: int | None = None,
    sure: Collection[str] = (),
) -> Entry | None:
    """Say which of the actors of one name is meant; None where nothing tells.

    Args:
        entries: all who go by the name.
        country: where the events are, ISO 3166-1 alpha-2.
        year: when they are.
        sure: ids of actors that the text names beyond doubt.
    """
    tests: tuple[Callable[[Entry], bool], ...] = (
        lambda entry: entry.actor.id in sure,
        lambda entry: country in entry.countries,
        lambda entry: year is not None and _was_active(entry.actor, year),
    )
    for is_meant in tests:
        meant = [entry for entry in entries if is_meant(entry)]
        if len(meant) == 1:
            return meant[0]
        entries = meant or entries
    return entries[0] if len(entries) == 1 else None


def _was_active(actor: Actor, year: int) -> bool:
    return (actor.first_year or 0) <= year <= (actor.last_year or year)


def _names(text: str, tokens: Sequence[Token]) -> Iterator[_Found]:
    has_case = any(letter.islower() for letter in text[:400])
    listed, firsts = lexicon().lengths, _first_words()
    at = 0
    while at < len(tokens):
        key = tokens[at].key
        found = None
        if key in listed:
            found = _listed(text, tokens, at, has_case)
        if found is None and key in firsts:
            found = _state(text, tokens, at, has_case)
        if found is None:
            at += 1
            continue
        if not _is_compared(text, tokens, found):
            yield found
        at = found.stop


def _listed(text: str, tokens: Sequence[Token], at: int, has_case: bool) -> _Found | None:
    """The longest name of the lexicon that begins at a word."""
    keys = tuple([token.key for token in tokens[at : at + lexicon().lengths[tokens[at].key][0]]])
    for length in lexicon().lengths[keys[0]]:
        listed = lexicon().by_keys.get(keys[:length], ()) if length <= len(keys) else ()
        words = tokens[at : at + length]
        ways = [way for way in listed if way.entry.is_spoken and _looks_like(way, words, has_case)]
        if ways and not _is_broken(text, words):
            return _Found(at, at + length, tuple(way.entry for way in ways), ways[0].is_short)
    return None


def _looks_like(way: Written, tokens: Sequence[Token], has_case: bool) -> bool:
    """Whether capitals stand where the name has them; upper-case wire has them everywhere."""
    if not has_case:
        return not way.is_common
    if way.is_short:
        text = tokens[0].text.replace(".", "").removesuffix("'s").removesuffix("’s")
        return text == way.text or (len(text) > 3 and text == way.text.capitalize())
    if not way.is_proper:
        return True
    if way.entry.rank > 1 and len(way.keys) < _SURE_LENGTH:
        return False
    if way.entry.rank or way.is_common:
        return all(token.has_capital or len(token.text) < 4 for token in tokens)
    return any(token.has_capital for token in tokens)


def _is_broken(text: str, tokens: Sequence[Token]) -> bool:
    return any(
        not _BREAKS.isdisjoint(text[one.end : other.start]) for one, other in pairwise(tokens)
    )


def _state(text: str, tokens: Sequence[Token], at: int, has_case: bool) -> _Found | None:
    """ "Malian soldiers", "Mali's elite troops"; "army of Mali", "armée malienne"."""
    people, after = _people_at(text, tokens, at, has_case)
    if people is not None:
        for stop in range(after, min(after + _MOST_BETWEEN, len(tokens))):
            force, end = _force_at(tokens, stop)
            if force is not None and not _is_broken(text, tokens[at:end]):
                return _Found(at, end, (_entry(people.country, force.kind),))
            if tokens[stop].key not in keys_in("between"):
                break
        return None
    force, after = _force_at(tokens, at)
    if force is None:
        return None
    people, end = _people_at(text, tokens, after, has_case)
    if people is None or _is_broken(text, tokens[at:end]):
        return None
    gap = text[tokens[after - 1].end : tokens[end - 1].start].lower().split()
    is_of = force.language != "en" or "of" in gap
    if not (is_of if people.is_name else people.language == force.language != "en"):
        return None
    return _Found(at, end, (_entry(people.country, force.kind),))


@cache
def _entry(country: str, force: str) -> Entry:
    actor = state_actor(country, force)
    known = lexicon().by_id.get(actor.id)
    return known or Entry(actor=actor, countries=frozenset({country}), rank=0, names=())


def _people_at(
    text: str, tokens: Sequence[Token], at: int, has_case: bool
) -> tuple[People | None, int]:
    keys = tuple([token.key for token in tokens[at : at + _LONGEST_PEOPLE]])
    if not keys or keys[0] not in _people_words():
        return None, at
    for length in range(len(keys), 0, -1):
        people = peoples().get(keys[:length]) or peoples().get(_singular(keys[:length]))
        words = tokens[at : at + length]
        if people is None or _is_broken(text, words):
            continue
        if has_case and people.language == "en" and not words[0].has_capital:
            continue
        if people.is_short and not (has_case and words[0].text.isupper()):
            continue
        return people, at + length
    return None, at


def _singular(keys: tuple[str, ...]) -> tuple[str, ...]:
    return (*keys[:-1], keys[-1].removesuffix("s"))


def _force_at(tokens: Sequence[Token], at: int) -> tuple[Force | None, int]:
    keys = tuple([token.key for token in tokens[at : at + _LONGEST_FORCE]])
    for length in range(len(keys), 0, -1):
        force = force_words().get(keys[:length])
        if force is not None:
            return force, at + length
    return None, at


def _is_compared(text: str, tokens: Sequence[Token], found: _Found) -> bool:
    """Whether the name only says what somebody else is like: "-linked", "anti-"."""
    if found.first > 0:
        before, first = tokens[found.first - 1], tokens[found.first]
        if text[before.end : first.start] == "-" and before.key in keys_in("against"):
            return True
    if found.stop < len(tokens):
        last, after = tokens[found.stop - 1], tokens[found.stop]
        gap = text[last.end : after.start]
        if gap in _HYPHENS:
            return after.key in keys_in("ties")
        return gap == " " and after.text in _COMPARED
    return False


@cache
def _first_words() -> frozenset[str]:
    """The words that a state's force may begin with."""
    return _people_words() | {keys[0] for keys in force_words()}


@cache
def _people_words() -> frozenset[str]:
    plural = {f"{keys[0]}s" for keys in peoples() if len(keys) == 1}
    return frozenset({keys[0] for keys in peoples()} | plural)
