"""Whom "killed" and "the murder of" are said of: a walk to the right, across lists."""

from tollbook.extracting.harming.people import folk
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import OPENERS, is_time

_SAID = frozenset("said says reported announced confirmed added stated".split())
_LIST_PREPOSITIONS = frozenset("in of at from near as with along on to".split())


def objects(sentence: Sentence, index: int, *, of_noun: bool = False) -> list[int]:
    """Walk right from a verb (or "of") to the people it is said of, across lists.

    Args:
        sentence: the sentence.
        index: the chunk to walk from.
        of_noun: the list hangs on a noun ("the murder of"), so a verb after it is the noun's.

    Returns:
        Indices of noun phrases, in text order.
    """
    chunks, found = sentence.chunks, list[int]()
    at = index + 1
    while at < len(chunks) and (
        chunks[at].kind in {Kind.ADVERB, Kind.QUOTE} or chunks[at].head in {"[", "("}
    ):
        at += 1
    while at < len(chunks) and chunks[at].is_noun:
        if at + 2 < len(chunks) and chunks[at + 1].kind is Kind.POSSESSIVE:
            at += 2
            continue
        if found and _is_own_subject(chunks, at, of_noun=of_noun):
            break
        if folk(sentence, chunks[at]) is None or is_time(chunks[at]):
            if found or chunks[at].quantity is not None:
                break
            at += 1
            continue
        if found and _is_apposition(sentence, found[-1], at):
            break
        found.append(at)
        following = _next_in_list(chunks, at, of_noun=of_noun)
        if following is None:
            break
        at = following
    return found


def _is_own_subject(chunks: list[Chunk], at: int, *, of_noun: bool = False) -> bool:
    """Whether a listed noun phrase has a verb of its own: "killed 12 and five are missing"."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if after is None:
        return False
    if after.is_verb and after.head in _SAID and not after.helpers:
        return True  # "including two boys, the mayor said"
    if of_noun:  # "including two boys, and 30 hurt", but not "including two boys, were hurt"
        bare = not after.helpers and after.tag != "VBG" and chunks[at].quantity is not None
        return bare and after.head in harm_words().verbs
    if after.is_verb:
        finite = after.tag in {"VBD", "VBZ", "VBP", "MD"} or bool(after.helpers)
        return finite or after.head in harm_words().verbs or after.head in harm_words().striking
    return after.head in harm_words().states


def _is_apposition(sentence: Sentence, before: int, at: int) -> bool:
    """Names after a counted or named figure tell who they were; they are no more people."""
    chunks = sentence.chunks
    here, there = folk(sentence, chunks[at]), folk(sentence, chunks[before])
    assert here is not None
    assert there is not None
    by_comma = chunks[at - 1].kind is Kind.COMMA
    if by_comma and here.is_name and not there.is_name:
        return True
    one = chunks[at].quantity is None and chunks[at].opener in {"the", ""}
    return by_comma and there.is_name and not here.is_name and one


def _next_in_list(chunks: list[Chunk], at: int, *, of_noun: bool = False) -> int | None:
    """Find the next noun phrase of a list: "12 people in Gao and five in Kidal"."""
    here, joined, crossed = at + 1, False, False
    for _ in range(9):
        if here >= len(chunks):
            return None
        chunk = chunks[here]
        if chunk.kind in {Kind.COMMA, Kind.AND} or chunk.head in {
            "well",
            "also",
            "addition",
            "plus",
        }:
            joined, here = True, here + 1
        elif chunk.kind is Kind.PREPOSITION and chunk.head in _LIST_PREPOSITIONS:
            steps = _over_preposition(chunks, here, joined)
            if steps == 0:
                return None
            joined, here = joined or steps == 1, here + steps
            crossed = crossed or (steps == 2 and chunk.head in {"in", "at", "near"})
        elif chunk.head in OPENERS.values() and not joined:
            here += 1
            while here < len(chunks) and chunks[here].head not in {")", "]"}:
                here += 1
            here += 1
        elif chunk.is_noun and _is_place_apposition(chunks, here):
            here += 2
        elif chunk.is_noun and (joined or chunk.quantity is not None):
            placed = crossed and chunk.quantity is None and chunk.opener not in {"a", "an"}
            own = _is_own_subject(chunks, here, of_noun=of_noun)
            return None if placed or own else here
        else:
            return None
    return None


def _is_place_apposition(chunks: list[Chunk], here: int) -> bool:
    """ "Three in Alto, Sur department, two in …": the department is no member of the list."""
    after = chunks[here + 1] if here + 1 < len(chunks) else None
    then = chunks[here + 2] if here + 2 < len(chunks) else None
    if after is None or then is None or after.kind is not Kind.COMMA:
        return False
    placed = here >= 3 and chunks[here - 3].head in {"in", "at", "near"}
    return placed and chunks[here].quantity is None and then.quantity is not None


def _over_preposition(chunks: list[Chunk], here: int, joined: bool) -> int:
    chunk = chunks[here]
    if chunk.head in {"as", "along"}:
        return 1
    after = chunks[here + 1] if here + 1 < len(chunks) else None
    if chunk.head == "in" and after is not None and after.head == "addition":
        return 1
    if chunk.head in {"with", "to"} and joined:
        return 1
    return 2 if after is not None and after.is_noun and not joined else 0
