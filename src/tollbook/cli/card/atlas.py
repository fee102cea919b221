"""What the card asks the gazetteer: the names of countries, and where their towns are.

It is opened when the first incident that has a place is written, not before.
"""

from collections.abc import Callable
from functools import cache
from typing import Protocol

from tollbook.place import GazetteerEntry


class Atlas(Protocol):
    """The part of a gazetteer that the card uses."""

    @property
    def attribution(self) -> str:
        """Who made the places, under which licence."""
        ...

    def country(self, code: str) -> GazetteerEntry | None:
        """Give the country of an ISO code."""
        ...

    def towns(self, country: str) -> tuple[tuple[float, float], ...]:
        """Give where the towns of a country are."""
        ...


Opening = Callable[[], Atlas]


@cache
def open_atlas() -> Atlas:
    """Open the gazetteer that is installed."""
    from tollbook.gazetteer import open_gazetteer

    return open_gazetteer()
