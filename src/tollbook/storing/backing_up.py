"""A copy of the whole store in a new SQLite file, from either database."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, insert, select

from tollbook.errors import UnusableStore
from tollbook.storing.address import FileAddress
from tollbook.storing.connecting import Connections, connect_to
from tollbook.storing.migrating import migrate
from tollbook.storing.schema import tables

_AT_ONCE = 500


def backup(connection: Connection, path: Path) -> Path:
    """Write the store, as the connection sees it, to a new SQLite file.

    Raises:
        UnusableStore: there is something at `path`, or it cannot be written.
    """
    with _new_file(path) as partial:
        if connection.dialect.name == "sqlite":
            _copy_pages(connection, partial)
        else:
            _copy_rows(connection, partial)
    return path


@contextmanager
def _new_file(path: Path) -> Iterator[Path]:
    """Have a file written beside `path` and call it `path` when it is whole."""
    if path.exists() or path.is_symlink():
        raise UnusableStore(f"`{path}` is there already; a backup never writes over anything")
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        partial.touch(exist_ok=False)
        try:
            yield partial
            _sync(partial)
            # Unlike a renaming this fails where somebody has made `path` meanwhile.
            os.link(partial, path)
            _sync(path.parent)
        finally:
            for left in (partial, *partial.parent.glob(f"{partial.name}-*")):
                left.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise UnusableStore(f"the backup `{path}` cannot be written: {error}") from error


def _copy_pages(connection: Connection, target: Path) -> None:
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        # All in the one file; whoever opens it as a store sets this anew.
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def _copy_rows(source: Connection, target: Path) -> None:
    connections = Connections(connect_to(FileAddress(path=target)))
    try:
        with connections.writing() as copy:
            migrate(copy)
            for table in tables.sorted_tables:
                rows = source.execute(select(table).execution_options(yield_per=_AT_ONCE))
                for some in rows.partitions():
                    copy.execute(insert(table), [dict(row._mapping) for row in some])
    finally:
        connections.close()
    copied = sqlite3.connect(target)
    try:
        copied.execute("PRAGMA journal_mode = DELETE")
    finally:
        copied.close()


def _sync(path: Path) -> None:
    with suppress(OSError):  # a folder cannot be opened everywhere
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
