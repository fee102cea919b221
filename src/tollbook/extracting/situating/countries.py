"""Which words name a country, its people or its capital, in any spelling."""

import unicodedata
from functools import lru_cache

from tollbook.identifying.countries import countries


@lru_cache(maxsize=1 << 14)
def plain(words: str) -> str:
    r"""Lower case, no accents, plain apostrophes, single blanks.

    Example:
        >>> plain("CÔTE\nD’IVOIRE")
        "cote d'ivoire"
    """
    if words.isascii():
        return " ".join(words.lower().split())
    marks = unicodedata.normalize("NFKD", words.replace("’", "'"))
    bare = "".join(mark for mark in marks if not unicodedata.combining(mark))
    return " ".join(bare.lower().split())


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    known: dict[str, str] = {}
    for country, row in countries().items():
        known.update({plain(city): "town" for city in row["capitals"]})
        known.update({plain(name): "country" for name in (country, *row.get("also", []))})
    # Short forms that are words of their own in upper-case text.
    return {name: kind for name, kind in known.items() if name not in {"us", "male"}}


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """The words that a known place may begin with, as `plain` writes them."""
    return frozenset(name.split()[0] for name in _places())


def known_place(words: str) -> str | None:
    """Say whether the words name a country ("country") or a capital ("town").

    Example:
        >>> known_place("BURKINA FASO"), known_place("Bogotá"), known_place("Sarn")
        ('country', 'town', None)
    """
    return _places().get(plain(words))


@lru_cache(maxsize=1)
def demonyms() -> frozenset[str]:
    """Words for the people of a country, singular and plural, in lower case."""
    singular = {word.lower() for row in countries().values() for word in row["demonyms"]}
    return frozenset(singular | {f"{word}s" for word in singular})
