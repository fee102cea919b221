"""What the words of a report say about which incident it tells of: rare words, names, ages.

Only fingerprints are kept, never the words: two reports can be asked how much they share, and no
list of names comes to stand in a store.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from itertools import pairwise
from math import sqrt
from typing import Final

from tollbook.linking.names import fold, place_keys

# News says in its first sentences which incident it is about; further down stand others.
LEAD: Final = 1500
FOR_NAMES: Final = 3000
MOST_WORDS: Final = 60
MOST_NAMES: Final = 30
# In bits: a word in one of a thousand reports or fewer.
RARE: Final = 10.0
# Below this share of words we know, the language is none that the table knows: every "les" would
# pass for rare.
KNOWN_LANGUAGE: Final = 0.5

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAMES = re.compile(r"[A-Z][^\W\d_]*[a-z][^\W\d_]*(?:\.? [A-Z][^\W\d_]*[a-z][^\W\d_]*)+")
_AGE = re.compile(r"\b(\d{1,2})[- ]year[- ]old|,\s(\d{1,2}),|\baged? (\d{1,2})\b", re.IGNORECASE)
_HOUR = re.compile(r"\b(\d{1,2})[:.](\d\d)\s?([ap])\.?m\b", re.IGNORECASE)
# A number of a house; not a year, a telephone number or a sum.
_NUMBER = re.compile(r"(?<![-$.,\d])(?!19\d\d|20\d\d)[1-9]\d{2,4}(?![-.,]?\d|-)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Fingerprints of the rarest words of a report, rarest first, and of the names in it.

    A fingerprint is eight hexadecimal digits. `ages` are ages told of anybody; `mentioned` are
    all words with a capital, spelled as places are compared.
    """

    words: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    mentioned: tuple[str, ...] = ()


def read_wording(text: str, headline: str = "") -> Wording:
    """Read the rare words, the names and the ages out of a report.

    Example:
        >>> told = read_wording("Ansel Orrin, 31, was shot at the Vell mill, police said.")
        >>> len(told.names), told.ages
        (1, (31,))
        >>> read_wording("Ansel Orrin died.").names == told.names
        True
    """
    lead = text[:LEAD]
    words, titled = _content(lead), _content(headline)
    if sum(word in _bits() for word in words) < KNOWN_LANGUAGE * len(words):
        words, titled = set(), set()
    numbers = {f"no{number}" for number in _NUMBER.findall(lead)}
    numbers |= {f"{int(hour)}:{minute}{half.lower()}" for hour, minute, half in _HOUR.findall(lead)}
    ages = {int(next(filter(None, found))) for found in _AGE.findall(lead)}
    return Wording(
        words=_rarest({_fingerprint(word) for word in words | numbers}, MOST_WORDS),
        headline=_rarest({_fingerprint(word) for word in titled}, MOST_WORDS),
        names=_rarest(_names(text[:FOR_NAMES]), MOST_NAMES),
        ages=tuple(sorted(age for age in ages if age > 0)),
        mentioned=tuple(sorted(_mentioned(f"{headline} {lead}"))),
    )


def _mentioned(text: str) -> set[str]:
    found = {word for word in _TOKEN.findall(text) if word[0].isupper()}
    return {key for word in found for key in spelled(word)}


@lru_cache(maxsize=100_000)
def spelled(words: str) -> frozenset[str]:
    """Fingerprints of the words of a place's name, so that its spellings meet.

    Example:
        >>> spelled("Deir Ezzor") <= set(read_wording("The army left Deir Ezzour.").mentioned)
        True
    """
    keys = {key for word in _TOKEN.findall(words) for key in place_keys(word)}
    return frozenset(_fingerprint(f"at {key}") for key in keys)


def alikeness(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """How much two lists of words share, 0 for nothing and 1 for all, rare words counting more.

    The cosine of the angle between them, each word as long as its bits.
    """
    both = sum(bits(word) ** 2 for word in set(ours).intersection(theirs))
    return both / (_length(ours) * _length(theirs)) if both else 0.0


@lru_cache(maxsize=100_000)
def _length(words: tuple[str, ...]) -> float:
    return sqrt(sum(bits(word) ** 2 for word in words))


def bits(fingerprint: str) -> float:
    """How much it says that two reports share this word: bits, at most `RARE`."""
    return _bits_by_fingerprint().get(fingerprint, RARE)


def _rarest(fingerprints: set[str], most: int) -> tuple[str, ...]:
    # Equally rare ones in the order of their fingerprints: of two copies the same are kept.
    return tuple(sorted(fingerprints, key=lambda one: (-bits(one), one))[:most])


def _content(text: str) -> set[str]:
    words = {fold(found[0]) for found in _TOKEN.finditer(text) if not found[0][0].isdigit()}
    return {word for word in words if len(word) > 1}


def _names(text: str) -> set[str]:
    """Two words with capitals side by side, one of them rare: a person, a street, a band.

    A middle name between them may be left out.
    """
    found: set[str] = set()
    for row in _NAMES.findall(text):
        parts = [fold(word) for word in row.split()]
        pairs = [*pairwise(parts), *zip(parts, parts[2:], strict=False)]
        found.update(
            _fingerprint(" ".join(pair))
            for pair in pairs
            if max(_bits().get(word, RARE) for word in pair) >= RARE
        )
    return found


@cache
def _bits() -> dict[str, float]:
    source = files("tollbook") / "data" / "common_words.txt"
    found = {}
    for line in source.read_text(encoding="ascii").splitlines():
        if not line.startswith("#"):
            number, *words = line.split()
            found.update(dict.fromkeys(words, int(number) + 0.5))
    return found


@cache
def _bits_by_fingerprint() -> dict[str, float]:
    return {_fingerprint(word): bits for word, bits in _bits().items()}


def _fingerprint(words: str) -> str:
    return blake2b(words.encode(), digest_size=4).hexdigest()
