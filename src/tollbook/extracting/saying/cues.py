"""A sentence -> everything that ties somebody to what they say, think, want or show.

Wider than `attribution`, which reads who states a toll: here every cue counts, whatever is
said with it, and nothing is asked of a source but that it is the subject.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tollbook.extracting.lexicon import word_list, words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.saying.speakers import Stretch, is_day

_BE = frozenset("was were been being be is are am 's 're".split())
_MODALS = frozenset("would will could should can may might must 'd 'll".split())
_JOINING = frozenset("of for from in at with near on by to".split())
_INVERTING = frozenset({Kind.COMMA, Kind.QUOTE})
# Quotation marks that are made of apostrophes, and what ends a quotation inside them.
_CLOSING = frozenset({"'", "''", "’", "?", "!"})
_SHOW = frozenset({"show", "shows"})
_JOINERS = frozenset({"and", "but", "or", "yet"})
_LONGEST_LABEL = 5
_LONGEST_INSERTION = 30


@dataclass(frozen=True, slots=True)
class Cue:
    """One attribution; token stretches. `source` is None where nobody is named beside the cue."""

    source: Stretch | None
    cue: Stretch
    content: Stretch | None = None


@dataclass(frozen=True, slots=True)
class _CueWords:
    finite: frozenset[str]
    infinite: frozenset[str]
    passive: frozenset[str]
    inverted: frozenset[str]
    owned: frozenset[str]
    bare: frozenset[str]


@lru_cache(maxsize=1)
def _cue_words() -> _CueWords:
    table = word_list("attribution")["cues"]
    return _CueWords(**{name: words(table[name]) for name in _CueWords.__slots__})


def find_cues(sentence: Sentence) -> list[Cue]:
    """Find every attribution of a sentence by its words and its grammar, in text order."""
    found = [*_from_verbs(sentence), *_from_according(sentence), *_from_nouns(sentence)]
    if not found:
        found = [*_from_label(sentence)]
    return sorted(found, key=lambda one: one.cue)


def _from_verbs(sentence: Sentence) -> Iterator[Cue]:
    for index, chunk in enumerate(sentence.chunks):
        if chunk.is_verb and _is_cue(chunk):
            source = _source(sentence, index)
            yield Cue(source, (chunk.first, chunk.stop), _content(sentence, chunk, source))


def _is_cue(chunk: Chunk) -> bool:
    cues = _cue_words()
    if _is_passive(chunk):
        return chunk.head in cues.passive
    is_finite = "to" not in chunk.helpers and _MODALS.isdisjoint(chunk.helpers)
    return chunk.head in (cues.finite if is_finite else cues.infinite)


def _is_passive(chunk: Chunk) -> bool:
    return chunk.tag in {"VBN", "VBD"} and not _BE.isdisjoint(chunk.helpers)


def _source(sentence: Sentence, index: int) -> Stretch | None:
    """The subject before the verb, else the one after it ("…, said the mayor")."""
    chunk = sentence.chunks[index]
    agent = _agent(sentence, index)
    if agent is not None or _is_passive(chunk):
        return agent
    at = _before_adverbs(sentence.chunks, index)
    if at >= 1 and sentence.chunks[at].kind is Kind.COMMA:
        whole = _around_insertion(sentence, at)
        if whole is not None:
            return whole
    if chunk.head in _cue_words().inverted and not chunk.helpers:
        after = _inverted(sentence, index)
        if after is not None:
            return after
    return _subject(sentence, index)


def _agent(sentence: Sentence, index: int) -> Stretch | None:
    """ "Was called a liar by the mayor", "long opposed by villagers": by whom."""
    chunks = sentence.chunks
    if chunks[index].tag not in {"VBN", "VBD"} or index + 2 >= len(chunks):
        return None
    if chunks[index].head in _cue_words().inverted and not _is_passive(chunks[index]):
        return None  # "said by telephone"
    if chunks[index + 1].head != "by" or not chunks[index + 2].is_noun:
        return None
    return None if is_day(chunks[index + 2]) else _to_the_right(chunks, index + 2)


def _to_the_right(chunks: list[Chunk], at: int) -> Stretch:
    """Widen a noun phrase to what belongs to it: "the head of the clinic"."""
    first, stop = chunks[at].first, chunks[at].stop
    while at + 2 < len(chunks) and chunks[at + 1].head in _JOINING and chunks[at + 2].is_noun:
        at += 2
        if is_day(chunks[at]):
            break
        stop = chunks[at].stop
    return (first, stop)


def _inverted(sentence: Sentence, index: int) -> Stretch | None:
    chunks = sentence.chunks
    before = chunks[index - 1] if index else None
    opens = before is None or before.kind in _INVERTING or before.head in _CLOSING
    if not opens or index + 1 >= len(chunks):
        return None
    after = chunks[index + 1]
    return _to_the_right(chunks, index + 1) if after.is_noun and not is_day(after) else None


def _subject(sentence: Sentence, index: int) -> Stretch | None:
    chunks = sentence.chunks
    at = _before_adverbs(chunks, index)
    if at < 0:
        return None
    chunk = chunks[at]
    if chunk.head in _JOINERS or chunk.kind is Kind.COMMA:
        return _shared_subject(sentence, at)
    if chunk.kind is Kind.WHO or (chunk.kind is Kind.THAT and at and chunks[at - 1].is_noun):
        return (chunk.first, chunk.stop)
    if chunk.is_verb:  # "went on saying", "adding that": whoever acts in the verb before
        return _subject(sentence, at) if not _is_passive(chunk) else None
    if chunk.is_noun and chunk.tag.startswith("JJ") and at and chunks[at - 1].is_verb:
        return _subject(sentence, at - 1)  # "was not willing to say"
    return _chain(sentence, at) if chunk.is_noun else None


def _before_adverbs(chunks: list[Chunk], index: int) -> int:
    """Step to the left over adverbs, days, a bracket and the full stop of "Jr."."""
    at = index - 1
    while at >= 0:
        if chunks[at].kind is Kind.ADVERB or is_day(chunks[at]):
            at -= 2 if at and chunks[at - 1].head == "on" else 1
        elif chunks[at].head == ")":
            opening = [k for k in range(max(0, at - 8), at) if chunks[k].head == "("]
            if not opening:
                break
            at = opening[-1] - 1
        elif chunks[at].head == "." and at and chunks[at - 1].is_noun:
            at -= 1
        else:
            break
    return at


def _around_insertion(sentence: Sentence, comma: int) -> Stretch | None:
    """ "Ibarra, the mayor of Alto, said": all of it is the source."""
    chunks = sentence.chunks
    for at in range(comma - 1, max(0, comma - _LONGEST_INSERTION), -1):
        if chunks[at].kind is Kind.QUOTE or chunks[at].head in {";", ":"}:
            return None
        if chunks[at].kind is not Kind.COMMA or not chunks[at - 1].is_noun:
            continue
        if is_day(chunks[at - 1]):
            return None
        whole = _chain(sentence, at - 1)
        if whole is None or not _opens_clause(sentence, whole[0]):
            continue
        return (whole[0], chunks[comma].first)
    return None


def _opens_clause(sentence: Sentence, first: int) -> bool:
    """Whether a noun phrase stands where a clause begins, so that it may be its subject."""
    if first == 0:
        return True
    before = sentence.tokens[first - 1]
    return before.lower in {"that", "but", "and", "while", ":", ";", "—", "--", "as", "because"}


def _shared_subject(sentence: Sentence, joiner: int) -> Stretch | None:
    """ "She thanked the crowd and said": the first verb's subject says it."""
    chunks = sentence.chunks
    for at in range(joiner - 1, -1, -1):
        if chunks[at].head in {";", ":"}:
            return None
        is_finite = chunks[at].tag not in {"VBG", "VBN"} and "to" not in chunks[at].helpers
        if chunks[at].is_verb and (is_finite or not _BE.isdisjoint(chunks[at].helpers)):
            found = _subject(sentence, at)
            if found is not None:
                return found
    return None


