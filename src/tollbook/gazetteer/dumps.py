"""A country dump of GeoNames, row by row.

The columns are those of GeoNames' own readme: tab between them, no header.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tollbook.errors import UnusableGazetteer
from tollbook.gazetteer.faults import Fault, UnusableRow, country_code, degrees, people
from tollbook.gazetteer.spellings import worth_keeping
from tollbook.gazetteer.writing import Listing
from tollbook.place import GazetteerEntry

COLUMNS = 19
_ID, _NAME, _PLAIN, _ALSO, _LATITUDE, _LONGITUDE, _CLASS, _CODE, _COUNTRY = range(9)
_ADM1, _ADM2, _PEOPLE = 10, 11, 14


def read_dump(path: Path) -> Iterator[Listing | Fault]:
    """Give the places of a dump; a row that holds none is told instead."""
    rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")]
    divisions = _divisions_of(row for row in rows if len(row) == COLUMNS)
    for line, row in enumerate(rows, start=1):
        if row == [""]:
            continue
        try:
            yield _listing(row, divisions)
        except UnusableRow as fault:
            yield Fault(line=line, reason=str(fault))


def listings_of_dump(path: Path) -> list[Listing]:
    """Give the places of a dump that has no faults.

    Raises:
        UnusableGazetteer: it has some.
    """
    listings = []
    for told in read_dump(path):
        if isinstance(told, Fault):
            raise UnusableGazetteer(f"{path.name}, line {told.line}: {told.reason}")
        listings.append(told)
    return listings


def _divisions_of(rows: Iterable[list[str]]) -> dict[str, str]:
    """Give the names of a dump's own divisions by their codes, "ML.07" and "ML.07.42"."""
    names = {}
    for row in rows:
        if row[_CODE] == "ADM1":
            names[f"{row[_COUNTRY]}.{row[_ADM1]}"] = row[_NAME]
        elif row[_CODE] == "ADM2":
            names[f"{row[_COUNTRY]}.{row[_ADM1]}.{row[_ADM2]}"] = row[_NAME]
    return names


def _listing(row: list[str], divisions: Mapping[str, str]) -> Listing:
    if len(row) != COLUMNS:
        raise UnusableRow(f"{len(row)} columns; expected the {COLUMNS} of a GeoNames dump")
    if not row[_ID].isdecimal():
        raise UnusableRow(f"the GeoNames number is {row[_ID]!r}; expected digits")
    if not row[_NAME].strip():
        raise UnusableRow("no name; expected one in the second column")
    adm1 = f"{row[_COUNTRY]}.{row[_ADM1]}"
    entry = GazetteerEntry(
        id=f"geonames:{int(row[_ID])}",
        name=row[_NAME],
        latitude=degrees(row[_LATITUDE], "latitude", 90),
        longitude=degrees(row[_LONGITUDE], "longitude", 180),
        feature=f"{row[_CLASS]}.{row[_CODE]}" if row[_CLASS] else "",
        country=country_code(row[_COUNTRY]),
        adm1=divisions.get(adm1, ""),
        adm2=divisions.get(f"{adm1}.{row[_ADM2]}", ""),
        population=people(row[_PEOPLE]),
    )
    return Listing(entry=entry, also=worth_keeping([row[_PLAIN], *row[_ALSO].split(",")]))
