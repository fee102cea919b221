"""Places in columns of our own: a CSV with a header, or the properties of GeoJSON.

    name         the name as it is written; must be there
    latitude     degrees, WGS 84; must be there (in GeoJSON the point has it)
    longitude    degrees; must be there
    also         other names, with ";" between them
    feature      GeoNames class and code, "P.PPL" where nothing is said
    country      ISO 3166-1 alpha-2
    adm1, adm2   names of the province and the district
    population   a whole number
    id           anything that names the place; made of name and point where nothing is said

`lat` stands for latitude, `lon`, `lng` and `long` for longitude. Other columns are passed over.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tollbook.errors import UnusableGazetteer
from tollbook.gazetteer.faults import Fault, UnusableRow, country_code, degrees, people
from tollbook.gazetteer.folding import fold
from tollbook.gazetteer.writing import Listing
from tollbook.place import GazetteerEntry

REQUIRED = ("name", "latitude", "longitude")
_SHORT = {"lat": "latitude", "lon": "longitude", "lng": "longitude", "long": "longitude"}


def read_csv(path: Path) -> Iterator[Listing | Fault]:
    """Give the places of a CSV, or of a table with tabs, that has a header.

    Raises:
        UnusableGazetteer: the header lacks a column that must be there.
    """
    with path.open(encoding="utf-8-sig", newline="") as opened:
        first = opened.readline()
        opened.seek(0)
        rows = csv.DictReader(opened, delimiter="\t" if "\t" in first else ",", restval="")
        header = [_column(name) for name in rows.fieldnames or ()]
        if missing := [name for name in REQUIRED if name not in header]:
            raise UnusableGazetteer(
                f"the header of {path.name} lacks {', '.join(missing)}; "
                f"it has {', '.join(header) or 'nothing'}"
            )
        rows.fieldnames = header
        for row in rows:
            try:
                yield _listing({name: said or "" for name, said in row.items() if name})
            except UnusableRow as fault:
                yield Fault(line=rows.line_num, reason=str(fault))


def read_geojson(path: Path) -> Iterator[Listing | Fault]:
    """Give the places of a GeoJSON FeatureCollection; a fault's line is the feature's number.

    Raises:
        UnusableGazetteer: it is none.
    """
    try:
        features = json.loads(path.read_text("utf-8"))["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise UnusableGazetteer(
            f"{path.name} is no GeoJSON; expected a FeatureCollection"
        ) from error
    for number, feature in enumerate(features, start=1):
        try:
            yield _listing(_said_in(feature))
        except UnusableRow as fault:
            yield Fault(line=number, reason=str(fault))


def _said_in(feature: Any) -> dict[str, str]:
    match feature:
        case {"geometry": {"type": "Point", "coordinates": [longitude, latitude, *_]}}:
            properties = feature.get("properties") or {}
            said = {_column(name): "" if v is None else str(v) for name, v in properties.items()}
            return said | {"latitude": str(latitude), "longitude": str(longitude)}
    raise UnusableRow("no point; expected a Feature whose geometry is a Point")


def _column(name: str) -> str:
    bare = name.strip().casefold()
    return _SHORT.get(bare, bare)


def _listing(said: Mapping[str, str]) -> Listing:
    name = said.get("name", "").strip()
    if not fold(name):
        raise UnusableRow(f"name is {name!r}; expected a word")
    latitude = degrees(said["latitude"], "latitude", 90)
    longitude = degrees(said["longitude"], "longitude", 180)
    entry = GazetteerEntry(
        id=said.get("id", "").strip() or f"own:{fold(name)} {latitude:.4f} {longitude:.4f}",
        name=name,
        latitude=latitude,
        longitude=longitude,
        feature=said.get("feature", "").strip() or "P.PPL",
        country=country_code(said.get("country", "")),
        adm1=said.get("adm1", "").strip(),
        adm2=said.get("adm2", "").strip(),
        population=people(said.get("population", "")),
    )
    also = (other.strip() for other in said.get("also", "").split(";"))
    return Listing(entry=entry, also=tuple(other for other in also if other))
