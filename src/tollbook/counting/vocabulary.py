"""The number words of a language, read once from the data file that ships with the package."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from tollbook.claim import Form
from tollbook.counting.quantity import NotPeople
from tollbook.counting.tokens import HYPHENS, Tokens, tokenize

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases of one or more words and what each means; the longest that fits wins."""

    def __init__(self, meanings: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in meanings:
            first, *rest = (word for word in tokenize(phrase).words if word)
            self._by_first.setdefault(first, []).append((tuple(rest), meaning))
        for endings in self._by_first.values():
            endings.sort(key=lambda ending: -len(ending[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words a phrase can begin with."""
        return frozenset(self._by_first)

    def second_words(self, first: str) -> frozenset[str]:
        """The words that may follow a first word; "" where it is a phrase by itself."""
        return frozenset(rest[0] if rest else "" for rest, _ in self._by_first.get(first, ()))

    def starting_at(self, tokens: Tokens, at: int) -> tuple[Meaning, int] | None:
        """Find the longest phrase that starts at a token; hyphens count as spaces.

        Returns:
            What it means and the token after it, or None.
        """
        for rest, meaning in self._by_first.get(tokens.words[at], ()):
            end = _end_of(rest, tokens, at + 1)
            if end is not None:
                return meaning, end
        return None

    def ending_at(self, tokens: Tokens, at: int) -> Meaning | None:
        """Find the longest phrase of up to three words whose last word stands before `at`."""
        for first in range(at - 3, at):
            if first >= 0 and tokens.words[first] in self._by_first:
                found = self.starting_at(tokens, first)
                if found is not None and found[1] == at:
                    return found[0]
        return None


def _end_of(rest: tuple[str, ...], tokens: Tokens, at: int) -> int | None:
    words = tokens.words
    for word in rest:
        if words[at] in HYPHENS and word != words[at]:
            at += 1
        if words[at] != word:
            return None
        at += 1
    return at


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A vague word: the name policies know it by, its floor, and whether a scale may follow."""

    term: str
    low: int
    multiplies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything a reader of quantities knows about one language. All words in upper case.

    `triggers` are the words a quantity phrase can begin with; those in `seconds` ("the", "in")
    begin one only where a certain word follows.
    """

    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    glued_scales: Mapping[str, int]
    plural_scales: Mapping[str, int]
    decades: Mapping[str, int]
    fractions: Mapping[str, int]
    exact: Phrases[int]
    none: Phrases[int]
    idioms: Phrases[int]
    vague: Phrases[Vague]
    majority: Phrases[int]
    bounds: Phrases[Form]
    bounds_after: Phrases[Form]
    additional_before: Phrases[bool]
    additional_alone: Phrases[bool]
    units: Phrases[NotPeople]
    labels: Phrases[NotPeople]
    adverbs: Mapping[str, int]
    multiples: Mapping[str, int]
    words: Mapping[str, frozenset[str]]
    first_year: int
    last_year: int
    triggers: frozenset[str] = field(init=False)
    seconds: Mapping[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        phrases: tuple[Phrases[Any], ...] = (
            self.exact,
            self.none,
            self.idioms,
            self.vague,
            self.majority,
            self.bounds,
            self.additional_before,
            self.additional_alone,
        )
        alone = frozenset[str]().union(
            self.cardinals,
            self.scales,
            self.plural_scales,
            self.fractions,
            self.adverbs,
            self.multiples,
            self.words["articles"],
            self.words["between"],
        )
        within = self.words["within"]
        triggers = alone.union(within, *(listed.first_words for listed in phrases))
        seconds = {first: _seconds(first, phrases) for first in triggers - alone - within}
        seconds |= {first: _seconds(first, phrases) | self.words["the"] for first in within}
        object.__setattr__(self, "triggers", triggers)
        object.__setattr__(
            self, "seconds", {first: found for first, found in seconds.items() if "" not in found}
        )


def _seconds(first: str, phrases: Iterable[Phrases[Any]]) -> frozenset[str]:
    """The words that may follow; any phrase may be written with a hyphen."""
    return HYPHENS.union(*(listed.second_words(first) for listed in phrases))


def _upper(words: Mapping[str, int]) -> dict[str, int]:
    return {word.upper(): value for word, value in words.items()}


def _by_kind(table: Mapping[str, list[str]], kind: type[Meaning]) -> Phrases[Meaning]:
    return Phrases((phrase, kind(name)) for name, phrases in table.items() for phrase in phrases)  # type: ignore[call-arg]


def _vague(table: Mapping[str, Mapping[str, Any]]) -> Phrases[Vague]:
    return Phrases(
        (phrase, Vague(term=term, low=row["low"], multiplies=row.get("multiplies", False)))
        for term, row in table.items()
        for phrase in row["phrases"]
    )


def _word_sets(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    lists = {
        **data["joins"],
        **data["calendar"],
        **data["headcount"],
        "multiplied": data["multiples"]["before"],
        "joiners": data["joins"]["range"] + data["joins"]["either"],
        "streets": data["addresses"]["streets"],
        "after_majority": data["majority"]["before"] + data["headcount"]["nouns"],
        "pronouns": data["majority"]["pronouns"],
        "answers": data["none"]["answers"],
        "additional_after": data["additional"]["after"],
        "additional_peek": data["additional"]["peek"],
    }
    return {
        name: frozenset(word.upper() for word in words)
        for name, words in lists.items()
        if isinstance(words, list)
    }


def _flat(phrases: Iterable[str], meaning: Meaning) -> Phrases[Meaning]:
    return Phrases((phrase, meaning) for phrase in phrases)


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """Load the number words of a language; the file is read once.

    Returns:
        The words of `data/number_words.<language>.toml`.
    """
    source = files("tollbook.data") / f"number_words.{language}.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return Vocabulary(
        cardinals=_upper(data["cardinals"]),
        scales=_upper(data["scales"]),
        glued_scales=_upper(data["glued_scales"]),
        plural_scales=_upper(data["plural_scales"]),
        decades=_upper(data["decades"]),
        fractions=_upper(data["fractions"]),
        adverbs=_upper(data["adverbs"]),
        multiples=_upper(data["multiples"]["values"]),
        exact=Phrases(data["exact"].items()),
        none=_flat(data["none"]["phrases"], 0),
        idioms=_flat(data["idioms"]["phrases"], 0),
        vague=_vague(data["vague"]),
        majority=_flat(data["majority"]["phrases"], data["majority"]["low"]),
        bounds=_by_kind(data["bounds"], Form),
        bounds_after=_by_kind(data["bounds_after"], Form),
        additional_before=_flat(data["additional"]["before"], True),
        additional_alone=_flat(data["additional"]["alone"], True),
        units=_by_kind(data["not_people"]["after"], NotPeople),
        labels=_by_kind(data["not_people"]["before"], NotPeople),
        words=_word_sets(data),
        first_year=data["calendar"]["first_year"],
        last_year=data["calendar"]["last_year"],
    )
