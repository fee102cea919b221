"""A labelled text, and the windows of it that the encoder learns from.

What a corpus does not annotate is neither right nor wrong: only labels known at a piece count.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tollbook.annotating.encoder.hints import Hints
from tollbook.annotating.encoder.pieces import Vocabulary
from tollbook.annotating.encoder.windows import NOWHERE, Window, windows
from tollbook.annotation import GROUPS, IN_BACKGROUND, LABELS, PART, STANCES
from tollbook.document import Span
from tollbook.extracting.parsing.sentences import sentences

NUMBER = {label: number for number, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is known of one marked figure, apart from its harm."""

    start: int
    end: int
    group: str
    stance: str
    part_of: bool
    is_background: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Who says what stands at a stretch: any of `sources`, or nobody quoted if there are none."""

    start: int
    end: int
    sources: tuple[Span, ...]


@dataclass(slots=True, kw_only=True)
class Sheet:
    """A text and what is known of it.

    `marks` hold (label, start, end); `known` hold (labels, start, end): there, a label that
    is not marked is known to be absent; `unknown` takes that back for a stretch.
    """

    text: str
    marks: list[tuple[str, int, int]] = field(default_factory=list)
    known: list[tuple[Sequence[str], int, int]] = field(default_factory=list)
    unknown: list[tuple[Sequence[str], int, int]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    pointers: list[Pointer] = field(default_factory=list)
    spans: list[Span] = field(init=False)
    hints: Hints = field(init=False)

    def __post_init__(self) -> None:
        passages = list(sentences(self.text))
        self.spans = [Span(start=passage.start, end=passage.end) for passage in passages]
        self.hints = Hints(passages)

    def whole(self, labels: Sequence[str]) -> None:
        """Say that labels are known in all of the text."""
        self.known.append((labels, 0, len(self.text)))


@dataclass(frozen=True, slots=True)
class Example:
    """One window and its targets.

    Shapes: `hints` (pieces, hints); `target` and `known` (pieces, labels); `asked` (pairs,)
    holds the pieces that ask who says them, `answers` (pairs, pieces) marks what answers.
    """

    ids: NDArray[np.int64]
    hints: NDArray[np.float32]
    target: NDArray[np.bool_]
    known: NDArray[np.bool_]
    asked: NDArray[np.int64]
    answers: NDArray[np.bool_]


def _columns(labels: Sequence[str]) -> NDArray[np.int64]:
    return np.array([NUMBER[label] for label in labels], dtype=np.int64)


def examples(sheet: Sheet, known: Vocabulary, dice: random.Random, skip: float) -> list[Example]:
    """Cut a sheet into windows.

    Args:
        sheet: the labelled text.
        known: the vocabulary.
        dice: decides which sentences without a mark are left out.
        skip: the share of those left out, as the cascade leaves out sentences of no harm.
    """
    marked = [(start, end) for _, start, end in sheet.marks]
    wanted = [
        dice.random() >= skip or any(s < span.end and span.start < e for s, e in marked)
        for span in sheet.spans
    ]
    return [_example(sheet, window) for window in windows(sheet.text, sheet.spans, wanted, known)]


def _example(sheet: Sheet, window: Window) -> Example:
    places = np.array(window.places, dtype=np.int64)
    stands = places[:, 0] >= 0
    target = np.zeros((len(places), len(LABELS)), dtype=np.bool_)
    known = np.zeros_like(target)

    def at(start: int, end: int) -> NDArray[np.bool_]:
        return stands & (places[:, 0] < end) & (places[:, 1] > start)

    for labels, start, end in sheet.known:
        known[np.ix_(at(start, end), _columns(labels))] = True
    for labels, start, end in sheet.unknown:
        known[np.ix_(at(start, end), _columns(labels))] = False
    for label, start, end in sheet.marks:
        here = at(start, end)
        target[here, NUMBER[label]] = True
        known[here, NUMBER[label]] = True
    for figure in sheet.figures:
        here = at(figure.start, figure.end)
        for rivals, right in ((GROUPS, figure.group), (STANCES, figure.stance)):
            columns = _columns(rivals)
            target[np.ix_(here, columns)] = [label == right for label in rivals]
            known[np.ix_(here, columns)] = True
        for label, holds in ((PART, figure.part_of), (IN_BACKGROUND, figure.is_background)):
            target[here, NUMBER[label]] = holds
            known[here, NUMBER[label]] = True
    asked, answers = _pointers(sheet.pointers, places, at)
    ids = np.array(window.ids, dtype=np.int64)
    return Example(ids, sheet.hints.of(window), target, known, asked, answers)


def _pointers(
    pointers: Iterable[Pointer],
    places: NDArray[np.int64],
    at: Callable[[int, int], NDArray[np.bool_]],
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    asked: list[int] = []
    answers: list[NDArray[np.bool_]] = []
    for pointer in pointers:
        asking = np.flatnonzero(at(pointer.start, pointer.end))
        if not len(asking):
            continue
        answer = np.zeros(len(places), dtype=np.bool_)
        if not pointer.sources:
            answer[0] = True
        for source in pointer.sources:
            answer |= at(source.start, source.end)
        if not answer.any():
            continue  # said further away than a window reaches
        for piece in asking:
            asked.append(int(piece))
            answers.append(answer)
    every = np.array(answers) if answers else np.zeros((0, len(places)), dtype=np.bool_)
    return np.array(asked, dtype=np.int64), every


def batches(found: list[Example], pieces: int, dice: random.Random) -> Iterator[list[Example]]:
    """Put examples of like length together, about so many pieces a batch, in random order."""
    order = sorted(found, key=lambda example: len(example.ids) + dice.random() * 8)
    held: list[Example] = []
    out: list[list[Example]] = []
    for example in order:
        if held and len(example.ids) * (len(held) + 1) > pieces:
            out.append(held)
            held = []
        held.append(example)
    if held:
        out.append(held)
    dice.shuffle(out)
    yield from out


__all__ = ["NOWHERE", "NUMBER", "Example", "Figure", "Pointer", "Sheet", "batches", "examples"]
