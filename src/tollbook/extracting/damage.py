"""A sentence -> what is said to have been damaged, destroyed, burned, looted or seized."""

from collections.abc import Iterator
from dataclasses import dataclass

from tollbook.claim import Effect
from tollbook.extracting.act_words import damage_words
from tollbook.extracting.attribution import Statement, Stretch, statement_over
from tollbook.extracting.clauses import is_passive, object_after, subject_before
from tollbook.extracting.patients import is_time
from tollbook.extracting.people import folk
from tollbook.extracting.phrases import Chunk, Kind, Sentence

_UNREAL = frozenset("would could can will should must shall may might to cannot not never".split())
_HAVE = frozenset("has have had having".split())
_OF = frozenset({"of", "in", "belonging"})
_INTO = frozenset({"to", "in", "on"})


@dataclass(frozen=True, slots=True)
class DamageMention:
    """A thing, by its tokens, and what became of it; `statement` is who says so."""

    object: Stretch
    effect: Effect
    statement: Statement | None


def find_damages(sentence: Sentence, statements: list[Statement]) -> list[DamageMention]:
    """Find every thing that a sentence says was damaged or taken, in text order."""
    words = damage_words()
    lowers = {token.lower for token in sentence.tokens}
    if not lowers & (
        words.verbs.keys() | words.nouns.keys() | {"fire", "ablaze", "shot", "rubble", "blown"}
    ):
        return []
    found: dict[Stretch, DamageMention] = {}
    for index, chunk in enumerate(sentence.chunks):
        for at, effect in _from_chunk(sentence, index, chunk):
            stretch = at if isinstance(at, tuple) else _thing_stretch(sentence, at)
            statement = statement_over(statements, stretch[0])
            found.setdefault(stretch, DamageMention(stretch, effect, statement))
    return sorted(found.values(), key=lambda mention: mention.object)


_Found = Iterator[tuple[int | Stretch, Effect]]


def _from_chunk(sentence: Sentence, index: int, chunk: Chunk) -> _Found:
    if chunk.is_verb:
        yield from _from_verb(sentence, index, chunk)
        yield from _from_phrase(sentence, index, chunk)
    elif chunk.is_noun:
        yield from _from_noun(sentence, index, chunk)
        yield from _from_participle(sentence, index, chunk)


# --- verbs -----------------------------------------------------------------------------------


def _from_verb(sentence: Sentence, index: int, chunk: Chunk) -> _Found:
    """ "Destroyed two houses", "the bridge was damaged", "shot down a helicopter"."""
    words = damage_words()
    effect = words.verbs.get(chunk.head)
    if chunk.head in {"shot", "shooting", "brought"}:
        effect = "destroyed" if _is_shot_down(sentence, chunk) else None
    if effect is None or not _is_real(chunk):
        return
    if is_passive(sentence, index):
        patient = _passive_subject(sentence, index)
        things = [patient] if patient is not None else []
    else:
        things = _things_after(sentence, index)
    for at in things:
        if _may_be(sentence, at, effect, chunk):
            yield at, Effect(effect)


def _is_shot_down(sentence: Sentence, chunk: Chunk) -> bool:
    after = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 7]}
    return "down" in after and bool(after & damage_words().aircraft)


def _is_real(chunk: Chunk) -> bool:
    has = any(helper in _HAVE for helper in chunk.helpers)
    if any(helper in {"not", "never"} for helper in chunk.helpers):
        return False
    return has or not any(helper in _UNREAL for helper in chunk.helpers)


def _passive_subject(sentence: Sentence, index: int) -> int | None:
    """Find what was damaged: "a plane … was among those damaged" goes back over "those"."""
    at = subject_before(sentence, index)
    chunks = sentence.chunks
    if at is None and index and chunks[index - 1].head == "those":
        at = index - 1
    if at is not None and chunks[at].head == "those" and at >= 2 and chunks[at - 1].head == "among":
        return subject_before(sentence, at - 2) if chunks[at - 2].is_verb else None
    return at


