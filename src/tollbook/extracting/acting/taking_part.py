"""Words of taking part -> who had a hand in it: "took part in the raid", "were not involved"."""

from collections.abc import Iterator
from dataclasses import replace

from tollbook.claim import Status
from tollbook.extracting.acting.act_words import attack_words, blame_words
from tollbook.extracting.acting.charges import ResponsibilityMention, is_doer, is_nobody, told
from tollbook.extracting.acting.clauses import is_negated, is_passive, subject_before
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.saying.attribution import Statement

_REACH = 8
_MAYBE = frozenset("may might could suspected believed thought alleged reportedly".split())
_WILL = frozenset("will would shall to if".split())


def from_part(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Members of the army participated in the crime", "the Front could be involved in it"."""
    words = blame_words()
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + _REACH]]
    takes_part = chunk.head in words.take and after[:2] == ["part", "in"]
    if not takes_part and not (chunk.head in words.part and after[:1] == ["in"]):
        return
    if not set(after) & (attack_words().acts | attack_words().events):
        return
    if chunk.head in words.implicated and not (is_passive(sentence, index) or chunk.helpers):
        return
    if set(chunk.helpers) & _WILL and "have" not in chunk.helpers:
        return
    subject = subject_before(sentence, index)
    if subject is None or not is_doer(sentence, subject) or is_nobody(sentence, subject):
        return
    mention = told(sentence, index, subject, statements)
    if is_negated(sentence, chunk):
        yield replace(mention, status=Status.DENIED)
    elif set(chunk.helpers) & _MAYBE:
        yield replace(mention, status=Status.ACCUSED, is_hedged=True)
    else:
        yield mention


def from_hand_in(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Suspected involvement of the Front in the blast", "the army's role in the massacre"."""
    if sentence.tokens[chunk.stop - 1].lower not in blame_words().hands:
        return
    chunks = sentence.chunks
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + _REACH]}
    if not after & (attack_words().acts | attack_words().events):
        return
    is_owned = index >= 2 and chunks[index - 1].kind is Kind.POSSESSIVE
    of = index + 1 < len(chunks) - 1 and chunks[index + 1].head == "of"
    at = index - 2 if is_owned else index + 2
    if (is_owned or of) and chunks[at].is_noun and is_doer(sentence, at):
        mention = told(sentence, index, at, statements)
        status = Status.ACCUSED if mention.status is Status.STATED else mention.status
        yield replace(mention, status=status, is_hedged=True)
