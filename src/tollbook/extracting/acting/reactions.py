"""A sentence -> who reacts to an incident in it: condemns, mourns, vows, calls for something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tollbook.claim import ReactionKind
from tollbook.extracting.acting.act_words import attack_words, damage_words, reaction_words
from tollbook.extracting.acting.actors import Stretch
from tollbook.extracting.acting.clauses import (
    agent_after,
    doer_of,
    is_negated,
    subject_before,
)
from tollbook.extracting.acting.parties import owned, parties_from, parties_until
from tollbook.extracting.lexicon import prefix_pattern
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import is_time
from tollbook.extracting.saying.attribution import Statement, statement_over
from tollbook.extracting.saying.sources import kind_of_words

_BE = frozenset("was were is are be been being got".split())
_OF_OTHERS = frozenset({"condemned", "mourned", "welcomed", "called_for"})
_TOLD = frozenset(
    "lashed expressed paid pay pays paying called calls call calling ask asks asked would saddened "
    "pleaded plead pleads pleading held saluted prayed".split()
)
_CALLS = frozenset(
    "called described branded labelled labeled termed declared observed observe held hold "
    "holding took take taking attended joined led organized organised staged marked announced "
    "decreed participated gathered".split()
)
_GIVES = frozenset(
    "expressed offered sent extended conveyed offer offers send sends express expresses expressing "
    "voiced voices offering sending extending extends conveying conveys presented echoed "
    "joined echoes reiterated issued made make makes announced".split()
)
_PLACED = frozenset({"in", "for", "of", "to"})
_WORDS_OF = frozenset("words message messages expressions feeling feelings".split())
_HAVE = frozenset({"has", "have", "had"})
_DID = frozenset({"did", "do", "does", "has", "have", "had"})
_ARRIVES = frozenset("poured pour came come comes flowed followed arrived streamed".split())
_NAMES_EVIL = frozenset({"denounce", "denounces", "denounced", "denouncing"})
_HAVE_TO = frozenset({"has", "need", "needs", "ought"})
_ASKS = frozenset("ask asks asked asking".split())
_QUESTIONS = frozenset("if whether about what why how who when where by , .".split())
_UNNAMED = frozenset({"anonymity", "named", "identified", "quoted"})
_NEAR = 9
_FAR = 22
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
    return sorted(found.values(), key=lambda mention: (mention.actor, mention.reaction.value))


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
    yield from _from_duty(sentence, statements)


def _from_duty(
    sentence: Sentence, statements: list[Statement]
) -> Iterator[tuple[Stretch, ReactionKind]]:
    """ "The envoy said that those responsible must be punished": who says so calls for it."""
    words = reaction_words()
    lowers = [token.lower for token in sentence.tokens]
    for at, word in enumerate(lowers[:-1]):
        if word not in words.duties or (word in _HAVE_TO and lowers[at + 1] != "to"):
            continue
        if not words.duty_verbs & set(lowers[at + 1 : at + 5]) or "have" in lowers[at + 1 : at + 3]:
            continue
        statement = statement_over(statements, at)
        if statement is not None and not statement.is_denied:
            yield statement.source, ReactionKind.CALLED_FOR
            return


def _from_verb(
    sentence: Sentence, index: int, chunk: Chunk
) -> Iterator[tuple[Stretch, ReactionKind]]:
    kind = reaction_words().verbs.get(chunk.head)
    if kind is None or is_negated(sentence, chunk) or set(chunk.helpers) & _UNREAL:
        return
    if chunk.head == "mourning" and not chunk.helpers and _word_after(sentence, chunk) != "the":
        return  # the noun: "plunged into mourning", "grief and mourning"
    if not _is_about_incident(sentence, chunk, kind):
        return
    if chunk.head in _ASKS and not _asks_for_something(sentence, chunk):
        return
    yield from _others_too(sentence, index, kind)
    if "to" in chunk.helpers and not set(chunk.helpers) & _HAVE:  # "plan to demand"
        yield from _doers(sentence, kind, _one_of_many(sentence, index))
        return
    if _is_done_to(chunk) or _word_after(sentence, chunk) == "by":
        agent = agent_after(sentence, index)
        if agent is not None and kind in _OF_OTHERS:
            yield from _everybody(sentence, agent, kind)
        return
    yield from _doers(sentence, kind, doer_of(sentence, index))


def _is_done_to(chunk: Chunk) -> bool:
    """Whether a verb is passive: "was condemned", not "is demanding"."""
    return bool(set(chunk.helpers) & _BE) and chunk.tag != "VBG"


def _one_of_many(sentence: Sentence, index: int) -> int | None:
    """ "A and B were among the countries to condemn": the subject of "were"."""
    chunks = sentence.chunks
    if index < 4 or not chunks[index - 1].is_noun or chunks[index - 2].head not in {"among", "of"}:
        return None
    at = next((i for i in range(index - 3, max(-1, index - 6), -1) if chunks[i].is_verb), None)
    return subject_before(sentence, at) if at is not None and chunks[at].head in _BE else None


def _others_too(
    sentence: Sentence, index: int, kind: str
) -> Iterator[tuple[Stretch, ReactionKind]]:
    """ "… condemned it, as did A and B"."""
    chunks = sentence.chunks
    for at in range(index + 1, min(index + 12, len(chunks) - 2)):
        if chunks[at].head == "as" and chunks[at + 1].head in _DID and chunks[at + 2].is_noun:
            yield from _everybody(sentence, at + 2, kind)
            return


def _word_after(sentence: Sentence, chunk: Chunk) -> str:
    return sentence.tokens[chunk.stop].lower if chunk.stop < len(sentence.tokens) else ""


def _is_about_incident(sentence: Sentence, chunk: Chunk, kind: str) -> bool:
    """Whether a verb that takes many objects has one here that answers violence."""
    needed = reaction_words().needs.get(chunk.head)
    if needed is None:
        return True
    reach = _FAR if kind == ReactionKind.CALLED_FOR else _NEAR + 1
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + reach]]
    if _UNNAMED & set(after[:4]):
        return False  # "who requested anonymity": a source asks that of a reporter
    return bool(needed & set(after)) or (chunk.head in _NAMES_EVIL and after[:1] == ['"'])


def _asks_for_something(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether somebody is asked to do something, and not how, whether or what."""
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + _NEAR]]
    if not after or after[0] in _QUESTIONS or set(chunk.helpers) & {"to", *_BE}:
        return False
    return after[0] == "that" or not set(after) & _QUESTIONS


