"""Lists of parties: the whole of "A, B and the C of D" that does one thing together."""

from tollbook.extracting.acting.actors import Stretch, actor_stretch
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import is_governed, is_time

_SAYS = frozenset("said says say added reported noted".split())
_OPENS = frozenset({Kind.COMMA, Kind.QUOTE, Kind.THAT, Kind.MARK, Kind.ADVERB, Kind.AND})
_CLAUSE = frozenset("while as after when but with because although though".split())


def parties_from(sentence: Sentence, at: int) -> list[Stretch]:
    """Read a list that starts at a noun phrase: "from A, B and C", "by A and B".

    Two plain nouns with only "and" between are one party, two names are two.
    """
    chunks = sentence.chunks
    found: list[Stretch] = []
    while at < len(chunks) and chunks[at].is_noun and not is_time(chunks[at]):
        stretch = actor_stretch(sentence, at, with_twin=False)
        after = _past(chunks, at, stretch)
        twin = after + 1
        if _joins(chunks, after) and not (
            _is_of_of(sentence, stretch) or not (found or _are_names(chunks, at, twin))
        ):
            found.append(stretch)
            at = twin
            continue
        if _joins(chunks, after):
            stretch = stretch[0], actor_stretch(sentence, twin)[1]
            after = _past(chunks, twin, stretch)
        found.append(stretch)
        if after >= len(chunks) or chunks[after].kind is not Kind.COMMA:
            break
        at = after + 1
        if at < len(chunks) and chunks[at].kind is Kind.AND:
            at += 1
    return found


def parties_until(sentence: Sentence, at: int) -> list[Stretch]:
    """Read a list of subjects that ends at a noun phrase: "A, B and C condemned".

    A noun phrase that no "and" ties to another is a party alone.
    """
    chunks = sentence.chunks
    last = owned(sentence, at)
    items = [last]
    first = _first_chunk(chunks, at)
    link = first - 1
    if link < 1 or chunks[link].kind is not Kind.AND:
        return items
    oxford = chunks[link - 1].kind is Kind.COMMA
    link -= oxford
    while link >= 1 and (chunks[link].kind in {Kind.COMMA, Kind.AND}):
        item = link - 1
        if not chunks[item].is_noun or is_time(chunks[item]):
            break
        if is_governed(chunks, item):
            if len(items) == 1 and chunks[item - 1].head == "of" and not oxford:
                return [(chunks[max(0, item - 2)].first, last[1])]
            break
        items.append((chunks[_first_chunk(chunks, item)].first, chunks[item].stop))
        first = _first_chunk(chunks, item)
        link = first - 1
        if link >= 0 and chunks[link].kind is Kind.AND:
            break
    if len(items) < 2 + oxford or not _opens_clause(chunks, first):
        return [last]
    if len(items) == 2 and not _are_names(chunks, first, at):
        return [(items[1][0], last[1])]
    return items[::-1]


def owned(sentence: Sentence, at: int) -> Stretch:
    """Take a party with its owner: "the union's envoy"."""
    return sentence.chunks[_first_chunk(sentence.chunks, at)].first, actor_stretch(sentence, at)[1]


def _first_chunk(chunks: list[Chunk], at: int) -> int:
    while at >= 2 and chunks[at - 1].kind is Kind.POSSESSIVE and chunks[at - 2].is_noun:
        at -= 2
    return at


def _opens_clause(chunks: list[Chunk], first: int) -> bool:
    """Whether a subject may start here: not where a verb or a preposition takes the noun."""
    if first == 0:
        return True
    before = chunks[first - 1]
    return before.kind in _OPENS or before.head in _SAYS | _CLAUSE


def _past(chunks: list[Chunk], at: int, stretch: Stretch) -> int:
    while at < len(chunks) and chunks[at].first < stretch[1]:
        at += 1
    return at


def _joins(chunks: list[Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at].kind is Kind.AND and chunks[at + 1].is_noun


def _is_of_of(sentence: Sentence, stretch: Stretch) -> bool:
    """ "The embassies of A": a second name shares the first one's head."""
    return any(t.lower == "of" for t in sentence.tokens[stretch[0] : stretch[1]])


def _are_names(chunks: list[Chunk], one: int, other: int) -> bool:
    return chunks[one].tag.startswith("NNP") and chunks[other].tag.startswith("NNP")
