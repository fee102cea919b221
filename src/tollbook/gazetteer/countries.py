"""What GeoNames calls a country, a territory or a state of its own."""

from tollbook.place import GazetteerEntry

COUNTRIES = frozenset({"A.PCL", "A.PCLD", "A.PCLF", "A.PCLI", "A.PCLIX", "A.PCLS", "A.PCLX"})


def is_country(entry: GazetteerEntry) -> bool:
    """Tell whether an entry is a whole country that there is today."""
    return entry.feature in COUNTRIES
