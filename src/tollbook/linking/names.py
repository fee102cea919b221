"""Words made comparable: "Deir ez-Zor" and "Deir Ezzor" are one place."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

from tollbook.identifying.countries import countries

_WORD = re.compile(r"[^\W_]+")
_BETWEEN_PLACES = re.compile(r"[,;/]|\b(?:and|between|of|in|near|at|outside|from)\b", re.I)
_SOUNDS = (
    (re.compile(r"ou|oo|o"), "u"),
    (re.compile(r"(?:a|e)h?$"), "a"),
    (re.compile(r"ee|ei|ai|ay|ey|e|y"), "i"),
    (re.compile(r"q"), "k"),
)


@cache
def words_of(table: str) -> frozenset[str]:
    """The words of one table of `words/names.en.toml`."""
    source = files("tollbook") / "linking" / "words" / "names.en.toml"
    tables: dict[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))
    return frozenset(tables[table].split())


def fold(words: str) -> str:
    """Lower case, no accents, no apostrophes, hyphens as spaces.

    Example:
        >>> fold("Côte-d’Ivoire")
        'cote divoire'
    """
    plain = unicodedata.normalize("NFKD", words)
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(_WORD.findall(re.sub(r"['’‘`]", "", plain).casefold()))


@cache
def place_keys(words: str) -> frozenset[str]:
    """Name the places of a phrase so that their spellings meet.

    Empty where only a kind of place is named. A key is for comparing, not for showing.

    Example:
        >>> place_keys("the town of Deir ez-Zor") == place_keys("Deir Ezzour city")
        True
        >>> len(place_keys("between al-Jadid and Tell Amar")), len(place_keys("a village"))
        (2, 0)
    """
    parts = _BETWEEN_PLACES.split(words)
    return frozenset(key for part in parts if (key := _place_key(part)))


def _place_key(words: str) -> str:
    empty = words_of("particles") | words_of("place_kinds")
    kept = [word for word in fold(words).split() if word not in empty]
    # "Ezzor" is "ez-Zor" written together: the article takes the letter it meets.
    kept = [re.sub(r"^(?:al|el|[ae](?=([sztdrn])\1))(?=\w{3})", "", word) for word in kept]
    key = "".join(kept)
    # Transliterations differ in vowels first: Hasaka, Hasakeh, Hassakah.
    for spelled, one_spelling in _SOUNDS:
        key = spelled.sub(one_spelling, key)
    return re.sub(r"(\w)\1", r"\1", key)


def content_words(words: str) -> frozenset[str]:
    """The words that carry meaning, singular and plural as one.

    Example:
        >>> sorted(content_words("an elite police training academy"))
        ['academy', 'elite', 'police', 'training']
    """
    kept = (
        word for word in fold(words).split() if word not in words_of("particles") and len(word) > 2
    )
    return frozenset(word[:-1] if word.endswith("s") and len(word) > 4 else word for word in kept)


@cache
def broad_places() -> frozenset[str]:
    """The keys of places too wide to tell one incident from another: whole countries."""
    names = [
        name for country, row in countries().items() for name in (country, *row.get("also", []))
    ]
    return frozenset(key for name in names for key in place_keys(name))


@cache
def capitals() -> frozenset[str]:
    """The keys of capital cities: much happens there, and datelines name them."""
    names = [name for row in countries().values() for name in row.get("capitals", [])]
    return frozenset(key for name in names for key in place_keys(name))
