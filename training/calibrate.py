"""Bends the network's own probabilities onto how often they are right: `data/confidence.toml`.

    python -m training.calibrate               fit, write, and show the error

It is fitted on claims-gold dev and on the reports annotated elsewhere that are kept for choosing:
none that the encoder learned from. What is shown is cross-fitted:
each half judged by the curve of the other.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np

from tollbook.annotating import Annotator, annotator
from tollbook.claim import Confidence, TollClaim
from tollbook.evaluating.gold import GoldReport, annotated, load_split
from tollbook.evaluating.matching import compare
from tollbook.evaluating.reliability import Sureness, reliability
from tollbook.evaluating.sureness import sureness
from tollbook.exporting.predictions import in_order, prediction
from tollbook.extracting import extract
from tollbook.extracting.confidence import Curve
from training.corpora.annotated import annotated_reports

FIELDS = tuple(field.name for field in fields(Confidence))
AS_THE_NETWORK_SAYS = {name: Curve() for name in FIELDS}
# Both drawn towards what the network says: with few mistakes to learn from, a curve runs wild.
PULL = 2.0


def main() -> int:
    """Fit every field's curve and write them.

    Returns:
        The exit code.
    """
    asked = _parser().parse_args()
    reports = list(load_split(asked.corpus / "claims-gold", "dev"))
    reports += [
        annotated(text, told, name)
        for name, text, told in annotated_reports(asked.corpus / "data", "dev")
    ]
    by_encoder = _pairs(reports, annotator("encoder"))
    by_grammar = _pairs(reports, annotator("rules"))
    rows = []
    for name in FIELDS:
        halves = _fit(by_encoder[name][::2]), _fit(by_encoder[name][1::2])
        judged = [
            (halves[(number + 1) % 2].bend(said), right)
            for number, (said, right) in enumerate(by_encoder[name])
        ]
        fitted = _fit(by_encoder[name])
        share = sum(right for _, right in by_grammar[name]) / len(by_grammar[name])
        rows.append((name, Curve(bias=fitted.bias, slope=fitted.slope, alone=share)))
        before, after = reliability(by_encoder[name]), reliability(judged)
        assert before is not None
        assert after is not None
        print(f"{name:12} n {len(judged):4}  error {before.error:.3f} -> {after.error:.3f}")
    asked.out.write_text(_written(rows), "utf-8")
    return 0


def _pairs(reports: Iterable[GoldReport], marker: Annotator) -> dict[str, list[Sureness]]:
    """Every field of every claim found: what the network says of it, and whether it is right."""
    pairs: dict[str, list[Sureness]] = {name: [] for name in FIELDS}
    for report in reports:
        marked = marker.annotate(report.document)
        accounts = extract(report.document, marked, curves=AS_THE_NETWORK_SAYS)
        found = prediction(accounts)
        rows = [row for row in found["claims"] if row["kind"] == "toll"]
        claims = [claim for claim in in_order(accounts) if isinstance(claim, TollClaim)]
        held = [asdict(claim.confidence) for claim in claims if claim.confidence]
        for name, pair in sureness(compare(report, found), rows, held):
            pairs[name].append(pair)
    return pairs


def _fit(pairs: Sequence[Sureness]) -> Curve:
    """Fit bias and slope by Newton's method, drawn towards 0 and 1."""
    said = np.clip([probability for probability, _ in pairs], 0.005, 0.995)
    x = np.stack([np.ones(len(said)), np.log(said / (1 - said))], axis=1)
    right = np.array([float(was_right) for _, was_right in pairs])
    start = np.array([0.0, 1.0])
    weights = start.copy()
    for _ in range(50):
        held = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (held - right) + PULL * (weights - start)
        bend = (x * (held * (1 - held))[:, None]).T @ x + PULL * np.eye(2)
        # Short steps: where all are right but a few, a whole one leaps past the best.
        weights = weights - np.clip(np.linalg.solve(bend, slope), -0.5, 0.5)
    return Curve(bias=float(weights[0]), slope=float(weights[1]))


def _written(rows: Iterable[tuple[str, Curve]]) -> str:
    opening = (
        "# How each field's probability is bent onto how often it was right; `alone`: without a\n"
        "# network. Fitted by `python -m training.calibrate` on reports kept apart from learning.\n"
    )
    return opening + "".join(
        f"\n[{name}]\nbias = {c.bias:.3f}\nslope = {c.slope:.3f}\nalone = {c.alone:.3f}\n"
        for name, c in rows
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.calibrate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    place = Path("src/tollbook/data/confidence.toml")
    parser.add_argument("--corpus", type=Path, default=Path("../shared"), metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=place, metavar="FILE")
    return parser


if __name__ == "__main__":
    sys.exit(main())
