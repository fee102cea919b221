"""Where a store lies: a file, or a server; never shown with a password."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tollbook.errors import UnusableStore

if TYPE_CHECKING:
    from sqlalchemy import URL

_SQLITE = "sqlite:///"
_SERVERS = ("postgresql://", "postgres://", "postgresql+psycopg://")
_SECRETS = ("password", "sslpassword", "passfile")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAddress:
    """A store in one SQLite file."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAddress:
    """A store in a database of a PostgreSQL server; its text hides the password."""

    url: "URL"

    def __str__(self) -> str:
        shown = self.url.set(drivername="postgresql").difference_update_query(_SECRETS)
        return shown.render_as_string(hide_password=True)


Address = FileAddress | ServerAddress


def read_address(address: str | Path) -> Address:
    """Tell a file from a server.

    Raises:
        UnusableStore: it is an address of neither.

    Example:
        >>> str(read_address("sqlite:///desk.toll"))
        'desk.toll'
        >>> str(read_address("postgresql://vell:secret@db.example/tolls"))
        'postgresql://vell:***@db.example/tolls'
    """
    if isinstance(address, Path):
        return FileAddress(path=address)
    if address.startswith(_SERVERS):
        return ServerAddress(url=_server(address))
    if address.startswith(_SQLITE) and len(address) > len(_SQLITE):
        return FileAddress(path=Path(address.removeprefix(_SQLITE)))
    if "://" in address or not address.strip():
        # What stands before :// is shown, the rest may hold a password.
        scheme = address.split("://")[0]
        raise UnusableStore(
            f"no store can lie at an address that begins with {scheme!r}; "
            "give a path, sqlite:///PATH or postgresql://USER@HOST/DATABASE"
        )
    return FileAddress(path=Path(address))


def _server(address: str) -> "URL":
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # The message of SQLAlchemy may quote what stands where a port is expected.
        raise UnusableStore(
            "this address of a PostgreSQL server cannot be read (not shown: it may hold a "
            "password); expected postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with : / @ in "
            "the password written as %3A %2F %40"
        ) from None
    if not url.database:
        raise UnusableStore(
            f"{ServerAddress(url=url)} names no database; add one: postgresql://HOST/DATABASE"
        )
    return url.set(drivername="postgresql+psycopg")
