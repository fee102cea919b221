"""Reports annotated claim by claim: who says how many, who did it, what broke, who reacted.

The figures are those of the guideline's own scorer, on all reports and by kind of text. The
baseline is a plain regular expression over the same reports.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from tollbook.claim import TollClaim
from tollbook.errors import UnusableCorpus
from tollbook.evaluating import plain_regex
from tollbook.evaluating.gold import ACTS, GoldReport, load_report, load_split
from tollbook.evaluating.matching import Comparison, compare
from tollbook.evaluating.mistakes import cases
from tollbook.evaluating.reliability import Sureness
from tollbook.evaluating.scores import ACCURACIES, SHARES, Scores, score
from tollbook.evaluating.suite import Figure, Reader, Result
from tollbook.evaluating.sureness import WHOLE, Probabilities, sureness
from tollbook.exporting.predictions import in_order, prediction

TARGETS: Final = {
    "found": 0.92,
    "figure": 0.87,
    "whole": 0.75,
    "source": 0.90,
    "stance": 0.92,
    "group": 0.88,
    "background": 0.95,
    "responsibility": 0.70,
    "damage": 0.60,
    "reaction": 0.60,
}
FAMILIES: Final = {"fk": "war in Syria", "gva": "local crime", "muc": "wire", "we": "world news"}


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score one part of the split.

    Raises:
        UnusableCorpus: there are no annotated reports there, or the split has no such part.
    """
    return _measure(reports(folder, part), part, reader)


def reports(folder: Path, part: str) -> tuple[GoldReport, ...]:
    """Read one part of the split; the reports lie in the corpora's folder or beside it.

    Raises:
        UnusableCorpus: there are no annotated reports there, or the split has no such part.
    """
    corpus = _corpus(folder)
    parts = json.loads((corpus / "split.json").read_text("utf-8"))
    if part not in parts:
        raise UnusableCorpus(
            f"`{corpus / 'split.json'}` has no part {part!r}; it has {', '.join(parts)}"
        )
    return load_split(corpus, part)


def measure_files(text: Path, gold: Path, reader: Reader) -> Result:
    """Score every annotation of a folder: `text/<id>.txt` against `gold/<id>.json`.

    Raises:
        UnusableCorpus: there is no annotation there, or one without its text.
    """
    annotations = sorted(gold.glob("*.json"))
    if not annotations:
        raise UnusableCorpus(f"`{gold}` holds no annotations; expected one <id>.json per report")
    annotated = [load_report(_text_of(file, text), file) for file in annotations]
    return _measure(annotated, "all", reader)


def _text_of(annotation: Path, folder: Path) -> Path:
    text = folder / f"{annotation.stem}.txt"
    if not text.exists():
        raise UnusableCorpus(f"`{text}` is not there, and `{annotation}` annotates it")
    return text


def _corpus(folder: Path) -> Path:
    places = (folder / "claims-gold", folder / "../claims-gold")
    for place in places:
        if (place / "split.json").exists():
            return place
    raise UnusableCorpus(
        f"no annotated reports in `{places[0]}` or `{places[1]}`; "
        "expected split.json, text/<id>.txt and gold/<id>.json there"
    )


def _measure(annotated: Sequence[GoldReport], part: str, reader: Reader) -> Result:
    ours = [_read(report, reader) for report in annotated]
    compared = [one.comparison for one in ours]
    plain = [compare(report, plain_regex.extract(report.text)) for report in annotated]
    return Result(
        suite="claims-gold",
        part=part,
        annotator=reader.annotator.name,
        documents=len(annotated),
        figures=tuple(_figures(compared, plain)),
        notes=(
            "F1 with precision and recall; from source to background, accuracy on the figures "
            "found, which are other ones for the baseline.",
            "The baseline is a regular expression: a number and the nearest word for harm. It "
            "looks for nothing but tolls.",
        ),
        cases=tuple(case for comparison in compared for case in cases(comparison)),
        sureness=_by_field(pair for one in ours for pair in one.sureness),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """One report as we read it, beside its annotation, and how sure we were of what."""

    comparison: Comparison
    sureness: tuple[tuple[str, Sureness], ...]


def _read(report: GoldReport, reader: Reader) -> _Read:
    accounts = reader.accounts(report.document)
    found = prediction(accounts)
    comparison = compare(report, found)
    rows = [row for row in found["claims"] if row["kind"] == "toll"]
    held = [_held(claim) for claim in in_order(accounts) if isinstance(claim, TollClaim)]
    return _Read(comparison=comparison, sureness=tuple(sureness(comparison, rows, held)))


def _held(claim: TollClaim) -> Probabilities:
    if claim.confidence is None:
        return {}
    return {**asdict(claim.confidence), WHOLE: claim.confidence.whole}


def _by_field(pairs: Iterable[tuple[str, Sureness]]) -> dict[str, tuple[Sureness, ...]]:
    by_field: dict[str, list[Sureness]] = {}
    for name, pair in pairs:
        by_field.setdefault(name, []).append(pair)
    return {name: tuple(of) for name, of in by_field.items()}


def _figures(ours: Sequence[Comparison], plain: Sequence[Comparison]) -> Iterator[Figure]:
    yield from _section("", score(ours), score(plain))
    families = sorted({comparison.report.family for comparison in ours})
    if len(families) > 1:
        for family in families:
            yield from _section(
                FAMILIES.get(family, family),
                score(c for c in ours if c.report.family == family),
                score(c for c in plain if c.report.family == family),
            )


def _section(section: str, ours: Scores, plain: Scores) -> Iterator[Figure]:
    for name in (*SHARES, *ACTS):
        ratio = ours.ratio(name)
        yield Figure(
            name=name,
            value=ratio.f1,
            of=ratio.gold,
            baseline=plain.ratio(name).f1 if name in SHARES else None,
            target=None if section else TARGETS.get(name),
            section=section,
            precision=ratio.precision,
            recall=ratio.recall,
        )
    for name in ACCURACIES:
        yield Figure(
            name=name,
            value=ours.accuracy(name),
            of=ours.counts["found"],
            baseline=plain.accuracy(name),
            target=None if section else TARGETS.get(name),
            section=section,
        )
