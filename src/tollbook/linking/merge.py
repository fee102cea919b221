"""One incident out of the accounts held to tell of it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from tollbook.claim import BACKGROUND, ResponsibilityClaim, Status
from tollbook.dating import coded
from tollbook.incident import Account, Copy, Days, Incident, Link, What
from tollbook.linking.actors import actor_keys, actor_name, choose_name
from tollbook.linking.codes import codes_of, sides_of_all
from tollbook.linking.locations import location_of
from tollbook.linking.names import fold, words_of
from tollbook.linking.places import places_of
from tollbook.linking.targets import targets_of

# The more a kind says, the earlier it stands; decides between kinds named equally often.
_MOST_TELLING = (
    What.CHEMICAL_ATTACK,
    What.SUICIDE_BOMBING,
    What.VEHICLE_ATTACK,
    What.EXECUTION,
    What.ABDUCTION,
    What.ARSON,
    What.AIR_STRIKE,
    What.SHELLING,
    What.BOMBING,
    What.SHOOTING,
    What.RIOT,
    What.CLASH,
    What.ACCIDENT,
    What.EXPLOSION,
    What.ARMED_ATTACK,
    What.OTHER,
)

# "Its men" and "one of them" tell who it was only to those who read on.
_POINTS_BACK = re.compile(
    r"(?:its|his|her|their|those|these|other|one of|\w+ of (?:its|their))\b", re.I
)

_Keys = Callable[[str], frozenset[str]]


def make_incident(
    accounts: Iterable[Account],
    links: Iterable[Link] = (),
    doubts: Iterable[Link] = (),
    *,
    part_of: str | None = None,
    copies: Iterable[Copy] = (),
) -> Incident:
    """Merge what the accounts of one group say of kind, days, places, perpetrators and targets.

    Totals of a war (`BACKGROUND` accounts) are kept together without claiming that they are
    about one moment.

    Args:
        accounts: one or more, in any order.
        links: why they are held to tell of one incident.
        doubts: pairs with accounts of other incidents that may be the same one.
        part_of: the id of the incident that sums this one up.
        copies: which documents repeat which; those about other documents are passed over.
    """
    told = _in_order_of_print(accounts)
    documents = {account.imprint.document_id for account in told}
    incident = Incident(
        what=_what(told),
        days=None,
        places=places_of(told),
        perpetrators=(),
        targets=(),
        accounts=told,
        links=tuple(sorted(links, key=_surest_first)),
        doubts=tuple(sorted(doubts, key=_surest_first)),
        part_of=part_of,
        copies=tuple(copy for copy in copies if copy.document_id in documents),
        is_background=all(account.label == BACKGROUND for account in told),
    )
    if incident.is_background:
        return incident
    return replace(
        incident,
        days=_days(told),
        perpetrators=_perpetrators(told),
        targets=targets_of(told),
        location=location_of([a.location for a in told if a.location is not None]),
        sides=sides_of_all([account.sides for account in told]),
        codes=codes_of([account.codes for account in told if account.codes is not None]),
    )


def _surest_first(link: Link) -> tuple[float, str, str]:
    return -link.log_odds, link.account_id, link.to_account_id


def _in_order_of_print(accounts: Iterable[Account]) -> tuple[Account, ...]:
    return tuple(sorted(accounts, key=_printed))


def _printed(account: Account) -> tuple[str, str, str]:
    moment = account.imprint.published_at
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    stamp = moment.isoformat() if moment is not None else "9999"
    return stamp, account.imprint.name, account.id


def _what(accounts: Sequence[Account]) -> What:
    votes = Counter(account.what for account in accounts)
    named = {what: n for what, n in votes.items() if what is not What.OTHER} or votes
    return min(named, key=lambda what: (-named[what], _MOST_TELLING.index(what)))


def _days(accounts: Sequence[Account]) -> Days | None:
    """The days most accounts agree on, as narrow as they make them together."""
    dated = [account.days for account in accounts if account.days is not None]
    if not dated:
        return None
    agreeing = max(
        ([days for days in dated if days.first <= day <= days.last] for day in _days_named(dated)),
        key=len,
    )
    narrowest = min(agreeing, key=lambda days: (days.last - days.first).days)
    first, last = max(days.first for days in agreeing), min(days.last for days in agreeing)
    if (first, last) == (narrowest.first, narrowest.last):
        return narrowest
    shared = coded(first, last, "the days that the reports have in common")
    return Days(
        first=first,
        last=last,
        words=narrowest.words,
        date_prec=shared.date_prec if shared is not None else None,
        time_precision=shared.time_precision if shared is not None else None,
        rule=shared.rule if shared is not None else "",
    )


def _days_named(dated: Iterable[Days]) -> list[date]:
    return sorted({days.first for days in dated})


def _one_line(words: str) -> str:
    """Words broken over two lines of a wire text are the same words."""
    return " ".join(words.split())


def _perpetrators(accounts: Sequence[Account]) -> tuple[str, ...]:
    blamed = [
        _one_line(claim.actor.text)
        for account in accounts
        for claim in account.claims
        if isinstance(claim, ResponsibilityClaim) and claim.status is not Status.DENIED
    ]
    named = [words for words in blamed if actor_keys(words)]
    if named:
        return tuple(map(choose_name, _most_named_first(named, actor_keys)))
    # "Gunmen" adds nothing beside a name, but is all there is where nobody is named.
    told = Counter(actor_name(words) for words in blamed if not _POINTS_BACK.match(words))
    order = sorted(told, key=lambda words: (_is_body(words), -told[words], -len(words), words))
    return tuple(order[:1])


def _is_body(words: str) -> bool:
    """Tell "the army", which may only have answered, from "gunmen", who attacked."""
    return not words_of("actor_nouns") & set(fold(words).split())


def _most_named_first(words: Sequence[str], keys: _Keys) -> list[list[str]]:
    groups = [list(group) for group in _sharing_a_key(words, keys)]
    return sorted(groups, key=lambda group: (-len(group), min(group)))


def _sharing_a_key(words: Sequence[str], keys: _Keys) -> Iterator[list[str]]:
    remaining = [(text, keys(text)) for text in sorted(words)]
    while remaining:
        text, known = remaining.pop(0)
        group = [text]
        while alike := [entry for entry in remaining if entry[1] & known]:
            group.extend(text for text, _ in alike)
            known = known.union(*(found for _, found in alike))
            remaining = [entry for entry in remaining if entry not in alike]
        yield group
