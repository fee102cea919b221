"""Places into a gazetteer's file: the one we ship, and a user's own."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tollbook.gazetteer.countries import is_country
from tollbook.gazetteer.folding import fold
from tollbook.gazetteer.layout import (
    LAYOUT,
    TABLES,
    number_of,
    origin_of,
    packed,
    row_id,
    spot,
    square,
)
from tollbook.gazetteer.sieve import fitting_size, make_sieve
from tollbook.gazetteer.skeletons import skeleton
from tollbook.place import GazetteerEntry

_Thing = TypeVar("_Thing", str, tuple[str, str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A place and the other names it goes by."""

    entry: GazetteerEntry
    also: tuple[str, ...] = field(default=())


def write(path: Path, listings: Sequence[Listing], about: Mapping[str, str]) -> int:
    """Write a new gazetteer file in place of an old one; give its number of places.

    `about` is kept beside the places: the attribution above all. The file is complete or
    not there: it is written under another name first.
    """
    draft = path.with_suffix(".writing")
    draft.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(draft)
    try:
        with database:
            database.executescript(f"PRAGMA page_size = 8192; PRAGMA user_version = {LAYOUT};")
            database.executescript(TABLES)
            places = _fill(database, listings)
            database.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
        database.execute("VACUUM")
    finally:
        database.close()
    draft.replace(path)
    return places


def _fill(database: sqlite3.Connection, listings: Sequence[Listing]) -> int:
    # The commonest take the smallest numbers, which take the least room.
    features = _numbered(listing.entry.feature for listing in listings)
    divisions = _numbered(_division(listing.entry) for listing in listings)
    in_square: Counter[int] = Counter()
    places = []
    names: dict[str, list[int]] = defaultdict(list)
    countries: dict[str, int] = {}
    for listing in sorted(listings, key=lambda listing: listing.entry.id):
        entry = listing.entry
        at = entry.latitude, entry.longitude
        row = row_id(*at, nth=in_square[square(*at)])
        in_square[square(*at)] += 1
        division, feature = divisions[_division(entry)], features[entry.feature]
        origin = origin_of(entry.id)
        places.append((row, origin, entry.name, spot(*at), feature, division, entry.population))
        for name in {fold(name) for name in (entry.name, *listing.also)} - {""}:
            names[name].append(row)
        if is_country(entry):
            countries.setdefault(entry.country, row)
    keys = sorted((number_of(skeleton(name)), name, packed(rows)) for name, rows in names.items())
    sieve = make_sieve(names, fitting_size(len(names)))
    tables: dict[str, Sequence[tuple[int | str | bytes, ...]]] = {
        "place": sorted(places),
        "name": keys,
        "country": sorted(countries.items()),
        "feature": [(number, code) for code, number in features.items()],
        "division": [(number, *named) for named, number in divisions.items()],
        "sieve": [(sieve,)],
    }
    for table, rows in tables.items():
        if not rows:
            continue
        fields = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {table} VALUES ({fields})", rows)
    return len(places)


def _division(entry: GazetteerEntry) -> tuple[str, str, str]:
    return entry.country, entry.adm1, entry.adm2


def _numbered(things: Iterable[_Thing]) -> dict[_Thing, int]:
    common_first = sorted(Counter(things).items(), key=lambda item: (-item[1], item[0]))
    return {thing: number for number, (thing, _) in enumerate(common_first)}
