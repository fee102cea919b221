"""When two ways of naming a source mean one source: "JNIM" and "Jama'at … (JNIM)"."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

_SILENT = frozenset(
    "a an the of for in at by to and on from its their his her new news agency told who said"
    " anonymously condition anonymity speaking requested which asked name".split()
)
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def key_words(name: str) -> frozenset[str]:
    """Keep the words of a name that tell it from others; case and articles do not."""
    plain = _POSSESSIVE.sub("", _PARENTHESES.sub(" ", name)).casefold()
    kept = frozenset(_WORD.findall(plain)) - _SILENT
    return kept or frozenset(_WORD.findall(name.casefold()))


@lru_cache(maxsize=4096)
def short_forms(name: str) -> frozenset[str]:
    """Give the abbreviations a name goes by: what stands in parentheses, and its initials."""
    given = {found.strip().casefold() for found in _PARENTHESES.findall(name)}
    capitals = [word[0] for word in _WORD.findall(_PARENTHESES.sub(" ", name)) if word[0].isupper()]
    initials = {"".join(capitals).casefold()} if len(capitals) > 1 else set()
    alone = _WORD.findall(name)
    itself = {alone[0].casefold()} if len(alone) == 1 else set()
    return frozenset(given | initials | itself) - {""}


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one: the same words, or an abbreviation of the other."""
    if key_words(one) == key_words(other):
        return True
    shared = short_forms(one) & short_forms(other)
    return any(len(short) > 1 for short in shared)


def is_named_in(name: str, others: Iterable[str]) -> bool:
    """Tell whether one of several names is this one, or all of the shorter in the longer."""
    words = key_words(name)
    return any(
        same_name(name, other) or words <= key_words(other) or key_words(other) <= words
        for other in others
    )


def settle_names(names: Collection[str]) -> Mapping[str, str]:
    """Choose one name for each source: its fullest.

    A shorter name joins a fuller one that holds all its words ("the ministry", "the health
    ministry") only where there is just one such: else nobody knows which is meant.

    Returns:
        The chosen name by each name given.
    """
    chosen: dict[str, str] = {}
    full: list[str] = []
    for name in sorted(set(names), key=lambda name: (-len(key_words(name)), -len(name), name)):
        same = [known for known in full if same_name(name, known)]
        fuller = [known for known in full if key_words(name) < key_words(known)]
        if same or len(fuller) == 1:
            chosen[name] = (same or fuller)[0]
        else:
            chosen[name] = name
            full.append(name)
    return chosen
