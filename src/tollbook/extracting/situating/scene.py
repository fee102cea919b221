"""A report seen from one of its accounts: which sentences tell it, which hold a word for a deed."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tollbook.document import Document, Words
from tollbook.extracting.situating.stretches import Stretch, pages

# The weights below were set by hand and checked on the training reports (2026).
TOLD_HERE = 1.5
DEED_HERE = 1.0
CHARACTERS_PER_POINT = 1200
# What stands behind this keeps company with nothing: place and day of an incident stand before.
FRONT = 8400

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Dr|Gen|Col|Lt|Sgt|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s+$"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the accounts of a report share: its front cut into sentences, its words for deeds."""

    document: Document
    front: Stretch
    starts: list[int]
    deeds: frozenset[int]

    def pages(self) -> Iterator[Stretch]:
        """Cut the report into pages, of which the front is the first."""
        yield self.front
        yield from pages(self.document, len(self.front.text), FRONT)

    def sentence_at(self, position: int) -> int:
        """Give the number of the sentence that holds a position."""
        return bisect_right(self.starts, position) - 1

    def told_in(self, sentences: Iterable[Words]) -> "Told":
        """See the scene from the sentences that hold the claims of one account."""
        return Told(self, frozenset(self.sentence_at(one.start) for one in sentences))


@dataclass(frozen=True, slots=True)
class Told:
    """A scene seen from one account."""

    scene: Scene
    sentences: frozenset[int]

    def company(self, position: int) -> float:
        """Say how closely words keep company with the deed; the earlier, the closer."""
        sentence = self.scene.sentence_at(position)
        score = TOLD_HERE * (sentence in self.sentences)
        score += DEED_HERE * (sentence in self.scene.deeds)
        return score - position / CHARACTERS_PER_POINT


def read_scene(document: Document) -> Scene:
    """Read what the settings of all accounts of a report share."""
    front = next(pages(document, 0, FRONT))
    starts = [0, *_sentence_ends(front.text)]
    deeds = frozenset(bisect_right(starts, deed.end) - 1 for deed in front.deeds)
    return Scene(document, front, starts, deeds)


def _sentence_ends(text: str) -> Sequence[int]:
    return [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if not _ABBREVIATION.search(text[max(0, match.end() - 8) : match.end()])
    ]
