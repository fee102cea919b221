"""Who is said to have done it: one key for all the names of an actor, and one name to show.

"Jama'at Nusrat al-Islam wa al-Muslimeen (JNIM)" and "JNIM fighters" are one actor; "the
assailants", "its men" and "an al-Qaeda affiliate" name nobody.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from tollbook.identifying.countries import countries
from tollbook.identifying.lexicon import group_names
from tollbook.linking.names import fold, words_of

_ACRONYM = re.compile(r"\b(?:[A-Z]{2,8}|[A-Z]\d{2})\b")
_IN_BRACKETS = re.compile(r"[(\[]\s*([^)\]]+?)\s*[)\]]")
# "An al-Qaeda-linked group", "the al-Qaeda affiliate": a name that is only compared with.
_TIE = re.compile(
    r"(?:\b[A-Z][\w'’.-]*\s)*\S+[- ]"
    r"(?i:linked|affiliated|affiliates?|inspired|allied|aligned|backed|offshoots?)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ARTICLES = frozenset(["a", "an", "the"])
_LITTLE = _ARTICLES | {"of", "from", "in", "on", "at"}


@cache
def actor_keys(words: str) -> frozenset[str]:
    """All the keys an actor answers to; empty where the words name nobody.

    Example:
        >>> "jnim" in actor_keys("Jama'at Nusrat al-Islam (JNIM)") & actor_keys("JNIM")
        True
        >>> actor_keys("masked gunmen"), actor_keys("its men"), actor_keys("the jets")
        (frozenset(), frozenset(), frozenset())
    """
    words = _TIE.sub(" ", words)
    keys = {fold(inside) for inside in _IN_BRACKETS.findall(words)}
    keys |= {fold(short) for short in _ACRONYM.findall(words) if not words.isupper()}
    full = _IN_BRACKETS.sub(" ", words)
    keys |= {_full_name(full)} | _known_names(full)
    keys |= {_initials(full)}
    keys |= {table[key] for table in (_groups(), _by_people()) for key in keys if key in table}
    return frozenset(key for key in keys if len(key) >= 2)


def actor_name(words: str) -> str:
    """Leave of an actor's words the name: no count, no description, no tie.

    Example:
        >>> actor_name("Hardline fighters from Jama'at Nusrat al-Islam (JNIM)")
        "Jama'at Nusrat al-Islam (JNIM)"
        >>> actor_name("The Salt Guard"), actor_name("2024 JNIM fighters")
        ('the Salt Guard', 'JNIM')
        >>> actor_name("Syrian soldiers"), actor_name("Dozens of its fighters")
        ('Syrian soldiers', 'dozens of its fighters')
    """
    tokens = words.split()
    if words.isupper():
        return " ".join(tokens)  # a wire in capitals does not tell names from the rest
    start = next((at for at in range(len(tokens)) if not _describes(tokens, at)), len(tokens))
    if start == len(tokens):
        return " ".join([tokens[0].lower(), *tokens[1:]])
    name = _without_followers(tokens[start:])
    if start == 1 and tokens[0].lower() in _ARTICLES:
        name = [tokens[0].lower(), *name]
    return " ".join(name)


def choose_name(wordings: Iterable[str]) -> str:
    """Choose the fullest of several ways of naming one actor."""
    return max(
        dict.fromkeys(map(actor_name, wordings)),
        key=lambda name: (len(name.removeprefix("the ")), name),
    )


def _describes(tokens: Sequence[str], at: int) -> bool:
    """Tell "hardline fighters from", "the al-Qaeda-linked" or "2024" from the name after it."""
    word, after = tokens[at], "".join(tokens[at + 1 : at + 2])
    if _TIE.fullmatch(word) or word.isdigit():
        return True
    if word[:1].islower():
        return fold(word) in _empty() | _LITTLE
    # "Hardline fighters from X" opens a sentence; "Army of X" and "Armed Islamic Group" are names.
    is_opening = fold(word) in words_of("actor_nouns") | words_of("actor_counts") | _ARTICLES
    return at == 0 and (is_opening or (fold(word) in _empty() and after in words_of("actor_nouns")))


def _without_followers(tokens: list[str]) -> list[str]:
    """Cut "fighters" off "JNIM fighters", and leave "Syrian soldiers" as it is."""
    kept = list(tokens)
    while kept and kept[-1] in words_of("actor_nouns") and kept[-1].endswith(("s", "men")):
        kept.pop()
    return tokens if " ".join(kept) in _countries() else kept


@cache
def _empty() -> frozenset[str]:
    tables = ("actor_nouns", "actor_machines", "actor_counts", "actor_descriptions")
    return frozenset(word for table in tables for word in words_of(table))


def _full_name(words: str) -> str:
    # "fighters from X" and "X fighters" both leave X; nothing is left of "masked gunmen".
    empty = _empty() | words_of("particles")
    kept = [word for word in fold(words).split() if word not in empty]
    kept = [word for word in kept if not _YEAR.fullmatch(word)]
    # Without a capital it is no name: "planes", "the shooter". Upper-case wire cannot tell.
    is_common = not any(letter.isupper() for letter in words)
    return "" if is_common or all(word.isdigit() for word in kept) else " ".join(kept)


def _initials(words: str) -> str:
    names = re.findall(r"[A-Z][\w'’]+", words.replace("-", " "))
    capitals = [word for word in names if fold(word) not in words_of("particles")]
    return "".join(word[0] for word in capitals).casefold() if len(capitals) > 2 else ""


def _known_names(words: str) -> set[str]:
    """The names of the table that stand anywhere in the words ("the rebels of Boko Haram")."""
    folded = f" {fold(words)} "
    return {name for name in _groups() if len(name) > 3 and f" {name} " in folded}


@cache
def _countries() -> dict[str, str]:
    """The country of each people: "Syrian" and "Syria" did one and the same thing."""
    return {people: name for name, row in countries().items() for people in row["demonyms"]}


@cache
def _by_people() -> dict[str, str]:
    return {fold(people): fold(country) for people, country in _countries().items()}


@cache
def _groups() -> dict[str, str]:
    return {fold(name): fold(first) for name, first in group_names().items()}
