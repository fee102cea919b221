from datetime import date, timedelta

import pytest

from tests.storing.built import ADDED, link, printed, row, told
from tollbook.document import Document
from tollbook.errors import UnusableStore
from tollbook.incident import Account
from tollbook.storing import Store

MARCH = date(2031, 3, 1)


def days(number: int) -> date:
    return MARCH + timedelta(days=number)


def documents(store: Store, count: int) -> list[Document]:
    many = [printed(f"report {number}") for number in range(count)]
    store.add_documents(many, added_at=ADDED, read_by="reader 1")
    return many


def block(store: Store, *on: date | None) -> list[Account]:
    accounts = [told(document) for document in documents(store, len(on))]
    rows = [row(account, ("oker", day)) for account, day in zip(accounts, on, strict=True)]
    store.keep_accounts([], rows)
    return accounts


def test_an_account_comes_back_as_it_was(store: Store) -> None:
    (document,) = documents(store, 1)
    account = told(document)
    given = row(account, ("oker", MARCH), ("vell", None), evidence='{"figure": [12]}')
    store.keep_accounts([document.id], [given])
    assert store.accounts([account.id]) == {account.id: given}
    assert store.accounts() == {account.id: given}
    assert store.accounts_of([document.id]) == {document.id: (account.id,)}


def test_accounts_read_anew_leave_blocks_and_links(store: Store) -> None:
    first, second = documents(store, 2)
    one, two, other = told(first), told(first, label="B"), told(second)
    store.keep_accounts(
        [], [row(one, ("oker", MARCH)), row(two, ("oker", MARCH)), row(other, ("oker", MARCH))]
    )
    store.keep_links([], [link(one, other), link(other, two)], made_by="linker 1")
    store.keep_accounts([first.id], [row(one, ("vell", MARCH))])
    assert store.in_block("oker") == (other.id,)
    assert store.in_block("vell") == (one.id,)
    assert store.links([one.id, two.id, other.id]) == ()
    assert store.accounts_of([first.id]) == {first.id: (one.id,)}
    assert store.check() == ()


def test_a_block_is_walked_from_a_day_both_ways(store: Store) -> None:
    accounts = block(store, *(days(number) for number in range(9)))
    ids = [account.id for account in accounts]
    met = store.nearest(["oker"], days(4), limit=5)
    assert met == {"oker": (ids[4], ids[3], ids[5], ids[2], ids[6])}


def test_a_block_is_walked_beyond_its_ends(store: Store) -> None:
    ids = [account.id for account in block(store, days(0), days(5))]
    assert store.nearest(["oker"], days(40), limit=9) == {"oker": (ids[1], ids[0])}
    assert store.nearest(["oker"], days(-40), limit=1) == {"oker": (ids[0],)}


def test_of_one_day_the_lower_ids_are_met_first(store: Store) -> None:
    ids = sorted(account.id for account in block(store, *([MARCH] * 6)))
    assert store.nearest(["oker"], MARCH, limit=4) == {"oker": tuple(ids[:4])}
    assert store.nearest(["oker"], days(1), limit=4) == {"oker": tuple(ids[:4])}


def test_accounts_without_a_day_come_last_but_come(store: Store) -> None:
    undated, dated = (account.id for account in block(store, None, MARCH))
    assert store.nearest(["oker"], days(300), limit=2) == {"oker": (dated, undated)}
    assert store.in_block("oker") == (dated, undated)


def test_without_a_day_a_block_is_walked_from_its_latest(store: Store) -> None:
    early, undated, late = (account.id for account in block(store, MARCH, None, days(1)))
    assert store.nearest(["oker"], None, limit=9) == {"oker": (late, early, undated)}


def test_many_blocks_are_walked_in_one_question(store: Store) -> None:
    (document,) = documents(store, 1)
    account = told(document)
    keys = [f"key {number}" for number in range(700)]
    store.keep_accounts([], [row(account, *((key, MARCH) for key in keys))])
    met = store.nearest([*reversed(keys), "nowhere", "'; --"], MARCH, limit=3)
    assert list(met) == keys[::-1]
    assert set(met.values()) == {(account.id,)}


def test_links_are_found_from_either_end_once(store: Store) -> None:
    one, two, three = block(store, MARCH, MARCH, MARCH)
    first, second = link(one, two), link(three, one, float("inf"))
    store.keep_links([], [first, second], made_by="linker 1")
    assert set(store.links([one.id, two.id, three.id])) == {first, second}
    assert store.links([two.id]) == (first,)
    assert len(store.links([one.id])) == 2


def test_new_links_take_the_place_of_those_that_touch(store: Store) -> None:
    one, two, three = block(store, MARCH, MARCH, MARCH)
    store.keep_links([], [link(one, two), link(two, three)], made_by="linker 1")
    store.keep_links([one.id], [link(one, three)], made_by="linker 2")
    assert set(store.links([one.id, two.id])) == {link(one, three), link(two, three)}
    store.keep_links([], [link(one, three, -2.0)], made_by="linker 2")
    assert store.links([one.id]) == (link(one, three, -2.0),)


def test_a_link_to_an_account_not_kept_is_refused(store: Store) -> None:
    (one,) = block(store, MARCH)
    with pytest.raises(UnusableStore):
        store.keep_links([], [link(one, told(printed("elsewhere")))], made_by="linker 1")
