"""Words of blame -> the party they fall on: accused, blamed, charged, suspected."""

from collections.abc import Iterator
from dataclasses import replace

from tollbook.claim import Status
from tollbook.extracting.acting.act_words import actor_words, attack_words, blame_words
from tollbook.extracting.acting.actors import actor_stretch
from tollbook.extracting.acting.attacks import by_speaker, is_own
from tollbook.extracting.acting.charges import (
    ResponsibilityMention,
    against,
    is_doer,
    is_for_attack,
    is_nobody,
    is_of_attack,
    mention_of,
    owned_party,
    told,
)
from tollbook.extracting.acting.clauses import is_negated, is_passive, object_after, subject_before
from tollbook.extracting.acting.parties import parties_from
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.saying.attribution import Statement, statement_over

_TWO = 2
_IS = frozenset({"is", "was"})
_HOLD = frozenset("hold holds held holding".split())
_ILLS = frozenset("this that these those violence incident incidents disappearance damage".split())
_DOERS = frozenset("attackers assailants shooters perpetrators kidnappers raiders".split())


def from_accusation(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """Read a verb of blame: "accused", "blamed", "pinned on", "charged", "arrested for"."""
    words = blame_words()
    if chunk.head in words.accuse:
        yield from _accused(sentence, index, chunk, statements)
    elif chunk.head in words.blame:
        yield from _blamed(sentence, index, chunk, statements)
    elif chunk.head in words.point and "finger" in {
        t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 4]
    }:
        for found in _after_word(sentence, index, "at", statements):
            yield ResponsibilityMention(found.actor, Status.ACCUSED, _accuser(sentence, index))
    elif chunk.head in words.tie and not is_passive(sentence, index):
        yield from _tied(sentence, index, chunk)
    elif chunk.head in words.attribute:
        yield from _after_word(sentence, index, "to", statements)
    elif chunk.head in {"suspect", "suspects"}:
        target = object_after(sentence, index)
        if target is not None and is_doer(sentence, target) and not is_nobody(sentence, target):
            yield against(sentence, target, _accuser(sentence, index))
    elif chunk.head in words.charge | words.suspect:
        yield from _charged(sentence, index, chunk, statements)
    elif chunk.head in words.arrest:
        yield from _arrested(sentence, index, chunk, statements)


def _accuser(sentence: Sentence, index: int) -> Statement | None:
    subject = subject_before(sentence, index)
    if subject is None:
        return None
    verb = sentence.chunks[index]
    stretch = actor_stretch(sentence, subject)
    return Statement(stretch, (verb.first, verb.stop), (verb.stop, len(sentence.tokens)))


