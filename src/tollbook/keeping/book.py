"""A store kept up to date: reports in, decisions in, incidents out, as known on any day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tollbook.annotating import Annotator, annotator
from tollbook.decision import Decision
from tollbook.document import Document, Imprint, Unreadable
from tollbook.errors import TollbookError, UnusableEndpoint, UnusableWeights
from tollbook.exporting.redaction import withhold_in_words
from tollbook.incident import Incident, Link, Report
from tollbook.keeping import deciding
from tollbook.keeping.asking import find_incident
from tollbook.keeping.intake import join
from tollbook.keeping.listing import cases_known, incidents_as_of
from tollbook.keeping.recomputing import Watch, join_anew
from tollbook.keeping.versions import reader, release
from tollbook.keeping.viewing import added_on, case_as_of, documents_of
from tollbook.pipeline import history, tell
from tollbook.reviewing import undone
from tollbook.storing import Filter, Hit, IncidentRow, Order, Problem, Reading, Store, open_store
from tollbook.toll import Case, Findings, Step

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
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A document is new in the store, and was read; `incident_ids` are those it changed."""

    imprint: Imprint
    incident_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A document was in the store already; nothing changed."""

    imprint: Imprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A document is kept, but could not be read this time; it is tried again the next time."""

    imprint: Imprint
    reason: str


Outcome = Added | Known | Unread | Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputed:
    """What was made anew: so many documents read again, and so many incidents."""

    read: int
    incidents: int
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision was kept; `incident_ids` are those it changed."""

    decision: Decision
    incident_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A decision of the store, and whether it still holds."""

    decision: Decision
    is_in_force: bool


def open_book(
    address: str | Path, *, create: bool = True, marker: Annotator | None = None
) -> "Book":
    """Open a store to add reports to it, to decide, and to ask.

    Args:
        address: a path, for one SQLite file, or postgresql://… .
        create: whether to make the store where there is none.
        marker: who marks the documents; the default annotator where none is given.

    Raises:
        UnusableStore: it cannot be opened or made.

    Example:
        >>> from datetime import UTC, datetime
        >>> from tempfile import TemporaryDirectory
        >>> from tollbook.document import Document
        >>> flash = Document(text="At Oker 12 people were killed, a nurse said.", name="flash")
        >>> with TemporaryDirectory() as folder, open_book(f"{folder}/desk.db") as book:
        ...     told = list(book.add([flash, flash], at=datetime(2031, 3, 4, tzinfo=UTC)))
        ...     [row.tolls[0].best for row in book.incidents()]
        ...     [type(each).__name__ for each in told]
        [12]
        ['Added', 'Known']
    """
    return Book(open_store(address, create=create), marker)


