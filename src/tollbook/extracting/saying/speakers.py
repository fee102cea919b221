"""Noun phrases beside a verb of saying -> the source's own words.

A source is read with what belongs to it: "Ibarra, the mayor of Alto", "activists in Alto",
"the Observatory for Human Rights"; where commas were stripped, it is told from the place or
the victims that run into it by what can speak and what cannot.
"""

from tollbook.counting import NotPeople
from tollbook.extracting.harming.people import folk
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.saying.sources import is_pronoun, kind_of_name, kind_of_words

# Token offsets within the sentence, the last excluded.
Stretch = tuple[int, int]

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later night "
    "morning evening afternoon week month year weekend".split()
)
_JOINING = frozenset("of for from in at with near on by".split())
# Heads of bodies, whoever they are: "its director", "the group's spokeswoman".
_SPOKEN_FOR = frozenset(
    "head director spokesman spokeswoman spokesperson chief member leader".split()
)
_SHOWN = frozenset("seen obtained reviewed viewed consulted examined read verified".split())
_TITLES = frozenset({"identified", "known", "named", "called"})
# Kinds whose counted nouns are more often harmed than heard: "20 rebels in Alto, a monitor said".
_OFTEN_HARMED = frozenset({"armed_group", "military", "police", "witness", "family"})


def is_day(chunk: Chunk) -> bool:
    """Whether a noun phrase names a time."""
    return chunk.head in _DAYS or (chunk.tag == "CD" and chunk.quantity is None)


