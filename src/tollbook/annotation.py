"""What a reader marked in a document, and how sure it was.

An `Annotation` advises: the grammar in `extracting` reads every text by itself, and weighs
what an annotator adds. A mark is a stretch of the text; what has no words in it does not exist.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tollbook.claim import Effect, Group, Harm, ReactionKind, Stance, Status
from tollbook.document import Span
from tollbook.errors import UnusableSpan

HARMS: Final = tuple(str(harm) for harm in Harm)
"""A quantity phrase (or a noun, name or pronoun that counts people) and the harm they came to."""

GROUPS: Final = tuple(f"group:{group}" for group in Group)
"""Whom the marked figure counts; probabilities over the groups sum to one."""

STANCES: Final = tuple(f"stance:{stance}" for stance in Stance)
PART: Final = "part_of"
IN_BACKGROUND: Final = "background"
SOURCE: Final = "source"
CUE: Final = "cue"
RELAY: Final = "relay"
PLACE: Final = "place"
TIME: Final = "time"
ACTORS: Final = tuple(f"responsibility:{status}" for status in Status)
OBJECTS: Final = tuple(f"damage:{effect}" for effect in Effect)
REACTIONS: Final = tuple(f"reaction:{kind}" for kind in ReactionKind)

LABELS: Final = (
    *HARMS,
    *GROUPS,
    *STANCES,
    PART,
    IN_BACKGROUND,
    SOURCE,
    CUE,
    RELAY,
    PLACE,
    TIME,
    *ACTORS,
    *OBJECTS,
    *REACTIONS,
)
"""Every label a mark can bear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the text that bears a label; code points, `start` included, `end` excluded.

    Whoever marks may mark piece by piece: neighbouring marks of one label are one stretch.
    """

    label: str
    start: int
    end: int
    probability: float

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise UnusableSpan(
                f"a mark {self.label!r} from {self.start} to {self.end} holds no words; "
                "need 0 <= start < end"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Who says the figure that starts at `figure`: a stretch of the text, or nobody quoted.

    `source` is None where the report says it in its own voice. The probabilities of one
    figure's ties sum to at most one.
    """

    figure: int
    source: Span | None
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What one reader marked in one document.

    `by` names who or what marked, with its version. `was_read` holds the stretches it looked
    at, in order: outside them the absence of a mark says nothing. Marks and ties in any order.
    """

    by: str
    was_read: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    ties: tuple[Tie, ...] = ()
    _by_label: Mapping[str, "_Row"] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_label: dict[str, list[Mark]] = {}
        for mark in sorted(self.marks, key=lambda mark: (mark.start, mark.end)):
            by_label.setdefault(mark.label, []).append(mark)
        rows = {label: _Row(marks) for label, marks in by_label.items()}
        object.__setattr__(self, "_by_label", rows)

    def has_read(self, start: int, end: int) -> bool:
        """Whether the reader looked at all of a stretch."""
        return any(span.start <= start and end <= span.end for span in self.was_read)

    def marks_of(self, label: str, start: int, end: int) -> Sequence[Mark]:
        """Give the marks of a label that overlap a stretch, in text order."""
        row = self._by_label.get(label)
        return () if row is None else row.between(start, end)

    def probability(self, label: str, start: int, end: int) -> float:
        """How probable it is that a stretch bears a label: that of its surest piece, or 0."""
        row = self._by_label.get(label)
        found = () if row is None else row.between(start, end)
        return max([mark.probability for mark in found]) if found else 0.0

    def likeliest(self, labels: Iterable[str], start: int, end: int) -> tuple[str, float] | None:
        """Give the likeliest of rival labels for a stretch, or None if none is marked there."""
        found = [(self.probability(label, start, end), label) for label in labels]
        probability, label = max(found, default=(0.0, ""))
        return (label, probability) if probability > 0 else None

    def ties_of(self, start: int, end: int) -> tuple[Tie, ...]:
        """Give who may say the figure that stands at a stretch, likeliest first."""
        near = [tie for tie in self.ties if start <= tie.figure < end]
        return tuple(sorted(near, key=lambda tie: -tie.probability))


class _Row:
    """The marks of one label, in text order, found by place."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        # Marks of one label do not overlap each other, so their ends are sorted too.
        self._ends = [mark.end for mark in marks]

    def between(self, start: int, end: int) -> Sequence[Mark]:
        first = bisect_right(self._ends, start)
        return self._marks[first : bisect_left(self._starts, end, first)]
