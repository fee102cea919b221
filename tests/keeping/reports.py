"""Invented reports on four towns in twelve days: attacks, updates, reprints, totals of a war."""

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from tollbook.annotating import Rules
from tollbook.document import Document
from tollbook.incident import Account
from tollbook.keeping import Book
from tollbook.linking import link
from tollbook.pipeline import case_of, tell
from tollbook.toll import Case
from tollbook.tracing import trace

NOW = datetime(2031, 4, 1, 9, 30, tzinfo=UTC)
FIRST_DAY = date(2031, 3, 3)
_TOWNS = ("Oker", "Vell", "Sarn", "Tarn")
_KINDS = ("A car bomb", "An air strike", "Gunmen", "A shell")
_SOURCES = ("a nurse", "the hospital", "the police", "residents")


def report(
    town: str = "Oker",
    killed: int = 12,
    *,
    day: int = 0,
    kind: str = "A car bomb",
    source: str = "a nurse",
    publisher: str = "Oker Daily",
    printed: int | None = 0,
    url: str | None = None,
) -> Document:
    """One report; `day` and `printed` are days after `FIRST_DAY` and after the attack."""
    happened = FIRST_DAY + timedelta(days=day)
    text = (
        f"{kind} killed {killed} people and wounded {killed + 3} in the town of {town} on "
        f"{happened:%A}, {source} said. Shutters came down in {town} after number {killed} was "
        f"counted, and no group claimed what was done on the {happened.day}th."
    )
    return Document(
        text=text,
        name=f"{town.lower()}-{day}-{killed}.txt",
        publisher=publisher,
        published_at=None if printed is None else happened + timedelta(days=printed),
        url=url,
    )


def reports(count: int, seed: int) -> list[Document]:
    """Many reports, each once, in a random order; one in four is a reprint."""
    dice = random.Random(seed)
    made: list[Document] = []
    for _ in range(count):
        if made and dice.random() < 0.25:
            first = dice.choice(made)
            again = Document(
                text=first.text,
                name="reprint.txt",
                publisher=f"Paper {dice.randrange(5)}",
                published_at=first.published_at,
            )
            made.append(again)
            continue
        made.append(
            report(
                dice.choice(_TOWNS),
                dice.randrange(2, 30),
                day=dice.randrange(12),
                kind=dice.choice(_KINDS),
                source=dice.choice(_SOURCES),
                publisher=f"Paper {dice.randrange(5)}",
                printed=dice.choice((0, 0, 1, 2, None)),
            )
        )
    return list({document.id: document for document in made}.values())


def add(book: Book, documents: Iterable[Document]) -> None:
    """Add reports, whatever becomes of them."""
    list(book.add(documents, at=NOW))


def told(documents: Iterable[Document]) -> list[Account]:
    """What the reports tell, by rules."""
    return [account for document in documents for account in tell(document, Rules())]


def all_at_once(documents: Sequence[Document]) -> dict[str, Case]:
    """The incidents of the reports, linked in one go and without a store."""
    texts = {document.id: document.text for document in documents}
    incidents = link(told(documents), texts=texts, copies=trace(documents))
    return {incident.id: case_of(incident) for incident in incidents}


def kept(book: Book) -> dict[str, Case]:
    """Every incident of a store."""
    return dict(book.store.cases())
