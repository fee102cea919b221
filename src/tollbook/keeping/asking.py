"""What a user names, found in a store: an id, or its beginning."""

from collections.abc import Collection, Iterable

from tollbook.errors import UnknownIncident
from tollbook.reviewing import moved_account_id
from tollbook.storing import Found, Store

SHORTEST = 6
"""Characters of an id that lead to it."""


def find(store: Store, words: str, kinds: Collection[str]) -> Found:
    """Find what an id means.

    Args:
        store: where to look.
        words: an id, or its beginning: `SHORTEST` characters or more.
        kinds: what it may be: "incident", "account", "claim", "document", "decision".

    Raises:
        UnknownIncident: nothing has this id, or several have.
    """
    wanted = " or ".join(kinds)
    beginning = words.strip().lower()
    if len(beginning) < SHORTEST:
        raise UnknownIncident(
            f"{words!r} is too short for an id; give {SHORTEST} characters of it or more"
        )
    met = [found for found in store.find(beginning) if found.kind in kinds]
    # An incident bears the id of one of its accounts; both are meant by it.
    by_id = {found.id: found for found in sorted(met, key=lambda found: -_rank(found, kinds))}
    if len(by_id) == 1:
        return next(iter(by_id.values()))
    if not by_id:
        raise UnknownIncident(f"no {wanted} of this store has an id that begins {words!r}")
    some = ", ".join(sorted(by_id)[:4])
    raise UnknownIncident(f"{words!r} may be any of {some}; give more of the id")


def _rank(found: Found, kinds: Collection[str]) -> int:
    return list(kinds).index(found.kind)


def find_incident(store: Store, words: str) -> str:
    """Find the incident that an id leads to: its own, or that of an account, a claim or a report.

    Raises:
        UnknownIncident: no incident is led to, or several are.
    """
    kinds = ("incident", "account", "claim", "document")
    beginning = words.strip().lower()
    met = store.find(beginning) if len(beginning) >= SHORTEST else ()
    led_to = sorted(set(filter(None, (_led_to(store, each) for each in met if each.kind in kinds))))
    reports = [each for each in met if each.kind == "document"]
    if not led_to and reports:
        led_to = sorted(_incidents_of(store, (each.id for each in reports)))
    if len(led_to) == 1:
        return led_to[0]
    if len(led_to) > 1:
        raise UnknownIncident(f"{words!r} leads to {', '.join(led_to[:4])}; give one of them")
    if reports:
        raise UnknownIncident(f"the report {reports[0].id} tells of no incident")
    if len(beginning) < SHORTEST:
        raise UnknownIncident(
            f"{words!r} is too short for an id; give {SHORTEST} characters of it or more"
        )
    raise UnknownIncident(
        f"nothing in this store has an id that begins {words!r}; "
        "`tollbook incidents` lists those there are"
    )


def _led_to(store: Store, found: Found) -> str | None:
    """Name the incident something belongs to: a claim, where it was moved to."""
    if found.kind == "claim" and found.document_id is not None:
        moved = moved_account_id(found.document_id, found.id)
        return store.incident_of([moved]).get(moved, found.incident_id)
    return found.incident_id


def _incidents_of(store: Store, document_ids: Iterable[str]) -> set[str]:
    accounts = [each for ids in store.accounts_of(tuple(document_ids)).values() for each in ids]
    return set(store.incident_of(accounts).values())
