"""Noun phrases -> the things they name, whole, one by one, and whether they can break."""

import re

from tollbook.extracting.acting.act_words import attack_words, damage_words
from tollbook.extracting.acting.actors import Stretch
from tollbook.extracting.acting.clauses import is_when
from tollbook.extracting.harming.people import folk
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence

TAKE = frozenset("take takes took taken taking".split())
_AIRCRAFT_TYPE = re.compile(r"(?:su|mig|il|an|tu|mi|ka|[acf]|ah|uh|ch|mq|rq|tb)-?\d{1,3}[a-z]?")


def thing_stretch(sentence: Sentence, at: int) -> Stretch:
    """Take a thing's whole name: "a number of houses", "the house of the mayor"."""
    chunks = sentence.chunks
    first, stop = chunks[at].first, chunks[at].stop
    if at and chunks[at - 1].head in TAKE and sentence.tokens[first].lower == "over":
        first += 1  # "took over two offices": the verb's word, not "more than two"
    here = at + 1
    while here + 1 < len(chunks) and chunks[here + 1].is_noun and not is_when(chunks[here + 1]):
        link, then = chunks[here], chunks[here + 1]
        if (
            link.head == "of"
            or link.kind is Kind.POSSESSIVE
            or (link.kind is Kind.AND and _is_joined(sentence, here + 1, stop == chunks[at].stop))
        ):
            stop = then.stop
        else:
            break
        here += 2
    return first, stop


def _is_joined(sentence: Sentence, at: int, is_bare: bool) -> bool:
    """Whether "and" joins one more thing without a figure or a verb of its own."""
    chunk = sentence.chunks[at]
    if chunk.quantity is not None or _starts_clause(sentence.chunks, at):
        return False
    words = {t.lower for t in sentence.tokens[chunk.first : chunk.stop]}
    return not is_bare or folk(sentence, chunk) is None or bool(words & damage_words().things)


def _starts_clause(chunks: list[Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at + 1].is_verb and chunks[at + 1].tag != "VBG"


def thing_words(sentence: Sentence, at: int) -> set[str]:
    """The words of a noun phrase and of what it is a number or a part of."""
    first, stop = thing_stretch(sentence, at)
    return {t.lower for t in sentence.tokens[first:stop]}


def listed(sentence: Sentence, at: int) -> list[int]:
    """Take the things of a list one by one: "two schools, a shop and several houses"."""
    chunks, found = sentence.chunks, [at]
    after = after_thing(sentence, at)
    while after + 1 < len(chunks):
        step = 1
        if chunks[after].kind is Kind.COMMA:
            step = 2 if chunks[after + 1].kind is Kind.AND else 1
        elif chunks[after].kind is not Kind.AND:
            break
        at = after + step
        if at >= len(chunks) or not _is_item(sentence, at):
            break
        after = after_thing(sentence, at)
        if after < len(chunks) and chunks[after].is_verb:
            break
        found.append(at)
    return found


def _is_item(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase is one more of a list: counted, or "a" thing."""
    chunk = sentence.chunks[at]
    if not chunk.is_noun:
        return False
    return chunk.quantity is not None or (chunk.opener == "a" and is_thing(sentence, at))


def listed_until(sentence: Sentence, at: int) -> list[int]:
    """Take the things of a list that ends at a counted one: "a hangar and two jets were burned"."""
    chunks, found = sentence.chunks, [at]
    if chunks[at].quantity is None:
        return found
    while at >= 2 and chunks[at - 1].kind in {Kind.AND, Kind.COMMA}:
        is_more = chunks[at - 1].kind is Kind.AND or len(found) > 1
        at -= 2
        if not (is_more and chunks[at].is_noun and is_thing(sentence, at)):
            break
        if not (chunks[at].opener or chunks[at].quantity):
            break
        if at and (chunks[at - 1].is_verb or chunks[at - 1].kind is Kind.PREPOSITION):
            break
        found.insert(0, at)
    return found


def may_come_to(sentence: Sentence, at: int, effect: str) -> bool:
    """Whether a noun phrase can come to an effect: people and plans cannot, towns seldom."""
    chunk = sentence.chunks[at]
    if is_when(chunk) or chunk.tag == "PRP" or is_nothing(chunk):
        return False
    words = damage_words()
    lowers = thing_words(sentence, at)
    last = sentence.tokens[chunk.stop - 1].lower
    if effect == "seized":
        if last in words.places or chunk.tag == "NNP":
            return last in words.places and _is_taken_from(sentence, at)
        return bool(lowers & words.things)
    if lowers & words.things or any(is_aircraft_type(word) for word in lowers):
        return True
    if last in attack_words().events:
        return False
    whom = folk(sentence, chunk)
    return whom is None and effect != "burned" and chunk.head not in words.abstract


def is_aircraft_type(word: str) -> bool:
    """Whether a word is the type of an aircraft.

    Example:
        >>> is_aircraft_type("su-22"), is_aircraft_type("covid-19")
        (True, False)
    """
    return _AIRCRAFT_TYPE.fullmatch(word) is not None


def is_nothing(chunk: Chunk) -> bool:
    """Whether a phrase counts none: "no damage"."""
    return chunk.quantity is not None and chunk.quantity.low == 0 and chunk.quantity.high == 0


def _is_taken_from(sentence: Sentence, at: int) -> bool:
    """Whether somebody loses a place: "captured the port from rebels", "a rebel-held village"."""
    chunk = sentence.chunks[at]
    if any(t.lower.endswith("-held") for t in sentence.tokens[chunk.first : chunk.stop]):
        return True
    return any(t.lower == "from" for t in sentence.tokens[chunk.stop : chunk.stop + 12])


def is_thing(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase names a thing of the list."""
    chunk = sentence.chunks[at]
    if is_when(chunk) or chunk.tag == "PRP":
        return False
    return bool(thing_words(sentence, at) & damage_words().things)


def after_thing(sentence: Sentence, at: int) -> int:
    """Find the chunk after a thing's whole name."""
    stop = thing_stretch(sentence, at)[1]
    while at < len(sentence.chunks) and sentence.chunks[at].first < stop:
        at += 1
    return at
