"""Which of several places of one name a reader thinks of first, before any context."""

from tollbook.gazetteer.countries import COUNTRIES
from tollbook.place import GazetteerEntry

# How well known a kind of place is; towns are ranked by their people instead.
_RANKS = {
    **dict.fromkeys(COUNTRIES, 8),
    "A.PCLI": 9,
    "L.CONT": 9,
    "H.OCN": 9,
    "A.PCLH": 7,
    "P.PPLC": 7,
    "H.SEA": 6,
    "A.ADM1": 5,
}
_BY_CLASS = {"A": 2, "P": 3, "L": 2, "S": 2, "H": 1, "T": 1}
# What we put into our own tables is there because reports name it.
_OWN, _NAMED_IN_REPORTS = "tollbook:", 4
_LARGE, _GREAT = 100_000, 500_000


def importance(entry: GazetteerEntry) -> tuple[int, int]:
    """Give what to order by, larger first: the kind of place as people see it, then people.

    Example:
        >>> from tollbook.place import GazetteerEntry
        >>> point = {"latitude": 0.0, "longitude": 0.0}
        >>> town = GazetteerEntry(id="a", name="A", feature="P.PPL", population=600_000, **point)
        >>> province = GazetteerEntry(id="b", name="A", feature="A.ADM1", **point)
        >>> importance(town) > importance(province)
        True
    """
    rank = _RANKS.get(entry.feature, _BY_CLASS.get(entry.feature[:1], 0))
    if entry.feature == "A.ADM2":
        rank = 3 + (entry.population > _GREAT)
    elif entry.feature[:1] == "P" and rank == _BY_CLASS["P"]:
        rank += (entry.population > _LARGE) + 2 * (entry.population > _GREAT)
    if entry.id.startswith(_OWN):
        rank = max(rank, _NAMED_IN_REPORTS)
    return rank, entry.population