def is_speaker(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a noun phrase can say something: a body, a pronoun, a person."""
    if not chunk.is_noun or is_day(chunk) or chunk.head in harm_words().states:
        return False
    text = sentence.text(chunk.first, chunk.stop)
    if is_pronoun(text) or text.lower() in {"another", "others"}:
        return True
    kind = kind_of_words(text)
    counted = chunk.quantity is not None and chunk.quantity.not_people is not NotPeople.FORMATION
    if counted and chunk.quantity is not None and chunk.quantity.high != 1:
        return kind is not None and kind not in _OFTEN_HARMED
    whom = folk(sentence, chunk)
    if kind is not None or whom is not None or chunk.head in _SPOKEN_FOR:
        return True
    if kind_of_name(text) is not None:  # "turkey" is a bird to the word list
        return True
    return _is_named_body(sentence, chunk)


def _is_named_body(sentence: Sentence, chunk: Chunk) -> bool:
    """ "The Hill Front", whatever it is: a front in small letters is a place."""
    capitals = sum(t.text[0].isupper() for t in sentence.tokens[chunk.first : chunk.stop])
    is_name = sentence.has_case and chunk.tag.startswith("NNP")
    return is_name and capitals - (chunk.first == 0 and chunk.opener != "") > 1


def source_before(sentence: Sentence, index: int) -> Stretch | None:
    """Read the source that stands before the verb at `index`."""
    chunks = sentence.chunks
    at = index - 1
    while at >= 0 and (chunks[at].kind is Kind.ADVERB or is_day(chunks[at]) or _floats(chunks[at])):
        at -= 2 if at and chunks[at - 1].head == "on" else 1
    if at >= 0 and chunks[at].kind is Kind.WHO:
        at -= 1
        if at >= 0 and chunks[at].kind is Kind.COMMA:
            at -= 1
    elif at >= 1 and chunks[at].kind is Kind.COMMA:
        return _before_insertion(sentence, at)
    if at >= 3 and chunks[at - 1].head == "by" and chunks[at - 2].head in _SHOWN:
        at -= 3  # "a memo seen by the agency lists"
    if at >= 0 and chunks[at].is_verb:  # "a resident who asked not to be named said"
        return _antecedent(sentence, at + 1)
    return _chain(sentence, at) or _counted(sentence, at, index)


def _counted(sentence: Sentence, at: int, verb: int) -> Stretch | None:
    """ "Two witnesses said that", where nothing before tells what became of the two."""
    chunks = sentence.chunks
    if at < 0 or not chunks[at].is_noun or is_day(chunks[at]):
        return None
    count = chunks[at].quantity
    if count is not None and count.high == 0:
        return None  # "no group has said that"
    says_that = [chunk.kind for chunk in chunks[verb + 1 : verb + 2]] == [Kind.THAT]
    source = (chunks[at].first, chunks[at].stop)
    is_known = kind_of_words(sentence.text(*source)) is not None
    return source if is_known and (at == 0 or says_that) else None


def _floats(chunk: Chunk) -> bool:
    """ "The army and the rebels each said", "the agency itself says": the subject once more."""
    again = chunk.tag == "DT" and chunk.head in {"each", "both", "all"}
    return chunk.is_noun and (again or chunk.head in {"itself", "himself", "herself", "themselves"})


def _before_insertion(sentence: Sentence, comma: int) -> Stretch | None:
    """ "A source, who asked not to be named, said": the source stands before the insertion."""
    chunks = sentence.chunks
    for at in range(comma - 1, max(-1, comma - 18), -1):
        if chunks[at].kind is not Kind.COMMA or not at or not chunks[at - 1].is_noun:
            continue
        source = _chain(sentence, at - 1)
        if source is None:
            return None
        inside = chunks[at + 1 : comma]
        clause = any(chunk.is_verb and not _tells_which(chunk) for chunk in inside)
        relative = bool(inside) and (
            inside[0].kind in {Kind.WHO, Kind.PREPOSITION}
            or (inside[0].is_verb and inside[0].tag in {"VBG", "VBN"})
        )
        if clause or (relative and any(chunk.is_verb for chunk in inside)):
            return source if relative else None
        return (source[0], chunks[comma].first)
    return None


def _tells_which(chunk: Chunk) -> bool:
    """Whether a verb hangs on the noun before it: "a monitor based in Alto"."""
    return chunk.tag in {"VBN", "VBG", "VBD"} and not chunk.helpers


def _chain(sentence: Sentence, at: int) -> Stretch | None:
    chunks = sentence.chunks
    if at >= 0 and chunks[at].head in {")", "]"}:
        at = _before_bracket(chunks, at)
    if at < 0 or not chunks[at].is_noun or is_day(chunks[at]):
        return None
    core, first = at, at
    while first:
        step = _step_left(sentence, first)
        if step == 0:
            break
        first -= step
    if not is_speaker(sentence, chunks[first]) and not is_speaker(sentence, chunks[core]):
        return _antecedent(sentence, first)
    if first and chunks[first - 1].kind is Kind.WHO:
        return _antecedent(sentence, first) or (chunks[first].first, chunks[core].stop)
    return (chunks[first].first, chunks[core].stop)


def _step_left(sentence: Sentence, first: int) -> int:
    """How many chunks the source goes on to the left."""
    chunks = sentence.chunks
    before = chunks[first - 1]
    left = chunks[first - 2] if first >= 2 else None
    speaks = is_speaker(sentence, chunks[first])
    if before.kind is Kind.PREPOSITION and before.head in _JOINING and left is not None:
        if not left.is_noun or is_day(left):
            return 0
        whom = folk(sentence, left) if before.head == "of" else None
        named = whom is not None and whom.is_name  # "Ana Belmor of the clinic"
        return 2 if named or _names_speaker(sentence, left) or not speaks else 0
    if before.kind is Kind.POSSESSIVE and left is not None and left.is_noun:
        return 2
    if before.is_noun and _is_apposition(sentence, first - 1, first):
        return 1
    if before.kind is Kind.AND and left is not None and left.is_noun and speaks:
        return 2 if _names_speaker(sentence, left) and left.quantity is None else 0
    if before.head in {")", "]"}:
        opener = _before_bracket(chunks, first - 1)
        return first - opener if opener >= 0 and is_speaker(sentence, chunks[opener]) else 0
    if before.is_verb and before.head in _TITLES and left is not None:
        return 2 if left.is_noun and _names_speaker(sentence, left) else 0
    if before.head == "as" and left is not None and left.is_verb and left.head in _TITLES:
        return 3 if first >= 3 and chunks[first - 3].is_noun else 0
    return 0


def _names_speaker(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a noun phrase is one that speaks for others: "activists in", "the head of"."""
    if chunk.quantity is not None and not is_speaker(sentence, chunk):
        return False
    whom = folk(sentence, chunk)
    text = sentence.text(chunk.first, chunk.stop)
    kind = kind_of_words(text) or kind_of_name(text)
    return kind is not None or chunk.head in _SPOKEN_FOR or (whom is not None and not whom.is_name)


def _is_apposition(sentence: Sentence, before: int, here: int) -> bool:
    chunks = sentence.chunks
    left, right = chunks[before], chunks[here]
    if left.quantity is not None or left.tag == "PRP" or right.opener in {"a", "an"}:
        return False
    if is_day(left) or not sentence.has_case:
        return False
    if before and chunks[before - 1].kind in {Kind.PREPOSITION, Kind.AND}:
        return False
    known = kind_of_words(sentence.text(left.first, left.stop)) is not None
    whom = folk(sentence, left)
    named = whom is not None and whom.is_name
    return known or named


def _before_bracket(chunks: list[Chunk], at: int) -> int:
    for back in range(at - 1, max(-1, at - 10), -1):
        if chunks[back].head in {"(", "["}:
            return back - 1
    return -1


def _antecedent(sentence: Sentence, first: int) -> Stretch | None:
    """ "Youkhana, who works in the region, said": step out of the relative clause."""
    chunks = sentence.chunks
    for back in range(first - 1, max(-1, first - 8), -1):
        if back and _tells_which(chunks[back]) and chunks[back + 1].kind is Kind.PREPOSITION:
            beside = chunks[back - 1]  # "a resident reached by phone"
            if beside.is_noun and is_speaker(sentence, beside):
                return (beside.first, beside.stop)
        if chunks[back].kind is Kind.WHO:
            at = back - 1 - (back > 0 and chunks[back - 1].kind is Kind.COMMA)
            if at >= 0 and chunks[at].is_noun and is_speaker(sentence, chunks[at]):
                return _chain(sentence, at)
            return None
    return None


def source_after(sentence: Sentence, index: int, *, ends: bool = True) -> Stretch | None:
    """Read the source that stands after the chunk at `index`: "…, said the head of the group".

    Args:
        sentence: the sentence.
        index: the verb of saying, or the last word of "according to".
        ends: refuse a noun phrase that goes on to do something itself ("said rebels attacked").
    """
    chunks = sentence.chunks
    at = index + 1
    if at >= len(chunks) or not chunks[at].is_noun or is_day(chunks[at]):
        return None
    first, stop, at = chunks[at].first, chunks[at].stop, _last_of_chain(sentence, at)
    stop = chunks[at].stop
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if ends and after is not None and (after.is_verb or after.head == "as"):
        follow = after.is_verb and after.tag == "VBG"
        if not follow:
            return None
    if not any(is_speaker(sentence, chunk) for chunk in chunks[index + 1 : at + 1]):
        return None
    if (
        ends
        and kind_of_words(sentence.text(first, stop)) is None
        and chunks[index + 1].tag == "PRP"
    ):
        return None
    return (first, stop)


def _last_of_chain(sentence: Sentence, at: int) -> int:
    for _ in range(6):
        step = _step_right(sentence, at)
        if step == 0:
            break
        at += step
    return at


def _step_right(sentence: Sentence, at: int) -> int:
    """How many chunks the source goes on to the right."""
    chunks = sentence.chunks
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    then = chunks[at + 2] if at + 2 < len(chunks) else None
    if after is None:
        return 0
    if after.is_noun and not is_day(after) and after.quantity is None and after.tag != "PRP":
        return 1
    if then is None or not then.is_noun or is_day(then):
        return 0
    if after.kind is Kind.AND:
        return 2 if kind_of_words(sentence.text(then.first, then.stop)) else 0
    return 2 if after.kind is Kind.POSSESSIVE or after.head in _JOINING else 0
