"""One row per claim, for spreadsheets: the columns, what each means, and how it is read.

An empty cell means the report does not say; it is never a zero. Text that a spreadsheet
would take for a formula gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tollbook.claim import (
    Attribution,
    Claim,
    DamageClaim,
    Reaction,
    ResponsibilityClaim,
    TollClaim,
)
from tollbook.document import Words
from tollbook.exporting.plain import moment

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the table: its header, what it means, and where it is read."""

    header: str
    meaning: str
    read: Callable[[Claim], Cell]


def key_words(claim: Claim) -> Words:
    """Give the words a claim rests on: its figure, its actor or its object."""
    match claim:
        case TollClaim():
            return claim.count.words
        case DamageClaim():
            return claim.object
        case ResponsibilityClaim() | Reaction():
            return claim.actor


def _toll(read: Callable[[TollClaim], Cell]) -> Callable[[Claim], Cell]:
    return lambda claim: read(claim) if isinstance(claim, TollClaim) else None


def _said(read: Callable[[Attribution], Cell]) -> Callable[[Claim], Cell]:
    return lambda claim: None if isinstance(claim, Reaction) else read(claim.attribution)


def _published(claim: Claim) -> str | None:
    published = claim.imprint.published_at
    return None if published is None else moment(published)


def _act(claim: Claim) -> str | None:
    match claim:
        case ResponsibilityClaim():
            return claim.status.value
        case DamageClaim():
            return claim.effect.value
        case Reaction():
            return claim.reaction.value
        case TollClaim():
            return None


def _kind(attribution: Attribution) -> str | None:
    return None if attribution.source_kind is None else attribution.source_kind.value


def _stretch(
    name: str, meaning: str, find: Callable[[Claim], Words | None]
) -> tuple[Column, Column, Column]:
    """Make the three columns of words and their place."""

    def text(claim: Claim) -> Cell:
        words = find(claim)
        return None if words is None else words.text

    def start(claim: Claim) -> Cell:
        words = find(claim)
        return None if words is None else words.start

    def end(claim: Claim) -> Cell:
        words = find(claim)
        return None if words is None else words.end

    return (
        Column(header=name, meaning=meaning, read=text),
        Column(header=f"{name}_start", meaning=f"where `{name}` starts (code points)", read=start),
        Column(header=f"{name}_end", meaning=f"where `{name}` ends, excluded", read=end),
    )


def _source(claim: Claim) -> Words | None:
    return None if isinstance(claim, Reaction) else claim.attribution.source


def _relay(claim: Claim) -> Words | None:
    return None if isinstance(claim, Reaction) else claim.attribution.relay


def _cue(claim: Claim) -> Words | None:
    return None if isinstance(claim, Reaction) else claim.attribution.cue


def _group_words(claim: Claim) -> Words | None:
    return claim.group_words if isinstance(claim, TollClaim) else None


def _sure(part: str) -> Callable[[Claim], Cell]:
    def read(claim: TollClaim) -> Cell:
        sure = claim.confidence
        return None if sure is None else float(getattr(sure, part))

    return _toll(read)


_SURE_OF = {
    "claim": "that the words count people who came to this harm",
    "figure": "that `low` and `high` are right, given that",
    "source": "that `source` is right, given that",
    "group": "that `group` is right, given that",
    "stance": "that `stance` is right, given that",
    "part_of": "that `part_of` is right, given that",
    "background": "that it is about one incident, or about a war, as `incident` says, given that",
}


def _confidence() -> Iterator[Column]:
    """Make a column for what a toll rests on, and one for each part of a claim."""
    yield Column(
        header="confidence",
        meaning="how probable it is, from 0 to 1, that figure, source and whether it is about "
        "one incident are all read right; says nothing of whether the source is",
        read=_sure("whole"),
    )
    for part, what in _SURE_OF.items():
        meaning = f"how probable it is, from 0 to 1, {what}"
        yield Column(header=f"confidence_{part}", meaning=meaning, read=_sure(part))


COLUMNS: tuple[Column, ...] = (
    Column(header="id", meaning="the claim's id: same content, same id", read=lambda c: c.id),
    Column(header="document", meaning="the document's id", read=lambda c: c.imprint.document_id),
    Column(header="name", meaning="its file, or feed and line", read=lambda c: c.imprint.name),
    Column(header="publisher", meaning="who printed it", read=lambda c: c.imprint.publisher),
    Column(header="published", meaning="when (ISO 8601)", read=_published),
    Column(header="title", meaning="its headline", read=lambda c: c.imprint.title),
    Column(header="url", meaning="its address", read=lambda c: c.imprint.url),
    Column(
        header="incident",
        meaning="which incident of the document: A, B, … or `background`",
        read=lambda c: c.incident,
    ),
    Column(
        header="kind", meaning="toll, responsibility, damage or reaction", read=lambda c: c.kind
    ),
    Column(header="harm", meaning="what was done", read=_toll(lambda c: c.harm.value)),
    Column(header="low", meaning="fewest people allowed", read=_toll(lambda c: c.count.low)),
    Column(
        header="high",
        meaning="most people allowed; empty where the words give no ceiling",
        read=_toll(lambda c: c.count.high),
    ),
    Column(
        header="stated", meaning="the number the words name", read=_toll(lambda c: c.count.stated)
    ),
    Column(
        header="form", meaning="the shape of the figure", read=_toll(lambda c: c.count.form.value)
    ),
    Column(header="term", meaning="the vague word, if any", read=_toll(lambda c: c.count.term)),
    Column(
        header="is_additional",
        meaning='true for "12 more"',
        read=_toll(lambda c: c.count.is_additional),
    ),
    Column(header="group", meaning="whom it counts", read=_toll(lambda c: c.group.value)),
    Column(
        header="part_of",
        meaning="true where it is part of a bigger figure of the report",
        read=_toll(lambda c: c.part_of),
    ),
    Column(header="act", meaning="the status, the effect or the reaction, by kind", read=_act),
    *_stretch("words", "the figure, the actor or the thing, verbatim", key_words),
    *_stretch("group_words", "the people, as worded", _group_words),
    *_stretch("source", "who says so, as worded; empty: the report itself", _source),
    Column(header="source_kind", meaning="what kind of voice", read=_said(_kind)),
    Column(
        header="anonymous",
        meaning="true where the source is unnamed",
        read=_said(lambda said: said.anonymous),
    ),
    *_stretch("relay", "the medium it was told to", _relay),
    *_stretch("cue", "the words that tie source to statement", _cue),
    Column(
        header="stance",
        meaning="asserted, hedged or denied",
        read=_said(lambda said: said.stance.value),
    ),
    *_stretch("sentence", "the sentence that holds it, verbatim", lambda c: c.sentence),
    *_confidence(),
)


def header() -> str:
    """Write the first line of the table."""
    return _line([column.header for column in COLUMNS])


def rows(claims: Iterable[Claim]) -> Iterator[str]:
    """Write a line for each claim, in the order given."""
    for claim in claims:
        yield _line([_cell(column.read(claim)) for column in COLUMNS])


def data_dictionary() -> str:
    """Write the columns and their meaning as a Markdown table, for the documentation."""
    lines = [f"| `{column.header}` | {column.meaning} |" for column in COLUMNS]
    return "\n".join(["| column | what it holds |", "|---|---|", *lines])


def _cell(found: Cell) -> str:
    if found is None:
        return ""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, int):
        return str(found)
    if isinstance(found, float):
        return f"{found:.3f}"
    return f"'{found}" if found.startswith(("=", "+", "-", "@", "\t", "\r")) else found


def _line(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    return written.getvalue()
