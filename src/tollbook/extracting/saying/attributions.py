"""A report -> every attribution in it: the grammar's, and what an annotator marked.

Where an annotator read, it decides: its marks make the spans, and of the grammar's only those
are kept that it finds at all likely. Elsewhere the grammar speaks alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tollbook.annotation import CUE, SOURCE, Annotation
from tollbook.document import Document, Span
from tollbook.extracting.parsing.phrases import Sentence, parse
from tollbook.extracting.parsing.sentences import sentences
from tollbook.extracting.saying.cues import find_cues
from tollbook.extracting.saying.speakers import Stretch

# The encoder's head for these two labels says far too much: all but a few pieces of a sentence
# lie above .9, and only what is nearly certain is meant. Chosen on PolNeAR dev for the weights
# "22ed207f" over .998 to .99995; to be chosen anew with other weights.
SURE: Final = {SOURCE: 0.9999, CUE: 0.99985}
"""From which probability on marked pieces make a span."""

LIKELY: Final = {SOURCE: 0.996, CUE: 0.9995}
"""From which probability on a span of the grammar stands where an annotator read it."""

# How many characters may part two pieces of one span: a blank, a hyphen, a quotation mark.
_GAP: Final = 2


# A quotation of more than a few words, to its end or that of the paragraph.
_QUOTATION: Final = re.compile(r"“[^”\n]{25,}(?:”|\n|$)|\"[^\"\n]{25,}(?:\"|\n|$)|''[^'\n]{25,}''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """One attribution: who says it, the words that tie them to it, and what is said.

    Any of the three may be unknown, but for one.
    """

    source: Span | None = None
    cue: Span | None = None
    content: Span | None = None


def find_attributions(
    document: Document, annotation: Annotation | None = None
) -> tuple[Attributed, ...]:
    """Find who says, thinks or shows anything in a report.

    Args:
        document: the report.
        annotation: what an annotator marked in it; the grammar reads alone without.

    Returns:
        In text order; a source may stand in several.
    """
    found: list[Attributed] = []
    quoted = _quoted(document.text)
    for passage in sentences(document.text):
        by_grammar = [
            one
            for one in _by_grammar(parse(passage))
            if one.cue is None or not _is_within(one.cue, quoted)
        ]
        if annotation is not None and annotation.has_read(passage.start, passage.end):
            found += _weighed(by_grammar, annotation, Span(start=passage.start, end=passage.end))
        else:
            found += by_grammar
    return tuple(found)


def _quoted(text: str) -> tuple[Span, ...]:
    """What stands in quotation marks: its own sayings are part of what is said."""
    return tuple(Span(start=m.start(), end=m.end()) for m in _QUOTATION.finditer(text))


def _is_within(span: Span, quoted: Sequence[Span]) -> bool:
    at = bisect_right(quoted, span.start, key=lambda quotation: quotation.start) - 1
    return at >= 0 and span.end <= quoted[at].end


def _by_grammar(sentence: Sentence) -> Iterator[Attributed]:
    for one in find_cues(sentence):
        yield Attributed(
            source=_span(sentence, one.source),
            cue=_span(sentence, one.cue),
            content=_span(sentence, one.content),
        )


def _span(sentence: Sentence, stretch: Stretch | None) -> Span | None:
    if stretch is None:
        return None
    first, last = sentence.tokens[stretch[0]], sentence.tokens[stretch[1] - 1]
    return Span(start=first.start, end=last.end)


def _weighed(
    by_grammar: Sequence[Attributed], annotation: Annotation, passage: Span
) -> Iterator[Attributed]:
    """Make attributions of what is marked, and of what of the grammar's is likely enough."""
    sources = _spans(SOURCE, [one.source for one in by_grammar], annotation, passage)
    cues = _spans(CUE, [one.cue for one in by_grammar], annotation, passage)
    spoken: set[Span] = set()
    for cue in cues:
        source = min(sources, key=lambda span: _apart(span, cue), default=None)
        content = next((one.content for one in by_grammar if _meet(one.cue, cue)), None)
        spoken |= {source} if source is not None else set()
        yield Attributed(source=source, cue=cue, content=content)
    for source in sources:
        if source not in spoken:
            yield Attributed(source=source)


def _spans(
    label: str, by_grammar: Iterable[Span | None], annotation: Annotation, passage: Span
) -> list[Span]:
    marked = list(_marked(label, annotation, passage))
    for span in by_grammar:
        if span is None or any(_meet(span, other) for other in marked):
            continue
        if annotation.probability(label, span.start, span.end) >= LIKELY[label]:
            marked.append(span)
    return sorted(marked)


def _marked(label: str, annotation: Annotation, passage: Span) -> Iterator[Span]:
    """Join neighbouring pieces that are sure enough into spans."""
    open_span: Span | None = None
    for mark in annotation.marks_of(label, passage.start, passage.end):
        if mark.probability < SURE[label]:
            continue
        if open_span is not None and mark.start - open_span.end <= _GAP:
            open_span = Span(start=open_span.start, end=mark.end)
            continue
        if open_span is not None:
            yield open_span
        open_span = Span(start=mark.start, end=mark.end)
    if open_span is not None:
        yield open_span


def _meet(one: Span | None, other: Span) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)
