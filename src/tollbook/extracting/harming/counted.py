"""Whom a figure counts, where the words around it say so and not its own."""

from tollbook.claim import Group
from tollbook.extracting.harming.mentions import Mention
from tollbook.extracting.harming.people import folk
from tollbook.extracting.harming.subjects import subjects
from tollbook.extracting.lexicon import harm_words, people_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence

# "Two children and six others": the others are no children.
_NEVER_OTHERS = frozenset({Group.ATTACKER, Group.CHILD, Group.WOMAN})
# "Two dead among the guards", "casualties on the rebels": whom nouns of harm count stands after.
_COUNTS = frozenset("casualties casualty losses deaths fatalities dead wounded injured".split())
_SUFFER = frozenset("suffer suffers suffered suffering sustain sustained sustaining".split())
_ONESELF = frozenset({"himself", "herself"})
_FROM = frozenset({"of", "from", "among", "amongst"})
_UPON = _FROM | {"on", "upon", "to"}


def whom_it_counts(sentence: Sentence, mention: Mention, before: Group) -> Group:
    """ "Eight civilians and three others": a figure without a noun counts the people before it."""
    chunk = sentence.chunks[mention.chunk]
    index = mention.chunk
    named = (
        _named_within(sentence, chunk)
        or _named_after(sentence, index)
        or _sufferers(sentence, index)
    )
    if named is not None and mention.folk.group is Group.PEOPLE:
        return named
    if chunk.head in _ONESELF:
        return _doer(sentence, mention)
    bare = chunk.quantity is not None and chunk.stop == chunk.quantity_stop
    if chunk.head in {"others", "more"} and before in _NEVER_OTHERS:
        return mention.folk.group  # "a bomber killed himself and six others"
    last = sentence.tokens[chunk.stop - 1].lower
    of_them = chunk.is_part and last in {"them", "whom"}  # "four of them seriously"
    if (bare or of_them or chunk.head in {"others", "more"}) and mention.folk.group is Group.PEOPLE:
        return before
    return mention.folk.group


def _doer(sentence: Sentence, mention: Mention) -> Group:
    """ "A bomber killed himself": he is whoever did it."""
    named = [folk(sentence, sentence.chunks[k]) for k in subjects(sentence, mention.trigger)]
    return named[0].group if named and named[0] is not None else mention.folk.group


def _named_within(sentence: Sentence, chunk: Chunk) -> Group | None:
    """ "Twelve civilian deaths"."""
    if chunk.head not in _COUNTS:
        return None
    for token in sentence.tokens[chunk.first : chunk.stop - 1]:
        named = people_words().modifiers.get(token.lower)
        if named is not None:
            return Group(named)
    return None


def _named_after(sentence: Sentence, index: int) -> Group | None:
    """ "“Hundreds” of soldiers", "400 from opposing forces": whom a bare figure counts."""
    chunks = sentence.chunks
    at = _past_its_twin(chunks, index) + 1
    while at < len(chunks) and chunks[at].kind is Kind.QUOTE:
        at += 1
    is_bare = chunks[index].quantity is not None and (
        chunks[index].stop == chunks[index].quantity_stop
    )
    if at + 1 >= len(chunks) or not (is_bare or chunks[index].head in _COUNTS):
        return None
    if chunks[at].head not in (_FROM if is_bare else _UPON):
        return None
    whom = folk(sentence, chunks[at + 1])
    return whom.group if whom is not None and not whom.is_name else None


def _past_its_twin(chunks: list[Chunk], index: int) -> int:
    """ "26 dead and 65 wounded among the guards": what follows the second is said of both."""
    two = chunks[index + 1 : index + 4]
    if len(two) < 2 or two[0].kind is not Kind.AND or two[1].quantity is None:
        return index
    states = harm_words().states
    if chunks[index].head not in states:
        return index
    if two[1].head in states:
        return index + 2
    return index + 3 if len(two) > 2 and two[2].head in states else index


def _sufferers(sentence: Sentence, index: int) -> Group | None:
    """ "The rebels suffered 12 dead": whoever suffers losses is counted by them."""
    chunks = sentence.chunks
    verb = index - 1
    if verb < 1 or chunks[index].head not in _COUNTS or not chunks[verb].is_verb:
        return None
    if chunks[verb].head not in _SUFFER:
        return None
    named = [folk(sentence, chunks[at]) for at in subjects(sentence, verb)]
    groups = {whom.group for whom in named if whom is not None and not whom.is_name}
    return groups.pop() if len(groups) == 1 else None
