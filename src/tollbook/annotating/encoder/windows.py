"""Sentences -> the windows the encoder reads: neighbours share one, and so see each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tollbook.annotating.encoder.neutral import read_pieces
from tollbook.annotating.encoder.pieces import Piece, Vocabulary
from tollbook.document import Span

# Trained and read at this length. Cost grows with pieces, hardly with windows; longer ones
# gain little: what a figure hangs on stands in its sentence or the one before.
LIMIT: Final = 128

NOWHERE: Final = (-1, -1)
"""The place of what opens a window and of what parts sentences: they stand for no words."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces as the encoder takes them: an opening one, then sentences, each with its end.

    `places[k]` is where piece `ids[k]` stands in the text, or `NOWHERE`.
    """

    ids: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


def windows(
    text: str, sentences: Sequence[Span], is_read: Sequence[bool], known: Vocabulary
) -> Iterator[Window]:
    """Pack the sentences to be read into windows of at most `LIMIT` pieces.

    A sentence that is not read parts the windows; one that is too long for a window is read
    in slices.

    Args:
        text: the document's text.
        sentences: where its sentences stand, in order.
        is_read: for each, whether the encoder reads it.
        known: the vocabulary.
    """
    held: list[Piece] = []
    for sentence, wanted in zip(sentences, is_read, strict=True):
        for slice_ in _slices(list(read_pieces(text, sentence.start, sentence.end, known)), wanted):
            if held and (not wanted or len(held) + len(slice_) + 2 > LIMIT):
                yield _window(held, known)
                held = []
            if slice_:
                held += [*slice_, (known.sep, *NOWHERE)]
    if held:
        yield _window(held, known)


def _slices(pieces: list[Piece], wanted: bool) -> Iterable[list[Piece]]:
    if not wanted:
        return [[]]
    room = LIMIT - 2
    return [pieces[at : at + room] for at in range(0, len(pieces), room)]


def _window(held: list[Piece], known: Vocabulary) -> Window:
    pieces = [(known.cls, *NOWHERE), *held]
    return Window(
        ids=tuple(piece for piece, _, _ in pieces),
        places=tuple((start, end) for _, start, end in pieces),
    )
