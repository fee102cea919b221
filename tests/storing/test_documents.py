from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import text

from tests.storing.built import ADDED, printed
from tollbook.document import Document
from tollbook.errors import UnknownDocument, UnusableStore
from tollbook.storing import Store

ABROAD = timezone(timedelta(hours=-3, minutes=-30))


def add(store: Store, *documents: Document) -> tuple[str, ...]:
    return store.add_documents(documents, added_at=ADDED, read_by="reader 1")


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(printed(), id="dull"),
        pytest.param(printed(publisher=None), id="no publisher"),
        pytest.param(
            printed(title="Ôker", url="https://a.example/1"), id="a headline and an address"
        ),
        pytest.param(printed(published_at=date(2031, 3, 4)), id="a day"),
        pytest.param(printed(published_at=datetime(2031, 3, 4)), id="a midnight without a zone"),
        pytest.param(printed(published_at=datetime(2031, 3, 4, tzinfo=UTC)), id="a midnight"),
        pytest.param(
            printed(published_at=datetime(2031, 3, 4, 23, 59, 1, 250, tzinfo=ABROAD)),
            id="a moment abroad",
        ),
        pytest.param(printed("قتل ١٢ شخصا في مدينة فيلّ"), id="Arabic"),
        pytest.param(printed(" line\r\n\tline\n\n\u2028line 🕯 \ufeff"), id="white space kept"),
        pytest.param(printed("a NUL \x00 within"), id="NUL"),
        pytest.param(printed("half a pair \ud83d, and another \udc00"), id="half a pair"),
        pytest.param(
            printed("12 dead", title="a\x00b", publisher="c\ud800"), id="damaged headline"
        ),
        pytest.param(printed("'; DROP TABLE documents; --", title="%s :x ?"), id="a command"),
        pytest.param(printed(url="https://a.example/" + "x" * 9000), id="a long address"),
        pytest.param(printed("mort " * 300_000), id="a long text"),
        pytest.param(printed(" ".join(map(str, range(200_000)))), id="many different words"),
        pytest.param(printed("x" * 50_000), id="a long word"),
    ],
)
def test_a_document_comes_back_as_it_was(store: Store, document: Document) -> None:
    assert add(store, document) == (document.id,)
    found = store.document(document.id)
    assert found == document
    assert str(found.published_at) == str(document.published_at)
    assert store.imprints([document.id]) == {document.id: document.imprint}
    assert store.check() == ()


def test_adding_twice_changes_nothing(store: Store) -> None:
    first = printed()
    assert add(store, first) == (first.id,)
    later = ADDED + timedelta(days=3)
    again = store.add_documents([first], added_at=later, read_by="reader 2")
    assert again == ()
    assert store.count_documents() == 1
    assert store.added_at([first.id]) == {first.id: ADDED}
    assert store.read_by([first.id]) == {first.id: "reader 1"}


def test_the_same_text_under_another_name_is_the_same_document(store: Store) -> None:
    first = printed()
    assert add(store, first, replace(first, name="copy.txt")) == (first.id,)
    assert store.document(first.id).name == "report.txt"


def test_only_new_documents_are_named_in_their_order(store: Store) -> None:
    one, two, three = printed("one"), printed("two"), printed("three")
    add(store, two)
    assert add(store, three, two, one, three) == (three.id, one.id)
    assert list(store.documents()) == [two.id, three.id, one.id]


def test_what_is_asked_for_by_ids_comes_in_their_order(store: Store) -> None:
    many = [printed(f"report number {number}") for number in range(1200)]
    add(store, *many)
    ids = [document.id for document in reversed(many)]
    assert list(store.documents([*ids, "unknown"])) == ids
    assert list(store.added_at(ids)) == ids


def test_an_unknown_document_is_an_error_that_names_it(store: Store) -> None:
    with pytest.raises(UnknownDocument, match="0123456789abcdef"):
        store.document("0123456789abcdef")


def test_moments_of_adding_come_back_in_utc(store: Store) -> None:
    document = printed()
    abroad = ADDED.astimezone(ABROAD)
    store.add_documents([document], added_at=abroad, read_by="reader 1")
    assert store.added_at()[document.id] == ADDED
    assert store.added_at()[document.id].utcoffset() == timedelta(0)


def test_a_moment_of_adding_needs_a_zone(store: Store) -> None:
    with pytest.raises(UnusableStore, match="no time zone"):
        store.add_documents([printed()], added_at=datetime(2031, 3, 5), read_by="reader 1")
    assert store.count_documents() == 0


def test_versions_of_one_page_find_each_other(store: Store) -> None:
    page = "https://a.example/flash"
    early, late = printed("12 dead", url=page), printed("15 dead", url=page)
    add(store, early, printed("9 dead", url=page + "/"), late, printed("no address"))
    assert store.same_url(late) == (early.imprint,)
    assert store.same_url(early.imprint) == (late.imprint,)
    assert store.same_url(printed("no address")) == ()


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE documents SET text = 'nobody died'",
        "DELETE FROM documents",
        "DELETE FROM decisions",
        "UPDATE sheets SET body = ''",
    ],
)
def test_nobody_changes_what_is_kept_for_good(store: Store, command: str) -> None:
    from tests.storing.test_rulings import merge, sheet

    document = printed()
    add(store, document)
    store.decide(merge())
    store.add_sheet(sheet())
    with pytest.raises(UnusableStore, match="kept for good"):
        _run(store, command)
    assert store.documents() == {document.id: document}
    assert store.check() == ()


def test_a_store_closed_and_opened_again_holds_the_same(
    store: Store, address: str, opened: Callable[[str], Store]
) -> None:
    document = printed()
    add(store, document)
    store.close()
    assert opened(address).documents() == {document.id: document}


def _run(store: Store, command: str) -> None:
    with store._connections.writing() as connection:
        connection.execute(text(command))