def _things_after(sentence: Sentence, index: int) -> list[int]:
    at = object_after(sentence, index)
    if at is None and sentence.chunks[index + 1 : index + 2]:
        nearby = sentence.chunks[index + 1]
        if nearby.head in {"down", "up"}:  # "shot down a helicopter"
            at = object_after(sentence, index + 1)
    return [] if at is None else _listed(sentence, at)


def _listed(sentence: Sentence, at: int) -> list[int]:
    """Take the counted things of a list one by one: "two schools and several houses"."""
    chunks, found = sentence.chunks, [at]
    while at + 2 < len(chunks):
        step = 1
        if chunks[at + 1].kind is Kind.COMMA:
            step = 2 if chunks[at + 2].kind is Kind.AND else 1
        elif chunks[at + 1].kind is not Kind.AND:
            break
        at += step + 1
        if at >= len(chunks) or not chunks[at].is_noun or chunks[at].quantity is None:
            break
        if at + 1 < len(chunks) and chunks[at + 1].is_verb:
            break
        found.append(at)
    return found


def _may_be(sentence: Sentence, at: int, effect: str, verb: Chunk) -> bool:
    chunk = sentence.chunks[at]
    if is_time(chunk) or chunk.tag == "PRP" or _is_nothing(sentence, chunk):
        return False
    words = damage_words()
    lowers = _thing_words(sentence, at)
    last = sentence.tokens[chunk.stop - 1].lower
    if effect == "seized":
        if last in words.places or chunk.tag == "NNP":
            return last in words.places and _is_taken_from(sentence, at)
        return bool(lowers & words.things)
    if lowers & words.things:
        return True
    whom = folk(sentence, chunk)
    return whom is None and effect != "burned" and chunk.head not in _NO_THINGS


_NO_THINGS = frozenset(
    """lives life peace process hopes efforts morale trust position positions terrorists evidence talks truce economy
    relations reputation enemy war attack plan plans image group organization it this that those what state
    regime unity democracy country people which others some""".split()
)


def _thing_words(sentence: Sentence, at: int) -> set[str]:
    """The words of a noun phrase and of what it is a number or a part of."""
    first, stop = _thing_stretch(sentence, at)
    return {t.lower for t in sentence.tokens[first:stop]}


def _is_nothing(sentence: Sentence, chunk: Chunk) -> bool:
    return chunk.quantity is not None and chunk.quantity.low == 0 and chunk.quantity.high == 0


def _is_taken_from(sentence: Sentence, at: int) -> bool:
    chunk = sentence.chunks[at]
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 12]]
    return "from" in after


# --- phrases, nouns, participles -------------------------------------------------------------


def _from_phrase(sentence: Sentence, index: int, chunk: Chunk) -> _Found:
    """ "Set fire to the shop", "set two schools on fire", "left 20 houses destroyed"."""
    if not _is_real(chunk):
        return
    chunks = sentence.chunks
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 14]]
    if chunk.head in {"set", "setting", "sets"}:
        if after[:2] == ["fire", "to"]:
            for at in _listed_after_to(sentence, index):
                yield at, Effect.BURNED
        elif "ablaze" in after or ("on" in after and "fire" in after):
            at = object_after(sentence, index)
            if at is not None:
                for thing in _listed(sentence, at):
                    yield thing, Effect.BURNED
    elif chunk.head in {"reduced", "reducing"} and "rubble" in after:
        at = subject_before(sentence, index)
        if at is not None and is_passive(sentence, index):
            yield at, Effect.DESTROYED
    elif chunk.head in {"blown", "blew", "blowing", "tore", "tearing", "ripped"} and after[:1] in (
        ["up"],
        ["apart"],
    ):
        yield from _blown_up(sentence, index)
    elif chunks[index].head in {"caught", "catches"} and after[:1] == ["fire"]:
        at = subject_before(sentence, index)
        if at is not None:
            yield at, Effect.BURNED


