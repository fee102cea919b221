"""A store kept up to date: each report costs its neighbourhood, and no decision is lost.

`open_book` is the interface. The command line, and later the API and the desk, are doors to it.
"""

from tollbook.keeping.book import (
    Added,
    Book,
    Decided,
    Known,
    Outcome,
    Recomputed,
    Ruled,
    Unread,
    open_book,
)
from tollbook.keeping.listing import row_of

__all__ = [
    "Added",
    "Book",
    "Decided",
    "Known",
    "Outcome",
    "Recomputed",
    "Ruled",
    "Unread",
    "open_book",
    "row_of",
]
