"""States, counted nouns and events -> mentions: "12 dead", "the death toll", "the murder of"."""

from collections.abc import Iterator

from tollbook.claim import Form, Group, Harm
from tollbook.extracting.harming.mentions import (
    SUFFERING,
    WOUNDS,
    Mention,
    head_at,
    is_harm_participle,
    make,
    none_of,
)
from tollbook.extracting.harming.objects import objects
from tollbook.extracting.harming.people import Figure, Folk, folk
from tollbook.extracting.harming.reality import is_denied, is_not, is_real
from tollbook.extracting.harming.subjects import subjects
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import is_governed, is_time

_BE = frozenset({"is", "are", "was", "were", "been"})
_LEAVE = frozenset("leave leaves left leaving".split())
_BEING = frozenset(
    "found pronounced declared feared presumed believed confirmed reported remain remained remains "
    "went gone go are were is was been be lay lying dropped".split()
)
_BURIALS = frozenset("funeral funerals burial burials coffins".split())
_REPORTS = frozenset("report reports word indication information".split())
_GROWING = frozenset("rise climb grow increase jump".split())
_TOLL_STOP = frozenset("because due as while among after since although but so with".split())


def from_state(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
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
    if chunk.is_verb and not _BE.isdisjoint(chunk.helpers):  # "three are still missing"
        if is_real(sentence, index) and not is_denied(chunk):
            yield from make(sentence, index, harm, subjects(sentence, index))
        return
    if before is None or chunk.stop - chunk.first > 1:
        return
    if before.kind is Kind.AND and index >= 2 and chunks[index - 2].head in words.states:
        before, index = chunks[index - 3] if index >= 3 else before, index - 2
        if chunks[index].quantity is not None:
            yield from make(sentence, index, harm, [index])
            return
    of_whom = is_governed(chunks, index - 1)  # "left 12 members of the council dead"
    if before.is_noun and (of_whom or folk(sentence, before) is not None):
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
    counted = beside is not None and beside.quantity is not None
    if bare and beside is not None and counted and folk(sentence, beside) is not None:
        return [verb - 1]
    return subjects(sentence, verb)


def _with_next(sentence: Sentence, index: int, harm: Harm) -> Harm:
    """ "Tens of dead and wounded": the state beside it belongs to the same figure."""
    chunks = sentence.chunks
    if head_at(sentence, index + 1) not in {"and", "or"} or index + 2 >= len(chunks):
        return harm
    if index + 3 < len(chunks) and chunks[index + 3].quantity is not None:
        return harm
    other = harm_words().states.get(sentence.tokens[chunks[index + 2].first].lower)
    return Harm.KILLED_OR_INJURED if {harm, other} == {Harm.KILLED, Harm.INJURED} else harm


def _is_left(sentence: Sentence, index: int) -> bool:
    near = sentence.chunks[max(0, index - 5) : index]
    return any(c.is_verb and c.head in _LEAVE | {"found", "pronounced", "declared"} for c in near)


def from_modifier(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "30 dead civilians", "the four slain officers": the state stands before its noun."""
    if chunk.quantity is None or chunk.quantity.not_people is not None:
        return
    for token in sentence.tokens[chunk.quantity_stop : chunk.stop - 1]:
        harm_ = harm_words().states.get(token.lower)
        if harm_ is not None and folk(sentence, chunk) is not None:
            yield from make(sentence, index, Harm(harm_), [index])
            return


def from_counted_noun(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "77 fatalities", "dozens of casualties", "caused deaths", "did not cause casualties"."""
    words = harm_words()
    if _is_had(sentence, index):  # "a man with a gunshot wound": he is counted, not the wound
        yield from make(sentence, index, Harm.INJURED, [index - 2])
        return
    if chunk.head == "victims":
        yield from _no_victims(sentence, index)
        return
    harm_ = words.counted_nouns.get(chunk.head)
    if harm_ is None or chunk.head in words.states:
        return
    harm = Harm(harm_)
    if chunk.head in WOUNDS and index and _is_suffered(sentence, index):
        return
    if chunk.head == "loss" and not _is_of_life(sentence, index):
        return
    if chunk.quantity is not None:
        if chunk.quantity.not_people is None:
            yield from make(sentence, index, harm, [index])
        return
    if head_at(sentence, index + 1) == "of" and chunk.head in {
        "bodies",
        "body",
        "corpses",
        "corpse",
    }:
        yield from make(sentence, index, harm, objects(sentence, index + 1, of_noun=True))
        return
    nobody = _nobody(sentence, index)
    if nobody is not None:
        yield Mention(harm, index, index, Folk(Group.PEOPLE, chunk.first, chunk.stop), nobody)
        return
    if chunk.opener or chunk.head not in {"casualties", "deaths", "fatalities", "injuries"}:
        return
    inflicted = _inflicted_on(sentence, index)
    if inflicted:
        yield from make(sentence, index, harm, inflicted)
        return
    for back in sentence.chunks[max(0, index - 3) : index]:
        if back.is_verb and back.head in words.causes - SUFFERING:
            for mention in make(sentence, index, harm, [index]):
                yield none_of(sentence, mention, back) if is_denied(back) else mention
            return


def _nobody(sentence: Sentence, index: int) -> Figure | None:
    """ "Without causing any casualties", "did not suffer any losses": a zero."""
    chunks = sentence.chunks
    any_ = chunks[index].first + 1 if chunks[index].opener == "any" else None
    none = _told_of_none(chunks, index)
    if none is not None:
        return Figure(none.first, none.first + 1, 0, 0, Form.NONE)
    for back in range(index - 1, max(-1, index - 4), -1):
        chunk = chunks[back]
        if chunk.head == "without":
            return Figure(chunk.first, any_ or chunk.stop, 0, 0, Form.NONE)
        if chunk.is_verb and any_ and is_denied(chunk) and chunk.head in harm_words().causes:
            not_ = next(k for k in range(chunk.first, chunk.stop) if is_not(sentence.tokens[k]))
            return Figure(not_, any_, 0, 0, Form.NONE)
        if not (chunk.is_verb or chunk.kind is Kind.PREPOSITION):
            return None
    return None


def _no_victims(sentence: Sentence, index: int) -> Iterator[Mention]:
    """ "There were no victims": what became of victims is told elsewhere, but for a zero."""
    chunk, harm = sentence.chunks[index], Harm.KILLED_OR_INJURED
    if chunk.quantity is not None and chunk.quantity.high == 0:
        yield from make(sentence, index, harm, [index])
        return
    nobody = _nobody(sentence, index)
    if nobody is not None:
        whom = Folk(Group.PEOPLE, chunk.first, chunk.stop)
        yield Mention(harm, index, index, whom, nobody)


def _told_of_none(chunks: list[Chunk], index: int) -> Chunk | None:
    """ "No damage or casualties", "no reports of injuries", "without damage or victims"."""
    if index < 2 or chunks[index].opener not in {"", "any"}:
        return None
    joint, before = chunks[index - 1], chunks[index - 2]
    reported = joint.head == "of" and before.head in _REPORTS
    listed = joint.kind is Kind.AND and joint.head in {"or", "nor"}
    if not before.is_noun or not (reported or listed):
        return None
    if before.quantity is not None and before.quantity.high == 0:
        return before
    if listed and before.opener in {"any", ""} and index >= 3:
        return next((c for c in chunks[max(0, index - 4) : index - 2] if c.head == "without"), None)
    return None


def _is_had(sentence: Sentence, index: int) -> bool:
    chunks = sentence.chunks
    is_wound = chunks[index].head in {"wound", "wounds"}
    if not is_wound or index < 2 or chunks[index - 1].head != "with":
        return False
    whom = folk(sentence, chunks[index - 2])
    if whom is None or chunks[index - 2].head in harm_words().states:
        return False
    return not is_time(chunks[index - 2]) and not (whom.is_name and is_governed(chunks, index - 2))


def _is_suffered(sentence: Sentence, index: int) -> bool:
    """ "Suffered several wounds", "suffering from multiple wounds": no count of people."""
    chunks = sentence.chunks
    back = index - 2 if index >= 2 and chunks[index - 1].head == "from" else index - 1
    return chunks[back].head in SUFFERING


def _is_of_life(sentence: Sentence, index: int) -> bool:
    """ "Some loss of human life", not "some loss of power"."""
    of = head_at(sentence, index + 1) == "of"
    return of and head_at(sentence, index + 2) in {"life", "lives"}


def _inflicted_on(sentence: Sentence, index: int) -> list[int]:
    """ "Inflicted casualties on “hundreds”": the figure stands where the harmed do."""
    before = sentence.chunks[index - 1] if index else None
    if before is None or not before.head.startswith("inflict"):
        return []
    if head_at(sentence, index + 1) not in {"on", "upon", "among"}:
        return []
    found = objects(sentence, index + 1)
    return [k for k in found if sentence.chunks[k].quantity is not None]


def from_toll(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "The death toll rose to 70", "put the toll at 16", "a higher toll of about 100"."""
    words = {t.lower for t in sentence.tokens[chunk.first : chunk.stop]}
    of = head_at(sentence, index + 1) == "of"
    harm = Harm.KILLED if "toll" in words or "tally" in words else None
    if harm is None and chunk.head in {"number", "count"} and of:
        harm = _harm_of_phrase(sentence, index + 2)
    if harm is None:
        return
    for later in range(index + 1, min(index + 14, len(sentence.chunks))):
        noun = sentence.chunks[later]
        if noun.head in _TOLL_STOP or (noun.head in _GROWING and not is_real(sentence, later)):
            return
        if noun.quantity is None or noun.quantity.not_people is not None or noun.is_part:
            continue
        if head_at(sentence, later - 1) == "from" and head_at(sentence, later + 1) == "to":
            continue  # "rose from 12 to 15": twelve is what it was
        if noun.tag == "CD" or folk(sentence, noun) is not None:
            following = sentence.chunks[later + 1] if later + 1 < len(sentence.chunks) else None
            own = following is not None and is_harm_participle(following)
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


def from_event(sentence: Sentence, index: int, chunk: Chunk) -> Iterator[Mention]:
    """ "The death of two guards", "the mayor's murder"."""
    harm_ = harm_words().event_nouns.get(chunk.head)
    if harm_ is None and chunk.head in {"shooting", "stabbing"}:
        words = {t.lower for t in sentence.tokens[chunk.first : chunk.stop]}
        harm_ = "killed" if words & {"fatal", "deadly"} else "injured"
    if harm_ is None or (chunk.quantity is not None and chunk.quantity.not_people is None):
        return
    chunks = sentence.chunks
    pair = head_at(sentence, index + 1) in {"and", "or"} and head_at(sentence, index + 3) == "of"
    if pair and head_at(sentence, index + 2) in harm_words().event_nouns | harm_words().verbs:
        victims = objects(sentence, index + 3, of_noun=True)
        other = harm_words().event_nouns | harm_words().verbs
        for harm in (Harm(harm_), Harm(other[head_at(sentence, index + 2)])):
            yield from make(sentence, index, harm, victims)
    of = {"of", "for"} if chunk.head in _BURIALS else {"of"}
    if head_at(sentence, index + 1) in of:
        yield from make(sentence, index, Harm(harm_), objects(sentence, index + 1, of_noun=True))
    elif _has_owner(chunks, index):
        yield from make(sentence, index, Harm(harm_), [index - 2])


def _has_owner(chunks: list[Chunk], index: int) -> bool:
    """ "The mayor's murder", but not "Tuesday's shooting death"."""
    if index < 2 or chunks[index - 1].kind is not Kind.POSSESSIVE:
        return False
    return chunks[index - 2].is_noun and not is_time(chunks[index - 2])
