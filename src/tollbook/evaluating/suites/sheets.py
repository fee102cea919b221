"""A coder's sheet beside incidents: which rows find the incident that their reports tell of.

The sheet is made of incidents in Syria that were coded by hand from reports (what, where, which
day, the tolls and who is blamed of those with several reports); the incidents are what is read
from the same reports and joined. A pair is right where the first account of one of the row's
reports stands in the incident. Where a report prints its own date, that is its date: the
archive's is often wrong.
"""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from statistics import median_low
from typing import Any, Final

from tollbook.document import Document, Raw
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.incident import Judgement, Report
from tollbook.matching import match
from tollbook.matching.names import place_keys, share_place
from tollbook.pipeline import gather_findings
from tollbook.reading.sheets import columns_from_toml, read_sheet
from tollbook.sheet import CodedEvent, Sheet
from tollbook.toll import Case as TollCase

_MAPPING: Final = """
[columns]
id = "id"
type = "what"
places = "place"
country = "country"
day = "date"
killed_low = "low"
killed = "killed"
killed_high = "high"
sides = "blamed"
"""
_HEADER: Final = ("id", "what", "place", "country", "date", "low", "killed", "high", "blamed")
_MAIN: Final = "A"
_PRINTED: Final = re.compile(
    r"\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})\b"
)
_DATELINE: Final = 200

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """The pairs that are right, those that were found, and those of the plain rule."""

    gold: frozenset[Pair]
    found: frozenset[Pair]
    sure: frozenset[Pair]
    plain: frozenset[Pair]


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Read the reports, join them, match them with the sheet and score the pairs.

    Raises:
        UnusableCorpus: the files of that part are not there, or hold no incidents.
    """
    corpus = folder / "incidents_syria"
    clusters = json.loads((corpus / f"{part}.clusters.json").read_text("utf-8")).get("clusters")
    if not clusters:
        raise UnusableCorpus(f"`{corpus}`: {part}.clusters.json holds no clusters")
    documents = list(_documents(corpus / f"{part}.reports.jsonl"))
    findings = gather_findings(
        Report(imprint=document.imprint, accounts=reader.accounts(document))
        for document in documents
    )
    names = {document.id: document.name for document in documents}
    told = [case for case in findings.cases if not case.incident.is_background]
    sheet = sheet_of(clusters)
    judged = _judge(sheet, told, _gold(clusters, told, names))
    return Result(
        suite="sheets",
        part=part,
        annotator=reader.annotator.name,
        documents=len(documents),
        figures=tuple(_figures(judged)),
        notes=(
            f"{len(sheet.events)} rows beside {len(told)} incidents. F1 of the pairs proposed that "
            "are right and the rows with a right one, of the rows that have one.",
            "The baseline takes of the incidents of the same place, in any spelling, and within a "
            "day of the row the one most told of.",
        ),
        cases=tuple(_cases(judged)),
    )


def sheet_of(clusters: Sequence[Mapping[str, Any]]) -> Sheet:
    """Make a coder's sheet of incidents coded by hand."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(_HEADER)
    for cluster in clusters:
        tolls = cluster.get("tolls", [])
        bounds = [toll["killed"] for toll in tolls if toll.get("killed")]
        figures = sorted(number for low, high in bounds for number in (low, high) if number)
        blamed = [toll["blamed"] for toll in tolls if toll.get("blamed")]
        low, best, high = "", "", ""
        if figures:
            low, best, high = map(str, (figures[0], median_low(figures), figures[-1]))
        place, day = cluster["place"], cluster["date"]
        row = [cluster["id"], cluster["what"], place, "Syria", day, low, best, high]
        table.writerow([*row, blamed[0] if blamed else ""])
    raw = Raw(name="coded.csv", content=written.getvalue().encode(), suffix=".csv")
    return read_sheet(raw, columns_from_toml(_MAPPING))


def _documents(path: Path) -> Iterator[Document]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            yield Document(
                text=row["text"],
                name=row["id"],
                title=row["title"],
                publisher=row["publisher"],
                published_at=_published(row),
            )


def _published(row: Mapping[str, Any]) -> date | None:
    printed = _PRINTED.search(row["text"][:_DATELINE])
    try:
        if printed is not None:
            return datetime.strptime(" ".join(printed.groups()), "%d %b %Y").date()
        return date.fromisoformat(row["date"][:10])
    except (TypeError, ValueError):
        return None


def _gold(
    clusters: Sequence[Mapping[str, Any]], told: Sequence[TollCase], names: Mapping[str, str]
) -> frozenset[Pair]:
    rows: dict[str, set[str]] = defaultdict(set)
    for cluster in clusters:
        for report in cluster["reports"]:
            rows[report["id"]].add(cluster["id"])
    return frozenset(
        (row, case.incident.id)
        for case in told
        for account in case.incident.accounts
        if account.label == _MAIN
        for row in rows.get(names[account.imprint.document_id], ())
    )


def _judge(sheet: Sheet, told: Sequence[TollCase], gold: frozenset[Pair]) -> _Judged:
    ids = {event.row: event.coder_id for event in sheet.events}
    pairings = [pairing for found in match(sheet, told).matches for pairing in found.pairings]
    return _Judged(
        gold=gold,
        found=frozenset((ids[one.row], one.incident_id) for one in pairings),
        sure=frozenset(
            (ids[one.row], one.incident_id)
            for one in pairings
            if one.judgement is Judgement.POSITIVE
        ),
        plain=frozenset(_plain(sheet.events, told)),
    )


def _plain(events: Sequence[CodedEvent], told: Sequence[TollCase]) -> Iterator[Pair]:
    """The same place in any spelling, within a day: the rule that needs no weights."""
    for event in events:
        places = frozenset[str]().union(*map(place_keys, event.place.names))
        for case in told:  # most told of first
            days = case.incident.days
            if days is None or event.days is None:
                continue
            apart = (max(days.first, event.days.first) - min(days.last, event.days.last)).days
            named = frozenset[str]().union(*map(place_keys, case.incident.places))
            if apart <= 1 and share_place(places, named):
                yield event.coder_id, case.incident.id
                break


def _figures(judged: _Judged) -> Iterator[Figure]:
    rows = {row for row, _ in judged.gold}
    for name, pairs in (("pairs, unsure ones too", judged.found), ("sure pairs", judged.sure)):
        precision, recall = _shares(pairs, judged.gold)
        yield Figure(
            name=name,
            value=_f1(precision, recall),
            of=len(rows),
            baseline=_f1(*_shares(judged.plain, judged.gold)),
            precision=precision,
            recall=recall,
        )


def _shares(pairs: frozenset[Pair], gold: frozenset[Pair]) -> tuple[float, float]:
    right = pairs & gold
    rows = {row for row, _ in gold}
    precision = len(right) / len(pairs) if pairs else 0.0
    return precision, len({row for row, _ in right}) / len(rows) if rows else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _cases(judged: _Judged) -> Iterator[Case]:
    found = {row for row, _ in judged.found & judged.gold}
    for row, _ in sorted(judged.found - judged.gold):
        yield Case(kind="wrong pair, row found too" if row in found else "wrong pair")
    for row in sorted({row for row, _ in judged.gold} - found):
        paired = any(row == one for one, _ in judged.found)
        yield Case(kind="row not found, paired wrongly" if paired else "row not found")
