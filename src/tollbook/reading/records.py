"""JSON: one record, a list of records, or lines of them.

A record is an object with `text`, and `title`, `publisher`, `published` (or `published_at`),
`url` if known.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime

from tollbook.document import Raw, Unreadable
from tollbook.errors import UnreadableDate, UnreadableDocument
from tollbook.reading.clock import published_at
from tollbook.reading.drafts import Draft

_SPACE = re.compile(r"[ \t\r\n]*")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_records(raw: Raw, text: str) -> Iterator[Draft | Unreadable]:
    """Read every record; one that cannot be read is named and passed over.

    Raises:
        UnreadableDocument: the text is no JSON.
    """
    text = text.lstrip("\ufeff")
    if raw.item is not None or not text.lstrip().startswith("["):
        yield _draft(_parse(raw, text), raw.name, _label(raw))
        return
    for number, item in enumerate(_items(raw, text), 1):
        yield _draft(item, f"{raw.name}:{number}", f"item {number} of `{raw.name}`")


def looks_like_records(text: str) -> bool:
    """Say whether bytes of no stated kind begin as a record or a list of records."""
    return re.match(r'\ufeff?\s*(?:\{\s*"|\[\s*\{\s*")', text) is not None


def _label(raw: Raw) -> str:
    if raw.item is None:
        return f"`{raw.name}`"
    return f"item {raw.item} of `{raw.name.removesuffix(f':{raw.item}')}`"


def _parse(raw: Raw, text: str) -> object:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise _no_json(raw, error) from error


def _items(raw: Raw, text: str) -> Iterator[object]:
    """Walk a list item by item, so that a long one never stands in memory twice."""
    decoder = json.JSONDecoder()
    at = _skip(text, text.index("[") + 1)
    while text[at : at + 1] != "]":
        try:
            item, at = decoder.raw_decode(text, at)
            yield item
            at = _after_comma(text, _skip(text, at))
        except (json.JSONDecodeError, RecursionError) as error:
            raise _no_json(raw, error) from error
    if _skip(text, at + 1) != len(text):
        raise _no_json(raw, json.JSONDecodeError("Extra data", text, at + 1))


def _after_comma(text: str, at: int) -> int:
    if text[at : at + 1] == "]":
        return at
    if text[at : at + 1] != ",":
        raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
    return _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return at if space is None else space.end()


def _no_json(raw: Raw, error: json.JSONDecodeError | RecursionError) -> UnreadableDocument:
    if isinstance(error, RecursionError):
        return UnreadableDocument(f"{_label(raw)} is nested too deep to be read")
    where = f"line {error.lineno}, column {error.colno}"
    return UnreadableDocument(f"{_label(raw)} is no JSON: {error.msg.lower()} at {where}")


def _draft(record: object, name: str, label: str) -> Draft | Unreadable:
    try:
        if not isinstance(record, dict):
            raise UnreadableDocument(
                f"{label} is {_kind(record)}; expected an object with a `text`"
            )
        return Draft(
            name=name,
            text=_text(record, label),
            title=_words(record, "title", label),
            publisher=_words(record, "publisher", label),
            published_at=_published(record, label),
            url=_words(record, "url", label),
        )
    except UnreadableDocument as error:
        return Unreadable(name=name, reason=str(error))


def _text(record: dict[str, object], label: str) -> str:
    text = _words(record, "text", label)
    if text is None or not text.strip():
        has_title = "has a title but" if record.get("title") else "has"
        raise UnreadableDocument(f"{label} {has_title} no text; nothing to read")
    return text


def _words(record: dict[str, object], key: str, label: str) -> str | None:
    found = record.get(key)
    if found is None:
        return None
    if not isinstance(found, str):
        raise UnreadableDocument(f"{label} has {_kind(found)} as `{key}`; expected words")
    # Half of a character cannot be written out again; one mark for one keeps the offsets.
    return _LONE_SURROGATE.sub("\ufffd", found)


def _published(record: dict[str, object], label: str) -> date | datetime | None:
    # What tollbook writes itself calls it `published_at`.
    words = _words(record, "published", label) or _words(record, "published_at", label)
    if words is None:
        return None
    try:
        return published_at(words)
    except UnreadableDate as error:
        raise UnreadableDocument(f"{label}: {error}") from error


def _kind(found: object) -> str:
    """Name a JSON value's type as a person would.

    Example:
        >>> _kind([1]), _kind(True), _kind(7), _kind("x"), _kind(None)
        ('a list', 'a boolean', 'a number', 'words', 'null')
    """
    if found is None:
        return "null"
    kinds = {bool: "a boolean", int: "a number", float: "a number", str: "words", list: "a list"}
    return kinds.get(type(found), "an object")
