"""How good the reading is, and whether it got worse.

    python -m tollbook.evaluating.gate                          every figure, against its floor
    python -m tollbook.evaluating.gate --show dev --errors 40   figures and mistakes of one split
    python -m tollbook.evaluating.gate --pin                    pin what is measured now

Ends with 1 when a figure is below its floor or the corpus is not the pinned one. Where the
annotated reports are not at hand there is nothing to measure: it says so, and ends with 0.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tollbook.annotating import annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.floors import Floors, RefusedPin, falls, load_floors, pin
from tollbook.evaluating.gold import ACTS, GoldReport, fingerprint, load_report, load_split
from tollbook.evaluating.matching import Comparison, compare
from tollbook.evaluating.mistakes import mistakes
from tollbook.evaluating.registry import measure as run_suite
from tollbook.evaluating.scores import SHARES, Scores, score
from tollbook.evaluating.suite import Reader, Result
from tollbook.evaluating.tables import detail, overview
from tollbook.exporting.predictions import prediction
from tollbook.pipeline import tell

GOLD = "claims-gold"
SEED = ("seed/bamako-2024-09-17.txt", "seed/bamako-2024-09-17.gold.json")
SPLITS = ("dev", "train")
# Measured on their dev part; of each, the figures that have a target and are better the higher.
SUITES = ("linking", "wire-copies", "reconciliation")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate.

    Returns:
        The exit code: 0 if every figure holds, 1 if one fell, 2 if a pin is refused.
    """
    asked = _parser().parse_args(arguments)
    if not (asked.corpus / GOLD).is_dir():
        print(f"gate: skipped, no annotated reports in {asked.corpus / GOLD}; nothing measured")
        return 0
    if asked.show is not None:
        return _show(asked)
    scores_by_part = measure(asked.corpus)
    print(overview(scores_by_part))
    floors = as_floors(scores_by_part, fingerprint(asked.corpus / GOLD))
    measured = with_suites(floors, _measured(asked.corpus / "data"))
    return _pin(asked, measured) if asked.pin else _judge(asked.floors, measured)


def measure(corpus: Path) -> dict[str, Scores]:
    """Score every split, whole and by kind of text, and the seed if it is there."""
    scores_by_part: dict[str, Scores] = {}
    for split in SPLITS:
        by_family = score_families(read_all(load_split(corpus / GOLD, split)))
        scores_by_part[split] = by_family.pop("all")
        scores_by_part |= {f"{split} {family}": found for family, found in by_family.items()}
    text, gold = (corpus / name for name in SEED)
    if gold.exists():
        scores_by_part["seed"] = score(read_all([load_report(text, gold)]))
    return scores_by_part


def read_all(reports: Iterable[GoldReport]) -> list[Comparison]:
    """Read reports with our own extractor and set the result against their annotation."""
    return [compare(report, prediction(tell(report.document))) for report in reports]


def score_families(comparisons: Iterable[Comparison]) -> dict[str, Scores]:
    """Score all reports, and each kind of text for itself."""
    every = list(comparisons)
    families = sorted({comparison.report.family for comparison in every})
    scores = {"all": score(every)}
    for family in families:
        scores[family] = score(c for c in every if c.report.family == family)
    return scores


def as_floors(scores_by_part: dict[str, Scores], corpus_fingerprint: str) -> Floors:
    """Keep of the scores what is pinned.

    A kind of text is too small for the rarer claims to say anything: five local crime
    reports hold two reactions. Those are pinned for a split as a whole.
    """
    figures = {
        part: {
            name: scores.ratio(name).f1 for name in (SHARES if " " in part else (*SHARES, *ACTS))
        }
        for part, scores in scores_by_part.items()
    }
    reports = {part: scores.documents for part, scores in scores_by_part.items()}
    return Floors(
        pinned_on=date.today(),  # noqa: TID251  the day somebody measured; no toll hangs on it
        fingerprint=corpus_fingerprint,
        figures=figures,
        reports=reports,
    )


def with_suites(floors: Floors, results: Iterable[Result]) -> Floors:
    """Add what suites came to: their figures that have a target and are better the higher."""
    figures, reports = dict(floors.figures), dict(floors.reports)
    for result in results:
        part = f"{result.suite} {result.part}"
        reports[part] = result.documents
        figures[part] = {
            f"{figure.section} {figure.name}".strip(): figure.value
            for figure in result.figures
            if figure.target is not None and not figure.is_cost
        }
    return replace(floors, figures=figures, reports=reports)


def _measured(data: Path) -> Iterator[Result]:
    for name in SUITES:
        try:
            result = run_suite(name, data, "dev", Reader(annotator=annotator()))
        except UnusableCorpus as error:
            print(f"gate: {name} is not measured: {error}")
            continue
        print(f"\n{name}")
        for figure in result.figures:
            if figure.target is not None:
                told = f"{figure.section} {figure.name}".strip()
                print(f"  {told:44} {figure.value:.3f}  target {figure.target:.3g}")
        yield result


def _judge(path: Path, measured: Floors) -> int:
    if not path.exists():
        print(f"gate: nothing is pinned in {path}; pin what was just measured with --pin")
        return 1
    floors = load_floors(path)
    if floors.fingerprint != measured.fingerprint:
        print("gate: these annotated reports are not the pinned ones; look, then --pin")
        return 1
    fallen = falls(floors, measured.figures)
    for fall in fallen:
        print(f"gate: fell: {fall}")
    if not fallen:
        print("gate: every figure holds its floor")
    return 1 if fallen else 0


def _pin(asked: argparse.Namespace, measured: Floors) -> int:
    old = load_floors(asked.floors) if asked.floors.exists() else None
    changelog = asked.changelog.read_text("utf-8") if asked.changelog.exists() else ""
    try:
        text = pin(measured, old, changelog, allow_regression=asked.allow_regression)
    except RefusedPin as refused:
        print(f"gate: not pinned: {refused}", file=sys.stderr)
        return 2
    asked.floors.write_text(text, "utf-8")
    print(f"gate: pinned in {asked.floors}")
    return 0


def _show(asked: argparse.Namespace) -> int:
    reports = load_split(asked.corpus / GOLD, asked.show)
    chosen = [report for report in reports if asked.kind in (None, report.family)]
    comparisons = read_all(chosen)
    print(detail(score_families(comparisons)))
    for line in mistake_lines(comparisons, asked.what)[: asked.errors]:
        print(line)
    return 0


def mistake_lines(comparisons: Iterable[Comparison], what: str | None = None) -> list[str]:
    """List mistakes; `what` keeps those of one harm, fault ("EXTRA") or field ("source")."""
    found = [mistake for comparison in comparisons for mistake in mistakes(comparison)]
    return [str(m) for m in found if what is None or what in (m.kind, m.fault, *m.faults)]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tollbook.evaluating.gate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    here = Path()
    parser.add_argument("--corpus", type=Path, default=here / "../shared", metavar="FOLDER")
    parser.add_argument("--floors", type=Path, default=here / "tests/gate/floors.toml")
    parser.add_argument("--changelog", type=Path, default=here / "CHANGELOG.md")
    parser.add_argument("--show", choices=SPLITS, help="figures and mistakes of one split")
    parser.add_argument("--kind", metavar="KIND", help="only one kind of text: fk, we, muc, gva")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N mistakes")
    parser.add_argument(
        "--what", metavar="WORD", help="only mistakes of this harm, fault (EXTRA) or field (source)"
    )
    parser.add_argument("--pin", action="store_true", help="pin what is measured now as floors")
    parser.add_argument(
        "--allow-regression", metavar="LINE", help="the changelog's words for lowering a floor"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
