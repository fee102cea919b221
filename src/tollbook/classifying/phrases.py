"""Tables of phrases, and where they stand in a text: the longest at each place."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from tollbook.document import Words

_WORD: Final = re.compile(r"\w+")
_STEM: Final = 3  # letters by which words with an open end are looked up
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A phrase of a table that stands in an account, and how much it weighs."""

    kind: str
    words: Words
    weight: int = 1


Signs = Sequence[Sign]


@dataclass(frozen=True, slots=True)
class _Table:
    """Phrases of a kind; those with an open end by their first letters.

    `longest` says how many words the phrases have that begin with some letters.
    """

    phrases: Mapping[Phrase, str]
    open_ended: Mapping[Phrase, Sequence[tuple[re.Pattern[str], str]]]
    longest: Mapping[str, int]

    def longest_at(self, words: Sequence[str], at: int) -> tuple[int, str | None]:
        """How many words the longest phrase has that begins at a word, and its kind."""
        reach = self.longest.get(words[at][:_STEM], 0)
        for stop in range(min(at + reach, len(words)), at, -1):
            phrase = tuple(words[at:stop])
            if phrase in self.phrases:
                return stop - at, self.phrases[phrase]
            for ending, kind in self.open_ended.get((*phrase[:-1], phrase[-1][:_STEM]), ()):
                if ending.fullmatch(phrase[-1]):
                    return stop - at, kind
        return 0, None


def signs_in(words: Words, table: str, weight: int = 1) -> list[Sign]:
    """Find the phrases of a table in some words, the longest at each place.

    Example:
        >>> [sign.kind for sign in signs_in(
        ...     Words(text="A suicide bomber and a car bomb", start=0, end=31), "weapon"
        ... )]
        ['suicide-bomb', 'explosive']
    """
    places = list(_WORD.finditer(words.text))
    lower = [place[0].lower() for place in places]
    known, found, at = _table(table), [], 0
    while at < len(places):
        if lower[at][:_STEM] not in known.longest:
            at += 1
            continue
        length, kind = known.longest_at(lower, at)
        if kind is not None:
            start, end = places[at].start(), places[at + length - 1].end()
            place = Words(
                text=words.text[start:end], start=words.start + start, end=words.start + end
            )
            found.append(Sign(kind, place, weight))
        at += max(length, 1)
    return found


def first_each(signs: Iterable[Sign], kind: str) -> tuple[Words, ...]:
    """The words of the signs of one kind, no wording twice."""
    by_text: dict[str, Words] = {}
    for sign in signs:
        if sign.kind == kind:
            by_text.setdefault(sign.words.text.lower(), sign.words)
    return tuple(by_text.values())


@cache
def _table(name: str) -> _Table:
    source = files("tollbook") / "classifying" / "words" / "en.toml"
    tables: dict[str, dict[str, str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    phrases: dict[Phrase, str] = {}
    open_ended: dict[Phrase, list[tuple[re.Pattern[str], str]]] = {}
    longest: dict[str, int] = {}
    for kind, listed in tables[name].items():
        for phrase in listed.split("|"):
            words = tuple(phrase.split())
            if "*" in words[-1]:
                pattern = re.compile(words[-1].replace("*", r"\w*"))
                open_ended.setdefault((*words[:-1], words[-1][:_STEM]), []).append((pattern, kind))
            else:
                phrases.setdefault(words, kind)
            start = words[0][:_STEM]
            longest[start] = max(longest.get(start, 0), len(words))
    return _Table(phrases, open_ended, longest)
