import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tollbook.storing import Store, open_store
from tollbook.storing.migrating import _STEPS
from tollbook.storing.schema import VERSION, VERSION_TABLE, tables

_INDEX = "search_index"


def _is_ours(_: object, name: str | None, kind: str, *__: object) -> bool:
    return not (kind in {"table", "index"} and name is not None and name.startswith(_INDEX))


def test_the_steps_make_the_tables_that_are_used(store: Store) -> None:
    with store._connections.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "include_object": _is_ours}
        )
        assert compare_metadata(context, tables) == []


def test_the_newest_step_is_the_schema_we_write() -> None:
    heads = ScriptDirectory(str(_STEPS)).get_heads()
    assert [int(head) for head in heads] == [VERSION]


def test_a_making_that_was_stopped_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "desk.toll"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with open_store(path) as store:
        assert store.check() == ()


def test_a_store_says_what_it_is_in_its_head(tmp_path: Path) -> None:
    path = tmp_path / "desk.toll"
    open_store(path).close()
    assert path.read_bytes()[68:72] == b"toll"
