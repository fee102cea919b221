"""The tables, as both databases have them; `migrations` makes them, step by step.

Days and moments are ISO 8601 texts and lists are JSON, so that the file can be read without
tollbook. Documents, decisions and sheets are truth: triggers refuse to change or delete them.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

VERSION = 1
"""The schema this tollbook writes; the newest of `migrations`."""

APPLICATION_ID = 0x746F6C6C
"""What says in the head of a SQLite file that it is a store: "toll"."""

# One order of letters on both databases, whatever language a server was set up in.
_Text: TypeEngine[str] = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")

tables = MetaData()


def _text(name: str, *more: ForeignKey, empty: bool = False, key: bool = False) -> Column[str]:
    return Column(name, _Text, *more, nullable=empty, primary_key=key)


def _document(*, key: bool = False) -> Column[str]:
    return _text("document_id", ForeignKey("documents.id"), key=key)


VERSION_TABLE = "tollbook_version"
"""The table of one row that says by which schema the others were written."""

documents = Table(
    "documents",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", _Text, nullable=False, unique=True),
    _text("name"),
    _text("title", empty=True),
    _text("publisher", empty=True),
    _text("published_at", empty=True),
    _text("published_on", empty=True),
    _text("url", empty=True),
    _text("text"),
    # All of it once more where a text column cannot hold it: NUL, half a surrogate pair.
    Column("exact", LargeBinary),
    _text("read_by"),
    _text("added_at"),
    # An address may be longer than what a tree of PostgreSQL holds.
    Index("documents_by_url", "url", postgresql_using="hash"),
    Index("documents_by_day", "published_on"),
)

decisions = Table(
    "decisions",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", _Text, nullable=False, unique=True),
    _text("kind"),
    _text("by"),
    _text("decided_at"),
    _text("reason"),
    _text("undoes", empty=True),
    _text("body"),
    Index("decisions_by_undone", "undoes"),
)

decision_documents = Table(
    "decision_documents",
    tables,
    _text("document_id", key=True),
    _text("decision_id", ForeignKey("decisions.id"), key=True),
    sqlite_with_rowid=False,
)

sheets = Table(
    "sheets",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", _Text, nullable=False, unique=True),
    _text("name"),
    _text("added_at"),
    _text("body"),
)

TRUTH = (documents, decisions, decision_documents, sheets)

search_texts = Table(
    "search_texts",
    tables,
    Column(
        "number",
        Integer,
        ForeignKey("documents.number"),
        primary_key=True,
        autoincrement=False,
    ),
    _text("title"),
    _text("words"),
)

readings = Table(
    "readings",
    tables,
    _document(key=True),
    _text("made_by"),
    Column("report", LargeBinary, nullable=False),
)

claims = Table(
    "claims",
    tables,
    _document(key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("id"),
    _text("account_id"),
    _text("kind"),
    _text("says"),
    _text("harm", empty=True),
    _text("people", empty=True),
    Column("low", BigInteger),
    Column("high", BigInteger),
    _text("source", empty=True),
    _text("source_kind", empty=True),
    _text("stance", empty=True),
    _text("sentence"),
    Index("claims_by_id", "id"),
)

fingerprints = Table(
    "fingerprints",
    tables,
    _document(key=True),
    _text("made_by"),
    Column("signature", LargeBinary, nullable=False),
)

bands = Table(
    "bands",
    tables,
    _text("band", key=True),
    _text("printed", key=True),
    _document(key=True),
    Index("bands_by_document", "document_id"),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    tables,
    _document(key=True),
    _text("root_id", ForeignKey("documents.id")),
    _text("descent"),
    _text("because"),
    _text("made_by"),
    Index("copies_by_root", "root_id"),
)

accounts = Table(
    "accounts",
    tables,
    _text("id", key=True),
    _document(),
    _text("label"),
    _text("first_day", empty=True),
    _text("last_day", empty=True),
    Column("latitude", Float),
    Column("longitude", Float),
    _text("evidence"),
    _text("made_by"),
    Index("accounts_by_document", "document_id"),
)

# The day is "" for accounts without one: a key column holds no NULL.
blocks = Table(
    "blocks",
    tables,
    _text("block", key=True),
    _text("day", key=True),
    _text("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), key=True),
    Index("blocks_by_account", "account_id"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    tables,
    _text("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), key=True),
    _text("to_account_id", ForeignKey("accounts.id", ondelete="CASCADE"), key=True),
    Column("log_odds", Float, nullable=False),
    _text("judgement"),
    _text("because"),
    _text("decision_id", empty=True),
    _text("made_by"),
    Index("links_by_to_account", "to_account_id"),
    sqlite_with_rowid=False,
)

incidents = Table(
    "incidents",
    tables,
    _text("id", key=True),
    _text("what"),
    _text("first_day", empty=True),
    _text("last_day", empty=True),
    _text("places"),
    _text("country"),
    Column("latitude", Float),
    Column("longitude", Float),
    _text("actors"),
    _text("targets"),
    *(
        Column(f"{harm}_{end}", BigInteger)
        for harm in ("killed", "injured")
        for end in ("low", "best", "high")
    ),
    Column("reports", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("doubts", Integer, nullable=False),
    Column("is_background", Boolean, nullable=False),
    _text("part_of", empty=True),
    _text("last_published", empty=True),
    _text("made_by"),
    Column("body", LargeBinary, nullable=False),
    Index("incidents_by_last_published", "last_published", "id"),
    Index("incidents_by_last_day", "last_day", "id"),
    Index("incidents_by_killed", "killed_best", "id"),
    Index("incidents_by_reports", "reports", "id"),
    Index("incidents_by_part_of", "part_of"),
)

incident_accounts = Table(
    "incident_accounts",
    tables,
    _text("account_id", key=True),
    _text("incident_id", ForeignKey("incidents.id", ondelete="CASCADE")),
    _document(),
    Index("incident_accounts_by_incident", "incident_id"),
    Index("incident_accounts_by_document", "document_id"),
    sqlite_with_rowid=False,
)

incident_tolls = Table(
    "incident_tolls",
    tables,
    _text("incident_id", ForeignKey("incidents.id", ondelete="CASCADE"), key=True),
    _text("harm", key=True),
    _text("people", key=True),
    Column("low", BigInteger, nullable=False),
    Column("best", BigInteger, nullable=False),
    Column("high", BigInteger, nullable=False),
    Index("incident_tolls_by_best", "harm", "people", "best"),
    sqlite_with_rowid=False,
)

# Every word of every name, folded, with the name it stands in.
incident_names = Table(
    "incident_names",
    tables,
    _text("kind", key=True),
    _text("word", key=True),
    _text("incident_id", ForeignKey("incidents.id", ondelete="CASCADE"), key=True),
    _text("name", key=True),
    Index("incident_names_by_incident", "incident_id"),
    sqlite_with_rowid=False,
)

notes = Table("notes", tables, _text("name", key=True), _text("text"))

DERIVED = (
    incident_names,
    incident_tolls,
    incident_accounts,
    incidents,
    links,
    blocks,
    accounts,
    copies,
    bands,
    fingerprints,
    claims,
    readings,
)
"""What can be made again, in an order in which it can be forgotten."""
