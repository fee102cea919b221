"""Verbs that say people came to harm -> mentions: "killed", "died", "took hostage"."""

from collections.abc import Iterator

from tollbook.claim import Group, Harm
from tollbook.extracting.harming.capturing import how_captured, may_be_captured
from tollbook.extracting.harming.mentions import (
    SUFFERING,
    WOUNDS,
    Mention,
    head_at,
    is_harm_participle,
    make,
)
from tollbook.extracting.harming.objects import objects
from tollbook.extracting.harming.people import folk
from tollbook.extracting.harming.reality import is_denied, is_real
from tollbook.extracting.harming.subjects import subjects
from tollbook.extracting.lexicon import harm_words, is_plural, people_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import is_time

_BE = frozenset("was were is are be been being am get got wasn't weren't isn't aren't".split())
_HAVE = frozenset({"have", "has", "had", "having"})
_TAKE = frozenset("take takes took taken taking hold holds held holding kept keep keeping".split())
_TAKEN = {
    "hostage": Harm.ABDUCTED,
    "hostages": Harm.ABDUCTED,
    "captive": Harm.ABDUCTED,
    "captivity": Harm.ABDUCTED,
    "prisoner": Harm.DETAINED,
    "prisoners": Harm.DETAINED,
    "custody": Harm.DETAINED,
}
_LIFE_VERBS = frozenset(
    "claim claims claimed claiming lose loses lost losing cost costs costing took taking takes "
    "taken".split()
)
_PASSED = frozenset({"passed", "passes"})
_LOSE = frozenset("lost lose loses losing".split())
_ONES_OWN = frozenset("my his her our their".split())
_KIN = frozenset(
    "wife husband son sons daughter daughters mother father parents brother brothers sister "
    "sisters child children cousin cousins uncle aunt nephew niece grandmother grandfather "
    "baby".split()
)
_DETERMINERS = frozenset("a an the his her their another".split())
_ONES = frozenset({"him", "her", "them"})
_LISTING = frozenset({Kind.COMMA, Kind.AND})
_THEY = frozenset({"they", "he", "she", "we"})
_THEMSELVES = frozenset({"himself", "herself", "themselves"})
_CARED = frozenset("taken transported rushed airlifted treated flown brought evacuated".split())
_CARE = frozenset("hospital hospitals clinic medical injuries wounds".split())
_BODIES = frozenset("bodies body corpses corpse remains dead".split())
_STRUCK = frozenset("struck hit grazed".split())
_BODY = frozenset(
    "gunfire bullet bullets shrapnel leg legs head arm arms chest back hand neck stomach foot feet "
    "ankle shoulder thigh torso abdomen face wrist buttocks".split()
)
_JAIL = frozenset(
    "jail bond bail prison custody hall penitentiary detention cell cells charges counts "
    "hold".split()
)
_HITTING = frozenset("hit hits hitting struck strikes striking".split())
_GUNS = frozenset(
    "gun guns handgun pistol rifle rifles gunfire bullet bullets shot shots round rounds fire "
    "fired firing shooting shrapnel gunman gunmen sniper buckshot".split()
)
# "Shot at", "shot back": nobody was hit; what was "shot down" had wings.
_MISSED = frozenset("back toward towards upon into past off out up".split())
_DEADLY = frozenset({"fatally", "mortally"})
_HARMLESS_ALONE = frozenset("burned burnt burning burns tortured".split())
_CONDITIONS = frozenset("critical serious stable grave fair guarded".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today overnight".split()
)


