"""What the grammar sees, as the encoder is told it beside the pieces: a row of flags a token.

The grammar is sure of figures and of what hangs on what; the network learns where to believe
it. So both readers are one: what the encoder marks has the grammar's reading in it.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tollbook.annotating.encoder.windows import Window
from tollbook.claim import Group, Harm
from tollbook.document import Passage
from tollbook.extracting.grammar import Seen, see
from tollbook.extracting.harming.people import folk
from tollbook.extracting.parsing.phrases import Chunk

# Tags are told coarsely: what a noun is, what a verb's form is, and the small words.
_TAGS: Final = {
    "NN": "noun",
    "NNS": "nouns",
    "NNP": "name",
    "NNPS": "name",
    "CD": "number",
    "VBN": "participle",
    "VBD": "past",
    "VBG": "gerund",
    "VB": "verb",
    "VBP": "verb",
    "VBZ": "verb",
    "JJ": "adjective",
    "JJR": "adjective",
    "JJS": "adjective",
    "DT": "determiner",
    "PRP": "pronoun",
    "PRP$": "pronoun",
    "IN": "preposition",
}

HINTS: Final = (
    *(f"counted:{harm}" for harm in Harm),
    *(f"counts:{group}" for group in Group),
    *(f"people:{group}" for group in Group),
    *sorted(set(_TAGS.values())),
    "part",
    "nobody",
    "harm",
    "source",
    "cue",
    "relay",
    "said",
    "quantity",
    "no people",
    "opens a phrase",
    "heads a phrase",
    "capital",
    "has case",
)
"""The flags, in the order of the columns."""

_NUMBER: Final = {hint: number for number, hint in enumerate(HINTS)}
_TAG_NUMBER: Final = {tag: _NUMBER[hint] for tag, hint in _TAGS.items()}

Row = tuple[int, int, int]
"""A flag and where it holds: first token, the token after its last, column."""


class Hints:
    """The flags of every token of a stretch of sentences, found by place."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        rows: list[Row] = []
        starts: list[int] = []
        for seen in see(passages):
            first = len(starts)
            starts += [token.start for token in seen.sentence.tokens]
            rows += [(first + start, first + stop, column) for start, stop, column in _rows(seen)]
        self._starts = np.array(starts, dtype=np.int64)
        self._flags = np.zeros((len(starts) + 1, len(HINTS)), dtype=np.float32)
        for start, stop, column in rows:
            self._flags[start + 1 : stop + 1, column] = 1.0

    def of(self, window: Window) -> NDArray[np.float32]:
        """Give a window's flags: shape (pieces, hints); none at what stands for no words."""
        places = np.array([start for start, _ in window.places], dtype=np.int64)
        # The token a piece stands in is the last that starts at or before it.
        tokens = np.searchsorted(self._starts, places, side="right")
        tokens[places < 0] = 0
        return self._flags[tokens]


def _rows(seen: Seen) -> Iterator[Row]:
    sentence = seen.sentence
    for index, tag in enumerate(sentence.tags):
        if tag in _TAG_NUMBER:
            yield index, index + 1, _TAG_NUMBER[tag]
    if sentence.has_case:
        for index, token in enumerate(sentence.tokens):
            if token.text[:1].isupper():
                yield index, index + 1, _NUMBER["capital"]
        yield 0, len(sentence.tokens), _NUMBER["has case"]
    for chunk in sentence.chunks:
        yield from _of_chunk(seen, chunk)
    for statement in seen.statements:
        yield *statement.source, _NUMBER["source"]
        yield *statement.cue, _NUMBER["cue"]
        yield *statement.reach, _NUMBER["said"]
        if statement.relay:
            yield *statement.relay, _NUMBER["relay"]
    for mention in seen.mentions:
        first, stop = mention.figure.first, mention.figure.stop
        yield first, stop, _NUMBER[f"counted:{mention.harm}"]
        yield first, stop, _NUMBER[f"counts:{mention.folk.group}"]
        trigger = sentence.chunks[mention.trigger]
        yield trigger.first, trigger.stop, _NUMBER["harm"]
        if mention.part_of:
            yield first, stop, _NUMBER["part"]
        if mention.figure.high == 0:
            yield first, stop, _NUMBER["nobody"]


def _of_chunk(seen: Seen, chunk: Chunk) -> Iterator[Row]:
    if not chunk.is_noun:
        return
    yield chunk.first, chunk.first + 1, _NUMBER["opens a phrase"]
    yield chunk.stop - 1, chunk.stop, _NUMBER["heads a phrase"]
    if chunk.quantity is not None:
        hint = "quantity" if chunk.quantity.not_people is None else "no people"
        yield chunk.first, chunk.quantity_stop, _NUMBER[hint]
    whom = folk(seen.sentence, chunk)
    if whom is not None:
        yield chunk.first, chunk.stop, _NUMBER[f"people:{whom.group}"]
