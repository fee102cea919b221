"""What an annotator adds to what the grammar read, and what it takes away.

The grammar is sure of figures, rare harms and what hangs on what; an annotator sees the
people no figure counts. Each threshold was chosen on 321 reports that nothing learned from: the
58 of claims-gold dev and 263 annotated elsewhere; see
`docs/decisions/0005-a-reader-of-our-own.md` for what each was swept over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tollbook.annotation import GROUPS, IN_BACKGROUND, PART, Annotation
from tollbook.claim import Form, Group, Harm
from tollbook.document import Span
from tollbook.extracting.harming.mentions import Mention
from tollbook.extracting.harming.people import Figure, Folk, figure, folk
from tollbook.extracting.parsing.phrases import Chunk, Sentence

# Below this a figure of the grammar's is dropped, or given the harm the annotator sees there.
DROP: Final = 0.3
# From this on a stretch that the grammar passed over is taken for a figure.
ADD: Final = 0.6
# Another harm is believed from this on, where the grammar's own is below DROP_HARM.
OTHER_HARM: Final = 0.6
OWN_HARM: Final = 0.3
GROUP: Final = 0.8
PART_OF: Final = (0.2, 0.8)
BACKGROUND: Final = (0.2, 0.9)
# The tags of what can stand for people: nouns, numbers, pronouns, articles, adjectives.
_NOMINAL: Final = ("NN", "CD", "PRP", "WP", "DT", "PDT", "JJ")
# So many words after a figure may still name its people: "of its masked fighters".
_REACH: Final = 5
# What an army calls its dead stood in hardly any report to learn from; the grammar knows it.
_KNOWN_BY_GRAMMAR: Final = frozenset({"losses"})


def weigh_mentions(
    sentence: Sentence, mentions: list[Mention], annotation: Annotation | None
) -> list[Mention]:
    """Drop what the annotator gives no credit, and add the people it alone sees.

    Args:
        sentence: the sentence read.
        mentions: what the grammar found in it.
        annotation: what was marked; without one, or where the annotator did not look, the
            grammar stands.

    Returns:
        Mentions in text order.
    """
    if annotation is None or not _is_read(sentence, annotation):
        return mentions
    kept = [m for m in (_credited(sentence, m, annotation) for m in mentions) if m is not None]
    added = [*_unseen(sentence, kept, annotation)]
    return sorted([*kept, *added], key=lambda m: (m.figure.first, m.harm))


def weigh_group(group: Group, annotation: Annotation | None, at: Span) -> Group:
    """Say whom a figure counts: as the grammar reads it, unless the annotator is sure.

    "People" says less than any other group, so it never takes the place of one: an army that
    speaks of "some losses" counts its own.
    """
    likeliest = _likeliest(GROUPS, annotation, at)
    if likeliest is None or likeliest[1] < GROUP or likeliest[0] == Group.PEOPLE:
        return group
    return Group(likeliest[0])


def is_part(by_grammar: bool, annotation: Annotation | None, at: Span) -> bool:
    """Say whether a figure is part of a bigger one."""
    return _either(by_grammar, PART, PART_OF, annotation, at)


def is_of_background(by_grammar: bool, annotation: Annotation | None, at: Span) -> bool:
    """Say whether a figure is about more than one incident."""
    return _either(by_grammar, IN_BACKGROUND, BACKGROUND, annotation, at)


def _either(
    by_grammar: bool,
    label: str,
    bounds: tuple[float, float],
    annotation: Annotation | None,
    at: Span,
) -> bool:
    if annotation is None or not _is_counted(annotation, at):
        return by_grammar
    probability = annotation.probability(label, at.start, at.end)
    return probability >= bounds[1] if not by_grammar else probability >= bounds[0]


def _likeliest(
    labels: Iterable[str], annotation: Annotation | None, at: Span
) -> tuple[str, float] | None:
    if annotation is None:
        return None
    found = annotation.likeliest(labels, at.start, at.end)
    return (found[0].partition(":")[2], found[1]) if found else None


def _is_counted(annotation: Annotation, at: Span) -> bool:
    """Whether the annotator took a stretch for people at all: else it says nothing of them."""
    return any(annotation.probability(harm, at.start, at.end) > 0 for harm in Harm)


def _is_read(sentence: Sentence, annotation: Annotation) -> bool:
    return annotation.has_read(sentence.passage.start, sentence.passage.end)


def span_of(sentence: Sentence, mention: Mention) -> Span:
    """Say where the words of a figure stand in the document."""
    tokens, found = sentence.tokens, mention.figure
    return Span(start=tokens[found.first].start, end=tokens[found.stop - 1].end)


def _credited(sentence: Sentence, mention: Mention, annotation: Annotation) -> Mention | None:
    at = span_of(sentence, mention)
    own = annotation.probability(mention.harm, at.start, at.end)
    other = max(Harm, key=lambda harm: annotation.probability(harm, at.start, at.end))
    if own < OWN_HARM and annotation.probability(other, at.start, at.end) >= OTHER_HARM:
        return replace(mention, harm=other)
    return mention if own >= DROP or _is_known(sentence, mention) else None


def _is_known(sentence: Sentence, mention: Mention) -> bool:
    trigger = sentence.chunks[mention.trigger]
    words = sentence.tokens[trigger.first : trigger.stop]
    return any(token.lower in _KNOWN_BY_GRAMMAR for token in words)


def _unseen(
    sentence: Sentence, mentions: list[Mention], annotation: Annotation
) -> Iterator[Mention]:
    taken = {(mention.harm, index) for mention in mentions for index in _tokens(mention.figure)}
    for harm in Harm:
        for first, stop in _stretches(sentence, harm, annotation):
            if any((harm, index) in taken for index in range(first, stop)):
                continue
            if not any(tag.startswith(_NOMINAL) for tag in sentence.tags[first:stop]):
                continue  # "At": no word in it can stand for anybody
            if _inflicts(sentence, stop):
                continue
            mention = _mention(sentence, harm, first, stop)
            taken |= {(harm, index) for index in _tokens(mention.figure)}
            yield mention


def _inflicts(sentence: Sentence, stop: int) -> bool:
    """Whether they are who did it: "dozens of its fighters inflicted casualties on …"."""
    after = sentence.tokens[stop : stop + _REACH]
    return any(token.text.casefold().startswith("inflict") for token in after)


def _tokens(found: Figure) -> range:
    return range(found.first, found.stop)


def _stretches(sentence: Sentence, harm: Harm, annotation: Annotation) -> Iterator[tuple[int, int]]:
    """Give runs of tokens that the annotator marks with a harm."""
    passage = sentence.passage
    if annotation.probability(harm, passage.start, passage.end) < ADD:
        return
    first: int | None = None
    for index, token in enumerate(sentence.tokens):
        if annotation.probability(harm, token.start, token.end) >= ADD:
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None
    if first is not None:
        yield first, len(sentence.tokens)


def _mention(sentence: Sentence, harm: Harm, first: int, stop: int) -> Mention:
    """Read how many a marked stretch means, from the noun phrase it stands in."""
    index, chunk = _chunk_at(sentence, first, stop)
    whom = folk(sentence, chunk) or Folk(Group.PEOPLE, first, stop)
    found = figure(sentence, chunk, whom) if chunk.is_noun else None
    if found is None or found.stop <= first or stop <= found.first:
        found = Figure(first, stop, 1, 1, Form.ONE, 1)
    return Mention(harm, index, index, whom, found, part_of=chunk.is_part)


def _chunk_at(sentence: Sentence, first: int, stop: int) -> tuple[int, Chunk]:
    """Give the noun phrase a stretch stands in, else whatever it stands in."""
    over = [
        (index, chunk)
        for index, chunk in enumerate(sentence.chunks)
        if chunk.first < stop and first < chunk.stop
    ]
    nouns = [(index, chunk) for index, chunk in over if chunk.is_noun]
    if over:
        return (nouns or over)[0]
    # An age that no chunk holds, "Ibarra, 34, was": the name before it.
    return [it for it in enumerate(sentence.chunks) if it[1].first < first][-1]
