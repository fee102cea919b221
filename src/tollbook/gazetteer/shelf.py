"""One gazetteer file, read where it lies and never written to."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from tollbook.errors import UnusableGazetteer
from tollbook.gazetteer.layout import LAYOUT, identifier_of, number_of, point, row_ids_of, unpacked
from tollbook.gazetteer.sieve import lets_through
from tollbook.gazetteer.skeletons import skeleton
from tollbook.place import GazetteerEntry

_Row = tuple[int, int | str, str, int, int, int, int]
_AT_ONCE = 500


class Shelf:
    """The places of one file. Names are given folded."""

    def __init__(self, path: Path) -> None:
        self._path = path
        if not path.is_file():
            raise UnusableGazetteer(f"there is no gazetteer at {path}")
        self._database = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            (layout,) = self._database.execute("PRAGMA user_version").fetchone()
            if layout != LAYOUT:
                raise UnusableGazetteer(
                    f"{path} is laid out as version {layout}; this version reads {LAYOUT}. "
                    "Import the places again, or upgrade tollbook"
                )
            (self._bits,) = self._database.execute("SELECT bits FROM sieve").fetchone()
            self.about: dict[str, str] = dict(self._database.execute("SELECT * FROM about"))
            self._features: dict[int, str] = dict(self._database.execute("SELECT * FROM feature"))
        except sqlite3.DatabaseError as error:
            raise UnusableGazetteer(f"{path} is no gazetteer: {error}") from error
        self._divisions: dict[int, tuple[str, str, str]] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def knows(self, folded: str) -> bool:
        """Tell whether any place has this name."""
        if not lets_through(self._bits, folded):
            return False
        found = self._database.execute(
            "SELECT 1 FROM name WHERE bones = ? AND folded = ? LIMIT 1",
            (number_of(skeleton(folded)), folded),
        )
        return found.fetchone() is not None

    def named(self, folded: str) -> Iterator[GazetteerEntry]:
        """Give every place of this name, in no order."""
        if lets_through(self._bits, folded):
            found = self._database.execute(
                "SELECT places FROM name WHERE bones = ? AND folded = ?",
                (number_of(skeleton(folded)), folded),
            )
            for (places,) in found.fetchall():
                yield from self._entries(unpacked(places))

    def names_built_of(self, skeletons: Collection[str], lengths: tuple[int, int]) -> list[str]:
        """Give the names that have one of these skeletons and so many letters."""
        asked = ",".join("?" * len(skeletons))
        found = self._database.execute(
            f"SELECT folded FROM name WHERE bones IN ({asked}) AND length(folded) BETWEEN ? AND ?",
            (*map(number_of, skeletons), *lengths),
        )
        return [folded for (folded,) in found]

    def within(self, square: int) -> Iterator[GazetteerEntry]:
        """Give every place of a square degree."""
        found = self._database.execute(
            "SELECT * FROM place WHERE id BETWEEN ? AND ?", row_ids_of(square)
        )
        return map(self._entry, found.fetchall())

    def country(self, code: str) -> GazetteerEntry | None:
        """Give the country of an ISO code."""
        found = self._database.execute("SELECT place FROM country WHERE code = ?", (code,))
        return next(self._entries([row for (row,) in found]), None)

    def towns(self, country: str, most: int) -> list[tuple[float, float]]:
        """Give where the populated places of a country are, the most populous first."""
        # Equals are shuffled, always alike: where there are too many, a little is left out
        # everywhere and nowhere all.
        found = self._database.execute(
            "SELECT id, spot FROM place"
            " WHERE division IN (SELECT id FROM division WHERE country = ?)"
            " AND feature IN (SELECT id FROM feature WHERE code LIKE 'P.%')"
            " ORDER BY population DESC, (id + spot) * 7919 % 100003 LIMIT ?",
            (country, most),
        )
        return [point(*row) for row in found]

    def everything(self) -> Iterator[tuple[GazetteerEntry, tuple[str, ...]]]:
        """Give every place, with all its names folded."""
        names: dict[int, list[str]] = defaultdict(list)
        for folded, places in self._database.execute("SELECT folded, places FROM name"):
            for row in unpacked(places):
                names[row].append(folded)
        for found in self._database.execute("SELECT * FROM place").fetchall():
            yield self._entry(found), tuple(names[found[0]])

    def _entries(self, rows: list[int]) -> Iterator[GazetteerEntry]:
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            asked = ",".join("?" * len(some))
            found = self._database.execute(f"SELECT * FROM place WHERE id IN ({asked})", some)
            yield from map(self._entry, found.fetchall())

    def _entry(self, row: _Row) -> GazetteerEntry:
        place, origin, name, spot, feature, division, population = row
        country, adm1, adm2 = self._division(division)
        latitude, longitude = point(place, spot)
        return GazetteerEntry(
            id=identifier_of(origin),
            name=name,
            latitude=latitude,
            longitude=longitude,
            feature=self._features[feature],
            country=country,
            adm1=adm1,
            adm2=adm2,
            population=population,
        )

    def _division(self, number: int) -> tuple[str, str, str]:
        known = self._divisions.get(number)
        if known is None:
            known = self._database.execute(
                "SELECT country, adm1, adm2 FROM division WHERE id = ?", (number,)
            ).fetchone()
            self._divisions[number] = known
        return known
