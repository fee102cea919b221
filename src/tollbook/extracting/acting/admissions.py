"""Words of a party about itself, and of courts: claimed, denied, convicted."""

from collections.abc import Iterator

from tollbook.claim import Status
from tollbook.extracting.acting.act_words import attack_words, blame_words
from tollbook.extracting.acting.charges import (
    ResponsibilityMention,
    is_doer,
    is_nobody,
    is_of_attack,
    own_word,
    told,
)
from tollbook.extracting.acting.clauses import agent_after, is_negated, is_passive, subject_before
from tollbook.extracting.parsing.phrases import Chunk, Sentence
from tollbook.extracting.saying.attribution import Statement

_HAVE = frozenset({"had", "has", "have"})
_IN_IT = frozenset({"involved", "behind", "responsible", "attacked"})
_NOTHING_TO_DO_WITH = ["nothing", "to", "do", "with"]
_OWNING_UP = frozenset("acknowledged acknowledges admitted admits confessed claimed claims".split())


def from_claim(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[ResponsibilityMention]:
    """ "The Front claimed responsibility", "the blast, claimed by the Front"."""
    words = blame_words()
    if chunk.head not in words.claim_verbs or is_negated(sentence, chunk):
        return
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 4]}
    before = {t.lower for t in sentence.tokens[max(0, chunk.first - 3) : chunk.first]}
    agent = agent_after(sentence, index)
    if agent == index + 2 and (chunk.head == "claimed" or before & words.claim_objects):
        if is_doer(sentence, agent) or sentence.chunks[agent].tag == "NNP":
            yield own_word(sentence, agent, chunk, Status.CLAIMED)
        return
    events = attack_words().events
    claims_attack = chunk.head == "claimed" and after & events and "that" not in after
    if not (after & words.claim_objects or claims_attack) or is_passive(sentence, index):
        return
    subject = subject_before(sentence, index)
    if subject is not None and not is_nobody(sentence, subject):
        yield own_word(sentence, subject, chunk, Status.CLAIMED)


def from_denial(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[ResponsibilityMention]:
    """ "The Front denied responsibility", "though it denied any role"."""
    words = blame_words()
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 7]]
    had_no_part = chunk.head in _HAVE and after[:4] == _NOTHING_TO_DO_WITH
    if chunk.head not in words.deny and not had_no_part:
        return
    subject = subject_before(sentence, index)
    of_act = words.deny_objects & set(after[:3]) or {
        "involved",
        "behind",
        "responsible",
        "attacked",
    } & set(after)
    if subject is None or not (had_no_part or of_act):
        return
    if is_doer(sentence, subject) or sentence.chunks[subject].head in {"it", "they"}:
        yield own_word(sentence, subject, chunk, Status.DENIED)


def from_owning_up(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[ResponsibilityMention]:
    """ "The Front acknowledged having ambushed the convoy", "admitted to killing the mayor"."""
    if chunk.head not in _OWNING_UP or is_negated(sentence, chunk):
        return
    act = next(iter(sentence.chunks[index + 1 : index + 2]), None)
    if act is None or "having" not in act.helpers or act.head not in attack_words().harming:
        return
    subject = subject_before(sentence, index)
    if subject is not None and not is_nobody(sentence, subject):
        yield own_word(sentence, subject, chunk, Status.CLAIMED)


def from_verdict(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Was convicted of the attack", "pleaded not guilty to the bombing"."""
    words = blame_words()
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 3]]
    convicted = chunk.head in words.convict or (chunk.head == "found" and after[:1] == ["guilty"])
    denied = chunk.head in words.plead and after[:2] == ["not", "guilty"]
    if not (convicted or denied) or not is_of_attack(sentence, chunk):
        return
    if convicted and not is_passive(sentence, index):
        return
    subject = subject_before(sentence, index)
    if subject is None or not is_doer(sentence, subject):
        return
    if denied:
        yield own_word(sentence, subject, chunk, Status.DENIED)
    elif after[:1] in (["of"], ["guilty"]):
        yield told(sentence, index, subject, statements)
