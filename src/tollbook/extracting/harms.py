"""A sentence -> who came to harm in it, as its words say.

Each rule starts from a word of harm (a verb, a state, a counted noun, a death toll, an event)
and asks `patients` for the people it is said of.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tollbook.claim import Form, Group, Harm
from tollbook.extracting.lexicon import harm_words, is_plural
from tollbook.extracting.patients import objects, subjects
from tollbook.extracting.people import Figure, Folk, figure, folk, whole_figure
from tollbook.extracting.phrases import Chunk, Kind, Sentence
from tollbook.extracting.reality import is_denied, is_real


@dataclass(frozen=True, slots=True)
class Mention:
    """Some people and the harm a sentence says they came to.

    `chunk` and `trigger` are the indices of the noun phrase and of the word of harm among the
    sentence's chunks.
    """

    harm: Harm
    chunk: int
    trigger: int
    folk: Folk
    figure: Figure
    part_of: bool = False
    is_denied: bool = False


_BE = frozenset("was were is are be been being am get got wasn't weren't isn't aren't".split())
_HAVE = frozenset({"have", "has", "had", "having"})
_LEAVE = frozenset("leave leaves left leaving".split())
_TAKE = frozenset("take takes took taken taking hold holds held holding kept keep keeping".split())
_TAKEN = {
    "hostage": Harm.ABDUCTED,
    "captive": Harm.ABDUCTED,
    "prisoner": Harm.DETAINED,
    "custody": Harm.DETAINED,
}
_LIFE_VERBS = frozenset(
    "claim claims claimed claiming lose loses lost losing cost costs costing took taking takes "
    "taken".split()
)
_SUFFER = frozenset(
    "suffer suffered suffering suffers sustain sustained sustaining receive received had has "
    "with treated".split()
)
_WOUNDS = frozenset({"injuries", "injury", "wounds", "wound", "burns", "cuts"})
_CARED = frozenset("taken transported rushed airlifted treated flown brought evacuated".split())
_CARE = frozenset("hospital hospitals clinic medical injuries wounds".split())
_STRUCK = frozenset("struck hit grazed".split())
_BODY = frozenset(
    "gunfire bullet bullets shrapnel leg legs head arm arms chest back hand neck stomach".split()
)
_JAIL = frozenset("jail bond bail prison custody hall".split())
_BEING = frozenset(
    "found pronounced declared feared presumed believed confirmed reported remain remained remains "
    "went gone go are were is was been lay lying dropped".split()
)
_THOSE_HARMED = frozenset(
    "dead killed wounded injured victims casualties fatalities hostages missing detainees arrested "
    "kidnapped abducted deceased slain martyrs".split()
)
_TOLL_STOP = frozenset("because due as while among after since although but so with".split())


def find_mentions(sentence: Sentence) -> list[Mention]:
    """Find every statement of harm to people in a sentence, in text order."""
    found: dict[tuple[Harm, int], Mention] = {}
    for mention in _all(sentence):
        found.setdefault((mention.harm, mention.figure.first), mention)
    return sorted(_merged(sentence, list(found.values())), key=lambda m: (m.figure.first, m.harm))


def _all(sentence: Sentence) -> Iterator[Mention]:
    for index, chunk in enumerate(sentence.chunks):
        if chunk.is_verb:
            yield from _from_verb(sentence, index, chunk)
        elif chunk.is_noun:
            yield from _from_counted_noun(sentence, index, chunk)
            yield from _from_toll(sentence, index, chunk)
            yield from _from_event(sentence, index, chunk)
            yield from _from_modifier(sentence, index, chunk)
        yield from _from_state(sentence, index, chunk)


# --- verbs -----------------------------------------------------------------------------------


def _from_verb(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
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
    if harm_ is not None:
        if is_real(sentence, index):
            yield from make(sentence, index, Harm(harm_), _patients(sentence, index, chunk))
        return
    yield from _from_life(sentence, index, chunk)
    yield from _from_taking(sentence, index, chunk)
    yield from _from_suffering(sentence, index, chunk)
    yield from _from_care(sentence, index, chunk)


def _may_be_displaced(sentence: Sentence, index: int) -> bool:
    """Fighters, suspects and single persons who flee are no displaced people."""
    chunk = sentence.chunks[index]
    whom = folk(sentence, chunk)
    fighters = {Group.ATTACKER, Group.ARMED_GROUP, Group.SECURITY_FORCE}
    several = chunk.quantity is not None or is_plural(chunk.head)
    return whom is not None and several and not whom.is_name and whom.group not in fighters


def _patients(sentence: Sentence, index: int, chunk: Chunk) -> list[int]:
    if _is_passive(sentence, index, chunk):
        lead = _leading_verb(sentence, index)
        return subjects(sentence, lead) + _along_with(sentence, index)
    patients = objects(sentence, _shares_object_with(sentence, index))
    if chunk.head in harm_words().people_verbs:
        return [p for p in patients if not _is_name(sentence, p)]
    return patients


def _leading_verb(sentence: Sentence, index: int) -> int:
    """ "Were kidnapped and killed": the second verb takes the subject of the first."""
    chunks = sentence.chunks
    if chunks[index].helpers or index < 2 or chunks[index - 1].kind not in {Kind.AND, Kind.COMMA}:
        return index
    lead = chunks[index - 2]
    bare = not lead.helpers and lead.head in harm_words().verbs
    return index - 2 if lead.is_verb and (lead.tag == "VBN" or bare) else index


def _shares_object_with(sentence: Sentence, index: int) -> int:
    """ "Killing and wounding many", "the killing or wounding of several": one object for both."""
    chunks = sentence.chunks
    after = index + 1
    if after + 1 < len(chunks) and chunks[after].kind is Kind.AND and chunks[after + 1].is_verb:
        return _shares_object_with(sentence, after + 1)
    if after < len(chunks) and chunks[after].is_verb and chunks[after].tag == chunks[index].tag:
        return after
    return after if _head(sentence, after) == "of" else index


def _of_striking(sentence: Sentence, index: int, chunk: Chunk) -> str | None:
    """ "Shot dead", "beaten to death" and "fatally stabbed" kill; otherwise striking wounds."""
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 14]]
    if "fatally" in chunk.helpers or after[:1] == ["dead"] or after[:2] == ["and", "killed"]:
        return "killed"
    if "death" in after and after[after.index("death") - 1] == "to":
        return "killed"
    if "dead" in after[:8]:
        return "killed"
    bodily = chunk.head in {"burned", "burnt", "burning", "burns"}
    return None if bodily else "injured"


def _from_life(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Claimed the lives of 12", "killed 12", "lost their lives"."""
    chunks = sentence.chunks
    after = index + 1
    if chunk.head not in _LIFE_VERBS or _head(sentence, after) not in {"lives", "life"}:
        return
    if not is_real(sentence, index):
        return
    if chunks[after].quantity is not None:
        yield from make(sentence, index, Harm.KILLED, [after])
    elif chunks[after].opener in {"their", "his", "her"}:
        yield from make(sentence, index, Harm.KILLED, subjects(sentence, index))
    elif _head(sentence, after + 1) == "of":
        yield from make(sentence, index, Harm.KILLED, objects(sentence, after + 1))


