"""Whom "were killed" and "died" are said of: a walk to the left across a sentence's chunks."""

from tollbook.extracting.harming.people import folk
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import (
    OPENERS,
    is_governed,
    is_listed_part,
    is_time,
    opens_clause,
)

_MAX_STEPS = 14
_BE = frozenset("was were is are be been being am get got".split())
_FINITE = frozenset("was were is are has have had will would".split())
_OF = frozenset({"of", "in", "from", "at", "to"})
# What is told stands after these, with a subject of its own: "who said two men were killed".
_TELLING = frozenset(
    "said say says told tells tell reported reports report announced confirmed added stated "
    "claimed claims denied believe believed believes knew know knows learned saw heard found "
    "fear feared".split()
)
# Participles that tell which noun is meant: "a nurse associated with the strike was …".
_TELLS_WHICH = frozenset(
    "called named known identified dubbed associated affiliated linked employed based stationed "
    "accused suspected described assigned".split()
)


def subjects(sentence: Sentence, index: int) -> list[int]:
    """Walk left from a verb to the people it is said of.

    Returns:
        Indices of noun phrases, in text order; empty where the clause names no people.
    """
    chunks = sentence.chunks
    if _is_bare(chunks[index]):
        beside: int | None = index - 1
        if index >= 2 and chunks[index - 1].kind is Kind.COMMA:
            beside = _before_apposition(sentence, index - 1)
        if beside is not None and beside >= 0 and _stands_alone(sentence, beside):
            return joined_left(sentence, _counted_of(sentence, beside))
        verb = _joined_verb(chunks, index) if index else None
        if verb is not None and any(helper in _BE for helper in chunks[verb].helpers):
            return subjects(sentence, verb)  # "was taken from his home and killed"
    if index and (chunks[index].helpers or chunks[index].head in harm_words().subject_verbs):
        if chunks[index - 1].kind is Kind.COMMA:
            beside = _before_apposition(sentence, index - 1)
            if beside is not None:
                return joined_left(sentence, beside)
        verb = _joined_verb(chunks, index)
        if verb is not None:
            return subjects(sentence, verb)
    described = _before_description(sentence, index)
    if described is not None:
        return joined_left(sentence, described)
    at = index - 1
    for _ in range(_MAX_STEPS):
        if at < 0:
            return []
        chunk = chunks[at]
        if chunk.head in OPENERS:
            at = _before_insertion(chunks, at)
        elif chunk.kind is Kind.WHO and at and _antecedent(sentence, at) is not None:
            found = _antecedent(sentence, at)
            assert found is not None
            return joined_left(sentence, found)
        elif chunk.is_noun:
            stop = _subject_at(sentence, at)
            if stop is not None and stop >= 0:
                return joined_left(sentence, stop)
            at = _before_governor(chunks, at) if is_governed(chunks, at) else at - 1
        elif _closes(sentence, chunk, at, index):
            return []
        else:
            at -= 1
    return []


def _before_description(sentence: Sentence, index: int) -> int | None:
    """ "A man who took three hostages was caught": the second verb is said of him too."""
    chunks = sentence.chunks
    if not set(chunks[index].helpers) & _BE:
        return None
    has_verb = False
    for at in range(index - 1, max(0, index - 16), -1):
        chunk = chunks[at]
        if chunk.kind is Kind.WHO:
            return _antecedent(sentence, at) if has_verb and chunk.head == "who" else None
        if chunk.is_verb:
            if chunk.head in _TELLING:
                return None
            has_verb = True
        elif opens_clause(chunk) or chunk.kind in {Kind.COMMA, Kind.MARK}:
            return None
    return None


def _before_apposition(sentence: Sentence, comma: int) -> int | None:
    """ "Ibarra, who owns a mill and a farm, was …": the subject stands before the insertion."""
    chunks, found = sentence.chunks, None
    for at in range(comma - 1, max(0, comma - 24), -1):
        chunk = chunks[at]
        if chunk.kind is Kind.THAT or chunk.head in {";", ":", "--", "text"}:
            break
        if _is_main_verb(sentence, at):
            break
        if chunk.kind is Kind.COMMA:
            before, inside = _governor(sentence, at - 1), chunks[at + 1]
            if before is not None and (
                inside.is_noun
                or inside.kind in {Kind.WHO, Kind.PREPOSITION, Kind.AND}
                or inside.is_verb
            ):
                found = before
        if chunk.kind is Kind.WHO and found is None:
            found = _antecedent(sentence, at)
    return found


