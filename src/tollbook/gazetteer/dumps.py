"""A country dump of GeoNames, row by row."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tollbook.gazetteer.spellings import worth_keeping
from tollbook.gazetteer.writing import Listing
from tollbook.place import GazetteerEntry

_COLUMNS = 19
(_ID, _NAME, _PLAIN, _ALSO, _LATITUDE, _LONGITUDE, _CLASS, _CODE, _COUNTRY) = range(9)
(_ADM1, _ADM2, _PEOPLE) = (10, 11, 14)


def listings_of_dump(path: Path) -> list[Listing]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    divisions = divisions_of(rows)
    return [listing_of_row(row, divisions) for row in rows]


def divisions_of(rows: Iterable[list[str]]) -> dict[str, str]:
    """Give the names of a dump's own divisions by their codes, "ML.07" and "ML.07.42"."""
    names = {}
    for row in rows:
        if row[_CODE] == "ADM1":
            names[f"{row[_COUNTRY]}.{row[_ADM1]}"] = row[_NAME]
        elif row[_CODE] == "ADM2":
            names[f"{row[_COUNTRY]}.{row[_ADM1]}.{row[_ADM2]}"] = row[_NAME]
    return names


def listing_of_row(row: list[str], divisions: Mapping[str, str]) -> Listing:
    adm1 = f"{row[_COUNTRY]}.{row[_ADM1]}"
    entry = GazetteerEntry(
        id=f"geonames:{int(row[_ID])}",
        name=row[_NAME],
        latitude=float(row[_LATITUDE]),
        longitude=float(row[_LONGITUDE]),
        feature=f"{row[_CLASS]}.{row[_CODE]}",
        country=row[_COUNTRY],
        adm1=divisions.get(adm1, ""),
        adm2=divisions.get(f"{adm1}.{row[_ADM2]}", ""),
        population=int(row[_PEOPLE] or 0),
    )
    return Listing(entry=entry, also=worth_keeping([row[_PLAIN], *row[_ALSO].split(",")]))
