"""A neighbourhood grouped anew: its incidents replaced, tolls reconciled where they may differ."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tollbook.incident import Account, Copy, Incident, Link
from tollbook.keeping.neighbourhood import Neighbourhood, accounts_as_ruled, connected
from tollbook.keeping.rows import evidence_in
from tollbook.keeping.versions import release
from tollbook.linking import Group, cluster, make_incident
from tollbook.linking.cluster import RULED
from tollbook.linking.compare import printed_first
from tollbook.pipeline import case_of
from tollbook.reviewing.replay import moved_label
from tollbook.storing import Store
from tollbook.toll import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed in a store, as far as incidents may follow.

    `restated` are accounts that say something new, or whose report has come to repeat another;
    `relinked` those that are connected in another way than before; `gone_from` the incidents
    that accounts which are no more stood in.
    """

    restated: frozenset[str] = frozenset()
    relinked: frozenset[str] = frozenset()
    gone_from: frozenset[str] = frozenset()

    @property
    def accounts(self) -> frozenset[str]:
        """Every account that something happened to."""
        return self.restated | self.relinked


def settle(store: Store, change: Change) -> tuple[str, ...]:
    """Group again what a change may reach, and put the incidents that differ in their place.

    Returns:
        The ids of the incidents that are new or other than they were.
    """
    left_behind = _flat(store.members(sorted(change.gone_from)).values())
    hood = connected(store, change.accounts | left_behind)
    held = store.incident_of(tuple(hood.rows))
    before = {
        incident_id: frozenset(ids)
        for incident_id, ids in store.members(sorted(set(held.values()))).items()
    }
    groups = group(hood)
    gone = (set(before) | change.gone_from) - {each.id for each in groups}
    stale = [each for each in groups if _is_stale(each, before, change)]
    cases = tuple(_cases(store, stale, before, change, hood))
    if gone or cases:
        store.replace_incidents(sorted(gone), cases, made_by=release())
    return tuple(case.incident.id for case in cases)


def _flat(many: Iterable[Collection[str]]) -> frozenset[str]:
    return frozenset(each for some in many for each in some)


def _is_stale(group: Group, before: Mapping[str, frozenset[str]], change: Change) -> bool:
    is_same = before.get(group.id) == frozenset(group.account_ids)
    # The incident that a group is part of may have got another id.
    is_quiet = group.part_of is None and change.accounts.isdisjoint(group.account_ids)
    return not (is_same and is_quiet)


def _cases(
    store: Store,
    stale: Sequence[Group],
    before: Mapping[str, frozenset[str]],
    change: Change,
    hood: Neighbourhood,
) -> Iterator[Case]:
    """Make cases of groups; where nobody says anything new the tolls stay as they were."""
    relinked = {
        each.id: each
        for each in stale
        if before.get(each.id) == frozenset(each.account_ids)
        and change.restated.isdisjoint(each.account_ids)
    }
    for case in store.cases(sorted(relinked)).values() if relinked else ():
        made = _relinked(case, relinked[case.incident.id])
        if made != case:
            yield made
    yield from cases_of(store, (each for each in stale if each.id not in relinked), hood)


def cases_of(store: Store, groups: Iterable[Group], hood: Neighbourhood) -> Iterator[Case]:
    """Make of each group its incident, and reconcile what is said of it."""
    made = list(groups)
    rows = [hood.rows[account_id] for each in made for account_id in each.account_ids]
    documents = {row.document_id for row in rows}
    accounts = accounts_as_ruled(store, documents)
    copies = store.copies(sorted(documents)) if documents else {}
    for each in made:
        yield case_of(_incident(each, accounts, copies))


def _relinked(case: Case, group: Group) -> Case:
    incident = replace(
        case.incident,
        links=tuple(sorted(group.links, key=_surest_first)),
        doubts=tuple(sorted(group.doubts, key=_surest_first)),
        part_of=group.part_of,
    )
    return replace(case, incident=incident)


def _surest_first(link: Link) -> tuple[float, str, str]:
    return -link.log_odds, link.account_id, link.to_account_id


def _incident(
    group: Group, accounts: Mapping[str, Account], copies: Mapping[str, Copy]
) -> Incident:
    told = [accounts[account_id] for account_id in group.account_ids]
    documents = sorted({account.imprint.document_id for account in told})
    return make_incident(
        told,
        group.links,
        group.doubts,
        part_of=group.part_of,
        copies=[copies[each] for each in documents if each in copies],
    )


def group(hood: Neighbourhood) -> tuple[Group, ...]:
    """Group a neighbourhood; an account that a move made stands where people put it, no further."""
    moved = {key for key, row in hood.rows.items() if row.label.startswith(moved_label(""))}
    read = [evidence_in(row) for key, row in hood.rows.items() if key not in moved]
    links = hood.links.values()
    groups = cluster(read, links, together=hood.together, apart=hood.apart)
    return _with_doubts(_with_moved(groups, moved, hood), hood)


def _with_moved(
    groups: Sequence[Group], moved: Collection[str], hood: Neighbourhood
) -> list[Group]:
    at = {account_id: place for place, each in enumerate(groups) for account_id in each.account_ids}
    found = list(groups)
    for account_id in sorted(moved):
        partners = [each for pair in hood.together if account_id in pair for each in pair]
        places = sorted({at[each] for each in partners if each in at})
        if not places:
            at[account_id] = len(found)
            found.append(Group(account_ids=(account_id,)))
        else:
            at[account_id] = places[0]
            found[places[0]] = _joined(found[places[0]], account_id, hood)
    return found


def _joined(group: Group, account_id: str, hood: Neighbourhood) -> Group:
    pair = next(
        pair
        for pair in sorted(hood.together, key=sorted)
        if account_id in pair and not pair.isdisjoint(group.account_ids)
    )
    (to,) = pair - {account_id}
    link = Link(
        account_id=account_id,
        to_account_id=to,
        log_odds=RULED,
        because=("a person moved a claim here",),
        decision_id=hood.together[pair],
    )
    ids = sorted((*group.account_ids, account_id), key=lambda each: _printed(hood, each))
    return replace(group, account_ids=tuple(ids), links=(link, *group.links))


def _printed(hood: Neighbourhood, account_id: str) -> tuple[bool, str, str]:
    return printed_first(evidence_in(hood.rows[account_id]))


def _with_doubts(groups: Iterable[Group], hood: Neighbourhood) -> tuple[Group, ...]:
    """Add the doubts that lead out of the neighbourhood."""
    leading_out: dict[str, list[Link]] = {}
    for pair, link in hood.links.items():
        inside = [each for each in pair if each in hood.rows]
        if len(inside) == 1 and pair not in hood.apart:
            leading_out.setdefault(inside[0], []).append(link)
    return tuple(
        replace(each, doubts=(*each.doubts, *_of(each.account_ids, leading_out))) for each in groups
    )


def _of(account_ids: Iterable[str], links: Mapping[str, list[Link]]) -> Iterator[Link]:
    return (link for account_id in account_ids for link in links.get(account_id, ()))
