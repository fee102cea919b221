"""Figures that are parts of bigger ones: "including two medics", "seven of them children"."""

from collections.abc import Iterator

from tollbook.claim import Harm
from tollbook.extracting.harming.mentions import Mention, make
from tollbook.extracting.harming.objects import objects
from tollbook.extracting.harming.people import folk
from tollbook.extracting.harming.subjects import subjects
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing.phrases import Kind, Sentence

_INCLUDING = frozenset({"including", "include", "includes", "included"})
_NAMING = frozenset("identify identifies identified identifying name names named naming".split())
_FREED = frozenset("released freed rescued returned escaped turned found discharged".split())
_BREAKS = frozenset({":", ";", "--", "—", "–", "-", "("})
_BE = frozenset("was were is are be been include includes included".split())
_HARMED = {
    "victims": Harm.KILLED,
    "dead": Harm.KILLED,
    "killed": Harm.KILLED,
    "deceased": Harm.KILLED,
    "fatalities": Harm.KILLED,
    "slain": Harm.KILLED,
    "wounded": Harm.INJURED,
    "injured": Harm.INJURED,
    "hurt": Harm.INJURED,
    "casualties": Harm.KILLED_OR_INJURED,
    "hostages": Harm.ABDUCTED,
    "kidnapped": Harm.ABDUCTED,
    "abducted": Harm.ABDUCTED,
    "missing": Harm.MISSING,
    "arrested": Harm.DETAINED,
    "detained": Harm.DETAINED,
    "detainees": Harm.DETAINED,
}


def find_parts(
    sentence: Sentence, mentions: list[Mention], told: Harm | None = None
) -> list[Mention]:
    """Find the parts a sentence takes from its figures, or from those told of before.

    Args:
        sentence: the sentence.
        mentions: whom it says came to harm.
        told: what the sentence before tells was done to "them", if it tells of one harm.
    """
    taken = {(m.harm, m.figure.first) for m in mentions}
    found: list[Mention] = []
    # Twice, since a part may have parts: "six civilians including a child were among the dead".
    for again in (False, True):
        if again and not found:
            break
        for part in list(_all(sentence, [*mentions, *found], told)):
            if (part.harm, part.figure.first) not in taken:
                taken.add((part.harm, part.figure.first))
                found.append(part)
    return found


def _all(sentence: Sentence, mentions: list[Mention], told: Harm | None) -> Iterator[Mention]:
    for index, chunk in enumerate(sentence.chunks):
        if chunk.head in _INCLUDING:
            yield from _included(sentence, mentions, index)
        elif chunk.is_verb and chunk.head in _NAMING:
            yield from _named(sentence, mentions, index)
        elif chunk.head in _BREAKS:
            yield from _broken_down(sentence, mentions, index)
        elif chunk.head == "among":
            yield from _among(sentence, mentions, index, told)
        elif chunk.is_noun and chunk.quantity is not None and _is_fatal(sentence, index):
            if _whole_before(mentions, index) is not None:  # "four were shot, one fatally"
                yield from make(sentence, index, Harm.KILLED, [index], part_of=True)
        elif chunk.is_noun and chunk.is_part and chunk.quantity is not None:
            yield from _of_them(sentence, mentions, index, told)


def _included(sentence: Sentence, mentions: list[Mention], index: int) -> Iterator[Mention]:
    whole = _whole_before(mentions, index)
    listed = [k for k in objects(sentence, index, of_noun=True) if not _is_vague(sentence, k)]
    if whole is not None:
        yield from make(sentence, whole.trigger, whole.harm, listed, part_of=True)
    elif index and sentence.chunks[index - 1].head in _HARMED:  # "the dead included two medics"
        harm = _HARMED[sentence.chunks[index - 1].head]
        yield from make(sentence, index, harm, listed, part_of=True)


def _is_vague(sentence: Sentence, index: int) -> bool:
    """ "Including members of the group" tells of nobody's number."""
    chunk = sentence.chunks[index]
    return chunk.quantity is None and chunk.head in {"members", "people", "others", "officials"}


def _whole_before(mentions: list[Mention], index: int) -> Mention | None:
    """The figure a part is taken from: the nearest before it, or the one its clause leads to."""
    before = [m for m in mentions if m.chunk < index]
    return max(before, key=lambda m: m.chunk) if before else None


def _named(sentence: Sentence, mentions: list[Mention], index: int) -> Iterator[Mention]:
    """ "A toll of about 100, identifying 81 victims": the named are a part of the figure."""
    whole = _whole_before(mentions, index)
    for found in objects(sentence, index):
        chunk = sentence.chunks[found]
        victims = chunk.head in _HARMED or chunk.head in {"people", "bodies", "names"}
        if whole is None or chunk.quantity is None or not victims:
            return
        yield from make(sentence, whole.trigger, whole.harm, [found], part_of=True)


