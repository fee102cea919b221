"""What an input says of itself, before the caller's word fills the gaps."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text and its own imprint; None where the input is silent."""

    name: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published_at: date | datetime | None = None
    url: str | None = None
