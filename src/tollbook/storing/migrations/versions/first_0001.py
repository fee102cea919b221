"""The first tables: what is kept for good, what is derived, and the index of words."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None

_TEXT = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
_TRUTH = ("documents", "decisions", "decision_documents", "sheets")


def upgrade() -> None:
    """Make every table, its indices and its triggers."""
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        _finish_sqlite()
    else:
        _finish_postgresql()


def _finish_sqlite() -> None:
    # The tokenizer that splits at spaces only: the words were folded before.
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5("
        "title, words, content = 'search_texts', content_rowid = 'number', tokenize = 'ascii')"
    )
    op.execute(
        "CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts BEGIN"
        " INSERT INTO search_index(rowid, title, words)"
        " VALUES (new.number, new.title, new.words); END"
    )
    op.execute(
        "CREATE TRIGGER search_texts_gone AFTER DELETE ON search_texts BEGIN"
        " INSERT INTO search_index(search_index, rowid, title, words)"
        " VALUES ('delete', old.number, old.title, old.words); END"
    )
    for table in _TRUTH:
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} BEGIN"
                f" SELECT RAISE(ABORT, '{table} are kept for good'); END"
            )


def _finish_postgresql() -> None:
    op.execute(
        "CREATE INDEX search_index ON search_texts USING gin"
        " (array_to_tsvector(string_to_array(btrim(title || ' ' || words), ' ')))"
    )
    op.execute(
        "CREATE FUNCTION tollbook_kept_for_good() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '% are kept for good', TG_TABLE_NAME; END $$"
    )
    for table in _TRUTH:
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " EXECUTE FUNCTION tollbook_kept_for_good()"
        )


def _make_tables() -> None:

    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("by", _TEXT, nullable=False),
        sa.Column("decided_at", _TEXT, nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("undoes", _TEXT, nullable=True),
        sa.Column("body", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("decisions_by_undone", "decisions", ["undoes"], unique=False)
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("title", _TEXT, nullable=True),
        sa.Column("publisher", _TEXT, nullable=True),
        sa.Column("published_at", _TEXT, nullable=True),
        sa.Column("published_on", _TEXT, nullable=True),
        sa.Column("url", _TEXT, nullable=True),
        sa.Column("text", _TEXT, nullable=False),
        sa.Column("exact", sa.LargeBinary(), nullable=True),
        sa.Column("read_by", _TEXT, nullable=False),
        sa.Column("added_at", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("documents_by_day", "documents", ["published_on"], unique=False)
    op.create_index("documents_by_url", "documents", ["url"], unique=False, postgresql_using="hash")
    op.create_table(
        "incidents",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("what", _TEXT, nullable=False),
        sa.Column("first_day", _TEXT, nullable=True),
        sa.Column("last_day", _TEXT, nullable=True),
        sa.Column("places", _TEXT, nullable=False),
        sa.Column("country", _TEXT, nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("actors", _TEXT, nullable=False),
        sa.Column("targets", _TEXT, nullable=False),
        sa.Column("killed_low", sa.BigInteger(), nullable=True),
        sa.Column("killed_best", sa.BigInteger(), nullable=True),
        sa.Column("killed_high", sa.BigInteger(), nullable=True),
        sa.Column("injured_low", sa.BigInteger(), nullable=True),
        sa.Column("injured_best", sa.BigInteger(), nullable=True),
        sa.Column("injured_high", sa.BigInteger(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("doubts", sa.Integer(), nullable=False),
        sa.Column("is_background", sa.Boolean(), nullable=False),
        sa.Column("part_of", _TEXT, nullable=True),
        sa.Column("last_published", _TEXT, nullable=True),
        sa.Column("made_by", _TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("incidents_by_killed", "incidents", ["killed_best", "id"], unique=False)
    op.create_index("incidents_by_last_day", "incidents", ["last_day", "id"], unique=False)
    op.create_index(
        "incidents_by_last_published", "incidents", ["last_published", "id"], unique=False
    )
    op.create_index("incidents_by_part_of", "incidents", ["part_of"], unique=False)
    op.create_index("incidents_by_reports", "incidents", ["reports", "id"], unique=False)
    op.create_table(
        "notes",
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("text", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "sheets",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("name", _TEXT, nullable=False),
        sa.Column("added_at", _TEXT, nullable=False),
        sa.Column("body", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "accounts",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("document_id", _TEXT, nullable=False),
        sa.Column("label", _TEXT, nullable=False),
        sa.Column("first_day", _TEXT, nullable=True),
        sa.Column("last_day", _TEXT, nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("evidence", _TEXT, nullable=False),
        sa.Column("made_by", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("accounts_by_document", "accounts", ["document_id"], unique=False)
    op.create_table(
        "bands",
        sa.Column("band", _TEXT, nullable=False),
        sa.Column("printed", _TEXT, nullable=False),
        sa.Column("document_id", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.PrimaryKeyConstraint("band", "printed", "document_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("bands_by_document", "bands", ["document_id"], unique=False)
    op.create_table(
        "claims",
        sa.Column("document_id", _TEXT, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("account_id", _TEXT, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("says", _TEXT, nullable=False),
        sa.Column("harm", _TEXT, nullable=True),
        sa.Column("people", _TEXT, nullable=True),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("source", _TEXT, nullable=True),
        sa.Column("source_kind", _TEXT, nullable=True),
        sa.Column("stance", _TEXT, nullable=True),
        sa.Column("sentence", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.PrimaryKeyConstraint("document_id", "position"),
    )
    op.create_index("claims_by_id", "claims", ["id"], unique=False)
    op.create_table(
        "copies",
        sa.Column("document_id", _TEXT, nullable=False),
        sa.Column("root_id", _TEXT, nullable=False),
        sa.Column("descent", _TEXT, nullable=False),
        sa.Column("because", _TEXT, nullable=False),
        sa.Column("made_by", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.ForeignKeyConstraint(
            ["root_id"],
            ["documents.id"],
        ),
        sa.PrimaryKeyConstraint("document_id"),
    )
    op.create_index("copies_by_root", "copies", ["root_id"], unique=False)
    op.create_table(
        "decision_documents",
        sa.Column("document_id", _TEXT, nullable=False),
        sa.Column("decision_id", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decisions.id"],
        ),
        sa.PrimaryKeyConstraint("document_id", "decision_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fingerprints",
        sa.Column("document_id", _TEXT, nullable=False),
        sa.Column("made_by", _TEXT, nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.PrimaryKeyConstraint("document_id"),
    )
    op.create_table(
        "incident_accounts",
        sa.Column("account_id", _TEXT, nullable=False),
        sa.Column("incident_id", _TEXT, nullable=False),
        sa.Column("document_id", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("account_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "incident_accounts_by_document", "incident_accounts", ["document_id"], unique=False
    )
    op.create_index(
        "incident_accounts_by_incident", "incident_accounts", ["incident_id"], unique=False
    )
    op.create_table(
        "incident_names",
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("word", _TEXT, nullable=False),
        sa.Column("incident_id", _TEXT, nullable=False),
        sa.Column("name", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kind", "word", "incident_id", "name"),
        sqlite_with_rowid=False,
    )
    op.create_index("incident_names_by_incident", "incident_names", ["incident_id"], unique=False)
    op.create_table(
        "incident_tolls",
        sa.Column("incident_id", _TEXT, nullable=False),
        sa.Column("harm", _TEXT, nullable=False),
        sa.Column("people", _TEXT, nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=False),
        sa.Column("best", sa.BigInteger(), nullable=False),
        sa.Column("high", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("incident_id", "harm", "people"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "incident_tolls_by_best", "incident_tolls", ["harm", "people", "best"], unique=False
    )
    op.create_table(
        "readings",
        sa.Column("document_id", _TEXT, nullable=False),
        sa.Column("made_by", _TEXT, nullable=False),
        sa.Column("report", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
        ),
        sa.PrimaryKeyConstraint("document_id"),
    )
    op.create_table(
        "search_texts",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", _TEXT, nullable=False),
        sa.Column("words", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["number"],
            ["documents.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "blocks",
        sa.Column("block", _TEXT, nullable=False),
        sa.Column("day", _TEXT, nullable=False),
        sa.Column("account_id", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("block", "day", "account_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("blocks_by_account", "blocks", ["account_id"], unique=False)
    op.create_table(
        "links",
        sa.Column("account_id", _TEXT, nullable=False),
        sa.Column("to_account_id", _TEXT, nullable=False),
        sa.Column("log_odds", sa.Float(), nullable=False),
        sa.Column("judgement", _TEXT, nullable=False),
        sa.Column("because", _TEXT, nullable=False),
        sa.Column("decision_id", _TEXT, nullable=True),
        sa.Column("made_by", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["to_account_id"], ["accounts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("account_id", "to_account_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("links_by_to_account", "links", ["to_account_id"], unique=False)