def _may_react(sentence: Sentence, index: int) -> bool:
    chunk = sentence.chunks[index]
    if not chunk.is_noun or is_time(chunk) or chunk.head in {"that", "this", "which", "those"}:
        return False
    last = sentence.tokens[chunk.stop - 1].lower
    if last in attack_words().events:
        return False
    if kind_of_words(sentence.text(chunk.first, chunk.stop)) is not None:
        return True
    return last not in damage_words().things and last not in reaction_words().mute


def _from_noun(
    sentence: Sentence, index: int, chunk: Chunk
) -> Iterator[tuple[Stretch, ReactionKind]]:
    """ "Drew condemnation from A, B and C", "outrage from the coalition"."""
    kind = reaction_words().nouns.get(sentence.tokens[chunk.stop - 1].lower)
    if kind is None:
        return
    chunks = sentence.chunks
    owned_or_of = index >= 3 and (
        chunks[index - 2].head in _WORDS_OF or chunks[index - 1].kind is Kind.POSSESSIVE
    )
    giver = index - 3 if owned_or_of else index - 1
    if giver >= 0 and chunks[giver].is_verb and chunks[giver].head in _GIVES:
        is_withheld = is_negated(sentence, chunks[giver]) or "to" in chunks[giver].helpers
        if not is_withheld and sentence.tokens[chunk.first].lower != "no":
            yield from _doers(sentence, kind, doer_of(sentence, giver))
        return
    givers = {"from", "by"}
    if chunks[index + 1 : index + 2] and chunks[index + 1].head == "of":
        givers = {"from"}  # "the condemnation of the raid by the army" is not the army's
    for at in range(index + 1, min(index + 6, len(chunks) - 1)):
        if chunks[at].head in givers and chunks[at + 1].is_noun:
            yield from _everybody(sentence, at + 1, kind)
            return
        if chunks[at].is_verb and chunks[at].tag != "VBG" and chunks[at].head not in _ARRIVES:
            return


