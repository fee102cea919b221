"""Documents by their words. What is sought is folded first, and never becomes a command."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    text,
    tuple_,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from tollbook.document import Document, Span
from tollbook.errors import UnknownDocument
from tollbook.storing.documents import whole
from tollbook.storing.folding import Word, words_of
from tollbook.storing.rows import Hit
from tollbook.storing.schema import documents, search_texts

_BEFORE = 80
_LENGTH = 240
"""How much of a text a snippet shows, and how much of it before the first word sought."""

# Word for word what PostgreSQL's index is built on.
_LEXEMES: ColumnElement[Any] = literal_column(
    "array_to_tsvector(string_to_array("
    "btrim(search_texts.title || ' ' || search_texts.words), ' '))"
)

_PART = re.compile(r'"([^"]*)"?|“([^”]*)”?|«([^»]*)»?|([^\s"“«]+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What somebody seeks: phrases of folded words, all of which must stand in a document."""

    phrases: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> frozenset[str]:
        """Every word, each once."""
        return frozenset(word for phrase in self.phrases for word in phrase)


def read_sought(words: str) -> Sought:
    """Read words as they were typed; what stands in quotes is a phrase.

    Example:
        >>> read_sought('Sénou "two civilians" AND').phrases
        (('senou',), ('two', 'civilians'), ('and',))
    """
    phrases = []
    for match in _PART.finditer(words):
        part = next(filter(None, match.groups()), "")
        # A word with a hyphen or an apostrophe is several that stand together.
        folded = tuple(word.folded for word in words_of(part))
        if folded:
            phrases.append(folded)
    return Sought(phrases=tuple(dict.fromkeys(phrases)))


def search(connection: Connection, words: str, limit: int, after: str | None) -> tuple[Hit, ...]:
    """Find documents that hold all the words, those with all in the headline first."""
    sought = read_sought(words)
    if not sought.phrases:
        return ()
    in_title = and_(*(_holds(search_texts.c.title, phrase) for phrase in sought.phrases))
    rank = case((in_title, 1), else_=0).label("in_title")
    day = func.coalesce(documents.c.published_on, "")
    query = (
        select(documents.c.id, rank)
        .join(search_texts, search_texts.c.number == documents.c.number)
        .where(matches(connection, sought))
        .order_by(rank.desc(), day.desc(), documents.c.number.desc())
        .limit(limit)
    )
    if after is not None:
        place = select(rank, day, documents.c.number).join(
            search_texts, search_texts.c.number == documents.c.number
        )
        behind = connection.execute(place.where(documents.c.id == after)).one_or_none()
        if behind is None:
            raise UnknownDocument(f"no document of this store has the id {after!r}")
        query = query.where(
            tuple_(rank, day, documents.c.number) < tuple_(*(literal(value) for value in behind))
        )
    found = connection.execute(query).all()
    texts = whole(connection, [row.id for row in found])
    return tuple(_hit(texts[row.id], sought, in_title=bool(row.in_title)) for row in found)


def documents_with(connection: Connection, words: str) -> Select[Any] | None:
    """Select the ids of the documents that hold all the words; None where none are sought."""
    sought = read_sought(words)
    if not sought.phrases:
        return None
    return (
        select(documents.c.id)
        .join(search_texts, search_texts.c.number == documents.c.number)
        .where(matches(connection, sought))
    )


def matches(connection: Connection, sought: Sought) -> Any:
    """Say in SQL that a row of `search_texts` holds everything sought."""
    if connection.dialect.name == "sqlite":
        index = table("search_index", column("rowid"))
        # Folded words hold letters and digits only: quoted, they are words and nothing else.
        asked = " ".join(f'"{" ".join(phrase)}"' for phrase in sought.phrases)
        met = select(index.c.rowid).where(
            text("search_index MATCH :asked").bindparams(bindparam("asked", asked, unique=True))
        )
        return search_texts.c.number.in_(met)
    asked = " & ".join(f"'{word}'" for word in sorted(sought.words))
    phrases = (
        or_(_holds(search_texts.c.title, phrase), _holds(search_texts.c.words, phrase))
        for phrase in sought.phrases
        if len(phrase) > 1
    )
    return and_(_LEXEMES.op("@@")(cast(asked, TSQUERY)), *phrases)


def _holds(words: Any, phrase: Iterable[str]) -> Any:
    return literal(" ").concat(words).concat(" ").contains(f" {' '.join(phrase)} ")


def _hit(document: Document, sought: Sought, *, in_title: bool) -> Hit:
    words = list(words_of(document.text))
    marks = list(_marks(words, sought))
    if marks or not in_title or document.title is None:
        at = _stretch(document.text, marks, words)
        shown = document.text
    else:
        marks = list(_marks(list(words_of(document.title)), sought))
        at, shown = Span(start=0, end=len(document.title)), document.title
    return Hit(
        imprint=document.imprint,
        snippet=shown[at.start : at.end],
        at=at,
        marks=tuple(mark for mark in marks if at.start <= mark.start and mark.end <= at.end),
        in_title=shown is not document.text,
    )


def _marks(words: Sequence[Word], sought: Sought) -> Iterator[Span]:
    """Find where phrases stand, in order; each word of one is marked."""
    marked: set[int] = set()
    folded = [word.folded for word in words]
    for phrase in sought.phrases:
        first = phrase[0]
        for here, word in enumerate(folded):
            if word == first and tuple(folded[here : here + len(phrase)]) == phrase:
                marked.update(range(here, here + len(phrase)))
    for here in sorted(marked):
        yield words[here].at


def _stretch(shown: str, marks: Sequence[Span], words: Sequence[Word]) -> Span:
    """Choose the stretch with the most different marked words, of equals the first."""
    if not words:
        return Span(start=0, end=0)
    folded = {word.at: word.folded for word in words}

    def told(here: int) -> tuple[int, int]:
        end = marks[here].start + _LENGTH - _BEFORE
        near = takewhile(lambda mark: mark.end <= end, islice(marks, here, None))
        return len({folded[mark] for mark in near}), -here

    best = max(range(len(marks)), key=told, default=None)
    begin = 0 if best is None else max(0, marks[best].start - _BEFORE)
    end = min(len(shown), begin + _LENGTH)
    inside = [word.at for word in words if word.at.start >= begin and word.at.end <= end]
    if not inside:  # one word longer than a snippet
        return Span(start=begin, end=end)
    first = 0 if begin == 0 else inside[0].start
    last = end if end == len(shown) else inside[-1].end
    return Span(start=first, end=last)
