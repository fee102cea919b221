"""Where the gazetteer's files lie, and opening them."""

import os
from importlib.resources import as_file, files
from pathlib import Path

from tollbook.errors import UnusableGazetteer
from tollbook.gazetteer.gazetteer import Gazetteer
from tollbook.gazetteer.shelf import Shelf

_SHIPPED = ("data", "gazetteer", "gazetteer.sqlite")
_OWN = Path("tollbook") / "gazetteer.sqlite"


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """Open the shipped gazetteer and, where there is one, the user's own.

    Args:
        path: the user's own gazetteer, where `own_gazetteer()` does not say where it is.

    Raises:
        UnusableGazetteer: `path` holds none, or one of a later version.
    """
    own = own_gazetteer() if path is None else path
    shelves = [Shelf(shipped_gazetteer())]
    if path is not None or own.is_file():
        shelves.append(Shelf(own))
    return Gazetteer(shelves)


def own_gazetteer() -> Path:
    """Tell where a user's own places are kept: `$XDG_DATA_HOME/tollbook/gazetteer.sqlite`."""
    home = os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / _OWN


def shipped_gazetteer() -> Path:
    """Tell where the gazetteer that comes with tollbook lies."""
    shipped = files("tollbook").joinpath(*_SHIPPED)
    with as_file(shipped) as path:
        if path.is_file():
            return path
    raise UnusableGazetteer(f"the gazetteer is missing from this installation: {shipped}")
