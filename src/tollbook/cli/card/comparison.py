"""The comparison of a sheet with incidents as a card: what agrees in one line, then the rest."""

from collections.abc import Iterator, Mapping

from tollbook.claim import Claim
from tollbook.cli.card.evidence import in_words
from tollbook.cli.card.heading import what_where_when
from tollbook.cli.card.ink import (
    WIDTH,
    bold,
    coloured,
    dim,
    marked,
    padded,
    plain,
    width,
    wrapped,
)
from tollbook.comparison import (
    About,
    Comparison,
    Match,
    OnlyCoded,
    OnlyTold,
    Pairing,
    Point,
    Verdict,
)
from tollbook.drawing.wording import clean, plural
from tollbook.exporting.table import key_words
from tollbook.incident import Judgement
from tollbook.sheet import CodedEvent
from tollbook.toll import Case

MOST_CLAIMS = 2
"""How many claims are shown of each difference; the other formats name more."""

_ID = 8
_NEAR = -6.0  # what is further off is no neighbour worth a line
_LABELS = {
    About.KILLED: "killed",
    About.INJURED: "injured",
    About.CIVILIANS: "civilians",
    About.DAYS: "days",
    About.PLACE: "place",
    About.SIDES: "sides",
    About.TYPE: "type",
}
_BAR = 40
_SIGNS = ("█", "▓", "▒", "░", "·")


def comparison_card(comparison: Comparison, *, colour: bool = False) -> str:
    """Write a comparison for people: lines of at most eighty columns, with an end after the last.

    Args:
        comparison: what was compared; names are written as they stand in it.
        colour: whether to write for a terminal.
    """
    told = list(_lines(comparison))
    written = coloured(told) if colour else [plain(line) for line in told]
    return "".join(f"{line}\n" for line in written)


def _lines(comparison: Comparison) -> Iterator[str]:
    sure = [match for match in comparison.matches if match.judgement is Judgement.POSITIVE]
    unsure = [match for match in comparison.matches if match.judgement is Judgement.UNSURE]
    agreed = [match for match in sure if not match.differences]
    differing = [match for match in sure if match.differences]
    yield from _heading(comparison)
    yield ""
    yield from _tally(
        {
            "agree": len(agreed),
            "differ": len(differing),
            "unsure": len(unsure),
            "only in the sheet": len(comparison.only_coded),
            "only in the reports": len(comparison.only_told),
        }
    )
    yield from _titled("Differences", [_match(match) for match in differing])
    yield from _titled("Perhaps the same event", [_match(match) for match in unsure])
    yield from _titled("Only in the sheet", [_coded(one) for one in comparison.only_coded])
    yield from _titled("Only in the reports", [_told(one) for one in comparison.only_told])
    yield from _titled("Agree", [_agreed(match) for match in agreed], is_close=True)
    yield from _titled(
        "Not covered by the sheet", [_outside(one) for one in comparison.outside], is_close=True
    )
    yield from _titled(
        "Rows not read",
        [wrapped(clean(one.reason), hanging="  ") for one in comparison.refused],
        is_close=True,
    )


def _heading(comparison: Comparison) -> Iterator[str]:
    rows = {event.row for match in comparison.matches for event in match.events}
    rows |= {alone.event.row for alone in comparison.only_coded}
    incidents = sum(len(match.cases) for match in comparison.matches)
    incidents += len(comparison.only_told) + len(comparison.outside)
    scheme = comparison.columns.scheme
    kind = "" if scheme == "own" else f" ({scheme} columns)"
    yield bold(clean(comparison.sheet_name))
    yield from wrapped(
        f"{plural(len(rows), 'row')}{kind} beside {plural(incidents, 'incident')} of the reports"
    )
    window = comparison.window
    if window.first is not None:
        where = f", {', '.join(sorted(window.countries))}" if window.countries else ""
        fewest = window.fewest_killed
        dead = f", {fewest:,} dead or more" if fewest else ""
        yield from wrapped(dim(f"covers {window.first} to {window.last}{where}{dead}"))


def _tally(counts: Mapping[str, int]) -> Iterator[str]:
    """Draw the shares as one bar, and say what each sign is."""
    total = sum(counts.values())
    if not total:
        yield "Nothing to compare."
        return
    bar, filled, before = "", 0, 0
    for sign, count in zip(_SIGNS, counts.values(), strict=True):
        filled += count
        # Every share that is not empty is seen.
        end = max(before + (count > 0), round(_BAR * filled / total))
        bar += sign * (end - before)
        before = end
    yield f"{bar}"
    said = [
        f"{sign} {count:,} {name}"
        for sign, (name, count) in zip(_SIGNS, counts.items(), strict=True)
        if count
    ]
    yield from wrapped("   ".join(word.replace(" ", "\u00a0") for word in said))


def _titled(title: str, parts: list[list[str]], *, is_close: bool = False) -> Iterator[str]:
    if not parts:
        return
    name = f"{title} ({len(parts):,})"
    yield ""
    yield f"{bold(name)} {dim('─' * (WIDTH - width(name) - 1))}"
    for number, part in enumerate(parts):
        if number and not is_close:
            yield ""
        yield from part


