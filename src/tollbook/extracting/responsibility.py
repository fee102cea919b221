"""A sentence -> who is said to have done it, and whether it is stated, charged, owned or denied."""

from collections.abc import Iterator
from dataclasses import dataclass

from tollbook.claim import SourceKind, Status
from tollbook.extracting.act_words import actor_words, attack_words, blame_words
from tollbook.extracting.actors import (
    actor_stretch,
    event_stop,
    is_actor,
    is_place_like,
    names_party,
    party_before_event,
)
from tollbook.extracting.attribution import Statement, Stretch, statement_over
from tollbook.extracting.clauses import (
    agent_after,
    is_when,
    is_negated,
    is_passive,
    object_after,
    subject_before,
)
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.patients import is_governed
from tollbook.extracting.people import folk
from tollbook.extracting.phrases import Chunk, Kind, Sentence
from tollbook.extracting.sources import kind_of_words

_UNREAL = frozenset("would could can will should must shall 'll 'd cannot to if".split())
_KEEPING = frozenset("hold held holding take takes took taken taking".split())
_HOSTAGE = frozenset({"hostage", "captive", "prisoner"})
_BEGUN = frozenset("begin begins began begun continue continues continued managed".split())
_HAVE = frozenset("has have had having".split())
_OWN = frozenset({"it", "they", "he", "she", "we", "i"})
_LEAD = frozenset({"that", '"', "“", "also", "had", ",", "today"})
_FIGHTING_KINDS = frozenset({SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.GOVERNMENT})
_OWNED = frozenset({"its", "their", "our", "his", "her"})


@dataclass(frozen=True, slots=True)
class ResponsibilityMention:
    """A party at whose door a sentence lays an act.

    `actor` are the tokens that name it; where `is_speaker` is true it is whoever `statement`
    quotes ("the Front said it had …"), under the name the report last gave.
    """

    actor: Stretch
    status: Status
    statement: Statement | None
    is_hedged: bool = False
    is_speaker: bool = False


def find_responsibilities(
    sentence: Sentence, statements: list[Statement]
) -> list[ResponsibilityMention]:
    """Find every party a sentence names as having done something, in text order."""
    lowers = {token.lower for token in sentence.tokens}
    found: dict[tuple[Stretch, Status], ResponsibilityMention] = {}
    for mention in _all(sentence, statements, lowers):
        found.setdefault((mention.actor, mention.status), mention)
    return sorted(found.values(), key=lambda mention: mention.actor)


def _all(
    sentence: Sentence, statements: list[Statement], lowers: set[str]
) -> Iterator[ResponsibilityMention]:
    if lowers & _blame_triggers():
        yield from _from_blame(sentence, statements)
    if lowers & _attack_triggers():
        for index, chunk in enumerate(sentence.chunks):
            if chunk.is_verb:
                yield from _from_attack(sentence, index, chunk, statements)
                if chunk.tag == "VBG" and not chunk.helpers and chunk.head in attack_words().events:
                    yield from _from_shelling(sentence, index, statements)
            elif chunk.is_noun:
                yield from _from_event(sentence, index, chunk, statements)
                yield from _from_hidden_verb(sentence, index, chunk, statements)


def _blame_triggers() -> frozenset[str]:
    blame = blame_words()
    return (
        blame.accuse
        | blame.blame
        | blame.attribute
        | blame.suspect
        | blame.charge
        | blame.arrest
        | blame.claim_objects
        | blame.deny
        | blame.suspects
        | blame.doers
        | blame.tie
        | blame.plead
        | blame.convict
        | {"responsible", "behind", "claimed", "finger"}
    )


def _attack_triggers() -> frozenset[str]:
    attack = attack_words()
    return attack.harming | attack.delivering | attack.events


# --- attacking -------------------------------------------------------------------------------


