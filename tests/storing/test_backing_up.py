import threading
from pathlib import Path

import pytest

from tests.storing.built import ADDED, printed
from tests.storing.test_checking import full
from tests.storing.test_rulings import sheet
from tollbook.errors import UnusableStore
from tollbook.storing import Store, open_store


def test_a_backup_holds_everything(store: Store, tmp_path: Path) -> None:
    full(store).add_sheet(sheet())
    odd = printed("a NUL \x00, and half a pair \ud83d")
    store.add_documents([odd], added_at=ADDED, read_by="reader 1")
    store.take_note("linked by", "linker 1")
    target = tmp_path / "backup.toll"
    assert store.backup(target) == target
    with open_store(target, create=False) as copy:
        assert copy.check() == ()
        assert copy.documents() == store.documents()
        assert list(copy.documents()) == list(store.documents())
        assert copy.decisions() == store.decisions()
        assert copy.sheets() == store.sheets()
        assert copy.readings() == store.readings()
        assert copy.accounts() == store.accounts()
        assert copy.cases() == store.cases()
        assert copy.incidents() == store.incidents()
        assert copy.search("oker") == store.search("oker")
        assert copy.note("linked by") == "linker 1"
        with pytest.raises(UnusableStore, match="kept for good"), copy.writing():
            _delete(copy)


def _delete(store: Store) -> None:
    from sqlalchemy import text

    with store._connections.writing() as connection:
        connection.execute(text("DELETE FROM documents"))


def test_a_backup_is_one_file_and_leaves_no_other(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    store.backup(folder / "monday.toll")
    assert [path.name for path in folder.iterdir()] == ["monday.toll"]


def test_a_backup_never_writes_over_anything(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("twelve names")
    with pytest.raises(UnusableStore, match="never writes over"):
        store.backup(target)
    assert target.read_text() == "twelve names"


def test_a_backup_to_nowhere_is_an_error_that_names_it(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnusableStore, match=r"nowhere/monday\.toll"):
        store.backup(tmp_path / "nowhere" / "monday.toll")


def test_others_go_on_writing_while_a_backup_is_made(store: Store, tmp_path: Path) -> None:
    many = [printed(f"report {number} " * 40) for number in range(300)]
    store.add_documents(many, added_at=ADDED, read_by="reader 1")
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            later = [printed(f"meanwhile {number}")]
            store.add_documents(later, added_at=ADDED, read_by="reader 1")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            store.backup(tmp_path / f"{number}.toll")
    finally:
        stop.set()
        writer.join()
    for number in range(3):
        with open_store(tmp_path / f"{number}.toll") as copy:
            assert copy.check() == ()
            assert set(copy.documents()) >= {document.id for document in many}
