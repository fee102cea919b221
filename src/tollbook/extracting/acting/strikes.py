"""Nouns of attacking -> the party behind them: "regime air strikes", "the raid by the army"."""

from collections.abc import Iterator

from tollbook.extracting.acting.act_words import actor_words, attack_words
from tollbook.extracting.acting.actors import Stretch, event_stop, names_party, party_before_event
from tollbook.extracting.acting.charges import (
    ResponsibilityMention,
    is_doer,
    mention_of,
    owned_party,
    told,
)
from tollbook.extracting.acting.clauses import agent_after, subject_before
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import is_governed
from tollbook.extracting.saying.attribution import Statement

_NEAR = 4
_BEING = frozenset({"is", "are", "was", "were", "been", "be"})


def from_event(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Regime air strikes", "the coalition's raids", "shelling by the army"."""
    stop = event_stop(sentence, chunk)
    if stop is None or _is_only_feared(sentence, chunk):
        return
    party = party_before_event(sentence, index, stop)
    if party is not None:
        yield mention_of(sentence, party, chunk, statements)
        return
    chunks = sentence.chunks
    if index >= 2 and chunks[index - 1].kind is Kind.POSSESSIVE:
        if is_doer(sentence, index - 2) and _follows_at_once(sentence, chunk):
            yield told(sentence, index, index - 2, statements)
        return
    agent = agent_after(sentence, index)
    agent = None if agent is None else owned_party(sentence, agent)
    if (
        agent is not None
        and is_doer(sentence, agent)
        and not _is_verb_between(chunks, index, agent)
    ):
        yield told(sentence, index, agent, statements)


def _is_only_feared(sentence: Sentence, chunk: Chunk) -> bool:
    """ "The danger of rebel attacks", "to prevent army raids": nothing has happened yet."""
    before = {t.lower for t in sentence.tokens[max(0, chunk.first - _NEAR) : chunk.first]}
    return bool(before & attack_words().feared)


def _follows_at_once(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a noun of attacking follows "'s" with nothing but kinds of attack between."""
    words = attack_words()
    between = {t.lower for t in sentence.tokens[chunk.first : chunk.stop - 1]}
    last = sentence.tokens[chunk.stop - 1].lower
    return last not in words.suffered and between <= words.compounds | actor_words().not_names


def _is_verb_between(chunks: list[Chunk], index: int, agent: int) -> bool:
    return any(c.is_verb for c in chunks[index + 1 : agent])


def from_shelling(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Hit by intense regime shelling": a noun that looks like a verb."""
    if chunk.tag != "VBG" or chunk.helpers or chunk.head not in attack_words().events:
        return
    before = sentence.chunks[index - 1] if index else None
    if before is None or not before.is_noun or not is_governed(sentence.chunks, index - 1):
        return
    last = before.stop - 1
    word = sentence.tokens[last].lower
    if word in actor_words().parties or names_party(word):
        first = before.first
        while first < last and _is_filler_word(sentence, first):
            first += 1
        yield mention_of(sentence, (first, before.stop), before, statements)


def from_act_going_on(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "The army is bombing the port": the verb was taken for a noun."""
    chunks = sentence.chunks
    word = sentence.tokens[chunk.first].lower
    if chunk.stop - chunk.first > 1 or word not in attack_words().harming or index < 1:
        return
    if not word.endswith("ing") or chunks[index - 1].head not in _BEING:
        return
    if index + 1 >= len(chunks) or not chunks[index + 1].is_noun:
        return
    subject = subject_before(sentence, index - 1)
    if subject is not None and is_doer(sentence, subject):
        yield told(sentence, index, subject, statements)


def _is_filler_word(sentence: Sentence, index: int) -> bool:
    return sentence.tags[index] == "DT" or sentence.tokens[index].lower in actor_words().not_names


def from_hidden_verb(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Rebels fire rockets", "Army shells town": the verb was taken for a noun."""
    tokens, words = sentence.tokens, attack_words()
    for at in range(chunk.first, chunk.stop - 1):
        word = tokens[at].lower
        if word not in words.harming and word not in words.delivering:
            continue
        if word != "fire" and (word in words.compounds or _is_event(tokens[at + 1].lower)):
            continue
        party = _party_before(sentence, index, at)
        if party is not None and (word in words.harming or tokens[at + 1].lower in words.acts):
            yield mention_of(sentence, party, chunk, statements)
            return


def _is_event(word: str) -> bool:
    words = attack_words()
    return word in words.compounds or (word in words.events and word not in words.acts)


def _party_before(sentence: Sentence, index: int, at: int) -> Stretch | None:
    chunk = sentence.chunks[index]
    if at > chunk.first:
        first, last = chunk.first, at - 1
    else:
        before = index - 1
        while before >= 0 and sentence.chunks[before].kind is Kind.ADVERB:
            before -= 1
        if before < 0 or not sentence.chunks[before].is_noun:
            return None
        first, last = sentence.chunks[before].first, sentence.chunks[before].stop - 1
    word = sentence.tokens[last].lower
    known = word in actor_words().heads or word in actor_words().states or names_party(word)
    is_noun = sentence.tags[last] != "JJ" or word in actor_words().heads
    return (first, last + 1) if known and is_noun else None
