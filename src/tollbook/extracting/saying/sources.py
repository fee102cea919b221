"""A source's words -> what kind of voice it is, and whether anybody could name it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tollbook.claim import SourceKind
from tollbook.extracting.lexicon import is_plural, word_list, words
from tollbook.extracting.situating.countries import known_place, plain
from tollbook.identifying.lexicon import group_names

_WORD = re.compile(r"[\w.’'-]+")
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her"})
# Countries that the table of places leaves out, as words of another use.
_SHORT_NAMES = frozenset({"US", "America"})
_NAME = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+")


@lru_cache(maxsize=1)
def _kinds() -> list[tuple[SourceKind, frozenset[str], re.Pattern[str]]]:
    return [
        (SourceKind(k["kind"]), words(k.get("words", "")), _any_of(k.get("phrases", ())))
        for k in word_list("speech")["kinds"]
    ]


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """Match whole words only: "lt" is no part of "health"."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})(?!\w)")


@lru_cache(maxsize=1)
def _anonymous_nouns() -> frozenset[str]:
    return words(word_list("speech")["anonymous"]["nouns"])


@lru_cache(maxsize=4096)
def kind_of_words(text: str) -> SourceKind | None:
    """Say what kind of voice a source's words name; None where they do not say."""
    folded = " ".join(text.lower().replace("’", "'").split())
    first, joined, _ = folded.partition(" and ")
    first_named = kind_of_words(first) if joined else None
    if first_named is not None:
        return first_named  # "a witness and officials"
    tokens = _WORD.findall(folded)
    found = {t.removesuffix("'s").strip("'.-") for t in tokens} | set(tokens)
    for kind, nouns, phrases in _kinds():
        if found & nouns or phrases.search(folded):
            return kind
    return None


@lru_cache(maxsize=4096)
def kind_of_name(text: str) -> SourceKind | None:
    """A country that says something is its government, whichever it is; a known group itself."""
    name = plain(text).removeprefix("the ")
    if known_place(name) == "country" or text.removeprefix("the ") in _SHORT_NAMES:
        return SourceKind.GOVERNMENT
    return SourceKind.ARMED_GROUP if name in _armed_groups() else None


@lru_cache(maxsize=1)
def _armed_groups() -> frozenset[str]:
    return frozenset(map(plain, group_names()))


def is_pronoun(text: str) -> bool:
    """Whether the words are a pronoun that stands for an earlier source."""
    return text.lower() in _PRONOUNS


def is_anonymous(text: str) -> bool:
    """Whether nobody could say who that is: "a security source", "officials"."""
    tokens = _WORD.findall(text.lower())
    counted = bool(tokens) and tokens[0] in {"a", "an", "some", "two", "several"}
    if tokens and is_plural(tokens[-1]) and tokens[-1] in _anonymous_nouns() and tokens[0] != "the":
        return True  # "Islamic State officials": the name is not theirs
    if not tokens or (_NAME.search(text) and not counted):
        return bool(tokens) and tokens[0].rstrip("s") == "source"
    named_one = tokens[0] == "the" and not {"source", "sources", "officials", "witnesses"} & set(
        tokens
    )
    return bool(set(tokens) & _anonymous_nouns()) and not named_one
