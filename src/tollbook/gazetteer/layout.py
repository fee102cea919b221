"""How a gazetteer lies in its SQLite file: the tables, and the numbers packed into them.

A place's row id begins with the square degree it lies in, so that what is near lies together
and needs no index. Names are kept under their skeleton first: one tree answers both "this
name" and "a name like this".
"""

import struct
from collections.abc import Iterable

from tollbook.gazetteer.skeletons import BONES

LAYOUT = 1

TABLES = """
CREATE TABLE about (what TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE feature (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
CREATE TABLE division (
    id INTEGER PRIMARY KEY, country TEXT NOT NULL, adm1 TEXT NOT NULL, adm2 TEXT NOT NULL
);
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    origin,                        -- a GeoNames number, or the whole id as text
    name TEXT NOT NULL,
    spot INTEGER NOT NULL,         -- where in its square
    feature INTEGER NOT NULL,
    division INTEGER NOT NULL,
    population INTEGER NOT NULL
);
CREATE TABLE name (
    bones INTEGER NOT NULL,        -- the skeleton as a number
    folded TEXT NOT NULL,
    places BLOB NOT NULL,          -- row ids, four bytes each
    PRIMARY KEY (bones, folded)
) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE sieve (bits BLOB NOT NULL);
"""

# Eleven metres: what GeoNames knows of a town is no better.
_STEPS = 10_000
_IN_A_SQUARE = 14
_ROW_ID = struct.Struct("<I")
_BASE = len(BONES) + 1
_TO_DIGITS = str.maketrans(dict(zip(BONES, "123456789abcdefghijklmnop", strict=False)))
_MOST_BONES = 16  # more would not fit the database's numbers
GEONAMES = "geonames:"


def square(latitude: float, longitude: float) -> int:
    """Number the square degree that holds a point, from the south pole eastwards."""
    return _square_and_spot(latitude, longitude)[0]


def row_id(latitude: float, longitude: float, nth: int) -> int:
    """Give the row id of the nth place of a square."""
    return (square(latitude, longitude) << _IN_A_SQUARE) + nth


def row_ids_of(number: int) -> tuple[int, int]:
    """Give the first and the last row id that places of a square may have."""
    first = number << _IN_A_SQUARE
    return first, first + (1 << _IN_A_SQUARE) - 1


def spot(latitude: float, longitude: float) -> int:
    """Give where in its square a point lies."""
    return _square_and_spot(latitude, longitude)[1]


def point(row: int, spot: int) -> tuple[float, float]:
    """Give the degrees of a place from its row id and spot.

    Example:
        >>> row = row_id(-12.6392, 8.0029, nth=3)
        >>> point(row, spot(-12.6392, 8.0029))
        (-12.6392, 8.0029)
    """
    up, east = divmod(row >> _IN_A_SQUARE, 360)
    north, right = divmod(spot, _STEPS + 1)
    return (
        ((up - 90) * _STEPS + north) / _STEPS,
        ((east - 180) * _STEPS + right) / _STEPS,
    )


def _square_and_spot(latitude: float, longitude: float) -> tuple[int, int]:
    south, west = round((latitude + 90) * _STEPS), round((longitude + 180) * _STEPS)
    # The north pole and the date line belong to the last squares.
    up, east = min(south // _STEPS, 179), min(west // _STEPS, 359)
    within = (south - up * _STEPS) * (_STEPS + 1) + west - east * _STEPS
    return up * 360 + east, within


def number_of(bones: str) -> int:
    """Write a skeleton as a number; beyond so many bones none counts."""
    return int(bones[:_MOST_BONES].translate(_TO_DIGITS) or "0", _BASE)


def packed(rows: Iterable[int]) -> bytes:
    """Write row ids into one field."""
    return b"".join(map(_ROW_ID.pack, rows))


def unpacked(places: bytes) -> list[int]:
    """Read what `packed` wrote."""
    return [row for (row,) in _ROW_ID.iter_unpack(places)]


def origin_of(identifier: str) -> int | str:
    """Pack an id: "geonames:2460596" is a number, any other stays as it is."""
    number = identifier.removeprefix(GEONAMES)
    return int(number) if number != identifier and number.isdecimal() else identifier


def identifier_of(origin: int | str) -> str:
    """Unpack what `origin_of` packed."""
    return f"{GEONAMES}{origin}" if isinstance(origin, int) else origin