def _is_main_verb(sentence: Sentence, at: int) -> bool:
    """A verb of another clause, and of no "who" or "which"."""
    chunk = sentence.chunks[at]
    finite = chunk.tag in {"VBZ", "VBP"} or not _FINITE.isdisjoint(chunk.helpers[:1])
    if not chunk.is_verb or not finite:
        return False
    near = sentence.tokens[sentence.chunks[max(0, at - 3)].first : chunk.first]
    return all(token.lower not in {"who", "whom", "which"} for token in near)


def _governor(sentence: Sentence, at: int) -> int | None:
    """ "Two members of the mayor's escort": whom a phrase of several is about; nobody in others."""
    chunks, inmost = sentence.chunks, at
    while at >= 2 and chunks[at].is_noun:
        owner = at - 2 if chunks[at - 1].kind is Kind.POSSESSIVE else at
        if owner < 2 or chunks[owner - 1].head not in _OF or not chunks[owner - 2].is_noun:
            break
        at = owner - 2
    if at < 0 or (at < inmost and at and chunks[at - 1].is_verb):
        return None
    the_one = chunks[at].opener == "the" and chunks[at].quantity is None
    if at < inmost and the_one and _is_persons_name(sentence, inmost + 2):
        return None  # "the mayor of Alto, Ibarra, was": his name is in the text
    return _subject_at(sentence, at)


def _is_persons_name(sentence: Sentence, at: int) -> bool:
    whom = folk(sentence, sentence.chunks[at]) if at < len(sentence.chunks) else None
    return whom is not None and whom.is_name


def _joined_verb(chunks: list[Chunk], index: int) -> int | None:
    """ "Ibarra resisted and was shot": the verb whose subject the one at `index` shares."""
    at = index - 1
    if chunks[at].kind is not Kind.AND:
        return None
    for back in range(at - 1, max(-1, at - 8), -1):
        if chunks[back].is_verb and (
            chunks[back].tag not in {"VBG", "VB"} or set(chunks[back].helpers) & _BE
        ):
            return back
        if chunks[back].kind in {Kind.WHO, Kind.THAT} or chunks[back].head == ";":
            return None
    return None


def _subject_at(sentence: Sentence, at: int) -> int | None:
    chunk = sentence.chunks[at]
    if is_governed(sentence.chunks, at) or is_time(chunk) or folk(sentence, chunk) is None:
        return None
    if _is_predicate_of_part(sentence.chunks, at):
        return None
    if chunk.head in harm_words().states and chunk.quantity is None:
        return None
    return at


def _is_bare(chunk: Chunk) -> bool:
    """A participle without "was": "the people killed in …"."""
    words = harm_words()
    harms = (
        chunk.head in words.verbs
        or chunk.head in words.people_verbs
        or chunk.head in words.striking
    )
    return chunk.is_verb and harms and not chunk.helpers and chunk.tag in {"VBN", "VBD"}


def _stands_alone(sentence: Sentence, at: int) -> bool:
    chunk = sentence.chunks[at]
    if not chunk.is_noun or is_time(chunk) or _is_predicate_of_part(sentence.chunks, at):
        return False
    whom = folk(sentence, chunk)
    if whom is None or is_listed_part(sentence.chunks, at):
        return False
    return not (whom.is_name and is_governed(sentence.chunks, at))


def _counted_of(sentence: Sentence, at: int) -> int:
    """ "12 members of the army killed": the members are counted, not the army."""
    chunks = sentence.chunks
    if at < 2 or chunks[at - 1].head != "of" or chunks[at].quantity is not None:
        return at
    counted = chunks[at - 2].quantity is not None and folk(sentence, chunks[at - 2]) is not None
    return at - 2 if counted else at


def _is_predicate_of_part(chunks: list[Chunk], at: int) -> bool:
    """ "Ten civilians some of them children": that they are children is told of the part."""
    before = chunks[at - 1] if at else None
    return (
        before is not None
        and before.is_noun
        and before.quantity is not None
        and before.is_part
        and chunks[at].quantity is None
    )


def _antecedent(sentence: Sentence, who: int) -> int | None:
    """Find whom "who" and "which" stand for: the noun before, across a comma and its apposition."""
    chunks = sentence.chunks
    at = who - 1
    if chunks[at].kind is Kind.PREPOSITION:  # "three of whom died"
        at -= 1
    while at >= 0 and (chunks[at].kind is Kind.COMMA or chunks[at].head in OPENERS):
        at = _before_insertion(chunks, at) if chunks[at].head in OPENERS else at - 1
    if at < 0 or not chunks[at].is_noun:
        return None
    whom = folk(sentence, chunks[at])
    placed = is_governed(chunks, at) and chunks[at - 1].head in {"in", "at", "near", "of", "from"}
    if whom is not None and whom.is_name and placed:
        return _before_places(sentence, at)
    found = at if whom is not None and not is_time(chunks[at]) else None
    while at >= 2 and chunks[at - 1].kind is Kind.PREPOSITION and chunks[at - 2].is_noun:
        at -= 2
        whom = folk(sentence, chunks[at])
        if whom is not None and (found is None or not whom.is_name):
            found = at
    return found


