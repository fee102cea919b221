"""A comparison for machines: one object, or one row for each row of the sheet and each incident.

Every figure of the reports leads to its claims: the words, and where they stand in which report.
The sheet's own cells and notes are written only where names may be shown.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tollbook.claim import Claim, Reaction, TollClaim
from tollbook.comparison import About, Comparison, Match, OnlyTold, Pairing, Point, Verdict
from tollbook.exporting.plain import moment, plain
from tollbook.exporting.table import key_words
from tollbook.incident import Days, Judgement
from tollbook.sheet import CodedEvent
from tollbook.toll import Case

Cell = str | int | float | None


def comparison_to_json(comparison: Comparison, *, names: bool = False) -> str:
    """Write a comparison as one object.

    Args:
        comparison: what was compared.
        names: whether to write the sheet's cells and notes too, which may name people.
    """
    window = comparison.window
    columns = comparison.columns
    told = {
        "sheet": {
            "id": comparison.sheet_id,
            "name": comparison.sheet_name,
            "scheme": columns.scheme,
            "columns": {meaning.value: list(used) for meaning, used in columns.headers.items()},
            "counts": columns.counts.value,
        },
        "window": {
            "first": plain(window.first),
            "last": plain(window.last),
            "countries": sorted(window.countries),
            "fewest_killed": window.fewest_killed,
        },
        "matches": [_match(match, names=names) for match in comparison.matches],
        "only_in_sheet": [
            {
                "event": _event(alone.event, names=names),
                "reasons": list(alone.reasons),
                "nearest": plain(alone.nearest),
            }
            for alone in comparison.only_coded
        ],
        "only_in_reports": [_alone(alone) for alone in comparison.only_told],
        "outside_the_sheet": [_alone(alone) for alone in comparison.outside],
        "refused": plain(comparison.refused),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def evidence(claim: Claim) -> dict[str, Any]:
    """Say what a claim says, and where: offsets are code points into the report."""
    words = key_words(claim)
    said = None if isinstance(claim, Reaction) else claim.attribution.source
    imprint = claim.imprint
    return {
        "claim": claim.id,
        "document": imprint.document_id,
        "name": imprint.name,
        "publisher": imprint.publisher,
        "published": None if imprint.published_at is None else moment(imprint.published_at),
        "url": imprint.url,
        "start": words.start,
        "end": words.end,
        "words": words.text,
        "source": None if said is None else said.text,
        "sentence": claim.sentence.text,
    }


def _match(match: Match, *, names: bool) -> dict[str, Any]:
    by_id = {claim.id: claim for claim in match.claims}
    return {
        "agrees": not match.differences,
        "judgement": match.judgement.value,
        "events": [_event(event, names=names) for event in match.events],
        "incidents": [_case(case) for case in match.cases],
        "pairings": plain(match.pairings),
        "points": [_point(point, by_id) for point in match.points],
    }


def _point(point: Point, by_id: Mapping[str, Claim]) -> dict[str, Any]:
    return {
        "about": point.about.value,
        "coded": point.coded or None,
        "told": point.told or None,
        "verdict": point.verdict.value,
        "size": round(point.size, 3),
        "note": point.note,
        "policies": list(point.policies),
        "evidence": [evidence(by_id[one]) for one in point.claim_ids if one in by_id],
    }


def _event(event: CodedEvent, *, names: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "row": event.row,
        "coder_id": event.coder_id or None,
        "days": None if event.days is None else [plain(event.days.first), plain(event.days.last)],
        "place": plain(event.place),
        "sides": list(event.sides),
        "killed": plain(event.killed),
        "injured": plain(event.injured),
        "parts": plain(event.parts),
        "type": event.type or None,
        "sources": event.sources or None,
    }
    if names:
        told |= {"notes": event.notes or None, "cells": dict(event.cells)}
    return told


def _case(case: Case) -> dict[str, Any]:
    incident = case.incident
    return {
        "id": incident.id,
        "what": incident.what.value,
        "days": None
        if incident.days is None
        else [plain(incident.days.first), plain(incident.days.last)],
        "places": list(incident.places),
        "location": plain(incident.location),
        "reports": [plain(account.imprint) for account in incident.accounts],
        "tolls": [
            {
                "harm": toll.harm.value,
                "group": toll.group.value,
                "low": toll.low,
                "best": toll.best,
                "high": toll.high,
            }
            for toll in case.tolls
        ],
    }


def _alone(alone: OnlyTold) -> dict[str, Any]:
    return {
        "incident": _case(alone.case),
        "reasons": list(alone.reasons),
        "nearest": plain(alone.nearest),
        "evidence": [evidence(claim) for claim in alone.case.incident.claims],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table: a row of the sheet, an incident, or both side by side."""

    status: str
    event: CodedEvent | None = None
    case: Case | None = None
    pairing: Pairing | None = None
    points: tuple[Point, ...] = ()
    reasons: tuple[str, ...] = ()
    claims: Mapping[str, Claim] | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the table: its header, what it means, and where it is read."""

    header: str
    meaning: str
    read: Callable[[Line], Cell]


def lines(comparison: Comparison) -> Iterator[Line]:
    """Give every row of the sheet and every incident, side by side where they match."""
    for match in comparison.matches:
        by_id = {claim.id: claim for claim in match.claims}
        events = {event.row: event for event in match.events}
        cases = {case.incident.id: case for case in match.cases}
        for pairing in match.pairings:
            yield Line(
                status=_status(match),
                event=events[pairing.row],
                case=cases[pairing.incident_id],
                pairing=pairing,
                points=match.points,
                claims=by_id,
            )
    for coded in comparison.only_coded:
        yield Line(
            status="only_in_sheet",
            event=coded.event,
            pairing=coded.nearest,
            reasons=coded.reasons,
        )
    for status, told in (
        ("only_in_reports", comparison.only_told),
        ("outside_the_sheet", comparison.outside),
    ):
        for alone in told:
            claims = {claim.id: claim for claim in alone.case.incident.claims}
            yield Line(
                status=status,
                case=alone.case,
                pairing=alone.nearest,
                reasons=alone.reasons,
                claims=claims,
            )
    for refused in comparison.refused:
        yield Line(status="refused", reasons=(refused.reason,), row=refused.row)


def _status(match: Match) -> str:
    if match.judgement is Judgement.UNSURE:
        return "unsure"
    return "differs" if match.differences else "agrees"


def _point_of(line: Line, about: About) -> Point | None:
    return next((point for point in line.points if point.about is about), None)


def _where(claims: Mapping[str, Claim], ids: tuple[str, ...]) -> str:
    """Where the evidence stands: report, offsets and words."""
    found = [claims[one] for one in ids if one in claims]
    words = [(claim.imprint.name, key_words(claim)) for claim in found]
    return "; ".join(f"{name}:{at.start}-{at.end} “{at.text}”" for name, at in words)


def _evidence(line: Line, about: About) -> str:
    if line.claims is None:
        return ""
    if not line.points:  # an incident by itself: everything that tells of it
        wanted = {About.KILLED: "killed", About.INJURED: "injured"}.get(about)
        ids = tuple(
            claim.id
            for claim in line.claims.values()
            if isinstance(claim, TollClaim) and claim.harm.value == wanted
        )
        return _where(line.claims, ids)
    point = _point_of(line, about)
    return "" if point is None else _where(line.claims, point.claim_ids)


def _told_alone(line: Line, about: About) -> str:
    """What an incident by itself says."""
    if line.case is None or line.points:
        return ""
    incident = line.case.incident
    match about:
        case About.KILLED | About.INJURED:
            toll = line.case.toll(about.value)
            return "" if toll is None else f"{toll.best} ({toll.low}–{toll.high})"
        case About.DAYS if incident.days is not None:
            return _days(incident.days)
        case About.PLACE:
            return ", ".join(incident.places[:2])
    return ""


def _coded_alone(line: Line, about: About) -> str:
    """What a row by itself says."""
    if line.event is None or line.points:
        return ""
    event = line.event
    match about:
        case About.KILLED:
            return "" if event.killed is None else event.killed.words
        case About.INJURED:
            return "" if event.injured is None else event.injured.words
        case About.DAYS if event.days is not None:
            return _days(event.days)
        case About.PLACE:
            return ", ".join(event.place.names[:2])
        case About.SIDES:
            return ", ".join(event.sides)
    return ""


def _read(
    about: About,
    part: Callable[[Point], Cell],
    alone: Callable[[Line, About], str] | None = None,
) -> Callable[[Line], Cell]:
    """Read a part of what is compared; where nothing is compared, what the one side says."""

    def read(line: Line) -> Cell:
        point = _point_of(line, about)
        if point is not None:
            return part(point)
        return None if alone is None else alone(line, about)

    return read


def _days(days: Days) -> str:
    return f"{days.first}" if days.first == days.last else f"{days.first} to {days.last}"


def _columns_about(about: About) -> Iterator[Column]:
    name = about.value
    yield Column(
        header=f"{name}_coded",
        meaning=f"what the sheet says: {name.replace('_', ' ')}",
        read=_read(about, lambda point: point.coded, _coded_alone),
    )
    yield Column(
        header=f"{name}_told",
        meaning="what the reports come to; a toll with its range",
        read=_read(about, lambda point: point.told, _told_alone),
    )
    yield Column(
        header=f"{name}_verdict",
        meaning="same, within, different, not_coded or not_told",
        read=_read(about, lambda point: point.verdict.value),
    )
    yield Column(
        header=f"{name}_note",
        meaning="why, in words",
        read=_read(about, lambda point: point.note),
    )
    if about in (About.KILLED, About.INJURED, About.CIVILIANS):
        yield Column(
            header=f"{name}_policies",
            meaning="rules of the field that would give the coder's figure from these claims",
            read=_read(about, lambda point: " ".join(point.policies)),
        )
    if about not in (About.DAYS, About.PLACE):
        yield Column(
            header=f"{name}_evidence",
            meaning="where it is said: report, offsets and words, most telling first",
            read=lambda line: _evidence(line, about),
        )


_COMPARED = tuple(about for about in About if about is not About.TYPE)

COLUMNS: tuple[Column, ...] = (
    Column(
        header="status",
        meaning="agrees, differs, unsure (perhaps another event), only_in_sheet, "
        "only_in_reports, outside_the_sheet or refused",
        read=lambda line: line.status,
    ),
    Column(
        header="row",
        meaning="the row of the sheet",
        read=lambda line: line.row if line.event is None else line.event.row,
    ),
    Column(
        header="coder_id",
        meaning="the coder's own id",
        read=lambda line: None if line.event is None else line.event.coder_id,
    ),
    Column(
        header="incident",
        meaning="the incident's id",
        read=lambda line: None if line.case is None else line.case.incident.id,
    ),
    Column(
        header="log_odds",
        meaning="how much speaks for row and incident being one event, as a natural logarithm of "
        "odds; of what stands alone, the nearest of the other side",
        read=lambda line: None if line.pairing is None else line.pairing.log_odds,
    ),
    Column(
        header="because",
        meaning="what that rests on, each with its weight",
        read=lambda line: None if line.pairing is None else "; ".join(line.pairing.because),
    ),
    Column(
        header="differs_on",
        meaning="what differs, largest first",
        read=lambda line: " ".join(
            point.about.value
            for point in sorted(line.points, key=lambda point: -point.size)
            if point.verdict is Verdict.DIFFERENT
        ),
    ),
    *(column for about in _COMPARED for column in _columns_about(about)),
    Column(
        header="reasons",
        meaning="why one side may lack it, or why a row was refused",
        read=lambda line: "; ".join(line.reasons),
    ),
)


def comparison_table(comparison: Comparison) -> Iterator[str]:
    """Write the header and a line for each row and incident."""
    yield _written([column.header for column in COLUMNS])
    for line in lines(comparison):
        yield _written([_cell(column.read(line)) for column in COLUMNS])


def comparison_dictionary() -> str:
    """Write the columns and their meaning as a Markdown table, for the documentation."""
    rows = [f"| `{column.header}` | {column.meaning} |" for column in COLUMNS]
    return "\n".join(["| column | what it holds |", "|---|---|", *rows])


def _cell(found: Cell) -> str:
    if found is None:
        return ""
    if isinstance(found, float):
        return f"{found:.2f}"
    text = str(found)
    # A spreadsheet would take it for a formula.
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _written(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    return written.getvalue()
