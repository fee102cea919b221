"""An incident as it was known on an earlier day: what nobody had published yet is left out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tollbook.document import Imprint
from tollbook.incident import Account, Incident
from tollbook.linking.merge import make_incident

Added = Mapping[str, date]
"""By a document's id, the day it was added: what an undated report counts from."""

Version = tuple[date | None, Incident]


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
    return _restricted(incident, [a for a in incident.accounts if _is_known(a, day, added)])


def _is_known(account: Account, day: date, added: Added | None) -> bool:
    known = known_on(account.imprint, added)
    return known is not None and known <= day


def _restricted(incident: Incident, told: Sequence[Account]) -> Incident | None:
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


def versions(incident: Incident, added: Added | None = None) -> Iterator[Version]:
    """Give an incident as it was known on each day on which something was published.

    Oldest first. Reports of which nobody knows the day come in last of all, so that the last
    version is the incident as given.

    Args:
        incident: as it is known now.
        added: for reports without a date, the day they were added.

    Yields:
        The day, None for the reports without one, and what was known at its end.
    """
    days = [known_on(account.imprint, added) for account in incident.accounts]
    for day in sorted({day for day in days if day is not None}):
        known = as_of(incident, day, added)
        if known is not None:
            yield day, known
    if None in days:
        yield None, incident
