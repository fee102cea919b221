"""A store, open: everything that can be asked of it and kept in it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tollbook.decision import Decision
from tollbook.document import Document, Imprint
from tollbook.incident import Copy, Link
from tollbook.storing import (
    backing_up,
    checking,
    documents,
    finding,
    incidents,
    indexing,
    listing,
    neighbours,
    noting,
    readings,
    rulings,
    searching,
)
from tollbook.storing.connecting import Connections
from tollbook.storing.rows import (
    AccountRow,
    CodedSheet,
    Filter,
    Fingerprint,
    Found,
    Hit,
    IncidentRow,
    Order,
    Problem,
    Reading,
)
from tollbook.toll import Case


class Store:
    """Nouns, kept. Get one by `open_store`; close it, or use it in a `with`.

    What a method wrote is on the disk when it returns, unless it stands in a `with
    store.writing():`, where everything is written together at the end or not at all. What is
    asked for by ids comes as a mapping in the order of the ids; ids unknown to the store are
    left out of it.
    """

    def __init__(self, connections: Connections, *, address: str) -> None:
        self._connections = connections
        self._address = address

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server; calling it twice does nothing more."""
        self._connections.close()

    @property
    def address(self) -> str:
        """Where the store lies, without a password."""
        return self._address

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all of the block at once, or nothing of it where it raises.

        Nobody else writes meanwhile, in this process or another, so what is read within stays
        true until the end. May be nested: the outermost block is what counts.
        """
        with self._connections.writing():
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one unchanging state of the store for the whole block, whoever writes meanwhile."""
        with self._connections.reading():
            yield

    # What is kept for good

    def add_documents(
        self, given: Iterable[Document], *, added_at: datetime, read_by: str
    ) -> tuple[str, ...]:
        """Keep documents; those already kept change nothing.

        Args:
            given: any, several times the same one too.
            added_at: when; with a time zone.
            read_by: the version of the reader that made their texts.

        Returns:
            The ids that are new, in order. They are on the disk when this returns.
        """
        with self._connections.writing() as connection:
            return documents.add(connection, given, added_at=added_at, read_by=read_by)

    def document(self, document_id: str) -> Document:
        """Give one document.

        Raises:
            UnknownDocument: no document has this id.
        """
        with self._connections.reading() as connection:
            return documents.one(connection, document_id)

    def documents(self, ids: Collection[str] | None = None) -> Mapping[str, Document]:
        """Give documents by their ids, or all of them in the order they were added."""
        with self._connections.reading() as connection:
            return documents.whole(connection, ids)

    def imprints(self, ids: Collection[str] | None = None) -> Mapping[str, Imprint]:
        """Give documents without their texts; all of them in the order they were added."""
        with self._connections.reading() as connection:
            return documents.imprints(connection, ids)

    def added_at(self, ids: Collection[str] | None = None) -> Mapping[str, datetime]:
        """Say when documents were added (in UTC)."""
        with self._connections.reading() as connection:
            return {key: found.at for key, found in documents.added(connection, ids).items()}

    def read_by(self, ids: Collection[str] | None = None) -> Mapping[str, str]:
        """Say which version of the reader made the texts of documents."""
        with self._connections.reading() as connection:
            return {key: found.read_by for key, found in documents.added(connection, ids).items()}

    def count_documents(self) -> int:
        """Say how many documents there are."""
        with self._connections.reading() as connection:
            return documents.count(connection)

    def same_url(self, document: Document | Imprint) -> tuple[Imprint, ...]:
        """Give the other documents from the very same address, in the order they were added."""
        if document.url is None:
            return ()
        key = document.id if isinstance(document, Document) else document.document_id
        with self._connections.reading() as connection:
            return documents.from_address(connection, document.url, but=key)

    def decide(self, decision: Decision) -> bool:
        """Keep a decision; one already kept changes nothing. Returns whether it was new."""
        with self._connections.writing() as connection:
            return rulings.decide(connection, decision)

    def decisions(self, document_ids: Collection[str] | None = None) -> tuple[Decision, ...]:
        """Give decisions, oldest first: all, or those about documents.

        With documents named, every `Undo` that leads to one of theirs comes too, and the
        undoing of an undoing: what is given can be replayed.
        """
        with self._connections.reading() as connection:
            return rulings.decided(connection, document_ids)

    def add_sheet(self, sheet: CodedSheet) -> bool:
        """Keep a coder's sheet; one already kept changes nothing. Returns whether it was new."""
        with self._connections.writing() as connection:
            return rulings.add_sheet(connection, sheet)

    def sheets(self) -> tuple[CodedSheet, ...]:
        """Give the coders' sheets, in the order they were added."""
        with self._connections.reading() as connection:
            return rulings.kept_sheets(connection)

    # What is derived

    def keep_readings(self, given: Iterable[Reading]) -> None:
        """Keep what documents tell, in place of what was kept of them before.

        The claims of a report are kept beside it, one a row, for people who look into the tables.
        """
        with self._connections.writing() as connection:
            readings.keep_readings(connection, given)

    def readings(self, ids: Collection[str] | None = None) -> Mapping[str, Reading]:
        """Give what documents tell, by document ids."""
        with self._connections.reading() as connection:
            return readings.kept_readings(connection, ids)

    def unread(self, made_by: str | None = None) -> tuple[str, ...]:
        """Give documents without a reading by this version, in the order they were added.

        Args:
            made_by: the version; without one, documents that were never read at all.
        """
        with self._connections.reading() as connection:
            return readings.unread(connection, made_by)

    def keep_fingerprints(self, given: Iterable[Fingerprint]) -> None:
        """Keep fingerprints and their bands, in place of those kept of the same documents."""
        with self._connections.writing() as connection:
            readings.keep_fingerprints(connection, given)

    def fingerprints(self, ids: Collection[str] | None = None) -> Mapping[str, Fingerprint]:
        """Give fingerprints, by document ids."""
        with self._connections.reading() as connection:
            return readings.kept_fingerprints(connection, ids)

    def signatures(self, ids: Collection[str]) -> Mapping[str, bytes]:
        """Give the signatures of fingerprints, by document ids."""
        with self._connections.reading() as connection:
            return readings.signatures(connection, ids)

    def sign(self, signatures: Mapping[str, bytes]) -> None:
        """Put other signatures into fingerprints that are kept; their bands stay."""
        with self._connections.writing() as connection:
            readings.sign(connection, signatures)

    def in_bands(self, bands: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the documents that stand in each of these bands, by band."""
        with self._connections.reading() as connection:
            return readings.in_bands(connection, bands)

    def near_in_bands(
        self, bands: Collection[str], printed: str, *, limit: int
    ) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """Walk bands from a place in the order of `Fingerprint.printed`, both ways.

        Args:
            bands: which.
            printed: where to begin; what stands there itself is left out.
            limit: how many documents at most on each side.

        Returns:
            By band, the documents before and those after, nearest first.
        """
        with self._connections.reading() as connection:
            return readings.near_in_bands(connection, bands, printed, limit)

    def keep_copies(
        self, document_ids: Collection[str], copies: Iterable[Copy], *, made_by: str
    ) -> None:
        """Keep which of these documents repeat another, in place of what was kept of them."""
        with self._connections.writing() as connection:
            readings.keep_copies(connection, document_ids, copies, made_by)

    def copies(self, ids: Collection[str] | None = None) -> Mapping[str, Copy]:
        """Give what documents repeat, by the id of the document that repeats."""
        with self._connections.reading() as connection:
            return readings.kept_copies(connection, ids)

    def repeating(self, root_ids: Collection[str]) -> Mapping[str, tuple[Copy, ...]]:
        """Give the copies that go back to these documents, by root."""
        with self._connections.reading() as connection:
            return readings.repeating(connection, root_ids)

    def keep_accounts(self, document_ids: Collection[str], rows: Iterable[AccountRow]) -> None:
        """Keep the accounts of these documents, in place of all that were kept of them.

        Accounts that go take their blocks and their links with them.
        """
        with self._connections.writing() as connection:
            neighbours.keep_accounts(connection, document_ids, rows)

    def accounts(
        self, account_ids: Collection[str] | None = None, *, with_keys: bool = True
    ) -> Mapping[str, AccountRow]:
        """Give account rows, by account ids.

        Args:
            account_ids: which; all without them.
            with_keys: whether to give the blocks they stand in; without, `keys` is empty.
        """
        with self._connections.reading() as connection:
            return neighbours.kept_accounts(connection, account_ids, with_keys=with_keys)

    def accounts_of(self, document_ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the ids of the accounts of documents, by document id."""
        with self._connections.reading() as connection:
            return neighbours.accounts_of(connection, document_ids)

    def in_block(self, key: str) -> tuple[str, ...]:
        """Give every account of a block, by day; those without a day last."""
        with self._connections.reading() as connection:
            return neighbours.in_block(connection, key)

    def nearest(
        self, keys: Collection[str], day: date | None, *, limit: int
    ) -> Mapping[str, tuple[str, ...]]:
        """Walk blocks from a day, both ways.

        Args:
            keys: of the blocks.
            day: where to begin; without one, at the latest.
            limit: how many accounts of each block at most.

        Returns:
            By key, the accounts nearest in time first, of equals the earlier day, then the
            lower id. Accounts without a day come last, by id.
        """
        with self._connections.reading() as connection:
            return neighbours.nearest(connection, keys, day, limit)

    def keep_links(
        self, account_ids: Collection[str], links: Iterable[Link], *, made_by: str
    ) -> None:
        """Keep how accounts were judged, in place of every link that touches `account_ids`."""
        with self._connections.writing() as connection:
            neighbours.keep_links(connection, account_ids, links, made_by)

    def links(self, account_ids: Collection[str]) -> tuple[Link, ...]:
        """Give every link that touches one of these accounts, each once."""
        with self._connections.reading() as connection:
            return neighbours.kept_links(connection, account_ids)

    def incident_of(self, account_ids: Collection[str]) -> Mapping[str, str]:
        """Give the incident that each account belongs to."""
        with self._connections.reading() as connection:
            return incidents.incident_of(connection, account_ids)

    def members(self, incident_ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the accounts of each incident."""
        with self._connections.reading() as connection:
            return incidents.members(connection, incident_ids)

    def replace_incidents(
        self, gone: Collection[str], new: Iterable[Case], *, made_by: str
    ) -> None:
        """Take incidents out and put others in, all at once.

        A case whose incident is kept already takes its place, `gone` or not. An account belongs
        to one incident: it leaves the one it was in.
        """
        with self._connections.writing() as connection:
            incidents.replace(connection, gone, new, made_by)

    def cases(self, incident_ids: Collection[str] | None = None) -> Mapping[str, Case]:
        """Give incidents with their tolls, whole."""
        with self._connections.reading() as connection:
            return incidents.cases(connection, incident_ids)

    def incident_rows(self, incident_ids: Collection[str]) -> Mapping[str, IncidentRow]:
        """Give incidents as lines of a list."""
        with self._connections.reading() as connection:
            return incidents.lines(connection, incident_ids)

    def outdated(self, made_by: str) -> tuple[str, ...]:
        """Give the incidents that another version made."""
        with self._connections.reading() as connection:
            return incidents.outdated(connection, made_by)

    def forget_derived(self) -> None:
        """Forget everything that can be made again; documents, decisions and sheets stay."""
        with self._connections.writing() as connection:
            noting.forget_derived(connection)

    def index_words(self) -> int:
        """Make anew the words that documents are found by, where they are not their own.

        Returns:
            How many documents were to be found by other words, or by none.
        """
        with self._connections.writing() as connection:
            return indexing.index_words(connection)

    def note(self, name: str) -> str | None:
        """Give what was noted under a name, None where nothing was."""
        with self._connections.reading() as connection:
            return noting.noted(connection, name)

    def take_note(self, name: str, text: str) -> None:
        """Note something about the store ("linked by"), in place of what was noted before."""
        with self._connections.writing() as connection:
            noting.take_note(connection, name, text)

    # What is asked

    def incidents(
        self,
        wanted: Filter = Filter(),  # noqa: B008 - frozen
        *,
        order: Order = Order.NEWEST,
        limit: int = 50,
        after: str | None = None,
    ) -> tuple[IncidentRow, ...]:
        """List incidents.

        Args:
            wanted: which.
            order: in what order.
            limit: how many at most.
            after: the id of the incident that the list goes on behind.

        Raises:
            UnknownIncident: `after` is the id of none.
        """
        with self._connections.reading() as connection:
            ids = listing.listed(connection, wanted, order, limit, after)
            return tuple(incidents.lines(connection, ids).values())

    def count_incidents(self, wanted: Filter = Filter()) -> int:  # noqa: B008 - frozen
        """Say how many incidents there are."""
        with self._connections.reading() as connection:
            return listing.counted(connection, wanted)

    def search(self, words: str, *, limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """Find documents that hold all these words, in the headline or in the text.

        Words in quotes are a phrase. Case, accents, vowel signs and the letters that writers of
        Arabic exchange make no difference; nothing in `words` is ever a command.

        Args:
            words: what is sought; without a letter or a digit nothing is found.
            limit: how many at most.
            after: the id of the document that the list goes on behind.

        Returns:
            Those with all the words in the headline first, then the newest.
        """
        with self._connections.reading() as connection:
            return searching.search(connection, words, limit, after)

    def find(self, beginning: str) -> tuple[Found, ...]:
        """Give everything whose id begins like this (four characters or more), at most twenty."""
        with self._connections.reading() as connection:
            return finding.find(connection, beginning)

    # What is done with the whole

    def backup(self, path: str | Path) -> Path:
        """Write the whole store to a new SQLite file, while others go on using it.

        Raises:
            UnusableStore: there is something at `path` already, or it cannot be written.
        """
        with self._connections.reading() as connection:
            return backing_up.backup(connection, Path(path))

    def check(self) -> tuple[Problem, ...]:
        """Look for everything that is not as it must be; nothing is changed."""
        # One who writes, for SQLite's own check of its index of words asks for that.
        with self._connections.writing() as connection:
            return tuple(checking.check(connection))