def from_verb(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Were killed", "died", "claimed the lives of", "took hostage", "suffered injuries"."""
    words = harm_words()
    if chunk.head in words.subject_verbs:
        if is_real(sentence, index):
            harm = Harm(words.subject_verbs[chunk.head])
            victims = subjects(sentence, index)
            if harm is Harm.DISPLACED:
                victims = [v for v in victims if _may_be_displaced(sentence, v)]
            yield from make(sentence, index, harm, victims)
        return
    harm_ = words.verbs.get(chunk.head) or words.people_verbs.get(chunk.head)
    if chunk.head in words.striking:
        harm_ = _of_striking(sentence, index, chunk)
    elif harm_ == Harm.INJURED and not _DEADLY.isdisjoint(chunk.helpers):
        harm_ = Harm.KILLED  # "was mortally wounded"
    if harm_ is not None:
        if is_real(sentence, index):
            for patient in _patients(sentence, index, chunk):
                harm = Harm(harm_)
                if chunk.head in words.people_verbs:
                    harm = how_captured(sentence, index, patient)
                yield from make(sentence, index, harm, [patient])
        return
    yield from _from_life(sentence, index, chunk)
    yield from _from_taking(sentence, index, chunk)
    yield from _from_suffering(sentence, index, chunk)
    yield from _from_care(sentence, index, chunk)
    yield from _from_losing(sentence, index, chunk)
    yield from _from_recovering(sentence, index, chunk)
    if chunk.head in _PASSED and head_at(sentence, index + 1) == "away":
        yield from make(sentence, index, Harm.KILLED, subjects(sentence, index))


def _may_be_displaced(sentence: Sentence, index: int) -> bool:
    """Fighters, suspects and single persons who flee are no displaced people."""
    chunk = sentence.chunks[index]
    whom = folk(sentence, chunk)
    fighters = {Group.ATTACKER, Group.ARMED_GROUP, Group.SECURITY_FORCE}
    one = chunk.quantity is not None and chunk.quantity.high == 1
    several = not one and (chunk.quantity is not None or is_plural(chunk.head))
    return whom is not None and several and not whom.is_name and whom.group not in fighters


def _patients(sentence: Sentence, index: int, chunk: Chunk) -> list[int]:
    if head_at(sentence, index + 1) in _THEMSELVES:
        joined = head_at(sentence, index + 2) in {"and", "along", "as"}
        others = objects(sentence, index + 2) if joined else []
        kills = chunk.head in harm_words().verbs and not set(chunk.helpers) & _BE
        oneself = kills and head_at(sentence, index + 1) != "themselves"
        return ([index + 1] if oneself else subjects(sentence, index)) + others
    inverted = _inverted(sentence, index)
    if inverted:
        return inverted
    if _is_passive(sentence, index, chunk):
        lead = _leading_verb(sentence, index)
        patients = subjects(sentence, lead) + _along_with(sentence, index)
    else:
        patients = objects(sentence, _to_death(sentence, _shares_object_with(sentence, index)))
        patients = patients or _whom_they(sentence, index)
    if chunk.head in harm_words().people_verbs:
        return [p for p in patients if may_be_captured(sentence, index, p)]
    return patients


def _whom_they(sentence: Sentence, index: int) -> list[int]:
    """ "The 12 villagers they killed": whom the verb is about stands before its subject."""
    chunks = sentence.chunks
    if index < 2 or chunks[index - 1].head not in _THEY or not chunks[index - 2].is_noun:
        return []
    return [index - 2] if folk(sentence, chunks[index - 2]) is not None else []


def _to_death(sentence: Sentence, index: int) -> int:
    """ "Hacked to death 12 villagers": the harmed stand after "to death"."""
    is_deadly = head_at(sentence, index + 1) == "to" and head_at(sentence, index + 2) == "death"
    return index + 2 if is_deadly else index


def _inverted(sentence: Sentence, index: int) -> list[int]:
    """ "Also killed in the raid were two guards": those harmed stand after the auxiliary."""
    chunks = sentence.chunks
    alone = set(chunks[index].helpers) <= {"also"} and chunks[index].tag == "VBN"
    if not alone or (index and chunks[index - 1].kind not in {Kind.ADVERB, Kind.AND}):
        return []
    for at in range(index + 1, min(index + 6, len(chunks))):
        if chunks[at].is_verb:
            is_be = chunks[at].head in {"was", "were"} and not chunks[at].helpers
            return objects(sentence, at) if is_be else []
        if chunks[at].kind not in {Kind.PREPOSITION, Kind.NOUN}:
            break
    return []


def _leading_verb(sentence: Sentence, index: int) -> int:
    """ "Were kidnapped and killed": the second verb takes the subject of the first."""
    chunks, at = sentence.chunks, index
    while not chunks[at].helpers:
        back = at - 1
        while back > 0 and chunks[back].kind in {Kind.AND, Kind.COMMA, Kind.ADVERB, Kind.QUOTE}:
            back -= 1
        if back < 0 or back == at - 1 or not chunks[back].is_verb or chunks[back].tag == "VBG":
            break
        at = back
    harms = chunks[at].tag == "VBN" or chunks[at].head in harm_words().verbs
    return at if harms else index


def _over_commas(chunks: list[Chunk], at: int) -> int:
    """ "Captured, tortured, and murdered": a comma and "and" are one joint."""
    while at + 2 < len(chunks) and {chunks[at].kind, chunks[at + 1].kind} <= _LISTING:
        at += 1
    return at


def _shares_object_with(sentence: Sentence, index: int) -> int:
    """ "Killing and wounding many", "the killing or wounding of several": one object for both."""
    chunks = sentence.chunks
    after = index + 1
    after = _over_commas(chunks, after)
    if after + 1 < len(chunks) and chunks[after].kind in _LISTING and chunks[after + 1].is_verb:
        return _shares_object_with(sentence, after + 1)
    if after < len(chunks) and chunks[after].is_verb and chunks[after].tag == chunks[index].tag:
        return after
    return after if head_at(sentence, after) == "of" else index


def _of_striking(sentence: Sentence, index: int, chunk: Chunk) -> str | None:
    """ "Shot dead", "beaten to death" and "fatally stabbed" kill; otherwise striking wounds."""
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 14]]
    if chunk.head == "riddled":
        return "killed" if "bullets" in after[:4] else None
    if after and chunk.head.startswith("sho") and after[0] in _MISSED:
        return None
    if after[:1] == ["at"] and not _is_where(sentence, index + 2):
        return None
    if after[:1] == ["down"] and (chunk.helpers or not objects(sentence, index)):
        return None
    beside = after[: after.index(",")] if "," in after else after
    if "fatally" in chunk.helpers or after[:1] == ["dead"] or after[1:2] == ["killed"]:
        return "killed"  # "shot and killed", and in a headline "shot, killed"
    if "death" in after and after[after.index("death") - 1] == "to":
        return "killed"
    if "dead" in beside[:8]:
        return "killed"
    if after[:1] == ["alive"]:
        return "killed"
    # Without a death these say nothing of wounds: tents burn, and torture is told as itself.
    return None if chunk.head in _HARMLESS_ALONE else "injured"