def _from_attack(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Gunmen stormed the post", "was shelled by the army", "fired rockets at the town"."""
    words = attack_words()
    if chunk.head not in words.harming | words.delivering | words.taking:
        return
    if not _is_real(sentence, index, chunk) or _is_mere_result(sentence, index, chunk):
        return
    if is_passive(sentence, index) and not _strikes_with(sentence, index, chunk):
        agent = agent_after(sentence, index)
        if agent is not None and _is_agent(sentence, agent) and _is_done(sentence, index, agent):
            yield _told(sentence, index, agent, statements)
        return
    if not _strikes_with(sentence, index, chunk) and not _hits(sentence, index, chunk):
        return
    subject = subject_before(sentence, index)
    if subject is None:
        return
    if _is_doer(sentence, subject):
        yield _told(sentence, index, subject, statements)
    else:
        yield from _by_speaker(sentence, subject, statements)


def _is_doer(sentence: Sentence, index: int) -> bool:
    chunk = sentence.chunks[index]
    return is_actor(sentence, chunk) and not is_place_like(sentence, chunk)


def _strikes_with(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """ "The fighters targeted with dozens of shells the old town": the object comes late."""
    after = sentence.chunks[index + 1 : index + 2]
    if chunk.helpers or chunk.head not in attack_words().harming or not after:
        return False
    before = sentence.chunks[index - 1] if index else None
    is_party = before is not None and sentence.tokens[before.stop - 1].lower in actor_words().heads
    return is_party and after[0].head == "with" and agent_after(sentence, index) is None


def _is_mere_result(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """ "…, killing 12": the doer stands by the main verb, and beside it may stand anybody."""
    before = sentence.chunks[index - 1] if index else None
    if before is not None and before.kind is Kind.AND and not chunk.helpers and index >= 2:
        if sentence.chunks[index - 2].head in {"dead", "killed", "wounded", "injured"}:
            return True  # "the dead and wounded soldiers"
    if chunk.tag != "VBG" or chunk.helpers or before is None:
        return False
    return before.kind not in {Kind.COMMA, Kind.WHO, Kind.AND} and before.head != "by"


def _is_agent(sentence: Sentence, index: int) -> bool:
    """Whether what follows "by" can be a doer; a name of any form, where no weapon or place is."""
    if _is_doer(sentence, index):
        return True
    chunk, words = sentence.chunks[index], attack_words()
    last = sentence.tokens[chunk.stop - 1].lower
    if is_place_like(sentence, chunk) or last in words.acts | words.events | words.compounds:
        return False
    return not sentence.has_case and chunk.opener == "the" and not is_when(chunk)


def _is_done(sentence: Sentence, index: int, agent: int) -> bool:
    """Whether what was done by somebody is an attack: "rockets fired by", not "held by"."""
    words, chunk = attack_words(), sentence.chunks[index]
    if chunk.head in words.harming:
        return True
    if chunk.head in words.taking:
        subject = subject_before(sentence, index)
        return subject is not None and _is_people(sentence, subject)
    near = sentence.tokens[max(0, chunk.first - 9) : sentence.chunks[agent].first]
    lowers = {token.lower for token in near}
    return bool(lowers & (_HOSTAGE if chunk.head in _KEEPING else words.acts))


def _is_people(sentence: Sentence, index: int) -> bool:
    whom = folk(sentence, sentence.chunks[index])
    return whom is not None and (not whom.is_name or not sentence.has_case)


def _hits(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """Whether the verb has what it needs after it: somebody hit, or an act delivered."""
    words = attack_words()
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 9]}
    if chunk.head in words.delivering:
        delivers = bool(after & (_HOSTAGE if chunk.head in _KEEPING else words.acts))
        if delivers or chunk.head not in words.harming:
            return delivers
    target = object_after(sentence, index)
    if chunk.head in words.taking:
        return target is not None and _is_people(sentence, target)
    if target is None or _is_new_clause(sentence, target):
        return False
    return chunk.head in words.harming


def _is_new_clause(sentence: Sentence, target: int) -> bool:
    """ "Ten killed 16 others injured": what stands after the verb has a verb of its own."""
    after = sentence.chunks[target + 1 : target + 2]
    return (
        bool(after)
        and after[0].is_verb
        and after[0].tag in {"VBN", "VBD"}
        and (after[0].head in harm_words().verbs)
    )


def _is_real(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    """Whether the act is said to have happened, not planned, threatened or denied."""
    has = any(helper in _HAVE for helper in chunk.helpers)
    begun = any(helper in _BEGUN for helper in chunk.helpers)
    if any(helper in _UNREAL for helper in chunk.helpers) and not has and not begun:
        return False
    if chunk.tag == "VB" and not chunk.helpers and sentence.has_case:
        before = sentence.chunks[index - 1] if index else None
        return before is not None and before.is_noun
    return not is_negated(sentence, chunk)


def _told(
    sentence: Sentence, verb: int, actor: int, statements: list[Statement]
) -> ResponsibilityMention:
    stretch = actor_stretch(sentence, actor)
    return _mention(sentence, stretch, sentence.chunks[verb], statements)


def _mention(
    sentence: Sentence, stretch: Stretch, near: Chunk, statements: list[Statement]
) -> ResponsibilityMention:
    statement = statement_over(statements, stretch[0])
    hedged = _is_hedged(sentence, stretch, near)
    status = Status.ACCUSED if hedged else Status.STATED
    return ResponsibilityMention(stretch, status, statement, hedged)


def _is_hedged(sentence: Sentence, stretch: Stretch, near: Chunk) -> bool:
    first = max(0, min(stretch[0] - 3, near.first))
    words = {t.lower for t in sentence.tokens[first : max(stretch[0] + 2, near.stop)]}
    return bool(words & blame_words().hedges)


def _by_speaker(
    sentence: Sentence, subject: int, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "The Front said it had shelled the base", "claimed its fighters killed dozens"."""
    chunk = sentence.chunks[subject]
    own = chunk.head in _OWN
    if not own:
        tokens = sentence.tokens[chunk.first : chunk.stop]
        own = any(t.lower in _OWNED for t in tokens) and chunk.head in actor_words().heads
    statement = statement_over(statements, chunk.first) if own else None
    if statement is not None and _speaks_of_itself(sentence, statement, chunk):
        yield ResponsibilityMention(statement.source, Status.CLAIMED, statement, is_speaker=True)


def _speaks_of_itself(sentence: Sentence, statement: Statement, chunk: Chunk) -> bool:
    """Whether a pronoun right after a verb of saying stands for a speaker that can attack."""
    between = [t.lower for t in sentence.tokens[statement.cue[1] : chunk.first]]
    if statement.cue[1] > chunk.first or len(between) > 4 or set(between) - _LEAD:
        return False
    kind = kind_of_words(sentence.text(*statement.source))
    return kind is None or kind in _FIGHTING_KINDS


def _from_shelling(
    sentence: Sentence, index: int, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Hit by intense regime shelling": a noun that looks like a verb."""
    before = sentence.chunks[index - 1] if index else None
    if before is None or not before.is_noun or not is_governed(sentence.chunks, index - 1):
        return
    last = before.stop - 1
    word = sentence.tokens[last].lower
    if word in actor_words().parties or names_party(word):
        first = before.first
        while first < last and _is_filler_word(sentence, first):
            first += 1
        yield _mention(sentence, (first, before.stop), before, statements)


def _is_filler_word(sentence: Sentence, index: int) -> bool:
    return sentence.tags[index] == "DT" or sentence.tokens[index].lower in actor_words().not_names


def _from_hidden_verb(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Rebels fire rockets", "Army shells town": the verb was taken for a noun."""
    tokens, words = sentence.tokens, attack_words()
    for at in range(chunk.first, chunk.stop - 1):
        word = tokens[at].lower
        if word not in words.harming | words.delivering or word in words.compounds - {"fire"}:
            continue
        if tokens[at + 1].lower in words.events - words.acts | words.compounds and word != "fire":
            continue
        party = _party_before(sentence, index, at)
        if party is not None and (word in words.harming or tokens[at + 1].lower in words.acts):
            yield _mention(sentence, party, chunk, statements)
            return


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
    known = word in actor_words().heads | actor_words().states or names_party(word)
    return (first, last + 1) if known and sentence.tags[last] != "JJ" else None


def _from_event(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Regime air strikes", "the coalition's raids", "shelling by the army"."""
    stop = event_stop(sentence, chunk)
    if stop is None:
        return
    party = party_before_event(sentence, index, stop)
    if party is not None:
        yield _mention(sentence, party, chunk, statements)
        return
    chunks = sentence.chunks
    if index >= 2 and chunks[index - 1].kind is Kind.POSSESSIVE:
        if _is_doer(sentence, index - 2) and _follows_at_once(sentence, chunk):
            yield _told(sentence, index, index - 2, statements)
        return
    agent = agent_after(sentence, index)
    if (
        agent is not None
        and _is_doer(sentence, agent)
        and not _is_verb_between(chunks, index, agent)
    ):
        yield _told(sentence, index, agent, statements)


def _follows_at_once(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a noun of attacking follows "'s" with nothing but kinds of attack between."""
    words = attack_words()
    between = {t.lower for t in sentence.tokens[chunk.first : chunk.stop - 1]}
    last = sentence.tokens[chunk.stop - 1].lower
    return last not in words.suffered and between <= words.compounds | actor_words().not_names


def _is_verb_between(chunks: list[Chunk], index: int, agent: int) -> bool:
    return any(c.is_verb for c in chunks[index + 1 : agent])


# --- blaming, claiming, denying --------------------------------------------------------------


def _from_blame(sentence: Sentence, statements: list[Statement]) -> Iterator[ResponsibilityMention]:
    for index, chunk in enumerate(sentence.chunks):
        if chunk.is_noun and sentence.tokens[chunk.stop - 1].lower == "responsible":
            yield from _from_verbless(sentence, index, chunk, statements)
        if chunk.is_noun:
            yield from _from_epithet(sentence, chunk, statements)
        if chunk.is_verb:
            yield from _from_verdict(sentence, index, chunk, statements)
            yield from _from_claim(sentence, index, chunk)
            yield from _from_denial(sentence, index, chunk)
            yield from _from_accusation(sentence, index, chunk, statements)
        elif chunk.head in {"responsible", "behind"}:
            yield from _from_responsible(sentence, index, statements)


def _from_epithet(
    sentence: Sentence, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Bombing suspect Ian Doe" charges him, "gunman Ian Doe" states it."""
    words = blame_words()
    for at in range(chunk.first, chunk.stop - 1):
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


def _from_verdict(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Was convicted of the attack", "pleaded not guilty to the bombing"."""
    words = blame_words()
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 3]]
    convicted = chunk.head in words.convict or (chunk.head == "found" and after[:1] == ["guilty"])
    denied = chunk.head in words.plead and after[:2] == ["not", "guilty"]
    if not (convicted or denied) or not _is_of_attack(sentence, chunk):
        return
    if convicted and not is_passive(sentence, index):
        return
    subject = subject_before(sentence, index)
    if subject is None or not _is_doer(sentence, subject):
        return
    if denied:
        yield _own(sentence, subject, chunk, Status.DENIED)
    elif after[:1] in (["of"], ["guilty"]):
        yield _told(sentence, index, subject, statements)


def _own(sentence: Sentence, actor: int, verb: Chunk, status: Status) -> ResponsibilityMention:
    stretch = actor_stretch(sentence, actor)
    statement = Statement(stretch, (verb.first, verb.stop), stretch)
    return ResponsibilityMention(stretch, status, statement)


def _from_claim(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[ResponsibilityMention]:
    """ "The Front claimed responsibility", "the blast, claimed by the Front"."""
    words = blame_words()
    if chunk.head not in words.claim_verbs or is_negated(sentence, chunk):
        return
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 4]}
    before = {t.lower for t in sentence.tokens[max(0, chunk.first - 3) : chunk.first]}
    agent = agent_after(sentence, index)
    if agent == index + 2 and (chunk.head == "claimed" or before & words.claim_objects):
        if _is_doer(sentence, agent) or sentence.chunks[agent].tag == "NNP":
            yield _own(sentence, agent, chunk, Status.CLAIMED)
        return
    events = attack_words().events
    claims_attack = chunk.head == "claimed" and after & events and "that" not in after
    if not (after & words.claim_objects or claims_attack) or is_passive(sentence, index):
        return
    subject = subject_before(sentence, index)
    if subject is not None and not _is_nobody(sentence, subject):
        yield _own(sentence, subject, chunk, Status.CLAIMED)


def _is_nobody(sentence: Sentence, index: int) -> bool:
    chunk = sentence.chunks[index]
    words = {t.lower for t in sentence.tokens[max(0, chunk.first - 1) : chunk.stop]}
    if words & {"no", "nobody", "none", "any", "neither", "one"}:
        return True
    return chunk.head in {"attack", "that", "this", "it"}


def _from_denial(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[ResponsibilityMention]:
    words = blame_words()
    if chunk.head not in words.deny:
        return
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 3]}
    subject = subject_before(sentence, index)
    if subject is None or not after & words.deny_objects:
        return
    if _is_doer(sentence, subject) or sentence.chunks[subject].head in {"it", "they"}:
        yield _own(sentence, subject, chunk, Status.DENIED)


def _from_accusation(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
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
    elif chunk.head in words.charge | words.suspect:
        yield from _charged(sentence, index, chunk, statements)
    elif chunk.head in words.arrest:
        yield from _arrested(sentence, index, chunk, statements)


def _against(sentence: Sentence, actor: int, by: Statement | None) -> ResponsibilityMention:
    stretch = actor_stretch(sentence, actor, with_of=False)
    return ResponsibilityMention(stretch, Status.ACCUSED, by, is_hedged=True)


def _is_of_attack(sentence: Sentence, verb: Chunk) -> bool:
    """Whether somebody is accused of an attack, not of something else."""
    words = attack_words()
    after = {t.lower for t in sentence.tokens[verb.stop : verb.stop + 22]}
    return bool(after & (words.crimes | words.harming | words.events))


def _accuser(sentence: Sentence, index: int) -> Statement | None:
    subject = subject_before(sentence, index)
    if subject is None:
        return None
    verb = sentence.chunks[index]
    stretch = actor_stretch(sentence, subject)
    return Statement(stretch, (verb.first, verb.stop), (verb.stop, len(sentence.tokens)))


def _tied(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[ResponsibilityMention]:
    """ "Investigators tied the man to the bombing"."""
    target = object_after(sentence, index)
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 8]}
    if target is not None and _is_doer(sentence, target) and "to" in after:
        if after & (attack_words().events | attack_words().acts):
            yield _against(sentence, target, _accuser(sentence, index))


def _accused(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Residents accused the army of …", "two men accused of …"."""
    if is_negated(sentence, chunk) or not _is_of_attack(sentence, chunk):
        return
    target = None if is_passive(sentence, index) else object_after(sentence, index)
    if target is not None and not _is_nobody(sentence, target):
        yield _against(sentence, target, _accuser(sentence, index))
        return
    subject = subject_before(sentence, index)
    if subject is not None and _is_doer(sentence, subject):
        yield _against(sentence, subject, statement_over(statements, chunk.first))


def _blamed(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Blamed the army for", "blamed the blast on rebels", "was blamed on them"."""
    on = list(_after_word(sentence, index, "on", statements))
    passive = is_passive(sentence, index)
    if on:
        by = on[0].statement if passive else _accuser(sentence, index)
        yield ResponsibilityMention(on[0].actor, Status.ACCUSED, by, is_hedged=True)
        return
    if passive:
        subject = subject_before(sentence, index)
        if subject is not None and _is_doer(sentence, subject):
            yield _against(sentence, subject, statement_over(statements, chunk.first))
        return
    target = object_after(sentence, index)
    if target is not None and _is_doer(sentence, target) and not _is_nobody(sentence, target):
        yield _against(sentence, target, _accuser(sentence, index))


def _after_word(
    sentence: Sentence, index: int, word: str, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    chunks = sentence.chunks
    for at in range(index + 1, min(index + 8, len(chunks) - 1)):
        if chunks[at].is_verb:
            return
        after = at + 2 if chunks[at + 1].kind is Kind.QUOTE else at + 1
        if chunks[at].head == word and after < len(chunks) and _is_doer(sentence, after):
            yield _against(sentence, after, statement_over(statements, chunks[index].first))
            return


def _charged(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "The man was charged with murder", "a man suspected of the attack"."""
    if is_negated(sentence, chunk) or not is_passive(sentence, index):
        return
    if not _is_of_attack(sentence, chunk):
        return
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 2]}
    if not after & {"with", "in", "of", "over", "for"}:
        return
    subject = subject_before(sentence, index)
    if subject is not None and _is_doer(sentence, subject):
        yield _against(sentence, subject, statement_over(statements, chunk.first))


def _arrested(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Police arrested two men in connection with the bombing"."""
    text = (
        sentence.text(chunk.stop, len(sentence.tokens)).lower()
        if chunk.stop < len(sentence.tokens)
        else ""
    )
    if not any(
        cue in text for cue in ("in connection", "on suspicion", "suspected of", "for the murder")
    ):
        return
    passive = is_passive(sentence, index)
    target = subject_before(sentence, index) if passive else object_after(sentence, index)
    if target is not None and _is_doer(sentence, target) and _is_of_attack(sentence, chunk):
        yield _against(sentence, target, statement_over(statements, chunk.first))


def _from_verbless(
    sentence: Sentence, index: int, chunk: Chunk, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "Rebel forces likely responsible for the raid": a headline without its verb."""
    stop = chunk.stop - 1
    while stop > chunk.first and sentence.tokens[stop - 1].lower in blame_words().hedges:
        stop -= 1
    head = sentence.tokens[stop - 1].lower
    if stop > chunk.first and head in actor_words().heads | actor_words().modifiers:
        yield _mention(sentence, (chunk.first, stop), chunk, statements)


def _from_responsible(
    sentence: Sentence, index: int, statements: list[Statement]
) -> Iterator[ResponsibilityMention]:
    """ "The army was responsible for the raid", "the group believed to be behind the attack"."""
    chunks = sentence.chunks
    verb = index - 1
    while verb >= 0 and (chunks[verb].kind is Kind.ADVERB or chunks[verb].head == "likely"):
        verb -= 1
    if verb < 0 or not chunks[verb].is_verb or is_negated(sentence, chunks[verb]):
        return
    after = {t.lower for t in sentence.tokens[chunks[index].stop : chunks[index].stop + 9]}
    if chunks[index].head == "behind" and not after & (attack_words().events | {"it", "them"}):
        return
    subject = subject_before(sentence, verb)
    if subject is not None and _is_doer(sentence, subject):
        mention = _told(sentence, verb, subject, statements)
        yield mention
