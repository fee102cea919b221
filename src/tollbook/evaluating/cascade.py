"""What the cascade saves and what it loses: `python -m tollbook.evaluating.cascade`.

Counts the sentences that the encoder reads, of reports on harm and of general news, and the
annotated claims that stand in a sentence it does not read.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tollbook.annotating.encoder.cascade import is_read
from tollbook.document import Passage
from tollbook.evaluating.gold import GoldAct, GoldReport, load_split
from tollbook.extracting.parsing.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Sentences there are and sentences read; claims there are and claims lost."""

    sentences: int = 0
    read: int = 0
    claims: int = 0
    lost: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            sentences=self.sentences + other.sentences,
            read=self.read + other.read,
            claims=self.claims + other.claims,
            lost=self.lost + other.lost,
        )


def tally(text: str, places: Iterable[int] = ()) -> Tally:
    """Count what the cascade reads of one text.

    Args:
        text: the report.
        places: where its annotated claims stand, in code points.
    """
    passages = tuple(sentences(text))
    wanted = is_read(passages)
    standing = [at for place in places if (at := _passage_at(passages, place)) is not None]
    return Tally(
        sentences=len(passages),
        read=sum(wanted),
        claims=len(standing),
        lost=sum(not wanted[at] for at in standing),
    )


def claim_places(report: GoldReport) -> Iterator[int]:
    """Give where the claims of an annotated report stand: figures, actors, objects."""
    for toll in report.tolls:
        yield toll.place.start
    for act in report.acts:
        yield from _act_place(report.text, act)


def _act_place(text: str, act: GoldAct) -> Iterator[int]:
    sentence = text.find(act.sentence)
    if sentence >= 0:
        yield sentence + max(act.sentence.find(act.name), 0)


def _passage_at(passages: Sequence[Passage], place: int) -> int | None:
    inside = (at for at, passage in enumerate(passages) if passage.start <= place < passage.end)
    return next(inside, None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("../shared"))
    corpus = parser.parse_args(arguments).corpus
    for split in ("train", "dev"):
        reports = load_split(corpus / "claims-gold", split)
        _say(f"claims-gold {split}", (tally(r.text, claim_places(r)) for r in reports))
        for family in sorted({report.family for report in reports}):
            of_it = (r for r in reports if r.family == family)
            _say(f"  {family}", (tally(r.text, claim_places(r)) for r in of_it))
    news = sorted((corpus / "data/polnear/train/text").glob("*.txt"))
    _say("general news", (tally(file.read_bytes().decode("utf-8")) for file in news))
    return 0


def _say(name: str, tallies: Iterable[Tally]) -> None:
    total = sum(tallies, Tally())
    if not total.sentences:
        return
    line = f"{name:20} {total.sentences:>7,} sentences, read {total.read / total.sentences:6.1%}"
    if total.claims:
        line += f"; {total.claims:>6,} claims, lost {total.lost / total.claims:5.2%}"
    print(line)


if __name__ == "__main__":
    sys.exit(main())