def _is_where(sentence: Sentence, index: int) -> bool:
    """ "Shot at a mill", not "shot at two guards" and "was shot at by a guard"."""
    chunk = sentence.chunks[index] if index < len(sentence.chunks) else None
    return chunk is not None and chunk.is_noun and folk(sentence, chunk) is None


def _from_life(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Claimed the lives of 12", "killed 12", "lost their lives"."""
    chunks = sentence.chunks
    after = index + 1
    if chunk.head == "lost" and head_at(sentence, index - 1) == "lives":
        yield from make(sentence, index, Harm.KILLED, [index - 1])
        return
    if chunk.head.startswith("cost"):
        whom = objects(sentence, index)
        if whom and head_at(sentence, whom[-1] + 1) in {"lives", "life"}:
            yield from make(sentence, index, Harm.KILLED, whom)
    if chunk.head not in _LIFE_VERBS or head_at(sentence, after) not in {"lives", "life"}:
        return
    if not is_real(sentence, index):
        return
    if chunks[after].quantity is not None:
        yield from make(sentence, index, Harm.KILLED, [after])
    elif chunks[after].opener in {"their", "his", "her"}:
        yield from make(sentence, index, Harm.KILLED, subjects(sentence, index))
    elif head_at(sentence, after + 1) == "of":
        yield from make(sentence, index, Harm.KILLED, objects(sentence, after + 1))


def _from_losing(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "I lost my wife and two sons", "we lost three nurses": people, not elections or lives."""
    if chunk.head not in _LOSE or not is_real(sentence, index):
        return
    found = objects(sentence, index)
    if all(_is_dear(sentence.chunks[k]) for k in found):
        yield from make(sentence, index, Harm.KILLED, found)


def _is_dear(chunk: Chunk) -> bool:
    if chunk.head not in people_words().groups or chunk.head in {"members", "others", "people"}:
        return False
    if chunk.opener in _ONES_OWN and chunk.quantity is None:
        return chunk.head in _KIN
    counted = chunk.quantity is not None and chunk.quantity_stop < chunk.stop
    return counted or chunk.opener in {"a", "an"}


def _from_recovering(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Three others are recovering": from wounds, where nothing is recovered."""
    told = set(chunk.helpers) & _BE or head_at(sentence, index + 1) in {"after", "from", "in", "at"}
    expected = chunk.head == "recover" and "expected" in chunk.helpers
    if expected or (chunk.head == "recovering" and told and not objects(sentence, index)):
        yield from make(sentence, index, Harm.INJURED, subjects(sentence, index))


def _from_taking(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Took 30 people hostage", "were taken into custody", "is in custody"."""
    chunks = sentence.chunks
    is_be = chunk.head in _BE
    if not (chunk.head in _TAKE or is_be):
        return
    for later in range(index + 1, min(index + 5, len(chunks))):
        last = sentence.tokens[chunks[later].stop - 1].lower
        harm = _TAKEN.get(last)
        if last == "hostages" and head_at(sentence, later - 1) != "as":
            continue
        if harm is None or (is_be and harm is not Harm.DETAINED):
            continue
        if is_be and not (last == "custody" and head_at(sentence, later - 1) == "in"):
            return
        alone = later == index + 1 or any(helper in _BE for helper in chunk.helpers)
        if is_be or (alone and _is_passive(sentence, index, chunk)):
            yield from make(sentence, index, harm, subjects(sentence, index))
        elif later == index + 1 and chunks[later].stop - chunks[later].first > 1:
            yield from make(sentence, index, harm, [later])
        else:
            yield from make(sentence, index, harm, objects(sentence, index))
        return


def _from_suffering(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Sustained serious injuries", "was in critical condition"."""
    chunks = sentence.chunks
    after = index + 1
    if chunk.head == "suffering" and head_at(sentence, after) == "from":
        after += 1
    if chunk.head in SUFFERING and after < len(chunks) and chunks[after].is_noun:
        noun = chunks[after]
        if noun.head in WOUNDS:
            yield from make(sentence, index, Harm.INJURED, _who_suffers(sentence, index))
    for later in range(after, min(after + 3, len(chunks))):
        text = sentence.text(chunks[later].first, chunks[later].stop).lower()
        if chunks[later].head == "condition" and not _CONDITIONS.isdisjoint(text.split()):
            yield from make(sentence, index, Harm.INJURED, subjects(sentence, index))


def _who_suffers(sentence: Sentence, index: int) -> list[int]:
    """ "Found a man suffering from wounds": he stands right before the participle."""
    beside = index - 1
    if sentence.chunks[index].head == "suffering" and not sentence.chunks[index].helpers:
        whom = folk(sentence, sentence.chunks[beside]) if index else None
        return [beside] if whom is not None else subjects(sentence, index)
    return subjects(sentence, index)


def _from_care(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Were taken to hospital", "was struck by a bullet", "is being held in jail"."""
    passive = any(helper in _BE for helper in chunk.helpers)
    rest = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 9]}
    harm = None
    cared = chunk.head in {"treated", "grazed"} or (chunk.head in _CARED and rest & _CARE)
    by_bullets = chunk.head in _HITTING and (
        not _BODY.isdisjoint(rest) or any(t.lower in _GUNS for t in sentence.tokens)
    )
    if by_bullets and not passive and is_real(sentence, index) and not is_denied(chunk):
        yield from make(sentence, index, Harm.INJURED, objects(sentence, index))
        return
    if passive and (cared or by_bullets or (chunk.head in _STRUCK and rest & _BODY)):
        harm = Harm.INJURED
    elif passive and chunk.head in {"held", "booked", "kept", "jailed"} and rest & _JAIL:
        harm = Harm.DETAINED
    elif chunk.head in _BE and head_at(sentence, index + 1) == "in" and rest & _JAIL:
        near = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 4]}
        harm = Harm.DETAINED if near & _JAIL else None
    if harm is not None and is_real(sentence, index) and not is_denied(chunk):
        alive = [k for k in subjects(sentence, index) if sentence.chunks[k].head not in _BODIES]
        yield from make(sentence, index, harm, alive)


def _is_passive(sentence: Sentence, index: int, chunk: Chunk) -> bool:
    if any(helper in _BE for helper in chunk.helpers) and chunk.tag in {"VBN", "VBD", "JJ"}:
        return True
    if any(helper in _HAVE for helper in chunk.helpers) or chunk.tag not in {"VBN", "VBD"}:
        return False
    if index and sentence.chunks[index - 1].kind in {Kind.WHO, Kind.THAT}:
        return False
    return not _has_object(sentence, index)


def _has_object(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase stands right after a bare participle as its object."""
    chunks = sentence.chunks
    after = _to_death(sentence, index) + 1
    while after < len(chunks) and chunks[after].kind in {Kind.ADVERB, Kind.QUOTE}:
        after += 1
    after = _over_commas(chunks, after)
    joined = after + 1 < len(chunks) and chunks[after].kind in _LISTING
    if joined and (
        is_harm_participle(chunks[after + 1]) or chunks[after + 1].head in harm_words().striking
    ):
        return _has_object(sentence, after + 1)
    if joined and _is_done_to_one(sentence, after + 1):
        return True
    if after >= len(chunks) or not chunks[after].is_noun:
        return False
    if head_at(sentence, after + 1) in {"later", "ago"}:
        return False  # "abducted and killed 14 days later"
    before = chunks[index - 1] if index else None
    counted = before is not None and before.is_noun and before.quantity is not None
    if _is_somebody(sentence, after) and not _is_subject(chunks, after):
        return True
    if before is not None and counted and folk(sentence, before) is not None:
        its_own = after + 1 < len(chunks) and is_harm_participle(chunks[after + 1])
        return chunks[after].quantity is not None and not its_own
    if chunks[after].head in _DAYS or _opens_clause(chunks[after - 1]):
        return False  # "a driver injured when gunmen fired"
    state = chunks[after + 1] if after + 1 < len(chunks) else None
    if state is not None and state.head == "dead" and chunks[index].head in harm_words().striking:
        return True
    return state is None or not is_harm_participle(state)


def _opens_clause(chunk: Chunk) -> bool:
    return chunk.kind is Kind.ADVERB and chunk.tag == "WRB"


def _is_somebody(sentence: Sentence, index: int) -> bool:
    """ "Two men shot a guard": one person with an article, not "two men shot a day later"."""
    chunk = sentence.chunks[index]
    if is_time(chunk) or chunk.opener not in _DETERMINERS:
        return False
    whom = folk(sentence, chunk)
    return whom is not None and not whom.is_name


def _is_subject(chunks: list[Chunk], index: int) -> bool:
    return index + 1 < len(chunks) and chunks[index + 1].is_verb


def _is_done_to_one(sentence: Sentence, index: int) -> bool:
    """ "Gunmen shot and robbed him": what is done to him is active, and both verbs with it."""
    chunks = sentence.chunks
    chunk = chunks[index]
    if not chunk.is_verb or chunk.helpers or chunk.tag not in {"VBD", "VBN"}:
        return False
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    return after is not None and after.head in _ONES


def _along_with(sentence: Sentence, index: int) -> list[int]:
    """ "… were killed along with eight gunmen": more of the same after the verb."""
    chunks = sentence.chunks
    for at in range(index + 1, min(index + 12, len(chunks) - 2)):
        if chunks[at].is_verb and chunks[at].helpers:
            break
        if chunks[at].head in {"along", "together"} and chunks[at + 1].head == "with":
            return objects(sentence, at + 1)
        if chunks[at].head == "well" and chunks[at + 1].head == "as" and chunks[at + 2].is_noun:
            return objects(sentence, at + 1)
    return []
