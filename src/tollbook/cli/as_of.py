"""`--as-of`: reports as they stood on a day, and how many of them were not out yet."""

from datetime import date
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from tollbook.document import Imprint

HELP = "Know only what was published up to and including this day (UTC)."


def day_given(words: str | None) -> date | None:
    """Read the day that `--as-of` names, None where it is not given.

    Raises:
        typer.BadParameter: the words are no day.
    """
    try:
        return None if words is None else date.fromisoformat(words)
    except ValueError as error:
        raise typer.BadParameter(
            f"{words!r} is no day; give one such as 2024-09-18", param_hint="--as-of"
        ) from error


class AsOf:
    """Passes over documents that nobody could have read on a day, and counts them."""

    def __init__(self, day: date | None) -> None:
        self.day = day
        self._later = 0
        self._undated = 0

    def wants(self, imprint: "Imprint") -> bool:
        """Tell whether a document had surely been published by the end of the day."""
        if self.day is None:
            return True
        published = imprint.published_on
        self._undated += published is None
        self._later += published is not None and published > self.day
        return published is not None and published <= self.day

    @property
    def said(self) -> str | None:
        """Say how many documents were passed over; nothing where none was."""
        counts = [(self._later, "published later"), (self._undated, "without a date")]
        told = " and ".join(f"{count:,} {why}" for count, why in counts if count)
        return f"tollbook: as of {self.day}, left out {told}" if told else None