def _accused(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Residents accused the army of …", "two men accused of …"."""
    if is_negated(sentence, chunk) or not is_of_attack(sentence, chunk):
        return
    target = None if is_passive(sentence, index) else _party_after(sentence, index)
    if target is not None and not is_nobody(sentence, target):
        yield from _each_against(sentence, target, _accuser(sentence, index))
        return
    subject = subject_before(sentence, index)
    if subject is not None and is_doer(sentence, subject):
        yield against(sentence, subject, statement_over(statements, chunk.first))


def _blamed(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Blamed the army for", "blamed the blast on rebels", "was blamed on them"."""
    on = list(_after_word(sentence, index, "on", statements))
    passive = is_passive(sentence, index)
    if on:
        by = on[0].statement if passive else _accuser(sentence, index)
        yield from (replace(found, statement=by) for found in on)
        return
    if passive:
        subject = subject_before(sentence, index)
        if subject is not None and is_doer(sentence, subject):
            yield against(sentence, subject, statement_over(statements, chunk.first))
        return
    target = _party_after(sentence, index)
    if target is not None and is_doer(sentence, target) and not is_nobody(sentence, target):
        yield against(sentence, target, _accuser(sentence, index))


def _each_against(
    sentence: Sentence, at: int, by: Statement | None
) -> Iterator[ResponsibilityMention]:
    """ "The Amber Front and Colonel Reed": each of two names is charged."""
    parties = parties_from(sentence, at)
    if len(parties) == _TWO and sentence.tokens[parties[1][0] - 1].lower == "and":
        for party in parties:
            yield ResponsibilityMention(party, Status.ACCUSED, by, is_hedged=True)
    else:
        yield against(sentence, at, by)


def _party_after(sentence: Sentence, index: int) -> int | None:
    """ "Blamed Norland's army": the army is blamed, whosever it is."""
    target = object_after(sentence, index)
    return None if target is None else owned_party(sentence, target)


def _after_word(
    sentence: Sentence, index: int, word: str, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    chunks = sentence.chunks
    for at in range(index + 1, min(index + 8, len(chunks) - 1)):
        if chunks[at].is_verb:
            return
        after = at + 2 if chunks[at + 1].kind is Kind.QUOTE else at + 1
        after = owned_party(sentence, after)
        if chunks[at].head == word and after < len(chunks) and is_doer(sentence, after):
            by = statement_over(statements, chunks[index].first)
            yield from _each_against(sentence, after, by)
            return


def _tied(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[ResponsibilityMention]:
    """ "Investigators tied the man to the bombing"."""
    target = object_after(sentence, index)
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 8]}
    is_act = "to" in after and after & (attack_words().events | attack_words().acts)
    if target is not None and is_act and is_doer(sentence, target):
        yield against(sentence, target, _accuser(sentence, index))


def _charged(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "The man was charged with murder", "a man suspected of the attack"."""
    if is_negated(sentence, chunk) or not is_passive(sentence, index):
        return
    if _is_bare_suspicion(sentence, chunk):
        subject = subject_before(sentence, index)
        if subject is not None and is_doer(sentence, subject):
            yield against(sentence, subject, statement_over(statements, chunk.first))
        return
    if not is_of_attack(sentence, chunk):
        return
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 2]}
    if not after & {"with", "in", "of", "over", "for"}:
        return
    subject = subject_before(sentence, index)
    if subject is not None and is_doer(sentence, subject):
        yield against(sentence, subject, statement_over(statements, chunk.first))


def _is_bare_suspicion(sentence: Sentence, chunk: Chunk) -> bool:
    """ "The group is suspected.": of the act that the report is about."""
    after = sentence.tokens[chunk.stop].lower if chunk.stop < len(sentence.tokens) else "."
    return chunk.head in blame_words().suspect and bool(chunk.helpers) and after in {".", ",", ";"}


def from_identity(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Identified the shooter as Olo Reed", "are believed to be members of the Front"."""
    chunks, words = sentence.chunks, blame_words()
    if chunk.head in {"identified", "named"}:
        at = next(
            (
                i
                for i in range(index + 1, min(index + 5, len(chunks) - 1))
                if chunks[i].head == "as"
            ),
            None,
        )
    elif chunk.head == "be" and {"believed", "suspected", "thought"} & set(chunk.helpers):
        at = index
    else:
        return
    if at is None or at + 1 >= len(chunks) or not is_doer(sentence, at + 1):
        return
    subject = subject_before(sentence, index)
    called = {
        t.lower
        for c in (subject, object_after(sentence, index))
        if c is not None
        for t in sentence.tokens[chunks[c].first : chunks[c].stop]
    }
    if called & (words.suspects | words.doers | _DOERS):
        found = against(sentence, at + 1, statement_over(statements, chunk.first))
        yield replace(found, actor=actor_stretch(sentence, at + 1))


def _arrested(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Police arrested two men in connection with the bombing"."""
    if not is_for_attack(sentence, chunk):
        return
    passive = is_passive(sentence, index)
    target = subject_before(sentence, index) if passive else object_after(sentence, index)
    if target is not None and is_doer(sentence, target) and is_of_attack(sentence, chunk):
        yield against(sentence, target, statement_over(statements, chunk.first))


def from_responsible(
    sentence: Sentence, index: int, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "The army was responsible for the raid", "the group believed to be behind the attack"."""
    chunks = sentence.chunks
    verb = index - 1
    while verb >= 0 and (chunks[verb].kind is Kind.ADVERB or chunks[verb].head == "likely"):
        verb -= 1
    if verb < 0 or not chunks[verb].is_verb or is_negated(sentence, chunks[verb]):
        return
    if any(chunks[at].head == "not" for at in range(verb, index)):
        return
    if not _is_for_violence(sentence, chunks[index]):
        return
    subject = subject_before(sentence, verb)
    if subject is not None and is_own(sentence, chunks[subject]):
        yield from by_speaker(sentence, subject, statements)
    elif subject is not None and is_doer(sentence, subject):
        if chunks[verb].head in _HOLD:  # "is held responsible"
            yield against(sentence, subject, statement_over(statements, chunks[verb].first))
            return
        mention = told(sentence, verb, subject, statements)
        between = sentence.tokens[chunks[verb].stop : chunks[index].first]
        if any(token.lower in blame_words().hedges for token in between):
            mention = replace(mention, status=Status.ACCUSED, is_hedged=True)
        yield mention


def _is_for_violence(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether somebody is behind an attack, not responsible for pumping oil."""
    words = attack_words()
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 9]}
    acts = words.events | {"it", "them", "operation"}
    if chunk.head == "behind":
        return bool(after & acts)
    acts = acts | words.acts | words.crimes | _ILLS
    return "for" not in after or bool(after & acts)


def from_verbless(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Rebel forces likely responsible for the raid", "held the army responsible"."""
    if sentence.tokens[chunk.stop - 1].lower != "responsible":
        return
    stop = chunk.stop - 1
    while stop > chunk.first and sentence.tokens[stop - 1].lower in blame_words().hedges:
        stop -= 1
    head = sentence.tokens[stop - 1].lower
    if stop == chunk.first:
        return
    if index and sentence.chunks[index - 1].head in _HOLD:
        accuser = _accuser(sentence, index - 1)
        yield ResponsibilityMention((chunk.first, stop), Status.ACCUSED, accuser, is_hedged=True)
    elif head in actor_words().heads | actor_words().modifiers:
        yield mention_of(sentence, (chunk.first, stop), chunk, statements)


def from_mastermind(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Olo Reed was the mastermind of the raid", "Olo Reed, the alleged mastermind of it"."""
    if chunk.head not in blame_words().masterminds or chunk.opener != "the" or index < _TWO:
        return
    before = sentence.chunks[index - 1]
    if before.is_verb and before.head in _IS and not is_negated(sentence, before):
        named = subject_before(sentence, index - 1)
    elif before.kind is Kind.COMMA:
        named = index - 2
    else:
        return
    if named is not None and is_doer(sentence, named):
        yield told(sentence, index, named, statements)


def from_epithet(
    sentence: Sentence, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Bombing suspect Ian Doe" charges him, "gunman Ian Doe" states it."""
    words = blame_words()
    for at in range(max(chunk.first - 1, 0), chunk.stop - 1):
        word = sentence.tokens[at].lower
        if word not in words.suspects | words.doers:
            continue
        name = (at + 1, chunk.stop)
        tokens = sentence.tokens[at + 1 : chunk.stop]
        if len(tokens) > 1 and sentence.has_case and all(t.text[0].isupper() for t in tokens):
            statement = statement_over(statements, at)
            status = Status.ACCUSED if word in words.suspects else Status.STATED
            yield ResponsibilityMention(name, status, statement, status is Status.ACCUSED)
        return