def _chain(sentence: Sentence, at: int) -> Stretch | None:
    """Widen a noun phrase to what belongs to it on the left: "a poll of voters"."""
    chunks, first = sentence.chunks, at
    if is_day(chunks[at]):
        return None
    while chunks[first].tag != "PRP" and first >= 1:
        before = chunks[first - 1]
        left = chunks[first - 2] if first >= 2 else None
        if (before.kind is Kind.POSSESSIVE and left is not None and left.is_noun) or (
            before.head in _JOINING and left is not None and left.is_noun and not is_day(left)
        ):
            first -= 2
        elif before.is_noun and before.tag != "PRP" and not is_day(before):
            first -= 1
        elif before.head == "." and left is not None and _is_initial(sentence, left):
            first -= 2
        else:
            break
    return (chunks[first].first, chunks[at].stop)


def _is_initial(sentence: Sentence, chunk: Chunk) -> bool:
    """ "Joseph R": a name goes on after the full stop."""
    return chunk.is_noun and len(sentence.tokens[chunk.stop - 1].text) == 1


def _content(sentence: Sentence, cue: Chunk, source: Stretch | None) -> Stretch | None:
    """What stands after the cue, or before it where nothing does."""
    last = len(sentence.tokens)
    while last > cue.stop and not sentence.tokens[last - 1].is_word:
        last -= 1
    after = (max(cue.stop, source[1] if source is not None else 0), last)
    if after[1] - after[0] > 1:
        return after
    start = min(cue.first, source[0] if source is not None else cue.first)
    return (0, start) if start > 1 else None