def _match(match: Match) -> list[str]:
    by_id = {claim.id: claim for claim in match.claims}
    told = _names(match)
    if match.judgement is Judgement.UNSURE:
        told += wrapped(dim(_why(match.pairings)), indent="  ")
    compared = match.differences + tuple(
        point
        for point in match.points
        if point.verdict in (Verdict.SAME, Verdict.WITHIN) and point.about is About.KILLED
    )
    for point in compared:
        told += _point(point, by_id)
    return told


def _names(match: Match) -> list[str]:
    rows = "; ".join(_event(event) for event in match.events)
    incidents = "; ".join(_case(case) for case in match.cases)
    return [
        *(bold(line) for line in wrapped(rows, hanging="  ")),
        *wrapped(incidents, indent="  ", hanging="  "),
    ]


def _event(event: CodedEvent) -> str:
    place = event.place.names[0] if event.place.names else event.place.country
    day = "" if event.days is None else f"{event.days.first}"
    said = ", ".join(filter(None, (clean(place), day)))
    return f"{clean(event.name)}: {said}" if said else clean(event.name)


def _case(case: Case) -> str:
    return f"{what_where_when(case.incident)} [{case.incident.id[:_ID]}]"


def _why(pairings: tuple[Pairing, ...]) -> str:
    weakest = min(pairings, key=lambda one: one.log_odds)
    return f"log-odds {weakest.log_odds:+.1f}: {'; '.join(map(clean, weakest.because))}"


def _point(point: Point, by_id: Mapping[str, Claim]) -> list[str]:
    label = padded(_LABELS[point.about], 10)
    verdict = {
        Verdict.DIFFERENT: "differs",
        Verdict.WITHIN: "within",
        Verdict.SAME: "same",
    }.get(point.verdict, "")
    line = f"sheet {clean(point.coded)} · reports {clean(point.told)} · {verdict}"
    told = wrapped(line, indent=f"  {label}", hanging=" " * 12)
    notes = [point.note] if point.note else []
    if point.policies and point.verdict is not Verdict.SAME:
        notes.append(f"the sheet's figure by the rules of {', '.join(point.policies)}")
    if notes:
        told += wrapped(dim(clean("; ".join(notes))), indent=" " * 12)
    if point.verdict is Verdict.DIFFERENT:
        for one in point.claim_ids[:MOST_CLAIMS]:
            told += _claim(by_id[one])
    return told


def _claim(claim: Claim) -> list[str]:
    words = key_words(claim)
    sentence = claim.sentence
    spans = []
    if sentence.start <= words.start and words.end <= sentence.end:
        spans = [(words.start - sentence.start, words.end - sentence.start)]
    where = f"{clean(claim.imprint.name)} {words.start}–{words.end}: {in_words(claim)}"
    return [
        *wrapped(where, indent=" " * 12, hanging=" " * 14),
        *wrapped(marked(sentence.text, spans), indent=" " * 14),
    ]


def _agreed(match: Match) -> list[str]:
    points = [point for point in match.points if point.coded and point.told]
    said = [
        f"{_LABELS[point.about]} {clean(point.coded)}"
        + ("" if point.verdict is Verdict.SAME else f" in {clean(point.told)}")
        for point in points
        if point.about in (About.KILLED, About.INJURED, About.CIVILIANS)
    ]
    ids = ", ".join(case.incident.id[:_ID] for case in match.cases)
    rows = "; ".join(_event(event) for event in match.events)
    return wrapped(f"{rows} = {ids} {dim('; '.join(said))}", hanging="  ")


def _coded(alone: OnlyCoded) -> list[str]:
    killed = "" if alone.event.killed is None else f", killed {clean(alone.event.killed.words)}"
    told = [bold(line) for line in wrapped(f"{_event(alone.event)}{killed}", hanging="  ")]
    told += wrapped("; ".join(map(clean, alone.reasons)), indent="  ")
    if alone.nearest is not None and alone.nearest.log_odds > _NEAR:
        near = f"nearest {alone.nearest.incident_id[:_ID]}, {_why((alone.nearest,))}"
        told += wrapped(dim(near), indent="  ")
    return told


def _told(alone: OnlyTold) -> list[str]:
    told = [bold(line) for line in wrapped(f"{_case(alone.case)}{_toll(alone.case)}", hanging="  ")]
    if alone.reasons:
        told += wrapped("; ".join(map(clean, alone.reasons)), indent="  ")
    if alone.nearest is not None and alone.nearest.log_odds > _NEAR:
        near = f"nearest row {alone.nearest.row}, {_why((alone.nearest,))}"
        told += wrapped(dim(near), indent="  ")
    for claim in _telling(alone.case):
        told += _claim(claim)
    return told


def _telling(case: Case) -> list[Claim]:
    """The claims that moved the tolls most: what the sheet would have to hold."""
    moved = {one.claim_id: abs(one.shift) for toll in case.tolls for one in toll.influences}
    claims = [claim for claim in case.incident.claims if claim.id in moved]
    return sorted(claims, key=lambda claim: (-moved[claim.id], claim.id))[:MOST_CLAIMS]


def _toll(case: Case) -> str:
    toll = case.toll("killed")
    return "" if toll is None else f": killed {toll.best:,} ({toll.low:,}–{toll.high:,})"


def _outside(alone: OnlyTold) -> list[str]:
    return wrapped(f"{_case(alone.case)}: {clean('; '.join(alone.reasons))}", hanging="  ")
