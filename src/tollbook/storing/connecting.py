"""Connections to either database: transactions that read, and transactions that alone write."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from tollbook.errors import UnusableStore
from tollbook.storing.address import Address, FileAddress, ServerAddress

BUSY_SECONDS = 60
"""How long one who writes waits for another, on SQLite."""

_SETTINGS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # a commit has reached the disk, not only the system, when it returns
    "foreign_keys = ON",
    "cache_size = -65536",
)
_WRITES = "tollbook_writes"
_ONE_WRITER = 0x746F6C6C626F6F6B  # "tollbook", as the number of PostgreSQL's lock


def connect_to(address: Address) -> Engine:
    """Make an engine for a store; nothing is opened yet.

    Raises:
        UnusableStore: it is a PostgreSQL server and psycopg is not installed.
    """
    match address:
        case FileAddress(path=path):
            engine = create_engine(
                URL.create("sqlite", database=str(path)),
                connect_args={"timeout": BUSY_SECONDS},
                hide_parameters=True,
            )
            _set_up_sqlite(engine, address)
        case ServerAddress(url=url):
            engine = _server(address, url.render_as_string(hide_password=False))
    _set_up_errors(engine, address)
    return engine


def _server(address: Address, url: str) -> Engine:
    try:
        import psycopg  # noqa: F401 - SQLAlchemy's own message says not how to install it
    except ImportError:
        raise UnusableStore(
            f"{address} needs psycopg to be reached; install it: pip install 'tollbook[postgres]'"
        ) from None
    engine = create_engine(
        url,
        # A server that was started anew is noticed before something is written to it.
        pool_pre_ping=True,
        hide_parameters=True,
        # Whatever the server's default: what was acknowledged is on its disk.
        connect_args={"options": "-c synchronous_commit=on -c client_min_messages=warning"},
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_WRITES):
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_WRITER})

    return engine


def _set_up_sqlite(engine: Engine, address: Address) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _: object) -> None:
        # The driver begins no transactions of its own; `_begin` does.
        connection.isolation_level = None
        try:
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
        except sqlite3.Error as error:
            raise _unusable(address, error) from error

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _set_up_errors(engine: Engine, address: Address) -> None:
    @event.listens_for(engine, "handle_error")
    def _say(context: ExceptionContext) -> None:
        error = context.sqlalchemy_exception
        if isinstance(error, DBAPIError):
            raise _unusable(address, error.orig) from error


def _unusable(address: Address, error: BaseException | None) -> UnusableStore:
    said = " ".join(str(error).split())
    return UnusableStore(f"{address}: {said}{_advice(said)}")


def _advice(said: str) -> str:
    if "database is locked" in said:
        return (
            f"; somebody else has been writing to it for {BUSY_SECONDS} seconds. Wait and try again"
        )
    if "unable to open" in said:
        return "; is it a file, in a folder that exists and may be written to?"
    if "readonly" in said:
        return "; the file and its folder must be writable"
    if "malformed" in said or "not a database" in said:
        return "; restore it from a backup"
    return ""


class Connections:
    """The connections of one store; each thread has its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._local = threading.local()
        steady = (
            {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
        )
        self._readers = engine.execution_options(**steady)
        self._writers = engine.execution_options(**{_WRITES: True})

    def close(self) -> None:
        """Close every connection that is not in use."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store until the end of the block."""
        current = self._current
        if current is not None:
            yield current
            return
        with self._readers.connect() as connection, connection.begin(), self._using(connection):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that alone may write; all is written at the end, or nothing."""
        current = self._current
        if current is not None:
            if not current.get_execution_options().get(_WRITES):
                raise UnusableStore(
                    "something is to be written within `store.reading()`, which only reads; "
                    "use `store.writing()`"
                )
            yield current
            return
        with self._writers.connect() as connection, connection.begin(), self._using(connection):
            yield connection

    @property
    def _current(self) -> Connection | None:
        current: Connection | None = getattr(self._local, "connection", None)
        return current

    @contextmanager
    def _using(self, connection: Connection) -> Iterator[None]:
        self._local.connection = connection
        try:
            yield
        finally:
            self._local.connection = None