def _broken_down(sentence: Sentence, mentions: list[Mention], index: int) -> Iterator[Mention]:
    """ "Five foreigners died: one American and four Tajiks"."""
    chunks = sentence.chunks
    whole = _whole_before(mentions, index)
    first = chunks[index + 1] if index + 1 < len(chunks) else None
    if whole is None or first is None or not first.is_noun or whole.figure.low < 2:
        return
    if first.quantity is None and first.opener not in {"a", "an"}:
        return
    listed = objects(sentence, index)
    after = chunks[listed[-1] + 1] if listed and listed[-1] + 1 < len(chunks) else None
    if after is not None and after.is_verb and after.tag != "VBG":
        return
    for part in make(sentence, whole.trigger, whole.harm, listed, part_of=True):
        if part.figure.low <= whole.figure.low:
            yield part


def _among(
    sentence: Sentence, mentions: list[Mention], index: int, told: Harm | None
) -> Iterator[Mention]:
    """ "Six women were among the dead", "among those killed were two medics", "among them"."""
    chunks = sentence.chunks
    harm, stop = _harm_after(sentence, mentions, index)
    before = chunks[index - 1] if index else None
    if harm is not None and before is not None and before.is_verb and before.head in _BE:
        yield from make(sentence, index, harm, subjects(sentence, index - 1), part_of=True)
        return
    whole = _whole_before(mentions, index)
    if harm is None and whole is not None:
        harm = whole.harm
    elif harm is None and chunks[index + 1 : index + 2] and chunks[index + 1].head == "them":
        harm = told
    if harm is None:
        return
    for later in range(stop, min(stop + 4, len(chunks))):
        if chunks[later].is_verb and chunks[later].head in _BE:
            yield from make(sentence, index, harm, objects(sentence, later), part_of=True)
            return
        beside = whole is not None and chunks[later].is_noun and stop == index + 2
        if beside and chunks[index + 1].head == "them":
            yield from make(sentence, index, harm, objects(sentence, later - 1), part_of=True)
            return


def _harm_after(sentence: Sentence, mentions: list[Mention], index: int) -> tuple[Harm | None, int]:
    """Read the harm out of "among the dead", "among those killed", "among 22 people killed"."""
    chunks = sentence.chunks
    for later in range(index + 1, min(index + 4, len(chunks))):
        chunk = chunks[later]
        for token in sentence.tokens[chunk.first : chunk.stop]:
            if token.lower in _HARMED:
                return _HARMED[token.lower], later + 1
        known = next((m for m in mentions if m.chunk == later), None)
        if known is not None:
            return known.harm, later + 1
        if chunk.kind not in {Kind.NOUN, Kind.ADVERB, Kind.PREPOSITION}:
            break
    return None, index + 2


def _is_fatal(sentence: Sentence, index: int) -> bool:
    """ "Four were shot, two of them fatally"."""
    stop = sentence.chunks[index].stop
    return any(t.lower == "fatally" for t in sentence.tokens[stop : stop + 1])


def _came_back(sentence: Sentence, index: int) -> bool:
    """ "Three of whom have been released", "two of the missing have turned up": harmed no more."""
    near = sentence.chunks[index + 1 : index + 4]
    return any(c.is_verb and c.head in _FREED for c in near)


def _are_named(sentence: Sentence, index: int) -> bool:
    """ "Six of them were women", not "six of them fled"."""
    after = sentence.chunks[index + 1 : index + 3]
    is_be = len(after) == 2 and after[0].is_verb and after[0].head in _BE and not after[0].helpers
    return is_be and after[1].is_noun


def _of_them(
    sentence: Sentence, mentions: list[Mention], index: int, told: Harm | None
) -> Iterator[Mention]:
    """ "Seven of them children": the part takes the harm of the figure before it."""
    words = {
        t.lower for t in sentence.tokens[sentence.chunks[index].first : sentence.chunks[index].stop]
    }
    harm = next((_HARMED[w] for w in words if w in _HARMED), None)
    if "victims" in words and told is not None:
        harm = told
    if harm is None and words & {"them", "whom", "which"}:
        whole = _whole_before(mentions, index)
        harm = whole.harm if whole is not None else None
        if whole is None and "them" in words and _are_named(sentence, index):
            harm = told
        if harm is Harm.INJURED and _is_fatal(sentence, index):
            harm = Harm.KILLED
    if harm is not None:
        if not _came_back(sentence, index):
            yield from make(sentence, index, harm, [index], part_of=True)
    elif sentence.chunks[index].head in harm_words().counted_nouns and folk(
        sentence, sentence.chunks[index]
    ):
        yield from make(sentence, index, Harm.KILLED, [index], part_of=True)
