"""The shipped word lists, loaded once: data people can edit, not code."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=16)
def word_list(name: str) -> dict[str, Any]:
    """Load `words/<name>.en.toml`."""
    path = files("tollbook.extracting").joinpath("words", f"{name}.en.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words(block: str) -> frozenset[str]:
    """Read a block of white-space separated words."""
    return frozenset(block.split())


def by_word(table: dict[str, str]) -> dict[str, str]:
    """Turn {meaning: "word word"} into {word: meaning}; the first meaning listed wins."""
    found: dict[str, str] = {}
    for meaning, block in table.items():
        for word in block.split():
            found.setdefault(word, meaning)
    return found


def lowered(text: str) -> str:
    r"""Write a text in lower case without moving any character.

    Example:
        >>> lowered("SARN"), len(lowered("\u0130z"))
        ('sarn', 2)
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(mark.lower()[:1] for mark in text)


def prefix_pattern(prefixes: Iterable[str]) -> str:
    r"""Write a pattern that finds the longest of some prefixes fast, letter by letter.

    A blank stands for any white space.

    Example:
        >>> prefix_pattern(["bomb", "bombing", "at "])
        '(?:at\\s+|bomb(?:ing)?)'
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for prefix in prefixes:
        by_letter[prefix[:1]].append(prefix[1:])
    ends = by_letter.pop("", None) is not None
    branches = [
        (r"\s+" if letter == " " else re.escape(letter)) + prefix_pattern(by_letter[letter])
        for letter in sorted(by_letter)
    ]
    if not branches:
        return ""
    either = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{either}?" if ends else either


@dataclass(frozen=True, slots=True)
class HarmWords:
    """Words that say people came to harm; each table maps a word to its harm."""

    verbs: dict[str, str]
    subject_verbs: dict[str, str]
    people_verbs: dict[str, str]
    striking: frozenset[str]
    states: dict[str, str]
    counted_nouns: dict[str, str]
    event_nouns: dict[str, str]
    unreal_before: frozenset[str]
    unreal_modals: frozenset[str]
    hedges: frozenset[str]
    causes: frozenset[str]
    captors: frozenset[str]
    places: frozenset[str]


@lru_cache(maxsize=1)
def harm_words() -> HarmWords:
    """Load the harm words."""
    table = word_list("harm")
    context = table["context"]
    return HarmWords(
        verbs=by_word(table["verbs"]),
        subject_verbs=by_word(table["subject_verbs"]),
        people_verbs=by_word(table["people_verbs"]),
        striking=words(table["striking_verbs"]["injured"]),
        states=by_word(table["states"]),
        counted_nouns=by_word(table["counted_nouns"]),
        event_nouns=by_word(table["event_nouns"]),
        unreal_before=words(context["unreal_before"]),
        unreal_modals=words(context["unreal_modals"]),
        hedges=words(context["hedges"]),
        causes=words(context["causes"]),
        captors=words(context["captors"]),
        places=words(context["places"]),
    )


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Nouns for people and the groups they belong to."""

    groups: dict[str, str]
    modifiers: dict[str, str]
    not_people: frozenset[str]


@lru_cache(maxsize=1)
def people_words() -> PeopleWords:
    """Load the people words."""
    table = word_list("people")
    groups = by_word(table["groups"])
    return PeopleWords(
        groups={_plural(noun): group for noun, group in groups.items()} | groups,
        modifiers=by_word(table["modifiers"]),
        not_people=words(table["not_people"]["words"]),
    )


def _plural(noun: str) -> str:
    return f"{noun[:-3]}men" if noun.endswith("man") else f"{noun}s"


_PLURAL_NOUNS = frozenset(
    "people men women children police troops cattlemen policemen servicemen personnel crew "
    "clergy elderly wounded injured dead missing media staff".split()
)


def is_plural(noun: str) -> bool:
    """Whether a noun stands for several people."""
    if noun in _PLURAL_NOUNS or noun.endswith(("men", "people")):
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
