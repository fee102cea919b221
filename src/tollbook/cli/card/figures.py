"""One toll drawn: the posterior, every claim's interval under it, and the named rules."""

from collections.abc import Iterator

from tollbook.claim import Group
from tollbook.cli.card.ink import WIDTH, bold, dim, padded, width, wrapped
from tollbook.cli.card.numbering import Numbering
from tollbook.cli.card.rulings import rulings_in_lines
from tollbook.cli.card.scale import Columns, fit
from tollbook.cli.card.strip import axis, interval, posterior
from tollbook.drawing.rows import Row, numbers_near, rows_of
from tollbook.drawing.wording import group_in_words, harm_in_words, short
from tollbook.incident import Incident
from tollbook.toll import Toll

LABEL, STRIP, NARROWEST = 31, 38, 28


def figure(
    toll: Toll, incident: Incident, numbering: Numbering, *, is_first: bool = True
) -> Iterator[str]:
    """Draw a toll's strip and put the rules of the field under it.

    Only the first figure of a card says how it is read.
    """
    rows = rows_of(toll, incident, numbering.claims)
    group = "" if toll.group is Group.PEOPLE else f", {group_in_words(toll.group)}"
    title = f"{harm_in_words(toll.harm).capitalize()}{group}"
    if width(title) > LABEL or not rows:
        yield bold(title)
        title = ""
    if rows:
        yield from _strip(title, toll, rows, numbering, is_first=is_first)
    yield ""
    yield from rulings_in_lines(toll.rulings)


def _strip(
    title: str, toll: Toll, rows: list[Row], numbering: Numbering, *, is_first: bool
) -> Iterator[str]:
    references = [numbering.references(row.claim_ids) for row in rows]
    scale = fit(numbers_near(toll, rows), _columns(references))
    yield f"{padded(bold(title), LABEL)} {posterior(toll.cells, scale)}"
    room = max(len(_said(row)) for row in rows)
    section = None
    for row, claims in zip(rows, references, strict=True):
        if row.section != section:
            section = row.section
            yield dim(f"  {section}")
        yield from _drawn(row, scale, room, claims)
    line, numbers_under = axis(scale)
    yield f"{' ' * LABEL} {line}"
    yield f"{' ' * LABEL} {numbers_under}"
    yield from wrapped(dim(_legend(toll, rows, is_first)), indent="  ")


def _columns(references: list[str]) -> int:
    """Leave room for the claims' numbers, unless they would take the strip's."""
    return min(STRIP, max(NARROWEST, WIDTH - LABEL - 2 - max(map(len, references))))


def _said(row: Row) -> str:
    return short(row.low, row.high)


def _drawn(row: Row, scale: Columns, room: int, claims: str) -> Iterator[str]:
    mark = "†" if row.is_set_aside else " "
    name = padded(f"    {row.name}", LABEL - room - 1)
    drawn = padded(interval(row.low, row.high, scale), scale.columns)
    start = f"{name}{mark}{_said(row):<{room}} {drawn} "
    for line in wrapped(claims, indent=start, hanging=" " * (LABEL + scale.columns + 2)):
        yield dim(line) if row.is_set_aside else line


def _legend(toll: Toll, rows: list[Row], is_first: bool) -> str:
    low, high = _central(toll, 0.5)
    if (low, high) == (toll.low, toll.high):
        odds = f"9 in 10 that it {_lies(low, high)}."
    else:
        most = _lies(toll.low, toll.high).removeprefix("lies ")
        odds = f"Even odds that it {_lies(low, high)}, 9 in 10 {most}."
    signs = "█ how probable  ● this number  ├┤ any of these  ◂ ▸ goes on" if is_first else ""
    if any(row.is_set_aside for row in rows):
        signs += f"{'  ' if signs else ''}† set aside, see below"
    return f"{signs}. {odds}" if signs else odds


def _lies(low: int, high: int) -> str:
    return f"is {low:,}" if low == high else f"lies in {low:,}–{high:,}"


def _central(toll: Toll, share: float) -> tuple[int, int]:
    """Find the bounds that leave the same probability on either side."""
    return _quantile(toll, (1 - share) / 2), _quantile(toll, (1 + share) / 2)


def _quantile(toll: Toll, share: float) -> int:
    below = 0.0
    for cell in toll.cells:
        below += cell.probability
        if below >= share:
            return cell.low if share < 0.5 else cell.high
    return toll.high