def _doers(
    sentence: Sentence, kind: str, subject: int | None
) -> Iterator[tuple[Stretch, ReactionKind]]:
    """Everybody who does what a verb says: "A, B and C condemned", "the envoy, Ana Tarn, urged"."""
    if subject is None or not _may_react(sentence, subject):
        return
    named = _name_after_title(sentence, subject)
    parties = [named] if named is not None else parties_until(sentence, subject)
    for party in parties:
        yield party, ReactionKind(kind)


def _name_after_title(sentence: Sentence, subject: int) -> Stretch | None:
    """ "The top envoy in Tarn, Ana Reed, urged": title and name are one party."""
    chunks = sentence.chunks
    at = subject + 1
    while at + 1 < len(chunks) and chunks[at].head in _PLACED and chunks[at + 1].is_noun:
        at += 2
    if at + 3 >= len(chunks) or chunks[subject].tag.startswith("NNP"):
        return None
    comma, name, end, then = chunks[at : at + 4]
    if not (comma.kind is end.kind is Kind.COMMA and name.tag == "NNP" and then.is_verb):
        return None
    return owned(sentence, subject)[0], name.stop


def _everybody(sentence: Sentence, at: int, kind: str) -> Iterator[tuple[Stretch, ReactionKind]]:
    for party in parties_from(sentence, at):
        yield party, ReactionKind(kind)


def _from_phrases(
    sentence: Sentence, statements: list[Statement]
) -> Iterator[tuple[Stretch, ReactionKind]]:
    for match in _phrases().finditer(" ".join(sentence.passage.text.lower().split())):
        phrase = match.group()
        yield from _of_phrase(sentence, statements, phrase, _kind_of_phrase(phrase))


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b{prefix_pattern(phrase for phrase, _ in reaction_words().phrases)}\b")


def _kind_of_phrase(phrase: str) -> str:
    return dict(reaction_words().phrases)[phrase]


def _of_phrase(
    sentence: Sentence, statements: list[Statement], phrase: str, kind: str
) -> Iterator[tuple[Stretch, ReactionKind]]:
    words = phrase.split()
    lowers = [token.lower for token in sentence.tokens]
    starts = (i for i in range(len(lowers)) if lowers[i : i + len(words)] == words)
    at = next(starts, None)
    if at is None:
        return
    index = next(i for i, c in enumerate(sentence.chunks) if c.first <= at < c.stop)
    chunk = sentence.chunks[index]
    if chunk.is_verb and is_negated(sentence, chunk):
        return
    if kind == ReactionKind.CALLED_FOR and not _is_about_incident(sentence, chunk, kind):
        return
    if chunk.is_noun and index and sentence.chunks[index - 1].head in _GIVES:
        return  # read from its noun
    statement = statement_over(statements, at)
    if statement is not None and (not chunk.is_verb or "be" in chunk.helpers):
        yield statement.source, ReactionKind(kind)
        return
    verb = _verb_of_phrase(sentence, index, words[0])
    if verb is None:
        return
    yield from _doers(sentence, kind, doer_of(sentence, verb))


def _verb_of_phrase(sentence: Sentence, index: int, word: str) -> int | None:
    """Find the verb that makes a phrase somebody's: "offered condolences", "called it vile"."""
    chunks = sentence.chunks
    if chunks[index].is_verb:
        return index if word in _TOLD and "to" not in chunks[index].helpers else None
    for at in range(index - 1, max(-1, index - 5), -1):
        if chunks[at].is_verb:
            is_near = chunks[at].head in _CALLS or (chunks[at].head in _GIVES and at >= index - 2)
            return at if is_near else None
    return None
