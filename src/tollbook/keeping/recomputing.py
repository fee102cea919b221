"""Everything derived made anew from what is kept for good: documents and decisions.

It comes out as if the documents had been added one by one, in whatever order.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tollbook.document import Document
from tollbook.incident import Judgement, Link
from tollbook.keeping.lineage import trace_all
from tollbook.keeping.neighbourhood import accounts_as_ruled, connected
from tollbook.keeping.rows import evidence_in, row_of
from tollbook.keeping.settling import cases_of, group
from tollbook.keeping.versions import release
from tollbook.linking import compare
from tollbook.storing import AccountRow, Store

AT_ONCE = 500
Watch = Callable[[str], None]
Each = TypeVar("Each")


def join_anew(store: Store, watch: Watch) -> int:
    """Link and reconcile again all that was read; written at once or not at all.

    Args:
        store: what is kept.
        watch: hears the name of what was done, once for each account and incident.

    Returns:
        How many incidents there are.
    """
    with store.writing():
        store.index_words()
        everything = tuple(store.imprints())
        trace_all(store, _documents(store, everything))
        rows = [row for ids in _in_parts(everything) for row in _restated(store, ids)]
        _link(store, rows, watch)
        store.replace_incidents(store.outdated(""), (), made_by=release())
        return _settle(store, [row.account_id for row in rows], watch)


def _documents(store: Store, ids: Sequence[str]) -> Iterator[Document]:
    for some in _in_parts(ids):
        yield from store.documents(some).values()


def _restated(store: Store, document_ids: Sequence[str]) -> list[AccountRow]:
    documents = store.documents(document_ids)
    accounts = accounts_as_ruled(store, document_ids).values()
    rows = [row_of(each, documents[each.imprint.document_id].text) for each in accounts]
    store.keep_accounts(document_ids, rows)
    return rows


def _link(store: Store, rows: Sequence[AccountRow], watch: Watch) -> None:
    """Compare every account with those before it that it shares a block with."""
    blocks: dict[str, list[int]] = {}
    for some in _in_parts(range(len(rows))):
        links = [link for at in some for link in _backwards(rows, at, blocks, watch)]
        store.keep_links([rows[at].account_id for at in some], links, made_by=release())


def _backwards(
    rows: Sequence[AccountRow], at: int, blocks: dict[str, list[int]], watch: Watch
) -> Iterator[Link]:
    row, mine = rows[at], evidence_in(rows[at])
    for earlier in sorted({each for key in row.keys for each in blocks.get(key.key, ())}):
        if rows[earlier].document_id != row.document_id:
            link = compare(evidence_in(rows[earlier]), mine)
            if link.judgement is not Judgement.NEGATIVE:
                yield link
    for key in row.keys:
        blocks.setdefault(key.key, []).append(at)
    watch(row.account_id)


def _settle(store: Store, account_ids: Sequence[str], watch: Watch) -> int:
    count = 0
    done: set[str] = set()
    for some in _in_parts(account_ids):
        hood = connected(store, [each for each in some if each not in done])
        groups = [each for each in group(hood) if done.isdisjoint(each.account_ids)]
        cases = tuple(cases_of(store, groups, hood))
        store.replace_incidents((), cases, made_by=release())
        done.update(hood.rows)
        count += len(cases)
        for case in cases:
            watch(case.incident.id)
    return count


def _in_parts(many: Sequence[Each]) -> Iterator[Sequence[Each]]:
    return (many[start : start + AT_ONCE] for start in range(0, len(many), AT_ONCE))
