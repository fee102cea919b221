from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import text

from tests.storing.built import ADDED, printed, report, told, words
from tollbook.actor import Role, Side, Standing
from tollbook.document import Document
from tollbook.errors import UnusableStore
from tollbook.incident import Copy, Days, Descent
from tollbook.storing import Fingerprint, Reading, Store
from tollbook.testing import claim


def kept(store: Store, *documents: Document) -> tuple[Document, ...]:
    store.add_documents(documents, added_at=ADDED, read_by="reader 1")
    return documents


def fingerprint(document: Document, *bands: str, signature: bytes = b"\x00\xff") -> Fingerprint:
    return Fingerprint(
        document_id=document.id, signature=signature, bands=bands, made_by="tracer 1"
    )


def test_a_reading_comes_back_equal_ids_and_all(store: Store) -> None:
    (document,) = kept(store, printed(published_at=datetime(2031, 3, 4)))
    side = Side(words=words("gunmen"), role=Role.ATTACKED, standing=Standing.STATED)
    days = Days(first=date(2031, 3, 3), last=date(2031, 3, 4), words=words("overnight"))
    given = report(
        document, told(document, "12", "at least 20", days=days, sides=(side,)), told(document)
    )
    store.keep_readings([Reading(report=given, made_by="reader 1")])
    found = store.readings([document.id])[document.id]
    assert found == Reading(report=given, made_by="reader 1")
    assert [account.id for account in found.report.accounts] == [
        account.id for account in given.accounts
    ]
    assert [one.id for one in found.report.accounts[0].claims] == [
        one.id for one in given.accounts[0].claims
    ]
    assert store.check() == ()


def test_a_reading_of_a_damaged_text_comes_back_too(store: Store) -> None:
    (document,) = kept(
        store, printed("12 dead \x00", title="\ud83d", published_at=datetime(2031, 3, 4))
    )
    given = report(document, told(document, "12", targets=(words("a \x00 \udc00 b"),)))
    store.keep_readings([Reading(report=given, made_by="reader 1")])
    assert store.readings()[document.id].report == given
    assert store.check() == ()


def test_a_later_reading_takes_the_place_of_an_earlier_one(store: Store) -> None:
    (document,) = kept(store, printed())
    early, late = report(document, told(document, "12", "3")), report(document)
    store.keep_readings([Reading(report=early, made_by="reader 1")])
    store.keep_readings([Reading(report=late, made_by="reader 2")])
    assert store.readings() == {document.id: Reading(report=late, made_by="reader 2")}
    assert store.find(early.accounts[0].claims[0].id) == ()


def test_claims_can_be_looked_up_without_tollbook(store: Store) -> None:
    (document,) = kept(store, printed())
    account = told(document, "at least 12")
    store.keep_readings([Reading(report=report(document, account), made_by="reader 1")])
    with store._connections.reading() as connection:
        (row,) = connection.execute(text("SELECT * FROM claims")).all()
    assert (row.harm, row.people, row.low, row.high) == ("killed", "people", 12, None)
    assert row.says == "killed people: “At least 12”"
    assert row.sentence == account.claims[0].sentence.text


def test_a_figure_beyond_every_column_is_kept_whole_in_the_reading(store: Store) -> None:
    (document,) = kept(store, printed())
    big = claim("12", document=document.id)
    huge = replace(big, count=replace(big.count, low=10**30, high=10**30))
    given = report(document, told(document, claims=(huge,)))
    store.keep_readings([Reading(report=given, made_by="reader 1")])
    assert store.readings()[document.id].report == given


def test_what_this_version_has_not_read_is_named_in_the_order_added(store: Store) -> None:
    one, two, three = kept(store, printed("one"), printed("two"), printed("three"))
    store.keep_readings(
        [
            Reading(report=report(two), made_by="reader 2"),
            Reading(report=report(one), made_by="reader 1"),
        ]
    )
    assert store.unread("reader 2") == (one.id, three.id)
    assert store.unread("reader 3") == (one.id, two.id, three.id)


def test_a_reading_of_a_document_not_kept_is_refused(store: Store) -> None:
    with pytest.raises(UnusableStore):
        store.keep_readings([Reading(report=report(printed()), made_by="reader 1")])
    assert store.readings() == {}


def test_texts_that_share_a_band_are_found_by_it(store: Store) -> None:
    one, two, three = kept(store, printed("one"), printed("two"), printed("three"))
    store.keep_fingerprints(
        [fingerprint(one, "0:a", "1:b"), fingerprint(two, "0:a"), fingerprint(three, "1:c")]
    )
    shared = tuple(sorted([one.id, two.id]))
    assert store.in_bands(["1:b", "0:a", "9:z"]) == {"1:b": (one.id,), "0:a": shared}
    assert store.fingerprints([two.id, one.id]) == {
        two.id: fingerprint(two, "0:a"),
        one.id: fingerprint(one, "0:a", "1:b"),
    }
    assert set(store.fingerprints()) == {one.id, two.id, three.id}


def test_a_new_fingerprint_leaves_the_old_bands(store: Store) -> None:
    (document,) = kept(store, printed())
    store.keep_fingerprints([fingerprint(document, "0:a", "1:b")])
    store.keep_fingerprints([fingerprint(document, "1:b", signature=b"2")])
    assert store.in_bands(["0:a", "1:b"]) == {"1:b": (document.id,)}
    assert store.fingerprints()[document.id].signature == b"2"


def test_copies_are_found_from_either_end(store: Store) -> None:
    root, one, two = kept(store, printed("root"), printed("one"), printed("two"))
    copies = [
        Copy(document_id=each.id, root_id=root.id, descent=Descent.WIRE, because="same words")
        for each in (one, two)
    ]
    store.keep_copies([root.id], copies, made_by="tracer 1")
    assert store.copies([two.id, root.id]) == {two.id: copies[1]}
    assert store.repeating([root.id, one.id]) == {
        root.id: tuple(sorted(copies, key=lambda copy: copy.document_id))
    }


def test_a_document_found_to_repeat_nothing_is_a_copy_no_more(store: Store) -> None:
    root, one = kept(store, printed("root"), printed("one"))
    copy = Copy(document_id=one.id, root_id=root.id, descent=Descent.COPY, because="same")
    store.keep_copies([one.id], [copy], made_by="tracer 1")
    store.keep_copies([one.id], [], made_by="tracer 1")
    assert store.copies() == {}
