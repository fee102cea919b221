"""What an account's words say that decides codes: phrases of the tables, each where it stands."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from tollbook.claim import DamageClaim, Harm, TollClaim
from tollbook.document import Words
from tollbook.incident import Account

_WORD: Final = re.compile(r"\w+")
_LONGEST: Final = 5
_BODILY: Final = frozenset({Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED})
# A phrase counts more where the report ties it to the incident than where it only stands near.
_TIED: Final = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """A phrase of a table that stands in an account, and how much it weighs."""

    kind: str
    words: Words
    weight: int = 1


Signs = Sequence[Sign]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The signs of an account: what it was done with, what was done, and to what.

    Signs of `weapon` and `act` stand in sentences that hold claims; those of `protected` in what
    was attacked, broken or harmed. `harmed` are the words that count killed or injured.
    """

    harmed: tuple[Words, ...]
    weapon: Signs
    act: Signs
    protected: Signs

    def of(self, *kinds: str) -> tuple[Words, ...]:
        """The words of the signs of an act, one of some kinds, first told first."""
        return tuple(sign.words for sign in self.act if sign.kind in kinds)


def evidence_of(account: Account) -> Evidence:
    """Read the signs off an account."""
    sentences = {claim.sentence.start: claim.sentence for claim in account.claims}
    told = [sentences[start] for start in sorted(sentences)]
    weapons = [sign for words in account.weapons for sign in signs_in(words, "weapon", _TIED)]
    things = [*account.targets, *(claim.object for claim in _of_damage(account))]
    people = [claim.group_words for claim in _of_harm(account) if claim.group_words is not None]
    places = [place.words for place in account.places[:1]]
    return Evidence(
        harmed=tuple(
            claim.count.words
            for claim in _of_harm(account)
            if claim.harm in _BODILY and claim.count.high != 0
        ),
        weapon=[*weapons, *(sign for words in told for sign in signs_in(words, "weapon"))],
        act=[sign for words in told for sign in signs_in(words, "act")],
        protected=[
            sign for words in (*things, *people, *places) for sign in signs_in(words, "protected")
        ],
    )


def _of_damage(account: Account) -> Iterator[DamageClaim]:
    return (claim for claim in account.claims if isinstance(claim, DamageClaim))


def _of_harm(account: Account) -> Iterator[TollClaim]:
    return (claim for claim in account.claims if isinstance(claim, TollClaim))


def signs_in(words: Words, table: str, weight: int = 1) -> list[Sign]:
    """Find the phrases of a table in some words, the longest at each place.

    Example:
        >>> [sign.kind for sign in signs_in(
        ...     Words(text="A suicide bomber and a car bomb", start=0, end=31), "weapon"
        ... )]
        ['suicide-bomb', 'explosive']
    """
    tokens = [(found[0].lower(), *found.span()) for found in _WORD.finditer(words.text)]
    phrases, stems = _table(table)
    found: list[Sign] = []
    at = 0
    while at < len(tokens):
        length, kind = _longest([token[0] for token in tokens[at : at + _LONGEST]], phrases, stems)
        if kind is not None:
            start, end = tokens[at][1], tokens[at + length - 1][2]
            place = Words(
                text=words.text[start:end], start=words.start + start, end=words.start + end
            )
            found.append(Sign(kind, place, weight))
        at += max(length, 1)
    return found


def _longest(
    tokens: list[str],
    phrases: Mapping[tuple[str, ...], str],
    stems: Mapping[tuple[str, ...], Sequence[tuple[re.Pattern[str], str]]],
) -> tuple[int, str | None]:
    for length in range(len(tokens), 0, -1):
        phrase = tuple(tokens[:length])
        if phrase in phrases:
            return length, phrases[phrase]
        for ending, kind in stems.get((*phrase[:-1], phrase[-1][:_STEM]), ()):
            if ending.fullmatch(phrase[-1]):
                return length, kind
    return 0, None


_STEM: Final = 3  # letters by which words with an open end are looked up


@cache
def _table(
    name: str,
) -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], list[tuple[re.Pattern[str], str]]]]:
    source = files("tollbook") / "classifying" / "words" / "en.toml"
    tables: dict[str, dict[str, str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    phrases: dict[tuple[str, ...], str] = {}
    stems: dict[tuple[str, ...], list[tuple[re.Pattern[str], str]]] = {}
    for kind, listed in tables[name].items():
        for phrase in listed.split("|"):
            words = tuple(phrase.split())
            if "*" in words[-1]:
                pattern = re.compile(words[-1].replace("*", r"\w*"))
                stems.setdefault((*words[:-1], words[-1][:_STEM]), []).append((pattern, kind))
            else:
                phrases.setdefault(words, kind)
    return phrases, stems


def first_each(signs: Iterable[Sign], kind: str) -> tuple[Words, ...]:
    """The words of the signs of one kind, no wording twice."""
    by_text = {sign.words.text.lower(): sign.words for sign in signs if sign.kind == kind}
    return tuple(by_text.values())
