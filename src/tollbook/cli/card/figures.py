"""One toll drawn: the posterior, every claim's interval under it, and the named rules."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tollbook.claim import Group, SourceKind, TollClaim
from tollbook.cli.card.ink import WIDTH, bold, clean, dim, padded, width, wrapped
from tollbook.cli.card.numbering import Numbering
from tollbook.cli.card.rulings import rulings_in_lines
from tollbook.cli.card.scale import Scale, fit
from tollbook.cli.card.strip import axis, interval, posterior
from tollbook.cli.card.wording import (
    PARTIES,
    group_in_words,
    harm_in_words,
    kind_in_words,
    label,
    short,
)
from tollbook.incident import Incident
from tollbook.toll import Toll, Voice

LABEL, STRIP, NARROWEST = 31, 38, 28

# The strip shows the toll's neighbourhood: this many times below and above its range.
_AROUND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One interval to draw: a voice, what it allows, and the claims that say so."""

    section: str
    rank: int
    name: str
    low: int
    high: int | None
    is_set_aside: bool
    claim_ids: tuple[str, ...]


def figure(
    toll: Toll, incident: Incident, numbering: Numbering, *, is_first: bool = True
) -> Iterator[str]:
    """Draw a toll's strip and put the rules of the field under it.

    Only the first figure of a card says how it is read.
    """
    rows = rows_of(toll, incident, numbering)
    group = "" if toll.group is Group.PEOPLE else f", {group_in_words(toll.group)}"
    title = f"{harm_in_words(toll.harm).capitalize()}{group}"
    if width(title) > LABEL or not rows:
        yield bold(title)
        title = ""
    if rows:
        yield from _strip(title, toll, rows, numbering, is_first=is_first)
    yield ""
    yield from rulings_in_lines(toll.rulings)


def rows_of(toll: Toll, incident: Incident, numbering: Numbering) -> list[Row]:
    """Gather the claims on one toll into rows: one voice saying one thing is one row."""
    set_aside = {aside.claim_id for aside in toll.set_aside}
    given = [claim_id for claim_id in (*toll.counted, *set_aside) if claim_id in numbering]
    voices = {claim_id: voice for voice in toll.voices for claim_id in voice.claim_ids}
    found: dict[tuple[object, ...], list[TollClaim]] = {}
    for claim_id in sorted(given, key=lambda claim_id: numbering[claim_id]):
        claim = numbering.claims[claim_id]
        if isinstance(claim, TollClaim) and _concerns(claim, toll, set_aside):
            voice = voices.get(claim_id) or _own_voice(claim)
            said = (claim.group, claim.count.low, claim.count.high, claim_id in set_aside)
            found.setdefault((voice, *said), []).append(claim)
    rows = [
        _row(claims, voices.get(claims[0].id), toll, incident, claims[0].id in set_aside)
        for claims in found.values()
    ]
    return sorted(rows, key=lambda row: (row.rank, row.section, row.low, row.name))


def _own_voice(claim: TollClaim) -> str:
    """Name the voice of a claim that was set aside before anybody asked whose it is."""
    return label(claim.attribution, claim.imprint)


def _concerns(claim: TollClaim, toll: Toll, set_aside: set[str]) -> bool:
    """Leave out what counts other people and does not bear on this toll either."""
    is_of_group = claim.group is toll.group or claim.id not in set_aside
    return claim.harm is toll.harm and is_of_group


def _row(
    claims: list[TollClaim],
    voice: Voice | None,
    toll: Toll,
    incident: Incident,
    is_set_aside: bool,
) -> Row:
    # A headline stands under the source it sums up.
    spokesman = min(claims, key=lambda claim: claim.attribution.source is None)
    is_quoted = spokesman.attribution.source is not None
    name = clean(voice.name) if voice is not None and is_quoted else _own_voice(spokesman)
    rank, section = _section(spokesman.attribution.source_kind, name, incident)
    group = "" if spokesman.group is toll.group else f"{group_in_words(spokesman.group)}: "
    return Row(
        section=section,
        rank=rank,
        name=f"{group}{name}",
        low=spokesman.count.low,
        high=spokesman.count.high,
        is_set_aside=is_set_aside,
        claim_ids=tuple(claim.id for claim in claims),
    )


def _section(kind: SourceKind | None, name: str, incident: Incident) -> tuple[int, str]:
    """Say under which heading a voice stands; parties to the violence come last."""
    if kind in PARTIES:
        if _is_named(name, incident.perpetrators):
            return 300, "named as perpetrator"
        return 200 + PARTIES.index(kind), f"party: {kind_in_words(kind)}"
    rank = 0 if kind is None else 1 + list(SourceKind).index(kind)
    return rank, kind_in_words(kind)


_EMPTY_WORDS = frozenset(
    ["the", "and", "group", "groups", "its", "their", "from", "with", "forces"]
)


def _is_named(source: str, perpetrators: Iterable[str]) -> bool:
    """Tell whether one name holds all the words of the other."""
    wanted = _telling_words(source)
    named = [_telling_words(name) for name in perpetrators]
    return any(wanted and words and (wanted <= words or words <= wanted) for words in named)


def _telling_words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w{3,}", name.lower()) if word not in _EMPTY_WORDS}


def _strip(
    title: str, toll: Toll, rows: list[Row], numbering: Numbering, *, is_first: bool
) -> Iterator[str]:
    references = [numbering.references(row.claim_ids) for row in rows]
    scale = _scale(toll, rows, _columns(references))
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


def _scale(toll: Toll, rows: list[Row], columns: int) -> Scale:
    # A floor without a ceiling needs room to be seen going on.
    tops = [row.low * 3 // 2 if row.high is None else row.high for row in rows]
    said = [*(row.low for row in rows), *tops]
    near = [n for n in said if toll.low <= n * _AROUND and n <= toll.high * _AROUND]
    return fit([*near, toll.low, toll.high], columns)


def _said(row: Row) -> str:
    return short(row.low, row.high)


def _drawn(row: Row, scale: Scale, room: int, claims: str) -> Iterator[str]:
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
