import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.postgres import Server
from tests.storing.built import ADDED, printed
from tollbook.errors import UnusableStore
from tollbook.storing import Store, open_store
from tollbook.storing.schema import VERSION


def set_schema(store: Store, number: int) -> None:
    with store._connections.writing() as connection:
        query = text("UPDATE tollbook_version SET version_num = :number")
        connection.execute(query, {"number": f"{number:04}"})


def test_opening_twice_makes_nothing_twice(address: str, opened: Callable[[str], Store]) -> None:
    document = printed()
    opened(address).add_documents([document], added_at=ADDED, read_by="reader 1")
    assert opened(address).documents() == {document.id: document}


def test_a_store_that_must_be_there_is_not_made(address: str) -> None:
    with pytest.raises(UnusableStore, match="add a report to make one"):
        open_store(address, create=False)
    with pytest.raises(UnusableStore, match="add a report to make one"):
        open_store(address, create=False)


def test_a_store_of_a_newer_schema_is_left_alone(
    address: str, opened: Callable[[str], Store]
) -> None:
    set_schema(opened(address), VERSION + 3)
    expected = f"was written by schema {VERSION + 3}; this version knows up to {VERSION}"
    with pytest.raises(UnusableStore, match=expected):
        open_store(address)


def test_a_file_of_a_newer_schema_is_untouched(tmp_path: Path) -> None:
    path = tmp_path / "desk.toll"
    with open_store(path) as store:
        set_schema(store, VERSION + 1)
    before = path.read_bytes()
    with pytest.raises(UnusableStore, match="Upgrade tollbook"):
        open_store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(lambda path: path.mkdir(), "is a folder", id="a folder"),
        pytest.param(lambda path: path.write_text("12 dead"), "cannot be read", id="a text"),
        pytest.param(
            lambda path: path.write_bytes(b"SQLite format 3\x00" + b"x" * 500),
            "cannot be read",
            id="a damaged file",
        ),
        pytest.param(
            lambda path: sqlite3.connect(path).execute("CREATE TABLE other (x)"),
            "something else",
            id="another database",
        ),
    ],
)
def test_what_is_no_store_is_refused_and_untouched(
    tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    path = tmp_path / "desk.toll"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(UnusableStore, match=says):
        open_store(path)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableStore, match="there is no folder"):
        open_store(tmp_path / "nowhere" / "desk.toll")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder closed to root: /proc")
def test_a_folder_that_may_not_be_written_to_is_named() -> None:
    with pytest.raises(UnusableStore, match=r"/proc/desk\.toll.*may be written to"):
        open_store("/proc/desk.toll")


@pytest.mark.parametrize("name", ["a b?c=1&%41.toll", "Ôker.toll", "'; --"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        with open_store(tmp_path / name) as store:
            assert store.check() == ()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_address_of_a_file_is_its_path(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/desk.toll") as store:
        assert store.address == f"{tmp_path}/desk.toll"
    assert (tmp_path / "desk.toll").exists()


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "desk.toll"
    path.touch()
    with open_store(path) as store:
        assert store.check() == ()


def test_many_may_make_one_store_at_once(address: str) -> None:
    command = "import sys; from tollbook.storing import open_store; open_store(sys.argv[1]).close()"
    children = [
        subprocess.Popen([sys.executable, "-c", command, address], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    said = [child.communicate()[1].decode() for child in children]
    assert [child.returncode for child in children] == [0] * 4, said
    with open_store(address, create=False) as store:
        assert store.check() == ()


def test_passwords_are_never_shown(postgres_server: Server) -> None:
    address = postgres_server.address("no_such_database")
    password = address.split("@")[0].rsplit(":", 1)[1]
    with pytest.raises(UnusableStore, match="no_such_database") as refused:
        open_store(address)
    assert password not in str(refused.value)
    wrong = address.replace(password, "secret-and-wrong")
    with pytest.raises(UnusableStore, match="password authentication failed") as refused:
        open_store(wrong)
    assert "secret-and-wrong" not in str(refused.value)


def test_a_database_of_something_else_is_left_alone(postgres_server: Server) -> None:
    import psycopg

    address = postgres_server.make_database("other")
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE documents (title text)")
    with pytest.raises(UnusableStore, match="documents"):
        open_store(address)
    with psycopg.connect(address) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
    assert tables == [("documents",)]


def test_a_server_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UnusableStore, match=r"127\.0\.0\.1"):
        open_store("postgresql://vell:secret@127.0.0.1:1/desk")


def test_without_psycopg_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UnusableStore, match=r"pip install 'tollbook\[postgres\]'"):
        open_store("postgresql://vell@db.example/desk")


def test_naming_a_store_loads_no_database() -> None:
    command = (
        "import sys; import tollbook; import tollbook.cli;"
        "print('sqlalchemy' in sys.modules, 'alembic' in sys.modules)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "False False"


def test_opening_a_store_up_to_date_loads_no_migrations(tmp_path: Path) -> None:
    path = tmp_path / "desk.toll"
    open_store(path).close()
    command = (
        "import sys; from tollbook.storing import open_store; open_store(sys.argv[1]).close();"
        "print('alembic' in sys.modules)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", command, path], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "False"
