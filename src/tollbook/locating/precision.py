"""A gazetteer entry -> how exactly a coder would call it known, by UCDP's rules and by ACLED's.

UCDP's `where_prec`: 1 a village or town, 2 within about 25 km of one, 3 a district (ADM2),
4 a province (ADM1), 5 a fuzzy or a long place (river, border, "northern Uganda"), 6 a country,
7 international waters or airspace. ACLED's `geo_precision`: 1 a town, 2 a small part of a
region or near a town, 3 a larger region.

References:
    UCDP GED codebook 19.1, "where_prec"; ACLED codebook, "geo_precision".
"""

from dataclasses import dataclass
from typing import Final

from tollbook.place import GazetteerEntry

NEAR_KM: Final = 25.0
"""UCDP calls a place known up to this distance from a town "near" it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """What both datasets call a place that is known so well, and how far off it may be.

    `name` says what it is in a few words: "a town".
    """

    name: str
    where_prec: int
    geo_precision: int
    radius_km: float

    @property
    def rule(self) -> str:
        """The rule that fired: "a town: UCDP 1, ACLED 1"."""
        return f"{self.name}: UCDP {self.where_prec}, ACLED {self.geo_precision}"


def _row(name: str, where_prec: int, geo_precision: int, radius_km: float) -> Precision:
    return Precision(
        name=name, where_prec=where_prec, geo_precision=geo_precision, radius_km=radius_km
    )


# Radii are round figures for the middle of each kind; none was fitted.
TOWN: Final = _row("a town", 1, 1, 5)
SPOT: Final = _row("a spot", 1, 1, 2)
NEAR: Final = _row("near a town", 2, 2, NEAR_KM)
SUBDISTRICT: Final = _row("a small district (ADM3)", 2, 2, NEAR_KM)
DISTRICT: Final = _row("a district (ADM2)", 3, 2, 50)
PROVINCE: Final = _row("a province (ADM1)", 4, 3, 150)
FUZZY: Final = _row("a fuzzy or long place", 5, 3, 150)
COUNTRY: Final = _row("a country", 6, 3, 500)
OPEN_SEA: Final = _row("international waters or airspace", 7, 3, 500)

# GeoNames feature class and code; the longest beginning that fits decides.
_BY_FEATURE: Final = {
    "A.ADM1": PROVINCE,
    "A.ADM2": DISTRICT,
    "A.ADM3": SUBDISTRICT,
    "A.ADM4": SUBDISTRICT,
    "A.ADM5": SUBDISTRICT,
    "A.PCL": COUNTRY,
    "A.TERR": COUNTRY,
    "A.": FUZZY,
    "P.PPLX": _row("a quarter of a town", 1, 1, 5),
    "P.": TOWN,
    "S.": SPOT,
    "R.": FUZZY,
    "R.RDJCT": SPOT,
    "T.": FUZZY,
    "T.HLL": SPOT,
    "T.MT": NEAR,
    "T.MTS": FUZZY,
    "H.": FUZZY,
    "H.WLL": SPOT,
    "H.SEA": OPEN_SEA,
    "H.OCN": OPEN_SEA,
    "L.": FUZZY,
    "L.CONT": _row("a continent", 6, 3, 2000),
    "L.RGN": FUZZY,
    "L.CMP": SPOT,
    "L.MILB": SPOT,
    "L.LCTY": NEAR,
    "V.": FUZZY,
}
_LONGEST: Final = max(map(len, _BY_FEATURE))


def precision_of(entry: GazetteerEntry) -> Precision:
    """Say how exactly an event is known that happened in or at an entry.

    Example:
        >>> sarn = GazetteerEntry(
        ...     id="x:1", name="Sarn", latitude=14.5, longitude=-4.2, feature="P.PPLA2"
        ... )
        >>> precision_of(sarn).rule
        'a town: UCDP 1, ACLED 1'
    """
    for length in range(min(_LONGEST, len(entry.feature)), 0, -1):
        found = _BY_FEATURE.get(entry.feature[:length])
        if found is not None:
            return found
    return FUZZY
