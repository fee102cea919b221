"""A report's words that tell how many were harmed: terms, and numbers with their company."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

# Coders stop reading where an article turns to other shootings, and so do we: half of the
# articles are shorter, and what the rest add beyond is mostly earlier incidents.
READ_AS_FAR_AS: Final = 400
LEAD: Final = 60
"""How many words of an article are its lead: headline and first sentence."""

STOP: Final = "."
AGE: Final = "<age>"

_TOKEN = re.compile(r"\d{1,3}-year-olds?|[a-z]+(?:'[a-z]+)?|\d+|[.!?;\n]")
_AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old|,\s(\d{2}),")
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen".split()
_VALUES: Final[Mapping[str, int]] = {
    **{word: value for value, word in enumerate(_UNITS)},
    "a": 1,
    "an": 1,
    "another": 1,
    "both": 2,
    "couple": 2,
}
_LARGEST = 99

# The words whose company makes a number a toll, under one name each.
_COMPANY: Final[Mapping[str, str]] = {
    word: name
    for name, block in {
        "killed": "killed dead died dies killing kills fatally fatal deaths death slain murdered",
        "shot": "shot shooting shoots",
        "wounded": "wounded wounding wounds wound gunshot bullet",
        "injured": "injured injuring injuries injures injury",
        "hurt": "hurt",
        "hospital": "hospital hospitals hospitalized transported taken treated",
        "condition": "critical critically stable serious condition surgery",
        "others": "others other more",
        "victims": "victims victim",
        "people": "people persons person",
        "men": "men man males male women woman female females",
        "young": "teens teen teenagers teenager boys boy girls girl children child kids",
        "police": "officers officer deputies deputy police",
        "suspects": "suspects suspect gunmen gunman arrested charged arrests",
        "guns": "guns gun shots rounds handguns weapons times",
    }.items()
    for word in block.split()
}
_HARMS: Final = frozenset("killed shot wounded injured hurt hospital condition".split())
_ONE_PERSON: Final = frozenset(
    "man woman boy girl teen teenager child baby infant toddler son daughter mother father wife "
    "husband brother sister girlfriend boyfriend officer deputy suspect gunman driver passenger "
    "victim male female grandmother employee clerk student".split()
)
_ABOUT = 5
_REACH_AFTER = 8
_REACH_BEFORE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A number and a word of harm or people beside it; `is_lead` where both open the article."""

    number: int
    company: str
    is_lead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the words of one article tell a coder.

    `terms` are single words and pairs, those of the lead again with "^" before them, and the
    words about a word of harm ("officer~shot"). `near` stand in text order. `ages` counts the
    different ages given: one a person, as a rule; `harmed_ages` and `harmed_kinds` those
    beside a word of harm, and the different nouns for people there.
    """

    terms: frozenset[str]
    near: tuple[Near, ...]
    ages: int
    harmed_ages: int
    harmed_kinds: int

    def first(self, company: str) -> int | None:
        """The number that first stands beside a word; None where none does."""
        return next((near.number for near in self.near if near.company == company), None)

    def largest(self, company: str) -> int | None:
        """The largest number that stands beside a word; None where none does."""
        return max((n.number for n in self.near if n.company == company), default=None)


def read_wording(text: str) -> Wording:
    """Read an article's words; case and punctuation tell nothing here."""
    lower = text.lower().replace("’", "'")
    raw = _TOKEN.findall(lower)[:READ_AS_FAR_AS]
    tokens = [_shape(token) for token in raw]
    about = list(_about_harm(tokens))
    beside = [at for at, _ in about]
    return Wording(
        terms=frozenset([*_terms(tokens), *(f"{tokens[at]}~{harm}" for at, harm in about)]),
        near=tuple(_near(tokens)),
        ages=len({found[1] or found[2] for found in _AGE.finditer(lower)}),
        harmed_ages=len({raw[at] for at in beside if tokens[at] == AGE}),
        harmed_kinds=len({tokens[at] for at in beside if tokens[at] in _ONE_PERSON}),
    )


def _shape(token: str) -> str:
    if token.endswith(("year-old", "year-olds")):
        return AGE
    if token.isdigit():
        return token if int(token) <= _LARGEST and len(token) < 3 else "#"
    return STOP if token in ".!?;\n" else token.removesuffix("'s")


def _terms(tokens: Sequence[str]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if token == STOP:
            continue
        told = "#" if token.isdigit() else token
        after = tokens[at + 1] if at + 1 < len(tokens) else STOP
        pair = "" if after == STOP else f"{told} {'#' if after.isdigit() else after}"
        for term in (told, pair) if pair else (told,):
            yield term
            if at < LEAD:
                yield f"^{term}"


def _about_harm(tokens: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Find the words of a sentence within reach of a word of harm, and which harm."""
    for at, token in enumerate(tokens):
        harm = _COMPANY.get(token)
        if harm in _HARMS:
            for near in _in_sentence(tokens, at):
                yield near, harm


def _in_sentence(tokens: Sequence[str], at: int) -> Iterator[int]:
    for way in (range(at + 1, at + _ABOUT + 1), range(at - 1, at - _ABOUT - 1, -1)):
        for near in way:
            if not 0 <= near < len(tokens) or tokens[near] == STOP:
                break
            if not tokens[near].isdigit():
                yield near


def _near(tokens: Sequence[str]) -> Iterator[Near]:
    for at, token in enumerate(tokens):
        number = int(token) if token.isdigit() else _VALUES.get(token)
        if number is None:
            continue
        for company in dict.fromkeys(_company(tokens, at)):
            yield Near(number=number, company=company, is_lead=at < LEAD)


def _company(tokens: Sequence[str], at: int) -> Iterator[str]:
    for token in tokens[at + 1 : at + 1 + _REACH_AFTER]:
        if token == STOP:
            break
        if token in _COMPANY:
            yield _COMPANY[token]
    for token in reversed(tokens[max(0, at - _REACH_BEFORE) : at]):
        if token == STOP:
            break
        if token in _COMPANY:
            yield f"after {_COMPANY[token]}"
