"""What a change in a store may reach: the accounts that are connected with it, and no others.

What becomes of an account depends on those it is connected with by pairs judged one incident, by
the machine or by a person. Pairs judged two are not kept: they are weighed again where needed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tollbook.decision import documents_of
from tollbook.incident import Account, Judgement, Link
from tollbook.keeping.rows import evidence_in
from tollbook.linking import Evidence, compare
from tollbook.reviewing import Reviewed, replay
from tollbook.storing import AccountRow, Store

# More accounts of one block than anybody writes about one town in one week.
_ALL = 1_000_000
Pair = frozenset[str]


@dataclass(slots=True, kw_only=True)
class Neighbourhood:
    """Accounts and everything that connects them; `links` may lead out of it."""

    rows: dict[str, AccountRow] = field(default_factory=dict)
    links: dict[Pair, Link] = field(default_factory=dict)
    together: dict[Pair, str] = field(default_factory=dict)
    apart: dict[Pair, str] = field(default_factory=dict)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the accounts are compared by."""
        return tuple(map(evidence_in, self.rows.values()))

    @property
    def document_ids(self) -> frozenset[str]:
        """The reports the accounts stand in."""
        return frozenset(row.document_id for row in self.rows.values())


def connected(store: Store, account_ids: Iterable[str]) -> Neighbourhood:
    """Gather all accounts that are connected with these, and these; unknown ids are left out."""
    found = Neighbourhood()
    waiting = set(account_ids)
    while waiting:
        rows = store.accounts(sorted(waiting), with_keys=False)
        found.rows.update(rows)
        waiting = _joined_by_links(store, found, rows) | _joined_by_people(store, found, rows)
        waiting.difference_update(found.rows)
    return found


def _joined_by_links(
    store: Store, found: Neighbourhood, rows: Mapping[str, AccountRow]
) -> set[str]:
    links = {pair_of(link): link for link in store.links(tuple(rows))} if rows else {}
    found.links.update(links)
    return {
        account_id
        for pair, link in links.items()
        if link.judgement is Judgement.POSITIVE
        for account_id in pair
    }


def _joined_by_people(
    store: Store, found: Neighbourhood, rows: Mapping[str, AccountRow]
) -> set[str]:
    """Take up what people ruled of these accounts, and of no others: that may not be all."""
    reviewed = rulings(store, {row.document_id for row in rows.values()})
    if reviewed is None:
        return set()
    for told, kept in ((reviewed.together, found.together), (reviewed.apart, found.apart)):
        kept.update({pair: by for pair, by in told.items() if not pair.isdisjoint(rows)})
    return {each for pair in found.together if not pair.isdisjoint(rows) for each in pair}


def rulings(store: Store, document_ids: Collection[str]) -> Reviewed | None:
    """Lay over these reports, and those ruled upon with them, what people decided of these.

    Returns:
        None where nobody decided anything of them.
    """
    decisions = store.decisions(sorted(document_ids)) if document_ids else ()
    if not decisions:
        return None
    concerned = {each for decision in decisions for each in documents_of(decision)}
    readings = store.readings(sorted(concerned))
    accounts = (each for kept in readings.values() for each in kept.report.accounts)
    return replay(accounts, decisions)


def accounts_as_ruled(store: Store, document_ids: Collection[str]) -> dict[str, Account]:
    """Give the accounts of reports, by their ids, with claims moved as people moved them."""
    readings = store.readings(sorted(document_ids)) if document_ids else {}
    told = [account for kept in readings.values() for account in kept.report.accounts]
    decisions = store.decisions(sorted(document_ids)) if told else ()
    ruled = replay(told, decisions).accounts if decisions else told
    return {account.id: account for account in ruled}


def weighed(store: Store, rows: Collection[AccountRow]) -> Iterator[Link]:
    """Compare accounts with all they share a block with; gives the pairs that may be one."""
    for row in rows:
        mine = evidence_in(row)
        for other in _met(store, row).values():
            link = compare(mine, evidence_in(other))
            if link.judgement is not Judgement.NEGATIVE:
                yield link


def _met(store: Store, row: AccountRow) -> Mapping[str, AccountRow]:
    keys = {key.key for key in row.keys}
    if not keys:
        return {}
    blocks = store.nearest(sorted(keys), row.keys[0].day, limit=_ALL)
    ids = {account_id for block in blocks.values() for account_id in block} - {row.account_id}
    met = store.accounts(sorted(ids), with_keys=False) if ids else {}
    return {key: other for key, other in met.items() if other.document_id != row.document_id}


def pair_of(link: Link) -> Pair:
    """Give the two accounts of a link."""
    return frozenset((link.account_id, link.to_account_id))
