"""Cross-validation on the annotated reports: every one read by weights that never saw it.

    python -m training.folds                   three folds, as figures on standard output

The dev part has been looked at many times; here the train part of claims-gold is read by
encoders taught without it. First they learn from every other corpus together, then one for
each fold from the annotated reports of the other folds. The grammar was written with all of
these reports at hand, so its own row is no honest figure for unseen text: what the encoder
adds to it is. Nothing is shipped from here, and the same seed gives the same figures.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Set
from hashlib import sha1
from pathlib import Path

import torch

from tollbook.annotating import Annotator, annotator
from tollbook.annotating.encoder import Encoder as Reading
from tollbook.evaluating.gold import GoldReport, load_split
from tollbook.evaluating.matching import Comparison, compare
from tollbook.evaluating.scores import ACCURACIES, SHARES, Scores, score
from tollbook.exporting.predictions import prediction
from tollbook.extracting import extract
from training.__main__ import SEED, open_corpora, other_corpora
from training.corpora.annotated import annotated_elsewhere
from training.corpora.gold import claims_gold
from training.export import export
from training.fit import Course, teach
from training.model import starting_weights


def main() -> int:
    """Teach, read and print.

    Returns:
        The exit code.
    """
    asked = _parser().parse_args()
    torch.set_num_threads(asked.threads)
    reports = load_split(asked.corpus / "claims-gold", "train")
    elsewhere = list(annotated_elsewhere(asked.corpus / "data"))
    with tempfile.TemporaryDirectory() as folder:
        start = Path(folder, "wide.pt")
        dev = load_split(asked.corpus / "claims-gold", "dev")
        _teach_wide(asked.corpus, {report.id for report in (*reports, *dev)}, start)
        read: list[Comparison] = []
        for fold in range(asked.folds):
            apart = [report for report in reports if _fold(report.id, asked.folds) == fold]
            names = {report.id for report in apart}
            ids = [report.id for report in reports if report.id not in names]
            encoder = starting_weights()
            encoder.load_state_dict(torch.load(start))
            gold = [*claims_gold(asked.corpus / "claims-gold", ids), *elsewhere]
            course = Course(
                name=f"fold {fold + 1} of {asked.folds}", sheets=tuple(gold), passes=asked.passes
            )
            teach(encoder, course, seed=SEED + 1)
            weights = Path(folder, f"{fold}.onnx")
            export(encoder, weights)
            read += _read(apart, Reading(weights=weights))
            print(_row(f"folds 1-{fold + 1}", score(read)), flush=True)
    print(_row("rules alone", score(_read(reports, annotator("rules")))))
    return 0


def _teach_wide(corpus: Path, apart: Set[str], to: Path) -> None:
    """Learn from every corpus but the annotated reports, which other corpora hold too."""
    torch.manual_seed(SEED)
    encoder = starting_weights()
    wide = (*open_corpora(corpus, apart), *other_corpora(corpus, apart))
    teach(encoder, Course(name="every other corpus", sheets=wide, passes=1), seed=SEED)
    torch.save(encoder.state_dict(), to)


def _fold(name: str, folds: int) -> int:
    return int(sha1(name.encode()).hexdigest(), 16) % folds


def _read(reports: Iterable[GoldReport], marker: Annotator) -> list[Comparison]:
    return [
        compare(report, prediction(extract(report.document, marker.annotate(report.document))))
        for report in reports
    ]


def _row(name: str, found: Scores) -> str:
    figures = {name: found.ratio(name).f1 for name in SHARES}
    figures |= {name: found.accuracy(name) for name in ACCURACIES}
    told = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
    return f"{name:12} {found.documents} reports  {told}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.folds",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--corpus", type=Path, default=Path("../shared"), metavar="FOLDER")
    parser.add_argument("--folds", type=int, default=3, metavar="N")
    parser.add_argument("--passes", type=int, default=7, metavar="N")
    parser.add_argument("--threads", type=int, default=2, metavar="N")
    return parser


if __name__ == "__main__":
    sys.exit(main())
