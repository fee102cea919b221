"""Which of several places of one name a reader thinks of first, before any context."""

from tollbook.place import GazetteerEntry

# Countries, then first-level divisions, then capitals; towns by their people after that.
_RANKS = {
    "A.PCLI": 9,
    "A.PCLD": 8,
    "A.PCLS": 8,
    "A.PCLF": 8,
    "A.PCLIX": 8,
    "A.PCLX": 8,
    "A.PCL": 8,
    "L.CONT": 9,
    "H.OCN": 9,
    "A.PCLH": 7,
    "P.PPLC": 7,
    "L.RGN": 6,
    "H.SEA": 6,
    "H.GULF": 5,
    "A.ADM1": 5,
    "P.PPLA": 4,
}
_BY_CLASS = {"A": 2, "P": 3, "L": 2, "S": 2, "H": 1, "T": 1}


def importance(entry: GazetteerEntry) -> tuple[int, int]:
    """Give what to order by, larger first: the kind of place as people see it, then people.

    A town of a million outranks a division whose name it shares.
    """
    rank = _RANKS.get(entry.feature, _BY_CLASS.get(entry.feature[:1], 0))
    if entry.feature[:1] == "P" and rank < 6:
        rank = max(rank, 3 + (entry.population > 100_000) + 2 * (entry.population > 500_000))
    return rank, entry.population
