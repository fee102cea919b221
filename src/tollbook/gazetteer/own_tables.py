"""tollbook's own tables: what reports name and GeoNames lacks, and names it lacks.

The tables lie beside the shipped gazetteer and say for themselves what their columns mean.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tollbook.gazetteer.countries import is_country
from tollbook.gazetteer.writing import Listing
from tollbook.place import GazetteerEntry

_Table = Mapping[str, Any]
_OWN = "tollbook:"


def with_own_tables(folder: Path, listings: Iterable[Listing]) -> list[Listing]:
    """Give the listings with our names and middles, and our own places after them.

    Raises:
        KeyError: a table names a country, division or town that no listing has.
    """
    found = _with_countries(_read(folder / "countries.toml"), listings)
    found = _with_divisions(_read(folder / "divisions.toml"), found)
    found = _with_towns(_read(folder / "towns.toml"), found)
    return [
        *found,
        *_own_places(_read(folder / "regions.toml")),
        *_own_places(_read(folder / "overlay.toml")),
        *_own_places(_read(folder / "fought_over.toml")),
    ]


def _with_countries(rows: _Table, listings: Iterable[Listing]) -> list[Listing]:
    return _amended(rows, listings, lambda e: e.country if is_country(e) else None)


def _with_divisions(countries: _Table, listings: Iterable[Listing]) -> list[Listing]:
    rows = {(code, name): row for code, named in countries.items() for name, row in named.items()}
    return _amended(
        rows, listings, lambda e: (e.country, e.name) if e.feature == "A.ADM1" else None
    )


def _with_towns(countries: _Table, listings: list[Listing]) -> list[Listing]:
    rows = {
        (code, name): {"also": also}
        for code, named in countries.items()
        for name, also in named.items()
    }
    largest: dict[Any, tuple[int, str]] = {}
    for listing in listings:
        entry = listing.entry
        if entry.feature[0] == "P" and (key := (entry.country, entry.name)) in rows:
            largest[key] = max(largest.get(key, (-1, "")), (entry.population, entry.id))
    keys = {identifier: key for key, (_, identifier) in largest.items()}
    return _amended(rows, listings, lambda entry: keys.get(entry.id))


def _amended(
    rows: Mapping[Any, _Table],
    listings: Iterable[Listing],
    key_of: Callable[[GazetteerEntry], object],
) -> list[Listing]:
    amended = []
    used = set()
    for listing in listings:
        key = key_of(listing.entry)
        row = rows.get(key)
        if row is not None:
            used.add(key)
            listing = _with_row(listing, row)
        amended.append(listing)
    if unknown := set(rows) - used:
        raise KeyError(f"no place for {sorted(unknown)}")
    return amended


def _with_row(listing: Listing, row: _Table) -> Listing:
    entry = listing.entry
    if "at" in row:
        entry = replace(entry, latitude=row["at"][0], longitude=row["at"][1])
    return replace(listing, entry=entry, also=(*listing.also, *row.get("also", ())))


def _own_places(rows: _Table) -> Iterator[Listing]:
    for key, row in rows.items():
        entry = GazetteerEntry(
            id=f"{_OWN}{key}",
            name=row["name"],
            latitude=row["at"][0],
            longitude=row["at"][1],
            feature=row["is"],
            country=row.get("in", ""),
            adm1=row.get("adm1", ""),
            adm2=row.get("of", ""),
        )
        yield Listing(entry=entry, also=tuple(row.get("also", ())))


def _read(path: Path) -> _Table:
    return tomllib.loads(path.read_text("utf-8"))
