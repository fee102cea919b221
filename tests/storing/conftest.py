"""One store of each kind: every test of a store runs on both."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from tests.postgres import Server
from tollbook.storing import Store, open_store

_numbers = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a store may be made, and none is yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "desk.toll")
        return
    server: Server = request.getfixturevalue("postgres_server")
    name = f"desk_{next(_numbers)}"
    yield server.make_database(name)
    server.drop_database(name)


@pytest.fixture
def opened() -> Iterator[Callable[[str | Path], Store]]:
    """Open stores that are closed at the end, whatever happens."""
    with ExitStack() as stack:
        yield lambda address: stack.enter_context(open_store(address))


@pytest.fixture
def store(address: str, opened: Callable[[str | Path], Store]) -> Store:
    """An empty store."""
    return opened(address)
