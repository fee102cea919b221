"""A sheet of a few rows and incidents to hold against it, all invented."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tollbook.actor import Role, Side, Standing
from tollbook.claim import Claim
from tollbook.document import Raw, Words
from tollbook.identifying import identify
from tollbook.incident import Days, What
from tollbook.place import GazetteerEntry, Location
from tollbook.reading.sheets import columns_from_toml, read_sheet
from tollbook.reconciling import reconcile
from tollbook.sheet import Sheet
from tollbook.testing import claim, incident
from tollbook.toll import Case

HEADER = "id,day,last,place,country,lat,lon,by,low,killed,high,civilians,injured,type"
MAPPING = """
[columns]
id = "id"
first_day = "day"
last_day = "last"
places = "place"
country = "country"
latitude = "lat"
longitude = "lon"
sides = "by"
killed_low = "low"
killed = "killed"
killed_high = "high"
killed_civilians = "civilians"
injured = "injured"
type = "type"
"""
DAY = date(2031, 3, 4)
OKER = (12.5, -8.0)


def row(id: str = "E-1", **cells: object) -> str:
    """Write a row: Oker on the fourth of March, but for what is said otherwise."""
    dull: dict[str, object] = {"id": id, "day": DAY, "place": "Oker", "country": "Mali"}
    dull |= cells
    return ",".join(str(dull.get(name, "")) for name in HEADER.split(","))


def sheet(*rows: str, reading: str = "") -> Sheet:
    """Build a sheet of rows."""
    content = "\n".join([HEADER, *rows]).encode()
    mapping = columns_from_toml(f"{MAPPING}[reading]\n{reading}")
    return read_sheet(Raw(name="coded.csv", content=content, suffix=".csv"), mapping)


def case(
    said: Sequence[Claim] | str = "12",
    *,
    day: date | None = DAY,
    places: Sequence[str] = ("Oker",),
    point: tuple[float, float] | None = None,
    country: str = "ML",
    what: What = What.ARMED_ATTACK,
    by: str | None = None,
    name: str = "",
    killed: tuple[int, int, int] | None = None,
) -> Case:
    """Build an incident with its tolls: Oker on the fourth of March, twelve killed.

    `killed` says low, best and high; without it they are reckoned from the claims.
    """
    document = name or f"{places}-{day}"
    claims = [claim(said, document=document, published_at=day)] if isinstance(said, str) else said
    built = incident(claims, what=what)
    location = None
    if point is not None:
        entry = GazetteerEntry(
            id="x:1",
            name=places[0],
            latitude=point[0],
            longitude=point[1],
            feature="P.PPL",
            country=country,
        )
        location = Location(
            latitude=point[0],
            longitude=point[1],
            radius_km=5,
            where_prec=1,
            geo_precision=1,
            rule="a town",
            entry=entry,
        )
    sides: tuple[Side, ...] = ()
    if by is not None:
        words = Words(text=by, start=0, end=len(by))
        side = Side(words=words, role=Role.ATTACKED, standing=Standing.STATED, actor=identify(by))
        sides = (side,)
    built = replace(
        built,
        days=None if day is None else Days(first=day, last=day),
        places=tuple(places),
        location=location,
        sides=sides,
    )
    tolls = reconcile(built.claims, happened_on=built.happened_on)
    if killed is not None:
        low, best, high = killed
        tolls = tuple(replace(toll, low=low, best=best, high=high) for toll in tolls)
    return Case(incident=built, tolls=tolls)
