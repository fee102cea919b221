"""Raw bytes to documents: text, Markdown, web pages and JSON records."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from tollbook.document import Document, Raw, Unreadable
from tollbook.errors import UnreadableDocument
from tollbook.reading.clock import published_at
from tollbook.reading.decoding import decode
from tollbook.reading.drafts import Draft
from tollbook.reading.markdown import read_markdown
from tollbook.reading.pages import read_page
from tollbook.reading.records import looks_like_records, read_records

__all__ = ["published_at", "read"]


def read(
    raw: Raw,
    *,
    published: date | datetime | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> Iterator[Document | Unreadable]:
    """Turn the bytes of one input into the documents they hold.

    What the input says of itself goes before what the caller says of it. The text of plain
    files is kept as it stands, line ends included, so that offsets point into the file.

    Args:
        raw: bytes, with the kind of file they came from; without one it is guessed.
        published: when it was published, where the input does not say.
        publisher: the outlet, where the input does not say.
        title: the headline, where the input does not say.

    Returns:
        One document per text; an `Unreadable` for each that holds none. A record that
        cannot be read never loses the ones around it.
    """
    for draft in _drafts(raw):
        if isinstance(draft, Unreadable):
            yield draft
        else:
            yield _document(draft, published, publisher, title)


def _document(
    draft: Draft,
    published: date | datetime | None,
    publisher: str | None,
    title: str | None,
) -> Document | Unreadable:
    try:
        return Document(
            text=draft.text,
            name=draft.name,
            title=title if draft.title is None else draft.title,
            publisher=publisher if draft.publisher is None else draft.publisher,
            published_at=published if draft.published_at is None else draft.published_at,
            url=draft.url,
        )
    except UnreadableDocument as error:
        return Unreadable(name=draft.name, reason=str(error))


def _drafts(raw: Raw) -> Iterator[Draft | Unreadable]:
    try:
        text = decode(raw)
        if not text.lstrip("\ufeff").strip():
            raise UnreadableDocument(f"`{raw.name}` holds no text; nothing to read")
        yield from _reader(raw, text)(raw, text)
    except UnreadableDocument as error:
        yield Unreadable(name=raw.name, reason=str(error))


Reader = Callable[[Raw, str], Iterator[Draft | Unreadable]]


def _reader(raw: Raw, text: str) -> Reader:
    match raw.suffix:
        case ".md":
            return read_markdown
        case ".html" | ".htm":
            return read_page
        case ".json" | ".jsonl" | ".ndjson":
            return read_records
        case "":
            return _guess(text)
    return _read_plain


def _guess(text: str) -> Reader:
    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    if start.startswith(("<!doctype html", "<html")):
        return read_page
    return read_records if looks_like_records(text) else _read_plain


def _read_plain(raw: Raw, text: str) -> Iterator[Draft | Unreadable]:
    yield Draft(name=raw.name, text=text)
