"""What a store knew on a day: only what had been published by then, grouped and reckoned anew.

A report without a date counts from the day it was added. What people decided always holds.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from tollbook.incident import Incident
from tollbook.keeping.neighbourhood import Neighbourhood, connected
from tollbook.keeping.settling import cases_of, group
from tollbook.linking.as_of import known_on
from tollbook.storing import Store
from tollbook.toll import Case


def added_on(store: Store, document_ids: Collection[str]) -> Mapping[str, date]:
    """Say on which day documents were added, in UTC."""
    return {key: moment.date() for key, moment in store.added_at(sorted(document_ids)).items()}


def known(store: Store, document_ids: Collection[str], day: date) -> frozenset[str]:
    """Tell which of these documents could be read on a day."""
    if not document_ids:
        return frozenset()
    imprints = store.imprints(sorted(document_ids))
    undated = [key for key, imprint in imprints.items() if imprint.published_on is None]
    added = added_on(store, undated) if undated else {}
    days = {key: known_on(imprint, added) for key, imprint in imprints.items()}
    return frozenset(key for key, on in days.items() if on is not None and on <= day)


def case_as_of(store: Store, incident_id: str, day: date) -> Case | None:
    """Give an incident as it was known on a day; None where nobody had told of it yet."""
    members = store.members([incident_id])[incident_id]
    hood = restricted(store, connected(store, members), day)
    told = [each for each in group(hood) if not set(each.account_ids).isdisjoint(members)]
    # Accounts that only a later report joined were incidents of their own: the first is meant.
    first = sorted(told, key=lambda each: each.id != incident_id)[:1]
    return next(cases_of(store, first, hood), None)


def restricted(store: Store, hood: Neighbourhood, day: date) -> Neighbourhood:
    """Leave of a neighbourhood what could be known on a day."""
    ends = {account_id for pair in hood.links for account_id in pair}
    beyond = store.accounts(sorted(ends - set(hood.rows)))
    rows = {**hood.rows, **beyond}
    read = known(store, {row.document_id for row in rows.values()}, day)
    kept = {key for key, row in rows.items() if row.document_id in read}
    return Neighbourhood(
        rows={key: row for key, row in hood.rows.items() if key in kept},
        links={pair: link for pair, link in hood.links.items() if pair <= kept},
        together={pair: by for pair, by in hood.together.items() if pair <= kept},
        apart=hood.apart,
    )


def touched_since(store: Store, day: date) -> Neighbourhood:
    """Gather the accounts that look otherwise today than on a day, and those that were unknown."""
    everything = tuple(store.imprints())
    later = set(everything) - known(store, everything, day)
    accounts = store.accounts_of(sorted(later)).values()
    hood = connected(store, {account_id for ids in accounts for account_id in ids})
    # A doubt about a report that was not out yet stands in an incident that nobody touched since.
    doubting = {each for pair in hood.links for each in pair} - set(hood.rows)
    more = connected(store, doubting) if doubting else Neighbourhood()
    return Neighbourhood(
        rows={**hood.rows, **more.rows},
        links={**hood.links, **more.links},
        together={**hood.together, **more.together},
        apart={**hood.apart, **more.apart},
    )


def cases_as_of(store: Store, hood: Neighbourhood, day: date) -> Iterator[Case]:
    """Give the incidents of a neighbourhood as they were known on a day."""
    then = restricted(store, hood, day)
    return cases_of(store, group(then), then)


def documents_of(incidents: Iterable[Incident]) -> frozenset[str]:
    """Name the reports that tell of incidents."""
    return frozenset(account.imprint.document_id for each in incidents for account in each.accounts)