def _before_places(sentence: Sentence, at: int) -> int | None:
    """ "Ibarra, mayor of Alto, in Sur province, who …": step over the places to the person."""
    chunks = sentence.chunks
    for back in range(at - 2, max(-1, at - 12), -1):
        chunk = chunks[back]
        if chunk.is_noun and not is_governed(chunks, back) and folk(sentence, chunk) is not None:
            return back
        if chunk.is_verb:
            return None
    return None


def _before_insertion(chunks: list[Chunk], at: int) -> int:
    """Step over "(…)", "[…]" and "-- … --" to the chunk before it."""
    opener = OPENERS[chunks[at].head]
    for back in range(at - 1, max(-1, at - 20), -1):
        if chunks[back].head == opener:
            return back - 1
    return at - 1


def _before_governor(chunks: list[Chunk], at: int) -> int:
    while at >= 0 and chunks[at].kind is not Kind.PREPOSITION:
        at -= 1
    return at - 1


def _closes(sentence: Sentence, chunk: Chunk, at: int, index: int) -> bool:
    """Whether a chunk ends the clause that the walk from `index` began in."""
    if chunk.kind is Kind.THAT or chunk.head in {";", ".", ":"}:
        return at < index - 1
    if not chunk.is_verb:
        return chunk.kind is Kind.AND and _is_bare(sentence.chunks[index])
    if chunk.head in _TELLS_WHICH and not chunk.helpers:
        return False
    if _is_bare(sentence.chunks[index]):
        return True
    if chunk.tag in {"VBG", "VBN"} and not any(h in _BE and h != "being" for h in chunk.helpers):
        return False
    chunks = sentence.chunks
    for back in range(at - 1, max(-1, at - 4), -1):
        if chunks[back].kind in {Kind.WHO, Kind.THAT}:
            return False
        if chunks[back].is_verb:
            break
    return True


def joined_left(sentence: Sentence, at: int) -> list[int]:
    """Take the noun phrases joined to one on its left: "a guard, two cooks and a driver".

    A name before a comma takes the place of its apposition: "Ibarra, the mayor, was …".
    """
    chunks, found = sentence.chunks, [at]
    has_and = False
    while at >= 1:
        if sentence.tokens[chunks[at].stop - 1].lower == "whom":  # "three guards, one of whom died"
            break
        other, joiner = _to_the_left(chunks, at)
        if other is None or folk(sentence, chunks[other]) is None:
            break
        whom, here = folk(sentence, chunks[other]), chunks[at]
        assert whom is not None
        one = here.quantity is None or here.quantity.high == 1
        named = whom.is_name and not is_time(chunks[other])
        if joiner is Kind.COMMA and not has_and and named and one:
            found[0] = other
            break
        if not _may_join(sentence, other):
            break
        has_and = has_and or joiner is Kind.AND
        if joiner is Kind.COMMA and not has_and and chunks[other].quantity is None:
            break
        at = other
        found.insert(0, at)
    return found


def _to_the_left(chunks: list[Chunk], at: int) -> tuple[int | None, Kind]:
    before = chunks[at - 1]
    if before.is_noun and chunks[at].quantity is not None and before.quantity is not None:
        return at - 1, Kind.AND
    if before.kind not in {Kind.AND, Kind.COMMA}:
        return None, Kind.MARK
    kind, other = before.kind, at - 2
    if other >= 0 and chunks[other].head in OPENERS:
        other = _before_insertion(chunks, other)
    if other >= 0 and chunks[other].kind is Kind.COMMA:
        other -= 1
    while other >= 2 and chunks[other].is_noun and is_governed(chunks, other):
        if (
            chunks[other - 1].head not in {"of", "from", "in", "at"}
            or not chunks[other - 2].is_noun
        ):
            break
        other -= 2
    return (other if other >= 0 and chunks[other].is_noun else None), kind


def _may_join(sentence: Sentence, other: int) -> bool:
    chunks = sentence.chunks
    chunk = chunks[other]
    if folk(sentence, chunk) is None or is_time(chunk) or is_governed(chunks, other):
        return False
    if chunk.head in harm_words().states or chunk.head in harm_words().counted_nouns:
        return False  # "12 fatalities and 30 wounded": each counts for itself
    before = chunks[other - 1] if other else None
    return not (before is not None and before.is_verb and chunk.quantity is None)
