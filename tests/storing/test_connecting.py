import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.storing.built import ADDED, printed
from tollbook.errors import UnusableStore
from tollbook.storing import Store, connecting, open_store


def add(store: Store, *texts: str) -> tuple[str, ...]:
    documents = [printed(each) for each in texts]
    return store.add_documents(documents, added_at=ADDED, read_by="reader 1")


def test_what_is_written_in_one_block_is_written_together(store: Store) -> None:
    with store.writing():
        add(store, "one")
        with store.writing():
            add(store, "two")
        assert store.count_documents() == 2
    assert store.count_documents() == 2


def test_a_block_that_fails_writes_nothing(store: Store) -> None:
    add(store, "before")
    with pytest.raises(LookupError), store.writing():  # noqa: PT012 - the block is what fails
        add(store, "one")
        store.take_note("step", "one")
        raise LookupError
    assert store.count_documents() == 1
    assert store.note("step") is None
    assert store.check() == ()


def test_a_block_that_reads_sees_one_state(
    store: Store, address: str, opened: Callable[[str], Store]
) -> None:
    add(store, "before")
    with store.reading():
        assert store.count_documents() == 1
        add(opened(address), "meanwhile")
        assert store.count_documents() == 1
    assert store.count_documents() == 2


def test_writing_while_only_reading_is_refused(store: Store) -> None:
    with store.reading(), pytest.raises(UnusableStore, match="only reads"):
        add(store, "one")


def test_threads_write_one_after_the_other(store: Store) -> None:
    def count_up() -> None:
        for _ in range(20):
            with store.writing():
                seen = int(store.note("count") or 0)
                store.take_note("count", str(seen + 1))

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.note("count") == "80"


def test_two_stores_of_one_address_write_one_after_the_other(
    address: str, opened: Callable[[str], Store]
) -> None:
    stores = [opened(address), opened(address)]

    def add_some(which: int) -> None:
        for number in range(20):
            add(stores[which], f"report {number}", f"report {which} {number}")

    threads = [threading.Thread(target=add_some, args=[which]) for which in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert stores[0].count_documents() == 60
    assert stores[0].check() == ()


def test_who_waits_too_long_for_another_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0)
    path = tmp_path / "desk.toll"
    with open_store(path) as one, open_store(path) as other, one.writing():
        add(one, "one")
        with pytest.raises(UnusableStore, match="somebody else has been writing"):
            add(other, "two")


def test_a_sqlite_file_is_kept_as_safely_as_sqlite_can(tmp_path: Path) -> None:
    with open_store(tmp_path / "desk.toll") as store, store._connections.writing() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_closed_store_leaves_one_file(tmp_path: Path) -> None:
    with open_store(tmp_path / "desk.toll") as store:
        add(store, "one")
        store.added_at()
    assert [path.name for path in tmp_path.iterdir()] == ["desk.toll"]


def test_a_server_started_anew_is_found_again() -> None:
    from tests.postgres import INSTALL, programs, serving

    found = programs()
    if found is None:
        pytest.skip(f"needs PostgreSQL; on Debian or Ubuntu: {INSTALL}")
    with serving(found) as server, open_store(server.make_database("desk")) as store:
        add(store, "one")
        server.stop()
        with pytest.raises(UnusableStore):
            add(store, "two")
        server.start()
        add(store, "three")
        assert store.count_documents() == 2
        assert store.check() == ()
