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
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.saying.attribution import Statement

_HAVE = frozenset({"had", "has", "have"})
_WILL = frozenset({"will", "would"})
_IN_IT = frozenset({"involved", "behind", "responsible", "attacked", "participated"})
_NOTHING_TO_DO_WITH = ["nothing", "to", "do", "with"]
_ADMITS = frozenset("acknowledged acknowledges acknowledging admitted admits admitting".split())
_CONFESSES = frozenset("confessed confesses confessing".split())
_OWNING_UP = _ADMITS | _CONFESSES | {"claimed", "claims"}
_ROLES = frozenset({"role", "part", "responsibility", "involvement", "guilt", "crime"})
_ADVOCATES = frozenset({"lawyer", "lawyers", "attorney", "attorneys"})


def from_claim(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[ResponsibilityMention]:
    """ "The Front claimed responsibility", "the blast, claimed by the Front"."""
    words = blame_words()
    if chunk.head not in words.claim_verbs or is_negated(sentence, chunk):
        return
    if _WILL & set(chunk.helpers):
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
    """ "The Front denied responsibility", "though it rejected the accusation"."""
    words = blame_words()
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 7]]
    had_no_part = chunk.head in _HAVE and after[:4] == _NOTHING_TO_DO_WITH
    if not had_no_part and (chunk.head not in words.deny or is_negated(sentence, chunk)):
        return
    subject = subject_before(sentence, index)
    of_act = words.deny_objects & set(after[:4]) or _IN_IT & set(after)
    if subject is None or not (had_no_part or of_act):
        return
    if is_doer(sentence, subject) or sentence.chunks[subject].head in {"it", "they", "he", "she"}:
        yield own_word(sentence, subject, chunk, Status.DENIED)


def from_owning_up(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[ResponsibilityMention]:
    """ "Admitted to killing the mayor", "acknowledged having ambushed it", "confessed"."""
    if chunk.head not in _OWNING_UP or is_negated(sentence, chunk):
        return
    if not _owns_an_act(sentence, index, chunk):
        return
    subject = subject_before(sentence, index)
    if subject is None or is_nobody(sentence, subject):
        return
    owner = subject - 2
    if sentence.chunks[subject].head in _ADVOCATES and owner >= 0:
        subject = owner if sentence.chunks[owner + 1].kind is Kind.POSSESSIVE else subject
    yield own_word(sentence, subject, chunk, Status.CLAIMED)


def _owns_an_act(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    words = attack_words()
    act = next(iter(sentence.chunks[index + 1 : index + 2]), None)
    if act is not None and "having" in act.helpers and act.head in words.harming:
        return True
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 9]]
    if chunk.head in _CONFESSES and set(after) & (words.harming | words.events | _ROLES):
        return not set(after[:3]) & {"his", "their", "her"} or bool(set(after) & _ROLES)
    if chunk.head not in _CONFESSES | _ADMITS:
        return False
    if after[:1] == ["to"]:
        after = after[1:]
    if after[:1] and after[0].endswith("ing"):
        return after[0] in words.harming or bool(
            after[0] in words.delivering and set(after[1:]) & (words.acts | words.events)
        )
    is_role = bool(set(after[:4]) & _ROLES)
    of_itself = after[:1] == ["that"] and after[1:2] and after[1] in {"he", "she", "it", "they"}
    return is_role or bool(of_itself and set(after) & (words.harming | _IN_IT))


def from_verdict(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Was convicted of the attack", "pleaded not guilty to the bombing"."""
    words = blame_words()
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 3]]
    convicted = chunk.head in words.convict or (chunk.head == "found" and after[:1] == ["guilty"])
    denied = chunk.head in words.plead and after[:2] == ["not", "guilty"]
    owned = chunk.head in words.plead and after[:1] == ["guilty"]
    if not (convicted or denied or owned):
        return
    if owned and after[2:3] and after[2].endswith("ing") and after[2] not in attack_words().harming:
        return  # "pleaded guilty to impeding the investigation"
    if not owned and not is_of_attack(sentence, chunk):
        return
    if convicted and not is_passive(sentence, index):
        return
    subject = subject_before(sentence, index)
    if subject is None or not is_doer(sentence, subject):
        return
    if denied or owned:
        yield own_word(sentence, subject, chunk, Status.DENIED if denied else Status.CLAIMED)
    elif after[:1] and after[0] in {"of", "guilty", "in", "for", "on", "over"}:
        yield told(sentence, index, subject, statements)