def _listed_after_to(sentence: Sentence, index: int) -> list[int]:
    chunks, found = sentence.chunks, list[int]()
    for at in range(index + 1, min(index + 10, len(chunks))):
        if chunks[at].head == "to" and at + 1 < len(chunks) and chunks[at + 1].is_noun:
            found += _listed(sentence, at + 1)
        elif chunks[at].is_verb or chunks[at].head in {";", "."}:
            break
    return list(dict.fromkeys(found))


def _blown_up(sentence: Sentence, index: int) -> _Found:
    if is_passive(sentence, index) and sentence.chunks[index].helpers:
        at = subject_before(sentence, index)
    else:
        at = object_after(sentence, index + 1)
    if at is not None and _thing_words(sentence, at) & damage_words().things:
        yield at, Effect.DESTROYED


def _from_noun(sentence: Sentence, index: int, chunk: Chunk) -> _Found:
    """ "Material damage to houses", "the destruction of a bridge", "seizure of arms"."""
    words = damage_words()
    effect = words.nouns.get(sentence.tokens[chunk.stop - 1].lower)
    if effect is None or _is_nothing(sentence, chunk):
        return
    chunks = sentence.chunks
    at = index + 1
    if (
        at < len(chunks)
        and chunks[at].is_verb
        and chunks[at].head in {"caused", "done", "inflicted"}
    ):
        at += 1
    allowed = _INTO if effect == "damaged" else _OF
    while at + 1 < len(chunks) and chunks[at].head in allowed and chunks[at + 1].is_noun:
        thing = at + 1
        if not _is_damageable(sentence, thing, effect):
            return
        yield thing, Effect(effect)
        at = _after_thing(sentence, thing)
        if at + 1 < len(chunks) and chunks[at].kind is Kind.AND and chunks[at + 1].head in allowed:
            at += 1
        else:
            return


def _is_damageable(sentence: Sentence, at: int, effect: str) -> bool:
    chunk = sentence.chunks[at]
    if is_time(chunk) or chunk.tag == "PRP":
        return False
    return bool(_thing_words(sentence, at) & damage_words().things)


def _after_thing(sentence: Sentence, at: int) -> int:
    stop = _thing_stretch(sentence, at)[1]
    while at < len(sentence.chunks) and sentence.chunks[at].first < stop:
        at += 1
    return at


def _from_participle(sentence: Sentence, index: int, chunk: Chunk) -> _Found:
    """ "A damaged site", "damaging aircraft", "the wrecked vehicle": the word stands inside."""
    words = damage_words()
    first = chunk.first if not chunk.opener else chunk.first + 1
    if chunk.stop - first < 2:
        return
    word = sentence.tokens[first].lower
    effect = words.verbs.get(word)
    if effect is None or effect == "seized" or not word.endswith(("ed", "ing")):
        return
    rest = {t.lower for t in sentence.tokens[first + 1 : chunk.stop]}
    if rest & words.things:
        yield (first + 1, chunk.stop), Effect(effect)


def _thing_stretch(sentence: Sentence, at: int) -> Stretch:
    """Take a thing's whole name: "a number of houses", "the house of the mayor"."""
    chunks = sentence.chunks
    first, stop = chunks[at].first, chunks[at].stop
    here = at + 1
    while here + 1 < len(chunks) and chunks[here + 1].is_noun and not is_time(chunks[here + 1]):
        link, then = chunks[here], chunks[here + 1]
        if link.kind is Kind.PREPOSITION and link.head == "of":
            stop = then.stop
        elif link.kind is Kind.POSSESSIVE:
            stop = then.stop
        elif (
            link.kind is Kind.AND and then.quantity is None and not _starts_clause(chunks, here + 1)
        ):
            if (
                folk(sentence, then) is not None
                and stop == chunks[at].stop
                and not (
                    {t.lower for t in sentence.tokens[then.first : then.stop]}
                    & damage_words().things
                )
            ):
                break
            stop = then.stop
        else:
            break
        here += 2
    return first, stop


def _starts_clause(chunks: list[Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at + 1].is_verb and chunks[at + 1].tag != "VBG"
