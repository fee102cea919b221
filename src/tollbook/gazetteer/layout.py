"""How a gazetteer lies in its SQLite file: the tables, and the numbers packed into them.

A place's row id begins with the square degree it lies in, so that what is near lies together
and needs no index. Names are kept under their skeleton first: one tree answers both "this
name" and "a name like this".
"""

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
    latitude INTEGER NOT NULL,     -- in STEPS to the degree
    longitude INTEGER NOT NULL,
    feature INTEGER NOT NULL,
    division INTEGER NOT NULL,
    population INTEGER NOT NULL
);
CREATE TABLE name (
    bones TEXT NOT NULL, folded TEXT NOT NULL, place INTEGER NOT NULL,
    PRIMARY KEY (bones, folded, place)
) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE sieve (bits BLOB NOT NULL);
"""

# Eleven metres: what GeoNames knows of a town is no better.
STEPS = 10_000
_IN_A_SQUARE = 14
GEONAMES = "geonames:"


def square(latitude: float, longitude: float) -> int:
    """Number the square degree that holds a point, from the south pole eastwards."""
    row = min(int(latitude + 90), 179)
    column = min(int(longitude + 180), 359)
    return row * 360 + column


def ids_of(number: int) -> tuple[int, int]:
    """Give the first and the last row id that places of a square may have."""
    first = number << _IN_A_SQUARE
    return first, first + (1 << _IN_A_SQUARE) - 1


def origin_of(identifier: str) -> int | str:
    """Pack an id: "geonames:2460596" is a number, any other stays as it is."""
    number = identifier.removeprefix(GEONAMES)
    return int(number) if number != identifier and number.isdecimal() else identifier


def identifier_of(origin: int | str) -> str:
    """Unpack what `origin_of` packed."""
    return f"{GEONAMES}{origin}" if isinstance(origin, int) else origin
