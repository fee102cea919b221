from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.storing.built import ADDED, case, printed, report, row, told, toll
from tests.storing.test_rulings import merge, undo
from tollbook.storing import Problem, Reading, Store, open_store


def full(store: Store) -> Store:
    document, other = printed(title="Oker"), printed("two")
    store.add_documents([document, other], added_at=ADDED, read_by="reader 1")
    account = told(document, "12")
    store.decide(merge())
    store.decide(undo(merge(), 1))
    store.keep_readings([Reading(report=report(document, account), made_by="reader 1")])
    store.keep_accounts([], [row(account, ("oker", None))])
    store.replace_incidents([], [case(account, tolls=[toll(12)])], made_by="linker 1")
    return store


def damage(store: Store, *commands: str) -> tuple[Problem, ...]:
    """Change what no door of the store lets anybody change, and look."""
    with store._connections.writing() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        tables = ("documents", "decisions", "decision_documents")
        for table in tables:
            guards = (
                [f"DROP TRIGGER {table}_no_update", f"DROP TRIGGER {table}_no_delete"]
                if is_sqlite
                else [f"DROP TRIGGER {table}_kept ON {table}"]
            )
            for guard in guards:
                connection.execute(text(guard))
        for command in commands:
            connection.execute(text(command))
    return store.check()


def test_a_store_as_it_was_left_has_no_problem(store: Store) -> None:
    assert full(store).check() == ()


@pytest.mark.parametrize(
    ("command", "table", "is_truth", "says"),
    [
        pytest.param(
            "UPDATE documents SET text = 'nobody died' WHERE number = 1",
            "documents",
            True,
            "is not what was added",
            id="another text",
        ),
        pytest.param(
            "UPDATE documents SET published_at = 'yesterday' WHERE number = 1",
            "documents",
            True,
            "cannot be read",
            id="no date",
        ),
        pytest.param(
            "UPDATE decisions SET body = replace(body, 'Ada', 'Bob')",
            "decisions",
            True,
            "is not what was signed",
            id="another signature",
        ),
        pytest.param(
            "UPDATE decisions SET body = '{}'", "decisions", True, "cannot be read", id="no ruling"
        ),
        pytest.param(
            "UPDATE decisions SET undoes = NULL",
            "decision_documents",
            True,
            "is not found by what it is about",
            id="an undo of nothing",
        ),
        pytest.param(
            "DELETE FROM decision_documents",
            "decision_documents",
            True,
            "is not found by what it is about",
            id="a decision about nothing",
        ),
        pytest.param(
            "DELETE FROM search_texts WHERE number = 1",
            "search_texts",
            False,
            "cannot be found by its words",
            id="no words",
        ),
        pytest.param(
            "UPDATE readings SET report = CAST('x' AS BLOB)",
            "readings",
            False,
            "cannot be read",
            id="no reading",
        ),
        pytest.param(
            "UPDATE incidents SET body = CAST('x' AS BLOB)",
            "incidents",
            False,
            "cannot be read",
            id="no incident",
        ),
        pytest.param(
            "DELETE FROM incident_accounts",
            "incident_accounts",
            False,
            "holds other accounts",
            id="no members",
        ),
        pytest.param(
            "UPDATE incidents SET part_of = 'nowhere'",
            "incidents",
            False,
            "which is no incident",
            id="no whole",
        ),
    ],
)
def test_what_is_damaged_is_found_and_named(
    store: Store, command: str, table: str, is_truth: bool, says: str
) -> None:
    with full(store)._connections.reading() as connection:
        if connection.dialect.name == "postgresql":
            command = command.replace("CAST('x' AS BLOB)", "'\\x78'")
    problems = damage(store, command)
    assert {problem.table for problem in problems} == {table}
    assert {problem.is_truth for problem in problems} == {is_truth}
    assert all(says in problem.says for problem in problems)
    assert all(problem.id for problem in problems)


def test_words_that_are_not_its_own_are_found(store: Store) -> None:
    problems = damage(full(store), "UPDATE search_texts SET words = 'nobody died' WHERE number = 1")
    assert "is found by words that are not its own" in {
        problem.says.split(" ", 2)[2] for problem in problems if problem.table == "search_texts"
    }
    assert not any(problem.is_truth for problem in problems)


@pytest.mark.parametrize(
    "command",
    ["UPDATE search_texts SET words = 'nobody died'", "DELETE FROM search_texts WHERE number = 1"],
)
def test_words_that_are_not_its_own_are_made_anew(store: Store, command: str) -> None:
    full(store)
    assert damage(store, command) != ()
    store.index_words()
    assert store.check() == ()
    assert len(store.search("killed")) == 1
    assert store.search("nobody") == ()
    assert store.index_words() == 0


def test_a_row_that_points_nowhere_is_found(tmp_path: Path) -> None:
    with open_store(tmp_path / "desk.toll") as store:
        full(store)
        with store._connections._engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys = OFF")
            raw.execute("INSERT INTO copies VALUES ('none', 'none', 'copy', '', '')")
            raw.execute("PRAGMA foreign_keys = ON")
        problems = store.check()
    assert {problem.says for problem in problems} == {
        "document_id none is in no row of documents",
        "root_id none is in no row of documents",
    }


def test_a_file_with_a_damaged_page_is_found(tmp_path: Path) -> None:
    path = tmp_path / "desk.toll"
    with open_store(path) as store:
        many = [printed(f"report {number} " * 50) for number in range(200)]
        store.add_documents(many, added_at=ADDED, read_by="reader 1")
    content = bytearray(path.read_bytes())
    at = content.index(b"report 77 report 77")
    content[at : at + 9] = b"REPORT 77"
    path.write_bytes(content)
    with open_store(path) as store:
        assert [problem.table for problem in store.check() if problem.is_truth] == ["documents"]


def test_looking_changes_nothing(
    store: Store, address: str, opened: Callable[[str], Store]
) -> None:
    full(store)
    before = store.documents(), store.decisions(), store.cases()
    store.check()
    again = opened(address)
    assert (again.documents(), again.decisions(), again.cases()) == before
