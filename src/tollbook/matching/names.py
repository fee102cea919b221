"""Names of places made comparable: "Deir ez-Zor city" and "Deir Ezzor" are one place."""

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz

from tollbook.identifying.countries import countries
from tollbook.identifying.spelling import keys_of

# Kinds of places and ways of standing to one: what is left names the place.
_KINDS = (
    "city town village district province governorate region area suburb suburbs neighbourhood "
    "neighborhood quarter countryside camp county state commune cercle department municipality "
    "airport base hospital school mosque market crossing border road north south east west "
    "northern southern eastern western central near outside outskirts rural greater old"
)
_CUT = re.compile(r"[,;/()]|\b(?:and|between|of|in|near|at|outside|from|to)\b", re.I)
# Transliterations of one name are about as like as this; two villages of one valley are not.
_LEAST_LIKENESS = 85
_SHORTEST_LIKE = 5


@lru_cache(maxsize=20_000)
def place_keys(words: str) -> frozenset[str]:
    """The places that words name, as they are compared by; empty where they name only a kind.

    Example:
        >>> sorted(place_keys("Tabqa air base, Raqqa province"))
        ['raka', 'tabka air']
        >>> place_keys("Deir ez-Zor city") == place_keys("Deir Ezzor")
        False
        >>> share_place(place_keys("Deir ez-Zor city"), place_keys("Deir Ezzor"))
        'deir ezor'
    """
    found = (_key(part) for part in _CUT.split(words))
    return frozenset(key for key in found if len(key) > 1)


def share_place(ours: frozenset[str], theirs: frozenset[str]) -> str:
    """Give a place that both name, in whatever spelling; "" where there is none."""
    same = ours & theirs
    if same:
        return min(same)
    like = [other for one in ours for other in theirs if _is_like(one, other)]
    return min(like, default="")


def _is_like(one: str, other: str) -> bool:
    one, other = one.replace(" ", ""), other.replace(" ", "")
    if min(len(one), len(other)) < _SHORTEST_LIKE or one[0] != other[0]:
        return one == other
    return fuzz.ratio(one, other) >= _LEAST_LIKENESS


def _key(words: str) -> str:
    return " ".join(key for key in keys_of(words) if key not in _kinds())


@cache
def _kinds() -> frozenset[str]:
    return frozenset(key for word in _KINDS.split() for key in keys_of(word))


@cache
def country_code(name: str) -> str:
    """Give the ISO 3166-1 alpha-2 code of a country by its name; "" where it is not known.

    Example:
        >>> country_code("Mali"), country_code("DR Congo (Zaire)"), country_code("")
        ('ML', 'CD', '')
    """
    wanted = re.sub(r"\s*\(.*?\)", "", name).strip()
    codes = {row["iso"] for row in countries().values()}
    if wanted.upper() in codes:
        return wanted.upper()
    return _by_name().get(keys_of(wanted), "")


@cache
def _by_name() -> dict[tuple[str, ...], str]:
    return {
        keys_of(name): row["iso"]
        for country, row in countries().items()
        for name in (country, *row.get("also", []))
    }


@cache
def country_keys() -> frozenset[str]:
    """The keys of whole countries: no place by which two events could be told apart."""
    return frozenset(" ".join(keys) for keys in _by_name())
