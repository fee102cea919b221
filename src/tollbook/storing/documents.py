"""Documents, kept for good: found by what they say, never changed."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from tollbook.document import Document, Imprint
from tollbook.errors import UnknownDocument, UnusableStore
from tollbook.storing.bulk import by_ids, in_order, insert_rows
from tollbook.storing.folding import fold
from tollbook.storing.schema import documents, search_texts
from tollbook.storing.writing_out import shown

_PRINTED = ("name", "title", "publisher", "url")
_IMPRINT = (*_PRINTED, "published_at")
_LIGHT = [documents.c[name] for name in ("id", *_IMPRINT)]
_WHOLE = [*_LIGHT, documents.c.text, documents.c.exact]


@dataclass(frozen=True, slots=True)
class Added:
    """When a document was added, and the version of the reader that made its text."""

    at: datetime
    read_by: str


def add(
    connection: Connection, given: Iterable[Document], *, added_at: datetime, read_by: str
) -> tuple[str, ...]:
    """Keep the documents that are not kept already, with their words to search; give their ids."""
    if added_at.tzinfo is None:
        raise UnusableStore(
            f"{added_at.isoformat()} has no time zone; a moment of adding needs one"
        )
    first: dict[str, Document] = {}
    for document in given:
        first.setdefault(document.id, document)
    kept = set(by_ids(connection, select(documents.c.id), documents.c.id, first, scalar=True))
    new = [document for document in first.values() if document.id not in kept]
    number = connection.execute(select(func.coalesce(func.max(documents.c.number), 0))).scalar_one()
    stamp = {"added_at": added_at.astimezone(UTC).isoformat(), "read_by": read_by}
    numbered = list(enumerate(new, start=number + 1))
    rows = [_row(document) | stamp | {"number": here} for here, document in numbered]
    words = [words_row(here, document) for here, document in numbered]
    insert_rows(connection, insert(documents), rows)
    insert_rows(connection, insert(search_texts), words)
    return tuple(document.id for document in new)


def words_row(number: int, document: Document) -> dict[str, Any]:
    """Give the row of `search_texts` by which a document is found."""
    return {
        "number": number,
        "title": fold(document.title or ""),
        "words": fold(document.text),
    }


def whole(connection: Connection, ids: Collection[str] | None) -> dict[str, Document]:
    """Give documents with their texts."""
    return in_order(ids, {row.id: read_row(row) for row in _rows(connection, _WHOLE, ids)})


def one(connection: Connection, document_id: str) -> Document:
    """Give one document.

    Raises:
        UnknownDocument: there is none.
    """
    found = whole(connection, [document_id])
    if document_id not in found:
        raise UnknownDocument(f"no document of this store has the id {document_id!r}")
    return found[document_id]


def every(connection: Connection) -> Iterator[Any]:
    """Give the row of every document, few at a time; `read_row` reads one."""
    query = select(documents.c.number, *_WHOLE).order_by(documents.c.number)
    yield from connection.execute(query.execution_options(yield_per=200))


def imprints(connection: Connection, ids: Collection[str] | None) -> dict[str, Imprint]:
    """Give documents without their texts."""
    light = [*_LIGHT, documents.c.exact]
    return in_order(ids, {row.id: _imprint(row) for row in _rows(connection, light, ids)})


def added(connection: Connection, ids: Collection[str] | None) -> dict[str, Added]:
    """Say when documents were added, and by which reader they were read."""
    columns = [documents.c.id, documents.c.added_at, documents.c.read_by]
    found = {
        row.id: Added(datetime.fromisoformat(row.added_at), row.read_by)
        for row in _rows(connection, columns, ids)
    }
    return in_order(ids, found)


def count(connection: Connection) -> int:
    """Say how many documents there are."""
    return int(connection.execute(select(func.count()).select_from(documents)).scalar_one())


def from_address(connection: Connection, url: str, *, but: str) -> tuple[Imprint, ...]:
    """Give the documents of one address, but for one of them."""
    query = (
        select(*_LIGHT, documents.c.exact)
        .where(documents.c.url == shown(url), documents.c.id != but)
        .order_by(documents.c.number)
    )
    return tuple(_imprint(row) for row in connection.execute(query))


def _rows(connection: Connection, columns: list[Any], ids: Collection[str] | None) -> Iterator[Any]:
    query = select(*columns)
    if ids is None:
        yield from connection.execute(query.order_by(documents.c.number))
    else:
        yield from by_ids(connection, query, documents.c.id, ids)


def _row(document: Document) -> dict[str, Any]:
    moment = document.published_at
    plain: dict[str, Any] = {name: getattr(document, name) for name in (*_PRINTED, "text")}
    row = {name: None if text is None else shown(text) for name, text in plain.items()}
    return {
        "id": document.id,
        **row,
        "published_at": None if moment is None else moment.isoformat(),
        "published_on": None if moment is None else _day(moment).isoformat(),
        "exact": None
        if row == plain
        else json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass"),
    }


def _day(moment: date | datetime) -> date:
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(UTC) if moment.tzinfo is not None else moment).date()


def _printed(row: Any, *names: str) -> dict[str, Any]:
    if row.exact is not None:
        plain = json.loads(row.exact.decode("utf-8", "surrogatepass"))
        return {name: plain[name] for name in names}
    return {name: row._mapping[name] for name in names}


def read_row(row: Any) -> Document:
    """Make a document of its row."""
    return Document(**_printed(row, *_PRINTED, "text"), published_at=_moment(row.published_at))


def _imprint(row: Any) -> Imprint:
    return Imprint(
        document_id=row.id, **_printed(row, *_PRINTED), published_at=_moment(row.published_at)
    )


def _moment(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
