"""The incident card: for a reader in a hurry, eighty columns, every figure with its words."""

from collections.abc import Iterator

from tollbook.cli.card.asides import contradictions, lists, set_aside
from tollbook.cli.card.atlas import Opening, open_atlas
from tollbook.cli.card.coding import coding
from tollbook.cli.card.evidence import evidence
from tollbook.cli.card.figures import figure
from tollbook.cli.card.heading import heading, in_order, overview, tolls_in_lines
from tollbook.cli.card.ink import WIDTH, bold, coloured, dim, plain, wrapped
from tollbook.cli.card.numbering import Numbering
from tollbook.drawing.rows import rows_of
from tollbook.drawing.wording import clean, imprint_in_words, plural
from tollbook.incident import Incident
from tollbook.toll import Case, Findings, Toll

__all__ = ["card"]


def card(findings: Findings, *, colour: bool = False, atlas: Opening = open_atlas) -> str:
    """Write everything found as cards, one per incident, background last.

    Args:
        findings: what the reports tell; names are written as they stand in it.
        colour: whether to write for a terminal.
        atlas: opens where countries and their towns are looked up; asked only if an incident
            has a place.

    Returns:
        Lines of at most eighty columns, with a line end after the last.
    """
    lines = list(_single_spaced(_lines(findings, atlas)))
    written = coloured(lines) if colour else [plain(line) for line in lines]
    return "".join(f"{line}\n" for line in written)


def _single_spaced(lines: Iterator[str]) -> Iterator[str]:
    """Keep one empty line between parts, none at either end."""
    is_due = is_begun = False
    for line in lines:
        if line:
            yield from [""] if is_due and is_begun else []
            is_due, is_begun = False, True
            yield line
        else:
            is_due = True


def _lines(findings: Findings, atlas: Opening) -> Iterator[str]:
    told = [case for case in findings.cases if not case.incident.is_background]
    if len(told) > 1:
        yield from overview(told, len(findings.documents))
        yield from ("", "═" * WIDTH, "")
    for number, case in enumerate(told):
        if number:
            yield from ("", "═" * WIDTH, "")
        yield from _case(case, atlas)
    background = [case.incident for case in findings.cases if case.incident.is_background]
    if background:
        yield from ("", "═" * WIDTH, "") if told else ()
        yield from _background(background)
    if not findings.cases:
        yield f"No claims about harm in {plural(len(findings.documents), 'report')}."
    yield ""
    yield from _remarks(findings)
    if any(case.incident.location is not None for case in told):
        yield from ("", *wrapped(dim(clean(atlas().attribution))))


def _case(case: Case, atlas: Opening) -> Iterator[str]:
    numbering = Numbering(case.incident.accounts)
    tolls = in_order(case.tolls)
    yield from heading(case.incident)
    yield ""
    yield from tolls_in_lines(tolls)
    yield ""
    yield from coding(case.incident, atlas)
    drawn = [toll for toll in tolls if _is_worth_drawing(toll, case.incident, numbering)]
    for toll in drawn:
        yield ""
        yield from figure(toll, case.incident, numbering, is_first=toll is drawn[0])
    yield from _titled("What they say", evidence(numbering, tolls, case.incident.copies))
    yield from ("", *set_aside(tolls, numbering), "")
    yield from (*contradictions(case.contradictions, numbering), "")
    yield from lists(numbering)


def _is_worth_drawing(toll: Toll, incident: Incident, numbering: Numbering) -> bool:
    """Draw where voices differ; a strip with one interval says what its line said."""
    return len(rows_of(toll, incident, numbering.claims)) > 1


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    rule = "─" * (WIDTH - len(title) - 1)
    yield from ("", f"{bold(title)} {dim(rule)}")
    yield from lines


def _background(incidents: list[Incident]) -> Iterator[str]:
    yield bold("Background")
    yield from wrapped("totals of wars, years and other attacks; part of no toll", indent="  ")
    yield ""
    accounts = [account for incident in incidents for account in incident.accounts]
    yield from evidence(Numbering(accounts), [])


def _remarks(findings: Findings) -> Iterator[str]:
    """Name the inputs that told nothing: copies, and what could not be read."""
    names = {imprint.document_id: imprint.name for imprint in findings.documents}
    for copy in findings.copies:
        words = f"`{copy.name}` is the same document as `{names[copy.document_id]}`"
        yield from wrapped(f"{clean(words)}: {imprint_in_words(copy)}", hanging="  ")
    for unreadable in findings.unreadable:
        yield from wrapped(f"Not read: {clean(unreadable.reason)}", hanging="  ")
