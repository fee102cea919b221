"""Whom an annotator hears behind a figure: nobody, or some words of the report."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tollbook.annotation import SOURCE, Annotation, Tie
from tollbook.document import Span

# Pieces that are surely of a source when the likeliest one is: a name runs on while they hold.
_RUNS_ON: Final = 0.9985
# How many characters may part two pieces of one name: what is between names is marked too.
_GAP: Final = 2


@dataclass(frozen=True, slots=True)
class Heard:
    """Who may say a figure: the probability that nobody is quoted, and the likeliest words."""

    nobody: float
    words: Span | None
    ties: tuple[Tie, ...]
    pieces: int

    def share_of(self, start: int, end: int) -> float:
        """How probable it is that the words at a stretch are who says it."""
        return sum(
            tie.probability
            for tie in self.ties
            if tie.source is not None and tie.source.start < end and start < tie.source.end
        ) / max(1, self.pieces)

    @property
    def somebody(self) -> float:
        """How probable the likeliest words are."""
        return self.share_of(self.words.start, self.words.end) if self.words else 0.0


def hear(annotation: Annotation | None, at: Span) -> Heard | None:
    """Say whom the annotator hears behind the figure that stands at a stretch.

    Returns:
        None where there is no annotator or it ties the figure to nobody, quoted or not.
    """
    ties = annotation.ties_of(at.start, at.end) if annotation else ()
    if not ties or annotation is None:
        return None
    pieces = len({tie.figure for tie in ties})
    nobody = sum(tie.probability for tie in ties if tie.source is None) / pieces
    named = [tie.source for tie in ties if tie.source is not None]
    words = _name_around(annotation, named[0]) if named else None
    return Heard(nobody=nobody, words=words, ties=ties, pieces=pieces)


def _name_around(annotation: Annotation, piece: Span) -> Span:
    """Widen a piece to all of the source it belongs to."""
    start, end = piece.start, piece.end
    for mark in reversed([*_marked(annotation, max(0, start - 200), start)]):
        if start - mark.end > _GAP:
            break
        start = mark.start
    for mark in _marked(annotation, end, end + 200):
        if mark.start - end > _GAP:
            break
        end = mark.end
    return Span(start=start, end=end)


def _marked(annotation: Annotation, start: int, end: int) -> Iterable[Span]:
    for mark in annotation.marks_of(SOURCE, start, end):
        if mark.probability >= _RUNS_ON:
            yield Span(start=mark.start, end=mark.end)
