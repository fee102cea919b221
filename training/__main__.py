"""Builds the shipped weights from the corpora beside the repository.

    python -m training                        everything, as shipped
    python -m training --open                 without corpora that state no open licence
    python -m training --out FOLDER           elsewhere than into the package

Two CPU cores need less than 90 minutes; the same seed gives the same weights on the same
machine and version of PyTorch.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Set
from pathlib import Path

import torch

from training.corpora.annotated import annotated_elsewhere
from training.corpora.attributions import polnear
from training.corpora.coded import articles, counted_paragraphs
from training.corpora.events import wikievents
from training.corpora.gold import claims_gold
from training.corpora.wire import muc
from training.export import export
from training.fit import Course, teach
from training.model import Encoder, starting_weights
from training.sheets import Sheet

SEED = 2026


def main() -> int:
    """Train and export.

    Returns:
        The exit code.
    """
    asked = _parser().parse_args()
    torch.set_num_threads(asked.threads)
    gold = list(claims_gold(asked.corpus / "claims-gold", _train_ids(asked.corpus)))
    gold += annotated_elsewhere(asked.corpus / "data")
    apart = _kept_apart(asked.corpus)
    wide = [*gold, *open_corpora(asked.corpus, apart)]
    if not asked.open:
        wide += other_corpora(asked.corpus, apart)
    # The heads are new: they are drawn, so they are seeded too.
    torch.manual_seed(SEED)
    encoder = starting_weights()
    if asked.after is not None:
        encoder.load_state_dict(torch.load(asked.after))
    else:
        teach(encoder, Course(name="every corpus", sheets=tuple(wide), passes=1), seed=SEED)
        _keep(encoder, asked.keep, "wide.pt")
    course = Course(name="annotated reports", sheets=tuple(gold), passes=7)
    teach(encoder, course, seed=SEED + 1)
    _keep(encoder, asked.keep, "taught.pt")
    asked.out.mkdir(parents=True, exist_ok=True)
    export(encoder, asked.out / "model.onnx")
    print(f"wrote {asked.out / 'model.onnx'}")
    return 0


def _keep(encoder: Encoder, folder: Path | None, name: str) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        torch.save(encoder.state_dict(), folder / name)


def _train_ids(corpus: Path) -> list[str]:
    return list(json.loads((corpus / "claims-gold/split.json").read_text("utf-8"))["train"])


def _kept_apart(corpus: Path) -> set[str]:
    """The reports that choices are made on: no other corpus may show them to the encoder."""
    return set(json.loads((corpus / "claims-gold/split.json").read_text("utf-8"))["dev"])


def open_corpora(corpus: Path, apart: Set[str]) -> Iterator[Sheet]:
    """Read the corpora with an open licence, without the reports named `apart`."""
    data, dice = corpus / "data", random.Random(SEED)
    yield from muc(data / "muc34", {name.removeprefix("muc_") for name in apart}, 0.5, dice)
    reports = {name.removeprefix("we_") for name in apart}
    yield from wikievents(data / "wikievents/train.jsonl", reports)


def other_corpora(corpus: Path, apart: Set[str]) -> Iterator[Sheet]:
    """Read the corpora that state no open licence, without the reports named `apart`."""
    data, dice = corpus / "data", random.Random(SEED + 1)
    yield from list(polnear(data / "polnear/train"))[::2]
    yield from counted_paragraphs(data / "insecurity_insight/train.jsonl", 0.5, dice)
    docs, incidents = data / "gva/train.docs.jsonl", data / "gva/train.incidents.jsonl"
    local = {name.removeprefix("gva_") for name in apart}
    yield from articles(docs, incidents, 0.25, dice, local)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    package = Path("src/tollbook/data/encoder")
    parser.add_argument("--corpus", type=Path, default=Path("../shared"), metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=package, metavar="FOLDER")
    parser.add_argument("--open", action="store_true", help="only corpora with an open licence")
    parser.add_argument("--threads", type=int, default=2, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what was learned")
    parser.add_argument("--after", type=Path, metavar="FILE", help="go on from what it made")
    return parser


if __name__ == "__main__":
    sys.exit(main())
