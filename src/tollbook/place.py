"""Where on the earth: an entry of the gazetteer, and a point with how exactly it is known."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from tollbook.errors import UnusablePlace

WHERE_PREC = range(1, 8)
GEO_PRECISION = range(1, 4)
EARTH_KM = 6371.0
"""The mean radius of the earth, in kilometres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """One place of the gazetteer.

    `id` says where it comes from: "geonames:2460596", "tollbook:faladie". `feature` is the
    GeoNames class and code, "P.PPLC"; `country` is ISO 3166-1 alpha-2, "" where no state is
    meant; `adm1` and `adm2` are names, "" where unknown; `population` is 0 where unknown.
    Degrees, WGS 84.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    feature: str
    country: str = ""
    adm1: str = ""
    adm2: str = ""
    population: int = 0

    def __post_init__(self) -> None:
        _check_degrees(self.name, self.latitude, self.longitude)


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A point, how far off the place may be, and how exactly a coder would call it known.

    `radius_km` is at least 0. `where_prec` is UCDP's (1 exact … 7 international waters or
    airspace), `geo_precision` ACLED's (1 town … 3 region). `rule` says in a few words which
    rule gave them. `entry` is what the point was measured from; None for a point between two.
    """

    latitude: float
    longitude: float
    radius_km: float
    where_prec: int
    geo_precision: int
    rule: str
    entry: GazetteerEntry | None = None

    def __post_init__(self) -> None:
        _check_degrees(self.rule, self.latitude, self.longitude)
        if self.where_prec not in WHERE_PREC or self.geo_precision not in GEO_PRECISION:
            raise UnusablePlace(
                f"where_prec {self.where_prec} and geo_precision {self.geo_precision}: "
                "UCDP's run from 1 to 7, ACLED's from 1 to 3"
            )
        if self.radius_km < 0:
            raise UnusablePlace(f"a radius of {self.radius_km} km; need 0 or more")


def _check_degrees(name: str, latitude: float, longitude: float) -> None:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise UnusablePlace(
            f"{name!r} at {latitude}, {longitude}; latitudes run from -90 to 90, "
            "longitudes from -180 to 180"
        )


def kilometres(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Give the distance between two points along the surface of the earth.

    Args:
        latitude: of one point, in degrees, as the next three.
        longitude: of the same.
        to_latitude: of the other.
        to_longitude: of the same.

    Example:
        >>> round(kilometres(12.65, -8.0, 12.37, -1.52))  # Bamako to Ouagadougou
        704
    """
    south, north = radians(latitude), radians(to_latitude)
    half = sin((north - south) / 2) ** 2
    half += cos(south) * cos(north) * sin(radians(to_longitude - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
