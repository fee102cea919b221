"""A sentence -> what is said to have been damaged, destroyed, burned, looted or seized."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tollbook.claim import Effect
from tollbook.extracting.acting.act_words import damage_words
from tollbook.extracting.acting.actors import Stretch
from tollbook.extracting.acting.clauses import is_filmed, is_passive, object_after, subject_before
from tollbook.extracting.acting.things import (
    TAKE,
    after_thing,
    is_aircraft_type,
    is_nothing,
    is_thing,
    listed,
    listed_until,
    may_come_to,
    thing_stretch,
    thing_words,
)
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.saying.attribution import Statement, statement_over

_UNREAL = frozenset("would could can will should must shall may might to cannot not never".split())
_HAVE = frozenset("has have had having".split())
_SET = frozenset({"set", "sets", "setting"})
_BLOW = frozenset("blown blew blowing tore tearing ripped".split())
_OF = frozenset({"of", "in", "belonging"})
_INTO = frozenset({"to", "in", "on"})
_PARTLY = frozenset({"partially", "partly"})


@dataclass(frozen=True, slots=True)
class DamageMention:
    """A thing, by its tokens, and what became of it; `statement` is who says so."""

    object: Stretch
    effect: Effect
    statement: Statement | None


def find_damages(sentence: Sentence, statements: list[Statement]) -> list[DamageMention]:
    """Find every thing that a sentence says was damaged or taken, in text order."""
    lowers = {token.lower for token in sentence.tokens}
    if lowers.isdisjoint(_triggers()):
        return []
    found: dict[Stretch, DamageMention] = {}
    for index, chunk in enumerate(sentence.chunks):
        for at, effect in _from_chunk(sentence, index, chunk):
            stretch = at if isinstance(at, tuple) else thing_stretch(sentence, at)
            statement = statement_over(statements, stretch[0])
            if statement is not None and statement.is_denied:
                continue
            found.setdefault(stretch, DamageMention(stretch, effect, statement))
    return sorted(found.values(), key=lambda mention: mention.object)


@lru_cache(maxsize=1)
def _triggers() -> frozenset[str]:
    words = damage_words()
    return frozenset(
        {"fire", "ablaze", "down", "over", "shot", "rubble"}.union(_BLOW, words.verbs, words.nouns)
    )


_Found = Iterator[tuple[int | Stretch, Effect]]


def _from_chunk(sentence: Sentence, index: int, chunk: Chunk) -> _Found:
    if chunk.is_verb or chunk.head == "damaging":  # ", damaging two shops": taken for an adjective
        yield from _from_verb(sentence, index, chunk)
        yield from _from_phrase(sentence, index, chunk)
    elif chunk.is_noun:
        yield from _from_noun(sentence, index, chunk)
        yield from _from_participle(sentence, chunk)


# --- verbs -----------------------------------------------------------------------------------


def _from_verb(sentence: Sentence, index: int, chunk: Chunk) -> _Found:
    """ "Destroyed two houses", "the bridge was damaged", "shot down a helicopter"."""
    words = damage_words()
    effect = words.verbs.get(chunk.head)
    if chunk.head in {"shot", "shooting", "brought"}:
        effect = "destroyed" if _is_brought_down(sentence, index) else None
    elif chunk.head in TAKE and _word_after(sentence, chunk) == "over":
        effect = "seized"
    if effect is None or not _is_real(chunk):
        return
    if effect == "seized" and is_filmed(sentence, index):
        return
    if effect == "destroyed" and _PARTLY & set(chunk.helpers):
        effect = "damaged"
    if is_passive(sentence, index):
        patient = _passive_subject(sentence, index)
        things = listed_until(sentence, patient) if patient is not None else []
    else:
        things = _things_after(sentence, index)
    for at in things:
        if may_come_to(sentence, at, effect):
            yield at, Effect(effect)


def _is_brought_down(sentence: Sentence, index: int) -> bool:
    """ "Shot down two helicopters", "a pylon was brought down"."""
    chunk, words = sentence.chunks[index], damage_words()
    if "down" not in {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 7]}:
        return False
    if is_passive(sentence, index):
        at = subject_before(sentence, index)
        near = set[str]() if at is None else thing_words(sentence, at)
    else:
        near = {t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 14]}
    falls = words.aircraft | (words.things if chunk.head == "brought" else frozenset())
    return bool(near & falls) or any(is_aircraft_type(word) for word in near)


def _word_after(sentence: Sentence, chunk: Chunk) -> str:
    return sentence.tokens[chunk.stop].lower if chunk.stop < len(sentence.tokens) else ""


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
        if nearby.head in {"down", "over", "up"}:  # "shot down a helicopter"
            at = object_after(sentence, index + 1)
    return [] if at is None else listed(sentence, at)


# --- phrases, nouns, participles -------------------------------------------------------------


def _from_phrase(sentence: Sentence, index: int, chunk: Chunk) -> _Found:
    """ "Set fire to the shop", "set two schools on fire", "was reduced to rubble"."""
    if not _is_real(chunk):
        return
    after = [t.lower for t in sentence.tokens[chunk.stop : chunk.stop + 14]]
    if chunk.head in _SET:
        yield from _set_on_fire(sentence, index, after)
    elif chunk.head == "reduced" and "rubble" in after and is_passive(sentence, index):
        yield from _told_of_subject(sentence, index, Effect.DESTROYED)
    elif chunk.head in _BLOW and after[:1] in (["up"], ["apart"]):
        yield from _blown_up(sentence, index)
    elif chunk.head in {"sustained", "suffered"} and "damage" in after[:5]:
        yield from _told_of_subject(sentence, index, Effect.DAMAGED)
    elif chunk.head in {"caught", "catches"} and after[:1] == ["fire"]:
        yield from _told_of_subject(sentence, index, Effect.BURNED)


def _told_of_subject(sentence: Sentence, index: int, effect: Effect) -> _Found:
    at = subject_before(sentence, index)
    if at is not None:
        yield at, effect


def _set_on_fire(sentence: Sentence, index: int, after: list[str]) -> _Found:
    things: list[int] = []
    if after[:2] == ["fire", "to"]:
        things = _listed_after_to(sentence, index)
    elif "ablaze" in after or ("on" in after and "fire" in after):
        passive = is_passive(sentence, index)
        at = subject_before(sentence, index) if passive else object_after(sentence, index)
        things = [] if at is None else listed(sentence, at)
    for thing in things:
        if sentence.chunks[thing].tag != "PRP":
            yield thing, Effect.BURNED


def _listed_after_to(sentence: Sentence, index: int) -> list[int]:
    chunks, found = sentence.chunks, list[int]()
    for at in range(index + 1, min(index + 10, len(chunks))):
        if chunks[at].head == "to" and at + 1 < len(chunks) and chunks[at + 1].is_noun:
            found += listed(sentence, at + 1)
        elif chunks[at].is_verb or chunks[at].head in {";", "."}:
            break
    return list(dict.fromkeys(found))


def _blown_up(sentence: Sentence, index: int) -> _Found:
    if is_passive(sentence, index) and sentence.chunks[index].helpers:
        at = subject_before(sentence, index)
    else:
        at = object_after(sentence, index + 1)
    if at is not None and thing_words(sentence, at) & damage_words().things:
        yield at, Effect.DESTROYED


def _from_noun(sentence: Sentence, index: int, chunk: Chunk) -> _Found:
    """ "Material damage to houses", "the destruction of a bridge", "seizure of arms"."""
    words = damage_words()
    effect = words.nouns.get(sentence.tokens[chunk.stop - 1].lower)
    if effect is None or is_nothing(chunk):
        return
    chunks = sentence.chunks
    at = index + 1
    if chunks[at : at + 1] and chunks[at].head in {"caused", "done", "inflicted"}:
        at += 1
    allowed = _INTO if effect == "damaged" else _OF
    while at + 1 < len(chunks) and chunks[at].head in allowed and chunks[at + 1].is_noun:
        thing = at + 1
        if not is_thing(sentence, thing):
            return
        yield thing, Effect(effect)
        at = after_thing(sentence, thing)
        if at + 1 < len(chunks) and chunks[at].kind is Kind.AND and chunks[at + 1].head in allowed:
            at += 1
        else:
            return


def _from_participle(sentence: Sentence, chunk: Chunk) -> _Found:
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
