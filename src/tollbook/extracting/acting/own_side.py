"""Whether a source speaks of its own side: the ministry of the jets, the police of the police."""

import re
from functools import lru_cache
from itertools import pairwise

from tollbook.claim import SourceKind
from tollbook.extracting.acting.act_words import blame_words, side_words
from tollbook.extracting.situating.countries import plain
from tollbook.identifying.countries import countries

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "the a an of in on at to for and by with its his her their from mr mrs s".split()
)
_OFFICIAL = frozenset({SourceKind.MILITARY, SourceKind.GOVERNMENT})


def content_words(text: str) -> frozenset[str]:
    """The words that tell one name from another, in lower case, without a plural's "s"."""
    found = frozenset(_WORD.findall(text.lower())) - _EMPTY
    return frozenset(word[:-1] if len(word) > 4 and word.endswith("s") else word for word in found)


def speaks_of_itself(actor: str, source: str) -> bool:
    """Whether the one quoted and the one said to have done it go by the same name.

    Example:
        >>> speaks_of_itself("the Amber Front", "Amber Front leaders")
        True
    """
    shared = blame_words().shared
    return bool((content_words(actor) - shared) & (content_words(source) - shared))


def is_of_own_side(actor: str, source: str, kind: SourceKind | None) -> bool:
    """Whether whoever is quoted speaks for the forces said to have done it.

    Example:
        >>> is_of_own_side("French jets", "the French defence ministry", SourceKind.MILITARY)
        True
        >>> is_of_own_side("Amber rebels", "the army", SourceKind.MILITARY)
        False
    """
    words = frozenset(_WORD.findall(actor.lower()))
    if words & side_words().irregular:
        speaks = set(_WORD.findall(source.lower())) | set(source.lower().split())
        is_theirs = kind is SourceKind.ARMED_GROUP or bool(speaks & side_words().voices)
        return is_theirs and bool(words & side_words().fighters)
    if kind is SourceKind.POLICE:
        return bool(words & side_words().police)
    if kind not in _OFFICIAL:
        return False
    ours, theirs = _countries_in(source), _countries_in(actor)
    if theirs:
        return bool(ours & theirs)
    return kind is SourceKind.MILITARY and bool(words & side_words().military)


def _countries_in(text: str) -> frozenset[str]:
    words = plain(text).replace(".", "").replace("-", " ").split()
    names = words + [" ".join(pair) for pair in pairwise(words)]
    return frozenset(_country_of()[name] for name in names if name in _country_of())


@lru_cache(maxsize=1)
def _country_of() -> dict[str, str]:
    """The country that a name, a people or a seat of government stands for."""
    known = {}
    for country, row in countries().items():
        names = (country, *row["demonyms"], *row["capitals"], *row.get("also", []))
        known.update({plain(name).replace(".", ""): country for name in names})
    return known | {seat: country for country, seat in side_words().seats}
