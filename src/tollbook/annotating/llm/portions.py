"""A document in portions that a language model reads one at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tollbook.document import Passage
from tollbook.extracting.parsing.sentences import sentences

# About 1,500 tokens: most reports are one portion, and answers stay short enough that models
# neither tire nor run into the limits of small endpoints. Chosen, not tuned: no model was at hand.
LONGEST = 6000
# A source named before goes on speaking ("He added …"); further back it is seldom meant.
SENTENCES_BEFORE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Sentences to mark, numbered from `first` in the document, and those just before them."""

    first: int
    passages: tuple[Passage, ...]
    before: tuple[Passage, ...] = ()

    def passage(self, number: int) -> Passage | None:
        """Give the sentence to mark that bears a number, if one does."""
        at = number - self.first
        return self.passages[at] if 0 <= at < len(self.passages) else None

    @property
    def start(self) -> int:
        """Where what the model sees begins."""
        return (self.before or self.passages)[0].start

    @property
    def end(self) -> int:
        """Where what the model sees ends."""
        return self.passages[-1].end


def portions(text: str) -> Iterator[Portion]:
    """Cut a text into portions of whole sentences, in order; every sentence is in one."""
    passages = tuple(sentences(text))
    first = 0
    while first < len(passages):
        stop = _stop(passages, first)
        yield Portion(
            first=first + 1,
            passages=passages[first:stop],
            before=passages[max(0, first - SENTENCES_BEFORE) : first],
        )
        first = stop


def _stop(passages: Sequence[Passage], first: int) -> int:
    """Say where the portion that begins with a sentence stops; it holds at least that one."""
    stop = first + 1
    while stop < len(passages) and passages[stop].end - passages[first].start <= LONGEST:
        stop += 1
    return stop
