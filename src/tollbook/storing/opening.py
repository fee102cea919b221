"""Opening a store by its address."""

import sqlite3
from pathlib import Path

from tollbook.errors import UnusableStore
from tollbook.storing.address import FileAddress, read_address
from tollbook.storing.connecting import Connections, connect_to
from tollbook.storing.migrating import migrate, refuse_newer, schema_of
from tollbook.storing.schema import APPLICATION_ID, VERSION, VERSION_TABLE
from tollbook.storing.store import Store


def open_store(address: str | Path, *, create: bool = True) -> Store:
    """Open a store, bringing its tables up to date.

    Args:
        address: a path or sqlite:///PATH, for one SQLite file; postgresql://… for PostgreSQL
            (needs the extra: pip install 'tollbook[postgres]').
        create: whether to make the store where there is none.

    Returns:
        The store, open; close it, or use it in a `with`.

    Raises:
        UnusableStore: it cannot be opened or made, it is no store, or a newer tollbook wrote it.
    """
    where = read_address(address)
    if isinstance(where, FileAddress):
        _look_at(where.path, create=create)
    connections = Connections(connect_to(where))
    try:
        with connections.reading() as connection:
            schema = schema_of(connection)
        if schema is None and not create:
            raise UnusableStore(f"{where} holds no store yet; add a report to make one")
        if schema is not None:
            refuse_newer(str(where), schema)
        if schema != VERSION:
            with connections.writing() as connection:
                # Somebody else may have made it while we waited.
                if schema_of(connection) != VERSION:
                    migrate(connection)
    except BaseException:
        connections.close()
        raise
    return Store(connections, address=str(where))


def _look_at(path: Path, *, create: bool) -> None:
    """See that a file is a store of ours, or none yet, before anything is written to it."""
    if path.is_dir():
        raise UnusableStore(f"`{path}` is a folder; a store is one file, as `{path / 'desk.toll'}`")
    if not path.exists():
        if not create:
            raise UnusableStore(f"there is no store at `{path}`; add a report to make one")
        if not path.parent.is_dir():
            raise UnusableStore(f"`{path}` cannot be made: there is no folder `{path.parent}`")
        return
    try:
        if path.stat().st_size:
            _look_into(path)
    except (sqlite3.Error, OSError) as error:
        raise UnusableStore(
            f"`{path}` cannot be read as a store ({error}); the file is untouched"
        ) from error


def _look_into(path: Path) -> None:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        # A file with no table at all was being made when somebody stopped it.
        if tables and application != APPLICATION_ID:
            raise UnusableStore(
                f"`{path}` is a database of something else, not a store; the file is untouched"
            )
        if tables:
            query = f"SELECT version_num FROM {VERSION_TABLE}"
            refuse_newer(f"`{path}`", int(connection.execute(query).fetchone()[0]))
    finally:
        connection.close()
