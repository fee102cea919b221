"""Why accounts are held to be one incident, which others may be it too, and the ids to say so."""

from collections.abc import Iterator, Sequence

from tollbook.cli.card.ink import WIDTH, bold, coloured, dim, plain, wrapped
from tollbook.cli.card.numbering import Numbering
from tollbook.cli.listing import what_and_where
from tollbook.cli.stored import SHORT
from tollbook.drawing.wording import clean, imprint_in_words
from tollbook.incident import Account, Incident, Link
from tollbook.storing import IncidentRow

_PER_LINE = 5


def kinship(
    incident: Incident,
    beside: Sequence[tuple[Link, IncidentRow]],
    *,
    colour: bool = False,
) -> str:
    """Write what holds an incident together, and what stands beside it.

    Args:
        incident: names are written as they stand in it.
        beside: the incidents that it may be the same as, with why.
        colour: whether to write for a terminal.
    """
    lines = list(_lines(incident, beside))
    written = coloured(lines) if colour else [plain(line) for line in lines]
    return "".join(f"{line}\n" for line in written)


def _lines(incident: Incident, beside: Sequence[tuple[Link, IncidentRow]]) -> Iterator[str]:
    yield from _titled("Reports")
    reasons = {link.account_id: link for link in incident.links}
    for account in incident.accounts:
        yield from _account(account, reasons.get(account.id))
    yield from _copies(incident)
    if incident.part_of is not None:
        yield from wrapped(f"part of the incident {incident.part_of[:SHORT]}", indent="  ")
    if beside:
        yield from _titled("May be the same as")
    for link, row in beside:
        when = "" if row.first_day is None else f", {row.first_day}"
        line = f"{row.id[:SHORT]}  {what_and_where(row)}{when}: {_because(link)}"
        yield from wrapped(clean(line), indent="  ", hanging=" " * 12)
    yield from _titled("Claims")
    yield from _claims(incident)
    yield ""
    yield dim(f"  incident {incident.id}")


def _titled(title: str) -> Iterator[str]:
    yield from ("", f"{bold(title)} {dim('─' * (WIDTH - len(title) - 1))}")


def _account(account: Account, link: Link | None) -> Iterator[str]:
    told = f"{account.id[:SHORT]}  {imprint_in_words(account.imprint)}"
    yield from wrapped(told, indent="  ", hanging=" " * 12)
    if link is not None:
        line = f"with {link.to_account_id[:SHORT]}: {_because(link)}"
        yield from (dim(each) for each in wrapped(clean(line), indent=" " * 12))


def _because(link: Link) -> str:
    why = "; ".join(link.because)
    if link.decision_id is not None:
        return f"{why} (decision {link.decision_id[:SHORT]})"
    return f"{link.log_odds:+.1f} — {why}"


def _copies(incident: Incident) -> Iterator[str]:
    by_document = {account.imprint.document_id: account for account in incident.accounts}
    for copy in incident.copies:
        own, root = by_document.get(copy.document_id), by_document.get(copy.root_id)
        if own is not None:
            of = copy.root_id[:SHORT] if root is None else imprint_in_words(root.imprint)
            line = f"{own.id[:SHORT]} is a {copy.descent.value} of {of}: {copy.because}"
            yield from (dim(each) for each in wrapped(clean(line), indent="  ", hanging="    "))


def _claims(incident: Incident) -> Iterator[str]:
    ids = list(Numbering(incident.accounts).claims)
    cells = [f"{f'[{number}]':>5} {claim_id[:SHORT]}" for number, claim_id in enumerate(ids, 1)]
    for start in range(0, len(cells), _PER_LINE):
        yield " ".join(cells[start : start + _PER_LINE])
