"""Words made comparable: places and actors that are spelled in several ways.

"Jama'at Nusrat al-Islam wa al-Muslimeen (JNIM)" and "JNIM" are one actor; "Deir ez-Zor"
and "Deir Ezzor" one place.
"""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

_ACRONYM = re.compile(r"\b(?:[A-Z]{2,8}|[A-Z]\d{2})\b")
_IN_BRACKETS = re.compile(r"[(\[]\s*([^)\]]+?)\s*[)\]]")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN_PLACES = re.compile(r"[,;/]|\b(?:and|between|of|in|near|at|outside|from)\b", re.I)
_SOUNDS = (
    (re.compile(r"ou|oo|o"), "u"),
    (re.compile(r"(?:a|e)h?$"), "a"),
    (re.compile(r"ee|ei|ai|ay|ey|e|y"), "i"),
    (re.compile(r"q"), "k"),
)
_ONLY_COMPARED_WITH = re.compile(r"\S+[- ](?:linked|affiliated|inspired|allied)\b", re.I)


@cache
def _words(table: str) -> frozenset[str]:
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
    empty = _words("particles") | _words("place_kinds")
    kept = [word for word in fold(words).split() if word not in empty]
    # "Ezzor" is "ez-Zor" written together: the article takes the letter it meets.
    kept = [re.sub(r"^(?:al|el|[ae](?=([sztdrn])\1))(?=\w{3})", "", word) for word in kept]
    key = "".join(kept)
    # Transliterations differ in vowels first: Hasaka, Hasakeh, Hassakah.
    for spelled, one_spelling in _SOUNDS:
        key = spelled.sub(one_spelling, key)
    return re.sub(r"(\w)\1", r"\1", key)


def actor_keys(words: str) -> frozenset[str]:
    """All the keys an actor answers to; empty where the words name nobody.

    Example:
        >>> "jnim" in actor_keys("Jama'at Nusrat al-Islam (JNIM)") & actor_keys("JNIM")
        True
        >>> actor_keys("masked gunmen")
        frozenset()
    """
    # "An al-Qaeda-linked group" does not name al-Qaeda.
    words = _ONLY_COMPARED_WITH.sub(" ", words)
    keys = {fold(inside) for inside in _IN_BRACKETS.findall(words)}
    keys |= {fold(short) for short in _ACRONYM.findall(words) if not words.isupper()}
    full = _IN_BRACKETS.sub(" ", words)
    keys |= {_full_name(full)} | _known_names(full)
    keys |= {_initials(full)}
    keys |= {_groups()[key] for key in keys if key in _groups()}
    return frozenset(key for key in keys if len(key) >= 2)


def content_words(words: str) -> frozenset[str]:
    """The words that carry meaning, singular and plural as one.

    Example:
        >>> sorted(content_words("an elite police training academy"))
        ['academy', 'elite', 'police', 'training']
    """
    kept = (
        word for word in fold(words).split() if word not in _words("particles") and len(word) > 2
    )
    return frozenset(word[:-1] if word.endswith("s") and len(word) > 4 else word for word in kept)


def _full_name(words: str) -> str:
    # "fighters from X" and "X fighters" both leave X; nothing is left of "masked gunmen".
    empty = _words("particles") | _words("unnamed_actors")
    return " ".join(word for word in fold(words).split() if word not in empty)


def _initials(words: str) -> str:
    names = re.findall(r"[A-Z][\w'’]+", words.replace("-", " "))
    capitals = [word for word in names if fold(word) not in _words("particles")]
    return "".join(word[0] for word in capitals).casefold() if len(capitals) > 2 else ""


def _known_names(words: str) -> set[str]:
    """The names of the table that stand anywhere in the words ("the rebels of Boko Haram")."""
    folded = f" {fold(words)} "
    return {name for name in _groups() if len(name) > 3 and f" {name} " in folded}


@cache
def _groups() -> dict[str, str]:
    source = files("tollbook") / "data" / "armed_groups.en.toml"
    rows: list[list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))["groups"]
    return {fold(name): fold(row[0]) for row in rows for name in row}


@cache
def broad_places() -> frozenset[str]:
    """The keys of places too wide to tell one incident from another: whole countries."""
    source = files("tollbook") / "data" / "countries.en.toml"
    table: dict[str, dict[str, list[str]]] = tomllib.loads(source.read_text(encoding="utf-8"))
    names = [name for country, row in table.items() for name in (country, *row.get("also", []))]
    return frozenset(key for name in names for key in place_keys(name))
