"""The words a language model answered -> where they stand in the text; what stands nowhere is void.

White space counts as one space, and a typographic quotation mark as a plain one: models write
both as they please. Nothing else may differ, not even case.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Final

from tollbook.annotating.llm.answers import Answer, FigureAnswer
from tollbook.annotating.llm.portions import Portion
from tollbook.annotation import (
    CUE,
    GROUPS,
    IN_BACKGROUND,
    PART,
    RELAY,
    SOURCE,
    STANCES,
    Mark,
    Tie,
)
from tollbook.document import Passage, Span

PROBABILITY: Final = 0.9
"""How sure a mark is whose words stand in the text.

A model's own word on how sure it is means little, so all marks get the same. The value is a
guess between what two careful readers agree on (.95) and what published models reach; set it by
measuring the model in use.
"""

# A figure, a source or an object in more characters than this is no phrase but a passage.
_LONGEST = 300
_ALIKE: Final = {"'": "['‘’]", "‘": "['‘’]", "’": "['‘’]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}


@dataclass(slots=True)
class Placed:
    """What of an answer stands in the text, and how many of its marks do not."""

    ties: list[Tie] = field(default_factory=list)
    refused: int = 0
    unsettled: list[Passage] = field(default_factory=list)
    """Sentences where the model saw a figure that could not be placed: what it says of them is
    not the whole, so that what it passes over there says nothing."""
    _by_label: dict[str, list[Mark]] = field(default_factory=dict)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark, label by label."""
        return tuple(chain.from_iterable(self._by_label.values()))

    def mark(self, label: str, where: Span, probability: float = PROBABILITY) -> None:
        """Put a label on a stretch, unless a mark of that label lies there already."""
        if not self.bears([label], where):
            self._by_label.setdefault(label, []).append(
                Mark(label=label, start=where.start, end=where.end, probability=probability)
            )

    def bears(self, labels: Iterable[str], where: Span) -> bool:
        """Say whether one of the labels lies on a stretch already, or on a part of it."""
        marks = chain.from_iterable(self._by_label.get(label, ()) for label in labels)
        return any(mark.start < where.end and where.start < mark.end for mark in marks)

    def add(self, other: "Placed") -> None:
        """Take over what was placed for another portion of the same text."""
        for mark in other.marks:
            # What stands before a portion may have been marked with the portion it stands in.
            self.mark(mark.label, Span(start=mark.start, end=mark.end), mark.probability)
        self.ties += other.ties
        self.refused += other.refused
        self.unsettled += other.unsettled


def place(answer: Answer, portion: Portion, text: str) -> Placed:
    """Find where the words of an answer stand.

    Args:
        answer: what the model marked in the portion.
        portion: the sentences that it read.
        text: the document's text.

    Returns:
        Marks and ties for the words that stand where the answer says, and how many marks were
        refused because theirs do not, or stand several times and cannot be told apart.
    """
    placed = Placed()
    for figure in answer.figures:
        _place_figure(figure, portion, text, placed)
    for label, sentence, words, within in _acts(answer):
        where = _find(portion, sentence, words, within)
        if where is None:
            placed.refused += 1
        else:
            placed.mark(label, where)
    return placed


def _acts(answer: Answer) -> Iterator[tuple[str, int, str, str | None]]:
    for act in answer.responsibility:
        yield f"responsibility:{act.status}", act.sentence, act.words, act.within
    for broken in answer.damage:
        yield f"damage:{broken.effect}", broken.sentence, broken.words, broken.within
    for answered in answer.reactions:
        yield f"reaction:{answered.reaction}", answered.sentence, answered.words, answered.within


def _place_figure(figure: FigureAnswer, portion: Portion, text: str, placed: Placed) -> None:
    where = _find(portion, figure.sentence, figure.words, figure.within)
    if where is None:
        placed.refused += 1
        placed.unsettled += filter(None, [portion.passage(figure.sentence)])
        return
    is_known = placed.bears(GROUPS, where)
    placed.mark(figure.harm, where)
    if is_known:
        return  # "two were abducted and killed": a second harm of the same people
    _mark_one_of(GROUPS, f"group:{figure.group}", where, placed)
    _mark_one_of(STANCES, f"stance:{figure.stance}", where, placed)
    if figure.part_of:
        placed.mark(PART, where)
    if figure.background:
        placed.mark(IN_BACKGROUND, where)
    for label, words in ((CUE, figure.cue_words), (RELAY, figure.relay_words)):
        _place_beside(label, words, where, portion, text, placed)
    source = _place_beside(SOURCE, figure.source_words, where, portion, text, placed)
    if source is not None or figure.source_words is None:
        placed.ties.append(Tie(figure=where.start, source=source, probability=PROBABILITY))


def _mark_one_of(labels: tuple[str, ...], chosen: str, where: Span, placed: Placed) -> None:
    """Mark rivals whose probabilities sum to one: the chosen, and what is left for the others."""
    rest = (1 - PROBABILITY) / (len(labels) - 1)
    for label in labels:
        placed.mark(label, where, PROBABILITY if label == chosen else rest)


def _place_beside(
    label: str, words: str | None, figure: Span, portion: Portion, text: str, placed: Placed
) -> Span | None:
    """Mark words that belong to a figure: where they stand nearest, before it if they can."""
    if words is None:
        return None
    found = list(_occurrences(words, text, portion.start, portion.end))
    if not found:
        placed.refused += 1
        return None
    sentence = _sentence_over(portion, figure)
    nearest = min(found, key=lambda at: (at.start >= sentence.end, abs(at.start - figure.start)))
    placed.mark(label, nearest)
    return nearest


def _sentence_over(portion: Portion, where: Span) -> Passage:
    return next(p for p in portion.passages if p.start <= where.start < p.end)


def _find(portion: Portion, number: int, words: str, within: str | None) -> Span | None:
    """Find words in the sentence of a number: the only ones, or those within a longer stretch."""
    passage = portion.passage(number)
    if passage is None:
        return None
    found = _in_passage(words, passage)
    if len(found) > 1 and within is not None:
        around = _in_passage(within, passage)
        found = [at for at in found if any(o.start <= at.start < at.end <= o.end for o in around)]
    return found[0] if len(found) == 1 else None


def _in_passage(words: str, passage: Passage) -> list[Span]:
    return [
        Span(start=passage.start + found.start, end=passage.start + found.end)
        for found in _occurrences(words, passage.text, 0, len(passage.text))
    ]


def _occurrences(words: str, text: str, start: int, end: int) -> Iterator[Span]:
    pattern = _pattern(words)
    if pattern is not None:
        for found in pattern.finditer(text, start, end):
            yield Span(start=found.start(), end=found.end())


@lru_cache(maxsize=1000)
def _pattern(words: str) -> re.Pattern[str] | None:
    """Match words as whole words and numbers: "2" stands neither in "12" nor in "2,000"."""
    pieces = words.split()
    if not pieces or len(words) > _LONGEST:
        return None
    written = r"\s+".join("".join(_ALIKE.get(c, re.escape(c)) for c in piece) for piece in pieces)
    first, last = pieces[0][0], pieces[-1][-1]
    before = _nothing_before(first)
    after = _nothing_after(last)
    return re.compile(before + written + after)


def _nothing_before(char: str) -> str:
    whole_word = r"(?<!\w)" if char.isalnum() else ""
    return whole_word + (r"(?<!\d[.,])" if char.isdigit() else "")


def _nothing_after(char: str) -> str:
    whole_word = r"(?!\w)" if char.isalnum() else ""
    return whole_word + (r"(?![.,]\d)" if char.isdigit() else "")