class Book:
    """The nouns of a store, kept in order. Get one by `open_book`; use it in a `with`.

    Every method that changes something says what it changed. The clock is read by whoever calls.
    """

    def __init__(self, store: Store, marker: Annotator | None = None) -> None:
        """Take a store to keep.

        Args:
            store: an open one; closed with the book.
            marker: who marks the documents; the default annotator where none is given.
        """
        self.store = store
        self._given = marker

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.store.close()

    # Reports

    def add(self, documents: Iterable[Document | Unreadable], *, at: datetime) -> Iterator[Outcome]:
        """Add documents one by one; one that cannot be read never stops the rest.

        A document is on the disk before it is read: if the run ends in between, it is read by
        `resume`, or before the next ones are added.

        Args:
            documents: as they were fetched; what could not be fetched is passed on.
            at: when they are added, with a time zone.

        Returns:
            What happened to each, as it happens: go through it.
        """
        yield from self.resume()
        for document in documents:
            if isinstance(document, Unreadable):
                yield document
            elif self.store.add_documents([document], added_at=at, read_by=release()):
                yield self._take_in(document)
            else:
                yield Known(imprint=document.imprint)

    def resume(self) -> Iterator[Added | Unread]:
        """Read the documents that were kept and never read: an earlier run was cut short."""
        for document_id in self.store.unread():
            yield self._take_in(self.store.document(document_id))

    def _take_in(self, document: Document) -> Added | Unread:
        report = self._read(document)
        if isinstance(report, Unread):
            return report
        changed = join(self.store, document, report, made_by=reader(self._marker))
        return Added(imprint=document.imprint, incident_ids=changed)

    def _read(self, document: Document) -> Report | Unread:
        try:
            accounts = tell(document, self._marker)
        except (UnusableEndpoint, UnusableWeights):
            raise  # no document can be read at all
        except TollbookError as error:
            return Unread(imprint=document.imprint, reason=str(error))
        except Exception as error:  # noqa: BLE001 - a fault of ours must not lose the rest
            return Unread(
                imprint=document.imprint,
                reason=f"`{document.name}` could not be read: {type(error).__name__}: {error}",
            )
        return Report(imprint=document.imprint, accounts=accounts)

    @property
    def _marker(self) -> Annotator:
        if self._given is None:
            self._given = annotator()
        return self._given

    def recompute(self, watch: Watch = lambda _: None, *, reread: bool = False) -> Recomputed:
        """Make everything derived anew: by today's version, under the decisions in force.

        Documents that another version read are read again first, one by one; then all are
        linked and reconciled, at once or not at all.

        Args:
            watch: hears a name for each thing done; for showing progress.
            reread: read every document again.
        """
        made_by = reader(self._marker)
        stale = tuple(self.store.imprints()) if reread else self.store.unread(made_by)
        unread = []
        for document_id in stale:
            report = self._read(self.store.document(document_id))
            watch(report.imprint.name)
            if isinstance(report, Unread):
                unread.append(report)
            else:
                self.store.keep_readings([Reading(report=report, made_by=made_by)])
        incidents = join_anew(self.store, watch)
        return Recomputed(read=len(stale) - len(unread), incidents=incidents, unread=tuple(unread))

    # Decisions

    def merge(self, ids: Sequence[str], *, by: str, at: datetime, reason: str = "") -> Decided:
        """Rule that incidents are one; see `deciding.merge`."""
        return self._follow(deciding.merge(self.store, ids, by=by, decided_at=at, reason=reason))

    def split(
        self, id: str, out: Sequence[str], *, by: str, at: datetime, reason: str = ""
    ) -> Decided:
        """Take accounts out of an incident; see `deciding.split`."""
        made = deciding.split(self.store, id, out, by=by, decided_at=at, reason=reason)
        return self._follow(made)

    def move(
        self, claim: str, to: str | None = None, *, by: str, at: datetime, reason: str = ""
    ) -> Decided:
        """Move a claim to another incident, or to one of its own; see `deciding.move`."""
        made = deciding.move(self.store, claim, to, by=by, decided_at=at, reason=reason)
        return self._follow(made)

    def undo(
        self, decision: str | None = None, *, by: str, at: datetime, reason: str = ""
    ) -> Decided:
        """Take a decision back, the last one if none is named; see `deciding.undo`."""
        made = deciding.undo(self.store, decision, by=by, decided_at=at, reason=reason)
        return self._follow(made)

    def _follow(self, decision: Decision) -> Decided:
        return Decided(decision=decision, incident_ids=deciding.follow(self.store, decision))

    def decisions(self) -> tuple[Ruled, ...]:
        """Give every decision ever made, oldest first."""
        kept = self.store.decisions()
        gone = undone(kept)
        return tuple(Ruled(decision=each, is_in_force=each.id not in gone) for each in kept)

    # Questions

    def incidents(
        self,
        wanted: Filter = Filter(),  # noqa: B008 - frozen
        *,
        order: Order = Order.NEWEST,
        limit: int = 50,
        as_of: date | None = None,
    ) -> tuple[IncidentRow, ...]:
        """List incidents, as they are known or were known on a day."""
        if as_of is None:
            return self.store.incidents(wanted, order=order, limit=limit)
        return incidents_as_of(self.store, wanted, as_of, order=order, limit=limit)

    def cases(self, *, as_of: date | None = None) -> tuple[Case, ...]:
        """Give every incident with its tolls, as they are known or were known on a day."""
        if as_of is None:
            return tuple(self.store.cases().values())
        return cases_known(self.store, as_of)

    def find(self, id: str) -> str:
        """Give the id of the incident that the id of anything in it, or its beginning, leads to.

        Raises:
            UnknownIncident: it leads nowhere, or to several.
        """
        return find_incident(self.store, id)

    def case(self, id: str, *, as_of: date | None = None) -> Case | None:
        """Give one incident with its tolls; None where nobody had told of it by the day.

        Raises:
            UnknownIncident: the id leads to no incident.
        """
        incident_id = self.find(id)
        if as_of is not None:
            return case_as_of(self.store, incident_id, as_of)
        return self.store.cases([incident_id])[incident_id]

    def findings(self, id: str, *, as_of: date | None = None) -> Findings:
        """Give one incident as `tollbook read` gives many; empty where nobody had told of it yet.

        Raises:
            UnknownIncident: the id leads to no incident.
        """
        case = self.case(id, as_of=as_of)
        if case is None:
            return Findings(cases=(), documents=())
        documents = self.store.imprints(sorted(documents_of([case.incident])))
        return Findings(cases=(case,), documents=tuple(documents.values()))

    def beside(self, incident: Incident) -> tuple[tuple[Link, IncidentRow], ...]:
        """Give the incidents that this one may be the same as, and why; the likeliest first."""
        own = {account.id for account in incident.accounts}
        others = {
            next(iter({link.account_id, link.to_account_id} - own), ""): link
            for link in reversed(incident.doubts)
        }
        held = self.store.incident_of(tuple(others))
        rows = self.store.incident_rows(sorted(set(held.values())))
        found: dict[str, tuple[Link, IncidentRow]] = {}
        for account_id, link in reversed(others.items()):
            if account_id in held and held[account_id] != incident.id:
                found.setdefault(held[account_id], (link, rows[held[account_id]]))
        return tuple(found.values())

    def history(self, id: str) -> tuple[Incident, tuple[Step, ...]]:
        """Give an incident and how its tolls were told, a step for each day.

        Raises:
            UnknownIncident: the id leads to no incident.
        """
        incident_id = self.find(id)
        incident = self.store.cases([incident_id])[incident_id].incident
        return incident, history(incident, added_on(self.store, documents_of([incident])))

    def search(self, words: str, *, limit: int = 20) -> tuple[tuple[Hit, tuple[str, ...]], ...]:
        """Find documents that hold all these words, with the incidents they tell of."""
        hits = self.store.search(words, limit=limit)
        accounts = self.store.accounts_of([hit.imprint.document_id for hit in hits])
        held = self.store.incident_of([each for ids in accounts.values() for each in ids])
        return tuple(
            (
                hit,
                tuple(
                    dict.fromkeys(
                        held[each]
                        for each in accounts.get(hit.imprint.document_id, ())
                        if each in held
                    )
                ),
            )
            for hit in hits
        )

    def withheld(self, hit: Hit, incident_ids: Sequence[str] = ()) -> Hit:
        """Black out the names of those harmed in what a search found.

        Args:
            hit: what it found.
            incident_ids: incidents it tells of: another report there may have named somebody
                in words that were read as a name, where this one was not.
        """
        kept = self.store.readings([hit.imprint.document_id]).get(hit.imprint.document_id)
        accounts = [] if kept is None else list(kept.report.accounts)
        for case in self.store.cases(incident_ids).values() if incident_ids else ():
            accounts += case.incident.accounts
        title = hit.imprint.title
        shown = None if title is None else withhold_in_words(title, accounts)
        return replace(
            hit,
            snippet=withhold_in_words(hit.snippet, accounts),
            imprint=replace(hit.imprint, title=shown),
        )

    # The whole

    def backup(self, path: str | Path) -> Path:
        """Write everything to a new SQLite file, while others go on using the store.

        Raises:
            UnusableStore: there is something at `path` already, or it cannot be written.
        """
        return self.store.backup(path)

    def check(self) -> tuple[Problem, ...]:
        """Look for everything that is not as it must be; nothing is changed."""
        return self.store.check()
