"""The shipped word lists, loaded once: data people can edit, not code."""

import tomllib
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
    return PeopleWords(
        groups=by_word(table["groups"]),
        modifiers=by_word(table["modifiers"]),
        not_people=words(table["not_people"]["words"]),
    )


_PLURAL_NOUNS = frozenset(
    "people men women children police troops cattlemen policemen servicemen personnel crew "
    "clergy elderly wounded injured dead missing media staff".split()
)


def is_plural(noun: str) -> bool:
    """Whether a noun stands for several people."""
    if noun in _PLURAL_NOUNS or noun.endswith(("men", "people")):
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
