"""Many rows at once: asked for by ids in few questions, written in one go."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Select,
    bindparam,
)

_AT_ONCE = 500  # SQLite takes 32,766 values in one question, and keeps few long ones prepared

# One parameter for them all: as values each would be looked at by SQLAlchemy, many times over.
_IDS: BindParameter[Sequence[str]] = bindparam("ids", expanding=True)

Kept = TypeVar("Kept")


def by_ids(
    connection: Connection,
    query: Select[Any],
    column: ColumnElement[str],
    ids: Collection[str],
    *,
    scalar: bool = False,
) -> Iterator[Any]:
    """Ask for the rows whose column holds one of the ids; each once, in any order."""
    asked = query.where(column.in_(_IDS))
    for some in _portions(ids):
        found = connection.execute(asked, {"ids": some})
        yield from found.scalars() if scalar else found


def delete_by_ids(
    connection: Connection, query: Delete, column: ColumnElement[str], ids: Collection[str]
) -> None:
    """Delete the rows whose column holds one of the ids."""
    asked = query.where(column.in_(_IDS))
    for some in _portions(ids):
        connection.execute(asked, {"ids": some})


def insert_rows(connection: Connection, query: Insert, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows, none too."""
    if rows:
        connection.execute(query, rows)


def in_order(ids: Iterable[str] | None, found: dict[str, Kept]) -> dict[str, Kept]:
    """Put what was found in the order it was asked for."""
    if ids is None:
        return found
    return {key: found[key] for key in dict.fromkeys(ids) if key in found}


def _portions(ids: Collection[str]) -> Iterator[list[str]]:
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
