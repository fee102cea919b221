""" "Captured" -> whom, and how: rebels abduct, police detain; towns and wickets are nobody."""

from tollbook.claim import Group, Harm
from tollbook.extracting.harming.people import folk
from tollbook.extracting.harming.subjects import subjects
from tollbook.extracting.lexicon import harm_words, people_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.situating.countries import demonyms, known_place

_LAWLESS = frozenset({Group.ARMED_GROUP, Group.ATTACKER})
# Whom no police captures: "a nurse was captured near Sarn".
_TAKEN_BY_FORCE = frozenset({Group.AID_WORKER, Group.MEDIC, Group.JOURNALIST, Group.CHILD})
_HE = frozenset("he him his she her who".split())
_ON = frozenset("camera film video tape picture photographs".split())
_NEAR = 9


def how_captured(sentence: Sentence, verb: int, captured: int) -> Harm:
    """Whether the captured were abducted or detained: whoever holds them decides."""
    captor = _captor(sentence, verb)
    if captor is not None:
        return Harm.ABDUCTED if captor in _LAWLESS else Harm.DETAINED
    whom = folk(sentence, sentence.chunks[captured])
    by_force = whom is not None and whom.group in _TAKEN_BY_FORCE
    return Harm.ABDUCTED if by_force else Harm.DETAINED


def _captor(sentence: Sentence, verb: int) -> Group | None:
    """ "By separatist rebels", "guerrillas captured": the first word that tells a side."""
    chunks = sentence.chunks
    for at in range(verb + 1, min(verb + _NEAR, len(chunks) - 1)):
        if chunks[at].head == "by":
            return _side(sentence, chunks[at + 1].first, chunks[at + 1].stop + 6)
        if chunks[at].is_verb or chunks[at].kind is Kind.MARK:
            break
    if {"was", "were", "been", "being", "is", "are"} & set(chunks[verb].helpers):
        return None
    actors = subjects(sentence, verb)
    return _side(sentence, chunks[actors[0]].first, chunks[verb].first) if actors else None


def _side(sentence: Sentence, first: int, stop: int) -> Group:
    for token in sentence.tokens[first:stop]:
        if token.lower in {",", "."}:
            break
        word = token.lower.removesuffix("-linked")
        side = people_words().modifiers.get(word) or people_words().groups.get(word)
        if word in harm_words().captors:
            return Group.ARMED_GROUP
        if side is not None and (Group(side) in _LAWLESS or side == Group.SECURITY_FORCE):
            return Group(side)
    return Group.OTHER


def may_be_captured(sentence: Sentence, verb: int, captured: int) -> bool:
    """Whether a noun phrase means captives: no town, no wicket, nobody caught on camera."""
    chunks = sentence.chunks
    chunk = chunks[captured]
    on = chunks[verb + 2].head if verb + 2 < len(chunks) else ""
    if chunks[verb + 1 : verb + 2] and chunks[verb + 1].head == "on" and on in _ON:
        return False
    whom = folk(sentence, chunk)
    if whom is None:
        return False
    if whom.is_name:
        return _is_persons_name(sentence, chunk, before_verb=captured < verb)
    if chunk.quantity is None or chunk.head in people_words().groups:
        return True
    if chunk.stop == chunk.quantity_stop:
        after = chunks[captured + 1].head if captured + 1 < len(chunks) else ""
        return after not in {"for", "of"} and chunk.quantity.whole is None
    named = chunk.is_part or chunk.tag.startswith("NNP")
    return chunk.head in demonyms() or (named and known_place(chunk.head) is None)


def _is_persons_name(sentence: Sentence, chunk: Chunk, *, before_verb: bool) -> bool:
    """Tell a person's name from a town's by its own words and by "he" and "who" beside it."""
    tokens = sentence.tokens
    words = [token.lower for token in tokens[chunk.first : chunk.stop]]
    if known_place(" ".join(words)) or not harm_words().places.isdisjoint(words):
        return False
    beside = tokens if before_verb else tokens[chunk.stop :]
    if any(token.lower in _HE for token in beside):
        return True
    aged = [token.text for token in tokens[chunk.stop : chunk.stop + 3]]
    if aged[:1] == [","] and aged[1:2] and aged[1].isdigit() and aged[2:] == [","]:
        return True
    return before_verb or (len(words) > 1 and chunk.opener != "the")  # "won the Sarn Trophy"
