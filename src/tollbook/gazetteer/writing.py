"""Places into a gazetteer's file: the one we ship, and a user's own."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tollbook.gazetteer.folding import fold
from tollbook.gazetteer.layout import LAYOUT, STEPS, TABLES, ids_of, origin_of, square
from tollbook.gazetteer.sieve import fitting_size, make_sieve
from tollbook.gazetteer.skeletons import skeleton
from tollbook.place import GazetteerEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A place and the other names it goes by."""

    entry: GazetteerEntry
    also: tuple[str, ...] = field(default=())


def write(path: Path, listings: Iterable[Listing], about: Mapping[str, str]) -> int:
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


def _fill(database: sqlite3.Connection, listings: Iterable[Listing]) -> int:
    features: dict[str, int] = {}
    divisions: dict[tuple[str, str, str], int] = {}
    taken: dict[int, int] = defaultdict(int)
    names: set[tuple[str, str, int]] = set()
    countries: dict[str, int] = {}
    rows = []
    for listing in listings:
        entry = listing.entry
        latitude, longitude = round(entry.latitude * STEPS), round(entry.longitude * STEPS)
        number = square(latitude / STEPS, longitude / STEPS)
        place = ids_of(number)[0] + taken[number]
        taken[number] += 1
        division = (entry.country, entry.adm1, entry.adm2)
        rows.append(
            (
                place,
                origin_of(entry.id),
                entry.name,
                latitude,
                longitude,
                features.setdefault(entry.feature, len(features)),
                divisions.setdefault(division, len(divisions)),
                entry.population,
            )
        )
        for name in (entry.name, *listing.also):
            if folded := fold(name):
                names.add((skeleton(folded), folded, place))
        if entry.feature.startswith("A.PCL") and entry.feature != "A.PCLH" and entry.country:
            countries.setdefault(entry.country, place)
    rows.sort(key=lambda row: row[0])
    database.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    database.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(names))
    database.executemany("INSERT INTO country VALUES (?, ?)", sorted(countries.items()))
    database.executemany(
        "INSERT INTO feature VALUES (?, ?)", [(at, code) for code, at in features.items()]
    )
    database.executemany(
        "INSERT INTO division VALUES (?, ?, ?, ?)", [(at, *of) for of, at in divisions.items()]
    )
    folded_names = {folded for _, folded, _ in names}
    sieve = make_sieve(folded_names, fitting_size(len(folded_names)))
    database.execute("INSERT INTO sieve VALUES (?)", (sieve,))
    return len(rows)