def _from_according(sentence: Sentence) -> Iterator[Cue]:
    chunks = sentence.chunks
    for index, chunk in enumerate(chunks):
        if chunk.head != "according":
            continue
        at = index + 1
        while at < len(chunks) and chunks[at].head == "to":
            at += 1
        if at >= len(chunks) or not chunks[at].is_noun:
            continue
        source = _to_the_right(chunks, at)
        cue = (chunk.first, chunks[index + 1].stop)
        after = (source[1], len(sentence.tokens))
        content = (0, chunk.first) if chunk.first > 1 else after
        yield Cue(source, cue, content if content[1] > content[0] else None)


def _from_nouns(sentence: Sentence) -> Iterator[Cue]:
    """ "His claim that", "the mayor's criticism of": whose it is says it."""
    chunks = sentence.chunks
    for index, chunk in enumerate(chunks):
        if not chunk.is_noun:
            continue
        if chunk.head in _SHOW and sentence.tags[chunk.stop - 2] in {"NN", "NNS"}:
            first, last = chunk.first, chunk.stop - 1
            if last > first:  # "the records show", taken for one noun phrase
                yield Cue((first, last), (last, chunk.stop), (chunk.stop, len(sentence.tokens)))
            continue
        source: Stretch | None = None
        if sentence.tags[chunk.first] == "PRP$":
            source = (chunk.first, chunk.first + 1)
        elif index >= 2 and chunks[index - 1].kind is Kind.POSSESSIVE:
            owner = chunks[index - 2]
            source = (owner.first, chunks[index - 1].stop) if owner.is_noun else None
        if chunk.head not in (_cue_words().bare if source is None else _cue_words().owned):
            continue
        content = (chunk.stop, len(sentence.tokens))
        yield Cue(
            source, (chunk.stop - 1, chunk.stop), content if content[1] > content[0] else None
        )


def _from_label(sentence: Sentence) -> Iterator[Cue]:
    """ "IBARRA: We have no shells left": who speaks in a transcript."""
    tokens = sentence.tokens
    for index in range(1, min(_LONGEST_LABEL, len(tokens) - 2)):
        if tokens[index].text != ":":
            continue
        label = tokens[:index]
        if all(token.text[0].isupper() or not token.is_word for token in label):
            yield Cue((0, index), (index, index + 1), (index + 1, len(tokens)))
        return