def _from_taking(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Took 30 people hostage", "were taken into custody", "is in custody"."""
    chunks = sentence.chunks
    is_be = chunk.head in _BE
    if not (chunk.head in _TAKE or is_be):
        return
    for later in range(index + 1, min(index + 5, len(chunks))):
        last = sentence.tokens[chunks[later].stop - 1].lower
        harm = _TAKEN.get(last)
        if harm is None or (is_be and harm is not Harm.DETAINED):
            continue
        if is_be and not (last == "custody" and _head(sentence, later - 1) == "in"):
            return
        if is_be or _is_passive(sentence, index, chunk):
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
    if chunk.head in _SUFFER and after < len(chunks) and chunks[after].is_noun:
        noun = chunks[after]
        if noun.head in _WOUNDS:
            yield from make(sentence, index, Harm.INJURED, subjects(sentence, index))
    for later in range(after, min(after + 3, len(chunks))):
        text = sentence.text(chunks[later].first, chunks[later].stop).lower()
        if chunks[later].head == "condition" and ("critical" in text or "serious" in text):
            yield from make(sentence, index, Harm.INJURED, subjects(sentence, index))


def _from_care(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "Were taken to hospital", "was struck by a bullet", "is being held in jail"."""
    passive = any(helper in _BE for helper in chunk.helpers)
    rest = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 9]}
    harm = None
    if passive and chunk.head in _CARED and rest & _CARE:
        harm = Harm.INJURED
    elif passive and chunk.head in _STRUCK and rest & _BODY:
        harm = Harm.INJURED
    elif passive and chunk.head in {"held", "booked", "kept", "jailed"} and rest & _JAIL:
        harm = Harm.DETAINED
    elif chunk.head in _BE and _head(sentence, index + 1) == "in" and rest & _JAIL:
        near = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 4]}
        harm = Harm.DETAINED if near & _JAIL else None
    if harm is not None and is_real(sentence, index) and not is_denied(chunk):
        yield from make(sentence, index, harm, subjects(sentence, index))


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
    after = index + 1
    while after < len(chunks) and chunks[after].kind in {Kind.ADVERB, Kind.QUOTE}:
        after += 1
    if after < len(chunks) and chunks[after].kind is Kind.AND and after + 1 < len(chunks):
        if chunks[after + 1].is_verb and not chunks[after + 1].helpers:
            return _has_object(sentence, after + 1)
    if after >= len(chunks) or not chunks[after].is_noun:
        return False
    before = chunks[index - 1] if index else None
    counted = before is not None and before.is_noun and before.quantity is not None
    if counted and folk(sentence, before) is not None:
        its_own = after + 1 < len(chunks) and _is_harm_participle(chunks[after + 1])
        return chunks[after].quantity is not None and not its_own
    if chunks[after].head in _DAYS:
        return False
    return not (after + 1 < len(chunks) and _is_harm_participle(chunks[after + 1]))


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today overnight".split()
)


def _is_harm_participle(chunk: Chunk) -> bool:
    words = harm_words()
    if chunk.is_verb:
        return chunk.head in words.verbs and chunk.tag in {"VBN", "VBD"} and not chunk.helpers
    return chunk.head in words.states


# --- states, counted nouns, tolls, events ----------------------------------------------------


def _from_state(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "12 dead", "left three people wounded", "30 are missing"."""
    words = harm_words()
    harm_ = words.states.get(chunk.head)
    if harm_ is None or (chunk.is_verb and chunk.head in words.verbs) or chunk.opener == "the":
        return
    harm = _with_next(sentence, index, Harm(harm_))
    chunks = sentence.chunks
    if chunk.is_noun and chunk.quantity is not None:
        if chunk.quantity.not_people is None:
            yield from make(sentence, index, harm, [index])
        return
    before = chunks[index - 1] if index else None
    if before is None or chunk.stop - chunk.first > 1:
        return
    if before.kind is Kind.AND and index >= 2 and chunks[index - 2].head in words.states:
        before, index = chunks[index - 3] if index >= 3 else before, index - 2
        if chunks[index].quantity is not None:
            yield from make(sentence, index, harm, [index])
            return
    if before.is_noun and folk(sentence, before) is not None:
        if (
            before.quantity is not None
            or _is_left(sentence, index)
            or sentence.passage.role == "headline"
        ):
            yield from make(sentence, index, harm, subjects(sentence, index))
    elif before.is_verb and before.head in _BEING and is_real(sentence, index - 1):
        if not is_denied(before):
            yield from make(sentence, index, harm, _said_to_be(sentence, index - 1))
    elif before.is_verb and before.head in _LEAVE:
        yield from make(sentence, index, harm, objects(sentence, index))


def _said_to_be(sentence: Sentence, verb: int) -> list[int]:
    """ "With hundreds believed dead": a bare "believed" is said of the figure before it."""
    chunks = sentence.chunks
    beside = chunks[verb - 1] if verb else None
    bare = not chunks[verb].helpers and chunks[verb].tag in {"VBN", "VBD"}
    if bare and beside is not None and beside.quantity is not None:
        if beside.quantity.not_people is None:
            return [verb - 1]
    return subjects(sentence, verb)


def _with_next(sentence: Sentence, index: int, harm: Harm) -> Harm:
    """ "Tens of dead and wounded": the state beside it belongs to the same figure."""
    chunks = sentence.chunks
    if _head(sentence, index + 1) not in {"and", "or"} or index + 2 >= len(chunks):
        return harm
    if index + 3 < len(chunks) and chunks[index + 3].quantity is not None:
        return harm
    other = harm_words().states.get(sentence.tokens[chunks[index + 2].first].lower)
    return Harm.KILLED_OR_INJURED if {harm, other} == {Harm.KILLED, Harm.INJURED} else harm


def _is_left(sentence: Sentence, index: int) -> bool:
    near = sentence.chunks[max(0, index - 5) : index]
    return any(c.is_verb and c.head in _LEAVE | {"found", "pronounced", "declared"} for c in near)


def _from_modifier(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "30 dead civilians", "the four slain officers": the state stands before its noun."""
    if chunk.quantity is None or chunk.quantity.not_people is not None:
        return
    for token in sentence.tokens[chunk.quantity_stop : chunk.stop - 1]:
        harm_ = harm_words().states.get(token.lower)
        if harm_ is not None and folk(sentence, chunk) is not None:
            yield from make(sentence, index, Harm(harm_), [index])
            return


def _from_counted_noun(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "77 fatalities", "dozens of casualties", "caused deaths", "did not cause casualties"."""
    words = harm_words()
    harm_ = words.counted_nouns.get(chunk.head)
    if harm_ is None or chunk.head in words.states:
        return
    harm = Harm(harm_)
    if chunk.head in _WOUNDS and index and sentence.chunks[index - 1].head in _SUFFER:
        return
    if chunk.quantity is not None:
        if chunk.quantity.not_people is None:
            yield from make(sentence, index, harm, [index])
        return
    if _head(sentence, index + 1) == "of" and chunk.head in {"bodies", "body", "corpses", "corpse"}:
        yield from make(sentence, index, harm, objects(sentence, index + 1))
        return
    if chunk.opener or chunk.head not in {"casualties", "deaths", "fatalities", "injuries"}:
        return
    inflicted = _inflicted_on(sentence, index)
    if inflicted:
        yield from make(sentence, index, harm, inflicted)
        return
    for back in sentence.chunks[max(0, index - 3) : index]:
        if back.is_verb and back.head in words.causes - _SUFFER:
            for mention in make(sentence, index, harm, [index]):
                yield _none(sentence, mention, back) if is_denied(back) else mention
            return


def _inflicted_on(sentence: Sentence, index: int) -> list[int]:
    """ "Inflicted casualties on “hundreds”": the figure stands where the harmed do."""
    before = sentence.chunks[index - 1] if index else None
    if before is None or not before.head.startswith("inflict"):
        return []
    if _head(sentence, index + 1) not in {"on", "upon", "among"}:
        return []
    found = objects(sentence, index + 1)
    return [k for k in found if sentence.chunks[k].quantity is not None]


def _from_toll(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "The death toll rose to 70", "put the toll at 16", "a higher toll of about 100"."""
    words = {t.lower for t in sentence.tokens[chunk.first : chunk.stop]}
    of = _head(sentence, index + 1) == "of"
    harm = Harm.KILLED if "toll" in words or "tally" in words else None
    if harm is None and chunk.head in {"number", "count"} and of:
        harm = _harm_of_phrase(sentence, index + 2)
    if harm is None:
        return
    for later in range(index + 1, min(index + 10, len(sentence.chunks))):
        noun = sentence.chunks[later]
        if noun.head in _TOLL_STOP:
            return
        if noun.quantity is None or noun.quantity.not_people is not None or noun.is_part:
            continue
        if noun.tag == "CD" or folk(sentence, noun) is not None:
            following = sentence.chunks[later + 1] if later + 1 < len(sentence.chunks) else None
            own = following is not None and _is_harm_participle(following)
            if not own and noun.head not in harm_words().states:
                yield from make(sentence, index, harm, [later])
            return


def _harm_of_phrase(sentence: Sentence, index: int) -> Harm | None:
    if index >= len(sentence.chunks):
        return None
    words = harm_words()
    chunk = sentence.chunks[index]
    stop = min(chunk.stop + 8, len(sentence.tokens))
    for token in sentence.tokens[chunk.first : stop]:
        found = words.states.get(token.lower) or words.counted_nouns.get(token.lower)
        found = found or words.verbs.get(token.lower)
        if found:
            return Harm(found)
    return None


def _from_event(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "The death of two guards", "the mayor's murder"."""
    harm_ = harm_words().event_nouns.get(chunk.head)
    if harm_ is None or (chunk.quantity is not None and chunk.quantity.not_people is None):
        return
    chunks = sentence.chunks
    pair = _head(sentence, index + 1) in {"and", "or"} and _head(sentence, index + 3) == "of"
    if pair and _head(sentence, index + 2) in harm_words().event_nouns | harm_words().verbs:
        victims = objects(sentence, index + 3, of_noun=True)
        other = harm_words().event_nouns | harm_words().verbs
        for harm in (Harm(harm_), Harm(other[_head(sentence, index + 2)])):
            yield from make(sentence, index, harm, victims)
    if _head(sentence, index + 1) == "of":
        yield from make(sentence, index, Harm(harm_), objects(sentence, index + 1, of_noun=True))
    elif index >= 2 and chunks[index - 1].kind is Kind.POSSESSIVE and chunks[index - 2].is_noun:
        yield from make(sentence, index, Harm(harm_), [index - 2])


# --- making mentions -------------------------------------------------------------------------


def make(
    sentence: Sentence, trigger: int, harm: Harm, chunks: list[int], *, part_of: bool = False
) -> Iterator[Mention]:
    """Turn noun phrases into mentions: "one of the four victims" makes two."""
    denied = sentence.chunks[trigger].is_verb and is_denied(sentence.chunks[trigger])
    for index in chunks:
        chunk = sentence.chunks[index]
        whom = folk(sentence, chunk) or _counted(chunk)
        if whom is None or _is_how_many(sentence, chunk):
            continue
        how_many = figure(sentence, chunk, whom)
        main = sentence.chunks[trigger]
        told = main.is_verb and bool(main.helpers) and chunk.opener == "the"
        if how_many.form is Form.VAGUE and chunk.quantity is None and not told:
            if _is_known(sentence, chunk):
                continue
        mention = Mention(harm, index, trigger, whom, how_many, part_of or chunk.is_part)
        if denied and how_many.low > 0:
            mention = _none(sentence, mention, sentence.chunks[trigger])
        yield mention
        whole = whole_figure(sentence, chunk)
        if whole is not None:
            yield Mention(harm, index, trigger, whom, whole)


def _none(sentence: Sentence, mention: Mention, verb: Chunk) -> Mention:
    """ "Were not hurt" is a zero, and rests on the word "not"."""
    for index in range(verb.first, verb.stop):
        if (
            sentence.tokens[index].lower in {"not", "n't", "never"}
            or "n't" in sentence.tokens[index].lower
        ):
            return replace(mention, figure=Figure(index, index + 1, 0, 0, Form.NONE))
    return mention


def _counted(chunk: Chunk) -> Folk | None:
    """Any quantity that a word of harm is said of counts people, whatever they are called."""
    if chunk.quantity is not None and chunk.quantity.not_people is None:
        return Folk(Group.PEOPLE, chunk.quantity_stop, max(chunk.stop, chunk.quantity_stop))
    if chunk.head in harm_words().counted_nouns:
        return Folk(Group.PEOPLE, chunk.first, chunk.stop)
    return None


def _is_how_many(sentence: Sentence, chunk: Chunk) -> bool:
    return chunk.first > 0 and sentence.tokens[chunk.first - 1].lower == "how"


def _is_known(sentence: Sentence, chunk: Chunk) -> bool:
    """A plural without a figure that points back: "the civilians", "the number of people"."""
    before = [t.lower for t in sentence.tokens[max(0, chunk.first - 2) : chunk.first]]
    return chunk.opener in {"the", "those", "these"} or before == ["number", "of"]


def _is_name(sentence: Sentence, index: int) -> bool:
    whom = folk(sentence, sentence.chunks[index])
    return whom is not None and whom.is_name


def _head(sentence: Sentence, index: int) -> str:
    return sentence.chunks[index].head if 0 <= index < len(sentence.chunks) else ""


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


# --- across mentions -------------------------------------------------------------------------


def _merged(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """ "Dozens dead or injured", "40 killed and wounded": one figure, one mixed harm."""
    by_place: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_place.setdefault(mention.figure.first, []).append(mention)
    out: list[Mention] = []
    for group in by_place.values():
        harms = {m.harm for m in group}
        of_verbs = [m for m in group if m.trigger != m.chunk]
        if len(group) > 1 and 0 < len(of_verbs) < len(group):
            out += of_verbs  # "six injured civilians died", "executed 50 captive soldiers"
        elif {Harm.KILLED, Harm.INJURED} <= harms:
            heads = {sentence.chunks[m.trigger].head for m in group}
            mixed = not heads & harm_words().striking
            first = next(m for m in group if m.harm in {Harm.KILLED, Harm.INJURED})
            out.append(replace(first, harm=Harm.KILLED_OR_INJURED if mixed else Harm.KILLED))
            out += [m for m in group if m.harm not in {Harm.KILLED, Harm.INJURED}]
        else:
            out += group
    return out
