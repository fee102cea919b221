"""`python -m tollbook.evaluating.gate`: how good the reading is, and whether it got worse."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tollbook.evaluating.gold import ACTS, GoldReport, load_split
from tollbook.evaluating.matching import Comparison, compare
from tollbook.evaluating.mistakes import mistakes
from tollbook.evaluating.scores import ACCURACIES, SHARES, Scores, score
from tollbook.exporting.predictions import prediction
from tollbook.extracting import extract

SHARED = Path(__file__).resolve().parents[4] / "shared"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; returns the exit code."""
    asked = _parser().parse_args(arguments)
    reports = load_split(SHARED / "claims-gold", asked.show)
    chosen = [report for report in reports if asked.kind in (None, report.family)]
    comparisons = [compare_reading(report) for report in chosen]
    print(table(by_family(comparisons)))
    for line in error_lines(comparisons, asked.what)[: asked.errors]:
        print(line)
    return 0


def compare_reading(report: GoldReport) -> Comparison:
    """Read a report with our own extractor and compare."""
    return compare(report, prediction(extract(report.document)))


def by_family(comparisons: Iterable[Comparison]) -> dict[str, Scores]:
    """Score everything, and each kind of text for itself."""
    every = list(comparisons)
    families = sorted({comparison.report.family for comparison in every})
    scores = {"all": score(every)}
    for family in families:
        scores[family] = score(c for c in every if c.report.family == family)
    return scores


def table(scores_by_name: dict[str, Scores]) -> str:
    """Draw the figures, one row each, one column per kind of text."""
    heads = "".join(f"{name:>16}" for name in scores_by_name)
    documents = "".join(f"{scores.documents:>16}" for scores in scores_by_name.values())
    lines = [f"{'':16}{heads}", f"{'reports':16}{documents}"]
    for name in (*SHARES, *ACTS):
        ratios = [scores.ratio(name) for scores in scores_by_name.values()]
        cells = "".join(f"  {r.f1:.3f} {r.precision:.2f}/{r.recall:.2f}" for r in ratios)
        lines.append(f"{name:16}{cells}")
    for name in ACCURACIES:
        cells = "".join(f"  {s.accuracy(name):.3f}         " for s in scores_by_name.values())
        lines.append(f"{name:16}{cells}")
    return "\n".join(lines) + "\n(F1 precision/recall; below, accuracy on found figures)"


def error_lines(comparisons: Iterable[Comparison], what: str | None) -> list[str]:
    """List mistakes; `what` keeps those whose line names it (a harm, a fault, a field)."""
    lines = [str(mistake) for comparison in comparisons for mistake in mistakes(comparison)]
    return [line for line in lines if what is None or what in line.partition("|")[0]]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tollbook.evaluating.gate", description=__doc__)
    parser.add_argument("--show", choices=["train", "dev"], default="dev")
    parser.add_argument("--kind", help="one kind of text: fk, we, muc or gva")
    parser.add_argument("--errors", type=int, default=0, help="how many mistakes to list")
    parser.add_argument("--what", help="only mistakes of this harm, fault or field")
    return parser


if __name__ == "__main__":
    sys.exit(main())
