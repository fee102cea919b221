"""A sentence -> who reacts to an incident in it: condemns, mourns, vows, calls for something."""

from collections.abc import Iterator
from dataclasses import dataclass

from tollbook.claim import ReactionKind
from tollbook.extracting.act_words import reaction_words
from tollbook.extracting.actors import actor_stretch
from tollbook.extracting.attribution import Statement, Stretch
from tollbook.extracting.clauses import (
    agent_after,
    is_negated,
    is_passive,
    subject_before,
)
from tollbook.extracting.patients import is_time
from tollbook.extracting.people import folk
from tollbook.extracting.phrases import Chunk, Kind, Sentence
from tollbook.extracting.sources import kind_of_words

_UNREAL = frozenset("would could should must may might cannot not never".split())


@dataclass(frozen=True, slots=True)
class ReactionMention:
    """Somebody, by the tokens that name them, and what they do about an incident."""

    actor: Stretch
    reaction: ReactionKind


def find_reactions(sentence: Sentence, statements: list[Statement]) -> list[ReactionMention]:
    """Find everybody that a sentence says reacts, in text order."""
    lowers = {token.lower for token in sentence.tokens}
    words = reaction_words()
    found: dict[tuple[Stretch, ReactionKind], ReactionMention] = {}
    for actor, kind in _all(sentence, statements, lowers, words.verbs.keys() | words.nouns.keys()):
        found.setdefault((actor, kind), ReactionMention(actor, kind))
    return sorted(found.values(), key=lambda mention: mention.actor)


def _all(
    sentence: Sentence, statements: list[Statement], lowers: set[str], triggers: set[str]
) -> Iterator[tuple[Stretch, ReactionKind]]:
    if lowers & triggers:
        for index, chunk in enumerate(sentence.chunks):
            if chunk.is_verb:
                yield from _from_verb(sentence, index, chunk)
            elif chunk.is_noun:
                yield from _from_noun(sentence, index, chunk)
    yield from _from_phrases(sentence, statements)


def _from_verb(
    sentence: Sentence, index: int, chunk: Chunk
) -> Iterator[tuple[Stretch, ReactionKind]]:
    kind = reaction_words().verbs.get(chunk.head)
    if kind is None or is_negated(sentence, chunk) or set(chunk.helpers) & _UNREAL:
        return
    if chunk.tag in {"VBN", "VBD"} and is_passive(sentence, index):
        agent = agent_after(sentence, index)
        if agent is not None and kind in {"condemned", "mourned", "welcomed"}:
            yield from _everybody(sentence, agent, kind)
        return
    subject = subject_before(sentence, index)
    if subject is not None and _may_react(sentence, subject):
        yield actor_stretch(sentence, subject), ReactionKind(kind)


def _may_react(sentence: Sentence, index: int) -> bool:
    chunk = sentence.chunks[index]
    if not chunk.is_noun or is_time(chunk):
        return False
    if kind_of_words(sentence.text(chunk.first, chunk.stop)) is not None:
        return True
    return folk(sentence, chunk) is not None or chunk.tag == "NNP"


def _from_noun(
    sentence: Sentence, index: int, chunk: Chunk
) -> Iterator[tuple[Stretch, ReactionKind]]:
    """ "Drew condemnation from A, B and C", "outrage from the coalition"."""
    kind = reaction_words().nouns.get(sentence.tokens[chunk.stop - 1].lower)
    if kind is None:
        return
    chunks = sentence.chunks
    for at in range(index + 1, min(index + 6, len(chunks) - 1)):
        if chunks[at].head in {"from", "by"} and chunks[at + 1].is_noun:
            yield from _everybody(sentence, at + 1, kind)
            return
        if chunks[at].is_verb and chunks[at].tag != "VBG":
            return


def _everybody(sentence: Sentence, at: int, kind: str) -> Iterator[tuple[Stretch, ReactionKind]]:
    """Take the parties of a list one by one; a name joined to the one before by "and" alone is one."""
    chunks = sentence.chunks
    while at < len(chunks) and chunks[at].is_noun and not is_time(chunks[at]):
        stretch = _with_twin(sentence, at)
        yield stretch, ReactionKind(kind)
        after = at
        while after < len(chunks) and chunks[after].first < stretch[1]:
            after += 1
        if after >= len(chunks) or chunks[after].kind is not Kind.COMMA:
            return
        at = after + 1
        if at < len(chunks) and chunks[at].kind is Kind.AND:
            at += 1


def _with_twin(sentence: Sentence, at: int) -> Stretch:
    """ "The embassies of A and B", "countries and rights groups": one party each."""
    chunks = sentence.chunks
    first, stop = actor_stretch(sentence, at)
    while at < len(chunks) and chunks[at].first < stop:
        at += 1
    if at + 1 < len(chunks) and chunks[at].kind is Kind.AND and chunks[at + 1].is_noun:
        stop = actor_stretch(sentence, at + 1)[1]
    return first, stop


def _from_phrases(
    sentence: Sentence, statements: list[Statement]
) -> Iterator[tuple[Stretch, ReactionKind]]:
    text = " ".join(token.lower for token in sentence.tokens)
    for phrase, kind in reaction_words().phrases:
        if phrase in text:
            yield from _of_phrase(sentence, statements, phrase, kind)


def _of_phrase(
    sentence: Sentence, statements: list[Statement], phrase: str, kind: str
) -> Iterator[tuple[Stretch, ReactionKind]]:
    words = phrase.split()
    lowers = [token.lower for token in sentence.tokens]
    at = next(
        (i for i in range(len(lowers)) if lowers[i : i + len(words)] == words),
        None,
    )
    if at is None:
        return
    index = next(i for i, c in enumerate(sentence.chunks) if c.first <= at < c.stop)
    chunk = sentence.chunks[index]
    if chunk.is_verb and is_negated(sentence, chunk):
        return
    verb = index
    while verb >= 0 and not sentence.chunks[verb].is_verb:
        verb -= 1
    subject = subject_before(sentence, verb) if verb >= 0 else None
    if subject is not None and _may_react(sentence, subject):
        yield actor_stretch(sentence, subject), ReactionKind(kind)
        return
    for statement in statements:
        if statement.reach[0] <= at < statement.reach[1]:
            yield statement.source, ReactionKind(kind)
            return
