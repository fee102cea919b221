"""An incident as it was known on an earlier day: what nobody had published yet is left out."""

from collections.abc import Iterable, Mapping
from datetime import date

from tollbook.document import Imprint
from tollbook.incident import Account, Incident
from tollbook.linking.merge import make_incident

Added = Mapping[str, date]
"""By a document's id, the day it was added: what an undated report counts from."""


def known_on(imprint: Imprint, added: Added | None = None) -> date | None:
    """Say from which day on a report could be known: when it was published, else added.

    Returns:
        A day in UTC; None where nobody knows.
    """
    published = imprint.published_on
    return (added or {}).get(imprint.document_id) if published is None else published


def as_of(incident: Incident, day: date, added: Added | None = None) -> Incident | None:
    """Give an incident as it was known on a day: kind, days, places and actors merged anew.

    Which reports tell of it is judged with what is known today; only what they say is held
    back until it was published.

    Args:
        incident: as it is known now.
        day: the day, included.
        added: for reports without a date, the day they were added; one that is not in it was
            not known on any day.

    Returns:
        None where no report had told of it yet.

    Example:
        >>> from tollbook.testing import claim, incident
        >>> early = claim("12", published_at=date(2031, 3, 4))
        >>> late = claim("15", published_at=date(2031, 3, 6), document="doc-2")
        >>> known = as_of(incident([early, late]), date(2031, 3, 5))
        >>> [told.count.words.text for told in known.claims]
        ['12']
    """
    return restricted(incident, (a for a in incident.accounts if _is_known(a, day, added)))


def _is_known(account: Account, day: date, added: Added | None) -> bool:
    known = known_on(account.imprint, added)
    return known is not None and known <= day


def restricted(incident: Incident, accounts: Iterable[Account]) -> Incident | None:
    """Give an incident as some of its accounts tell it, None where there are none."""
    told = tuple(accounts)
    if not told or len(told) == len(incident.accounts):
        return incident if told else None
    ids = {account.id for account in told}
    return make_incident(
        told,
        (link for link in incident.links if {link.account_id, link.to_account_id} <= ids),
        (doubt for doubt in incident.doubts if {doubt.account_id, doubt.to_account_id} & ids),
        part_of=incident.part_of,
        copies=incident.copies,
    )

