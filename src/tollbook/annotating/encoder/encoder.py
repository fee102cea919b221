"""Marks what our own encoder sees: which words count whom, and who says so."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tollbook.annotating.encoder.cascade import is_read
from tollbook.annotating.encoder.hints import Hints
from tollbook.annotating.encoder.network import Numbers, Reading, network
from tollbook.annotating.encoder.pieces import vocabulary
from tollbook.annotating.encoder.weights import version
from tollbook.annotating.encoder.windows import Window, windows
from tollbook.annotation import (
    ACTORS,
    CUE,
    GROUPS,
    HARMS,
    IN_BACKGROUND,
    LABELS,
    OBJECTS,
    PART,
    PLACE,
    REACTIONS,
    SOURCE,
    STANCES,
    TIME,
    Annotation,
    Mark,
    Tie,
)
from tollbook.document import Document, Passage, Span
from tollbook.extracting.parsing.sentences import sentences

# What is less probable than this changes nothing that is made of marks, and there is much of it.
LEAST: Final = 0.02
LEAST_TIE: Final = 0.05
# So many sentences are held at once: hardly a report has more, and a book must fit too.
BLOCK: Final = 400

_NUMBER: Final = {label: number for number, label in enumerate(LABELS)}


def _columns(labels: tuple[str, ...]) -> NDArray[np.intp]:
    return np.array([_NUMBER[label] for label in labels], dtype=np.intp)


_HARM_COLUMNS: Final = _columns(HARMS)
_RIVALS: Final = (_columns(GROUPS), _columns(STANCES))
# What is said of a figure means nothing where there is none.
_OF_FIGURES: Final = _columns((*GROUPS, *STANCES, PART, IN_BACKGROUND))


# Sources and cues are said of nearly every word, and read only from .997 on; acts,
# places and times are few, and of no use where they are improbable.
_LEAST_OF: Final = np.full(len(LABELS), LEAST, dtype=np.float32)
_LEAST_OF[_columns((SOURCE, CUE))] = 0.995
_LEAST_OF[_columns((*ACTORS, *OBJECTS, *REACTIONS, PLACE, TIME))] = 0.2


class Encoder:
    """Reads the sentences that may tell of harm, or every one.

    The same document gets the same marks on one machine; on another the last digits of a
    probability may differ, as its processor rounds.
    """

    def __init__(self, *, reads_all: bool = False, weights: Path | None = None) -> None:
        """Choose what is read; nothing is loaded yet.

        Args:
            reads_all: read every sentence, and not only those whose words speak of harm.
            weights: a file of weights; the shipped ones where none is given.
        """
        self._reads_all = reads_all
        self._weights = weights

    @property
    def name(self) -> str:
        """Who marks, with the version of the weights: "encoder 1f2e3d4c"."""
        return f"encoder {version(self._weights)}"

    def annotate(self, document: Document) -> Annotation:
        """Mark one document.

        Raises:
            UnusableWeights: the weights are not there, or fit other labels.
        """
        was_read: list[Span] = []
        marks: list[Mark] = []
        ties: list[Tie] = []
        for block in _blocks(sentences(document.text)):
            spans = [Span(start=passage.start, end=passage.end) for passage in block]
            wanted = [True] * len(block) if self._reads_all else is_read(block)
            was_read += [span for span, read in zip(spans, wanted, strict=True) if read]
            for seen in _see(document.text, block, spans, wanted, self._weights):
                marks += seen.marks()
                ties += seen.ties()
        return Annotation(
            by=self.name, was_read=tuple(was_read), marks=tuple(marks), ties=tuple(ties)
        )


def _blocks(passages: Iterator[Passage]) -> Iterator[tuple[Passage, ...]]:
    while block := tuple(islice(passages, BLOCK)):
        yield block


def _see(
    text: str,
    block: tuple[Passage, ...],
    spans: Sequence[Span],
    wanted: Sequence[bool],
    weights: Path | None,
) -> Iterator["_Seen"]:
    if not any(wanted):
        return
    hints = Hints(block)
    for window in windows(text, spans, wanted, vocabulary()):
        ids = np.array(window.ids, dtype=np.int64)
        yield _Seen(window, network(weights).read(ids, hints.of(window)))


class _Seen:
    """What the network saw in one window, as probabilities."""

    def __init__(self, window: Window, reading: Reading) -> None:
        self._places = window.places
        self._reading = reading
        self._probabilities = _probabilities(reading.labels)
        stands = np.array([start >= 0 for start, _ in window.places])
        self._probabilities[~stands] = 0
        self._stands = stands
        harm = self._probabilities[:, _HARM_COLUMNS].max(-1)
        self._counts: NDArray[np.intp] = np.flatnonzero(harm >= LEAST)

    def marks(self) -> Iterator[Mark]:
        probable = self._probabilities >= _LEAST_OF
        counts = np.zeros(len(self._places), dtype=np.bool_)
        counts[self._counts] = True
        probable[np.ix_(~counts, _OF_FIGURES)] = False
        pieces, labels = np.nonzero(probable)
        sure = self._probabilities[pieces, labels].tolist()
        for piece, label, probability in zip(pieces.tolist(), labels.tolist(), sure, strict=True):
            start, end = self._places[piece]
            yield Mark(label=LABELS[label], start=start, end=end, probability=probability)

    def ties(self) -> Iterator[Tie]:
        if not len(self._counts):
            return
        counted, quoted = self._reading.counted[self._counts], self._reading.quoted
        shares = _shares(counted @ quoted.T / np.float32(np.sqrt(quoted.shape[-1])))
        may_say = self._stands.copy()
        may_say[0] = True  # the opening piece stands for nobody quoted
        rows, pieces = np.nonzero((shares >= LEAST_TIE) & may_say)
        sure = shares[rows, pieces].tolist()
        asking = self._counts[rows].tolist()
        for asks, piece, probability in zip(asking, pieces.tolist(), sure, strict=True):
            start, end = self._places[piece]
            source = None if piece == 0 else Span(start=start, end=end)
            yield Tie(figure=self._places[asks][0], source=source, probability=probability)


def _probabilities(logits: Numbers) -> Numbers:
    # Past ±80 the exponential of 32 bits runs over, and nothing changes any more.
    found: Numbers = np.float32(1) / (np.float32(1) + np.exp(-np.clip(logits, -80, 80)))
    for rivals in _RIVALS:
        found[:, rivals] = _shares(logits[:, rivals])
    return found


def _shares(logits: Numbers) -> Numbers:
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Numbers = powers / powers.sum(-1, keepdims=True)
    return shares
