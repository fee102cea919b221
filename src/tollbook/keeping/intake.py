"""One document into a store: kept first, then read, then joined to what it belongs to."""

from collections.abc import Collection, Iterable, Mapping

from tollbook.document import Document
from tollbook.incident import Report
from tollbook.keeping.lineage import take_in
from tollbook.keeping.neighbourhood import pair_of, weighed
from tollbook.keeping.rows import row_of
from tollbook.keeping.settling import Change, settle
from tollbook.keeping.versions import release
from tollbook.reviewing import replay
from tollbook.storing import Reading, Store


def join(store: Store, document: Document, report: Report, *, made_by: str) -> tuple[str, ...]:
    """Keep what a document tells, and bring the incidents it may reach up to date.

    All is written at once or not at all; what else the store holds is neither read nor changed.

    Returns:
        The ids of the incidents that are new or other than they were.
    """
    with store.writing():
        store.keep_readings([Reading(report=report, made_by=made_by)])
        retraced = take_in(store, document)
        change = restate(store, {document.id: document})
        others = store.accounts_of(sorted(retraced - {document.id}))
        copied = frozenset(each for ids in others.values() for each in ids)
        return settle(
            store,
            Change(
                restated=change.restated | copied,
                relinked=change.relinked,
                gone_from=change.gone_from,
            ),
        )


def restate(store: Store, documents: Mapping[str, Document]) -> Change:
    """Make anew what the accounts of documents are compared by, and compare them.

    What they tell must be kept already; claims stand where people moved them.
    """
    ids = tuple(documents)
    readings = store.readings(ids)
    told = [account for kept in readings.values() for account in kept.report.accounts]
    decisions = store.decisions(ids)
    ruled = replay(told, decisions).accounts if decisions else told
    rows = [row_of(each, documents[each.imprint.document_id].text) for each in ruled]
    before = _flat(store.accounts_of(ids).values())
    gone_from = store.incident_of(before).values() if before else ()
    links_before = store.links(before) if before else ()
    store.keep_accounts(ids, rows)
    links = {pair_of(link): link for link in weighed(store, rows)}
    now = [row.account_id for row in rows]
    store.keep_links(now, links.values(), made_by=release())
    return Change(
        restated=frozenset(now),
        relinked=_flat(map(pair_of, (*links_before, *links.values()))),
        gone_from=frozenset(gone_from),
    )


def _flat(many: Iterable[Collection[str]]) -> frozenset[str]:
    return frozenset(each for some in many for each in some)
