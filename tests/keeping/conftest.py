"""Stores as `tests/storing` makes them, kept by a book that reads by rules."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.storing.conftest import address
from tollbook.annotating import Rules
from tollbook.keeping import Book, open_book

__all__ = ["address"]

Open = Callable[..., Book]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Open books in files of their own, or where it is said; closed at the end."""
    with ExitStack() as stack:
        numbers = iter(range(1000))

        def open_one(at: str | None = None) -> Book:
            where = at or str(tmp_path / f"book-{next(numbers)}.db")
            return stack.enter_context(open_book(where, marker=Rules()))

        yield open_one


@pytest.fixture
def book(opened: Open, address: str) -> Book:
    """An empty store on each database."""
    return opened(address)
