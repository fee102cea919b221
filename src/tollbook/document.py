"""What was published: a text, where it was printed, and stretches of it.

All offsets are Unicode code points into one stored text, start included, end excluded.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from hashlib import sha256

from tollbook.errors import UnreadableDocument, UnusableSpan


def content_id(*parts: object) -> str:
    """Name something by what it says: the same content always gets the same id.

    Returns:
        Sixteen hexadecimal digits of the SHA-256 of the parts.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a text: code points, `start` included, `end` excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise UnusableSpan(
                f"a span from {self.start} to {self.end} marks nothing; need 0 <= start <= end"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Verbatim words and where they stand: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise UnusableSpan(
                f"{self.text!r} has {len(self.text)} characters and cannot stand at "
                f"{self.start} to {self.end}"
            )

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(start=self.start, end=self.end)


class Role(StrEnum):
    """What a passage is to its report."""

    HEADLINE = "headline"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of a report (or its headline), verbatim, with its place."""

    text: str
    start: int
    end: int
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Where a text was printed: everything about a document but its text.

    `publisher` is the outlet, never the person it quotes. `published_at` is a date where
    only the day is known, and None where nothing is.
    """

    document_id: str
    name: str
    title: str | None = None
    publisher: str | None = None
    published_at: date | datetime | None = None
    url: str | None = None

    @property
    def published_on(self) -> date | None:
        """The day it was published, in UTC where a time zone is given."""
        moment = self.published_at
        if not isinstance(moment, datetime):
            return moment
        return moment.date() if moment.tzinfo is None else moment.astimezone(UTC).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text, by one publisher, as fetched once.

    `name` is what a person would call the file or record ("flash.txt", "feed.jsonl:14").
    """

    text: str
    name: str
    title: str | None = None
    publisher: str | None = None
    published_at: date | datetime | None = None
    url: str | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise UnreadableDocument(f"`{self.name}` holds no text; nothing to read")
        key = content_id(self.text, self.publisher, self.published_at, self.url, self.title)
        object.__setattr__(self, "id", key)

    @property
    def imprint(self) -> Imprint:
        """Where and when this was printed, without the text."""
        return Imprint(
            document_id=self.id,
            name=self.name,
            title=self.title,
            publisher=self.publisher,
            published_at=self.published_at,
            url=self.url,
        )

    def words(self, start: int, end: int) -> Words:
        """Cut out the words between two offsets, with their place."""
        return Words(text=self.text[start:end], start=start, end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Bytes as fetched, one input or one line of a feed at a time.

    `suffix` says what kind of bytes they are (".html"), "" where nobody said. `item` is the
    line of a feed they stand on, counted from one.
    """

    name: str
    content: bytes
    suffix: str
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """An input that could not be read; `reason` is a sentence that names it."""

    name: str
    reason: str
