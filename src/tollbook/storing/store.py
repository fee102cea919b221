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
        raise NotImplementedError

    @property
    def address(self) -> str:
        """Where the store lies, without a password."""
        raise NotImplementedError

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all of the block at once, or nothing of it where it raises.

        Nobody else writes meanwhile, in this process or another, so what is read within stays
        true until the end. May be nested: the outermost block is what counts.
        """
        raise NotImplementedError
        yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one unchanging state of the store for the whole block, whoever writes meanwhile."""
        raise NotImplementedError
        yield

    # What is kept for good

    def add_documents(
        self, documents: Iterable[Document], *, added_at: datetime, read_by: str
    ) -> tuple[str, ...]:
        """Keep documents; those already kept change nothing.

        Args:
            documents: any, several times the same one too.
            added_at: when; with a time zone.
            read_by: the version of the reader that made their texts.

        Returns:
            The ids that are new, in order. They are on the disk when this returns.
        """
        raise NotImplementedError

    def document(self, document_id: str) -> Document:
        """Give one document.

        Raises:
            UnknownDocument: no document has this id.
        """
        raise NotImplementedError

    def documents(self, ids: Collection[str] | None = None) -> Mapping[str, Document]:
        """Give documents by their ids, or all of them in the order they were added."""
        raise NotImplementedError

    def imprints(self, ids: Collection[str] | None = None) -> Mapping[str, Imprint]:
        """Give documents without their texts; all of them in the order they were added."""
        raise NotImplementedError

    def added_at(self, ids: Collection[str] | None = None) -> Mapping[str, datetime]:
        """Say when documents were added (in UTC)."""
        raise NotImplementedError

    def read_by(self, ids: Collection[str] | None = None) -> Mapping[str, str]:
        """Say which version of the reader made the texts of documents."""
        raise NotImplementedError

    def count_documents(self) -> int:
        """Say how many documents there are."""
        raise NotImplementedError

    def same_url(self, document: Document | Imprint) -> tuple[Imprint, ...]:
        """Give the other documents from the very same address, in the order they were added."""
        raise NotImplementedError

    def decide(self, decision: Decision) -> bool:
        """Keep a decision; one already kept changes nothing. Returns whether it was new."""
        raise NotImplementedError

    def decisions(self, document_ids: Collection[str] | None = None) -> tuple[Decision, ...]:
        """Give decisions, oldest first: all, or those about documents.

        With documents named, every `Undo` that leads to one of theirs comes too, and the
        undoing of an undoing: what is given can be replayed.
        """
        raise NotImplementedError

    def add_sheet(self, sheet: CodedSheet) -> bool:
        """Keep a coder's sheet; one already kept changes nothing. Returns whether it was new."""
        raise NotImplementedError

    def sheets(self) -> tuple[CodedSheet, ...]:
        """Give the coders' sheets, in the order they were added."""
        raise NotImplementedError

    # What is derived

    def keep_readings(self, readings: Iterable[Reading]) -> None:
        """Keep what documents tell, in place of what was kept of them before.

        The claims of a report are kept beside it, one a row, for people who look into the tables.
        """
        raise NotImplementedError

    def readings(self, ids: Collection[str] | None = None) -> Mapping[str, Reading]:
        """Give what documents tell, by document ids."""
        raise NotImplementedError

    def unread(self, made_by: str) -> tuple[str, ...]:
        """Give documents without a reading by this version, in the order they were added."""
        raise NotImplementedError

    def keep_fingerprints(self, fingerprints: Iterable[Fingerprint]) -> None:
        """Keep fingerprints and their bands, in place of those kept of the same documents."""
        raise NotImplementedError

    def fingerprints(self, ids: Collection[str] | None = None) -> Mapping[str, Fingerprint]:
        """Give fingerprints, by document ids."""
        raise NotImplementedError

    def in_bands(self, bands: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the documents that stand in each of these bands, by band."""
        raise NotImplementedError

    def keep_copies(
        self, document_ids: Collection[str], copies: Iterable[Copy], *, made_by: str
    ) -> None:
        """Keep which of these documents repeat another, in place of what was kept of them."""
        raise NotImplementedError

    def copies(self, ids: Collection[str] | None = None) -> Mapping[str, Copy]:
        """Give what documents repeat, by the id of the document that repeats."""
        raise NotImplementedError

    def repeating(self, root_ids: Collection[str]) -> Mapping[str, tuple[Copy, ...]]:
        """Give the copies that go back to these documents, by root."""
        raise NotImplementedError

    def keep_accounts(self, document_ids: Collection[str], rows: Iterable[AccountRow]) -> None:
        """Keep the accounts of these documents, in place of all that were kept of them.

        Accounts that go take their blocks and their links with them.
        """
        raise NotImplementedError

    def accounts(self, account_ids: Collection[str] | None = None) -> Mapping[str, AccountRow]:
        """Give account rows, by account ids."""
        raise NotImplementedError

    def accounts_of(self, document_ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the ids of the accounts of documents, by document id."""
        raise NotImplementedError

    def in_block(self, key: str) -> tuple[str, ...]:
        """Give every account of a block, by day; those without a day last."""
        raise NotImplementedError

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
        raise NotImplementedError

    def keep_links(
        self, account_ids: Collection[str], links: Iterable[Link], *, made_by: str
    ) -> None:
        """Keep how accounts were judged, in place of every link that touches `account_ids`."""
        raise NotImplementedError

    def links(self, account_ids: Collection[str]) -> tuple[Link, ...]:
        """Give every link that touches one of these accounts, each once."""
        raise NotImplementedError

    def incident_of(self, account_ids: Collection[str]) -> Mapping[str, str]:
        """Give the incident that each account belongs to."""
        raise NotImplementedError

    def members(self, incident_ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the accounts of each incident."""
        raise NotImplementedError

    def replace_incidents(
        self, gone: Collection[str], new: Iterable[Case], *, made_by: str
    ) -> None:
        """Take incidents out and put others in, all at once.

        A case whose incident is kept already takes its place, `gone` or not. An account belongs
        to one incident: it leaves the one it was in.
        """
        raise NotImplementedError

    def cases(self, incident_ids: Collection[str] | None = None) -> Mapping[str, Case]:
        """Give incidents with their tolls, whole."""
        raise NotImplementedError

    def incident_rows(self, incident_ids: Collection[str]) -> Mapping[str, IncidentRow]:
        """Give incidents as lines of a list."""
        raise NotImplementedError

    def outdated(self, made_by: str) -> tuple[str, ...]:
        """Give the incidents that another version made."""
        raise NotImplementedError

    def forget_derived(self) -> None:
        """Forget everything that can be made again; documents, decisions and sheets stay."""
        raise NotImplementedError

    def note(self, name: str) -> str | None:
        """Give what was noted under a name, None where nothing was."""
        raise NotImplementedError

    def take_note(self, name: str, text: str) -> None:
        """Note something about the store ("linked by"), in place of what was noted before."""
        raise NotImplementedError

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
        raise NotImplementedError

    def count_incidents(self, wanted: Filter = Filter()) -> int:  # noqa: B008 - frozen
        """Say how many incidents there are."""
        raise NotImplementedError

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
        raise NotImplementedError

    def find(self, beginning: str) -> tuple[Found, ...]:
        """Give everything whose id begins like this (four characters or more), at most twenty."""
        raise NotImplementedError

    # What is done with the whole

    def backup(self, path: str | Path) -> Path:
        """Write the whole store to a new SQLite file, while others go on using it.

        Raises:
            UnusableStore: there is something at `path` already, or it cannot be written.
        """
        raise NotImplementedError

    def check(self) -> tuple[Problem, ...]:
        """Look for everything that is not as it must be; nothing is changed."""
        raise NotImplementedError
