"""A sentence -> who says what in it: sources, the words that tie them to it, and its reach."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tollbook.extracting.lexicon import harm_words, word_list, words
from tollbook.extracting.people import folk
from tollbook.extracting.phrases import Chunk, Kind, Sentence
from tollbook.extracting.sources import is_pronoun, is_source_like, kind_of_words

# Token offsets within the sentence, the last excluded.
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying: `source` and `cue` are token stretches; `reach` is what is said."""

    source: Stretch
    cue: Stretch
    reach: Stretch
    relay: Stretch | None = None
    is_hedged: bool = False
    is_denied: bool = False


@dataclass(frozen=True, slots=True)
class _SpeechWords:
    verbs: frozenset[str]
    weak: frozenset[str]
    told: frozenset[str]


@lru_cache(maxsize=1)
def _speech() -> _SpeechWords:
    cues = word_list("speech")["cues"]
    return _SpeechWords(words(cues["verbs"]), words(cues["weak"]), words(cues["told"]))


_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later on".split()
)
_BOUNDARY = frozenset({"while", "whereas", "but", ";", "although", "though", "meanwhile"})
_DENIES = frozenset("denied deny denies denying".split())
_HEDGES = frozenset(
    "believe believes believed fear feared suggested suggest suggests suspect suspects alleged allege alleges".split()
)
_FOLLOW_ON = frozenset(
    {"adding", "saying", "noting", "confirming", "stating", "claiming", "explaining"}
)


def find_statements(sentence: Sentence) -> list[Statement]:
    """Find every attributed stretch of a sentence, outermost first."""
    found = [*_from_verbs(sentence), *_from_according(sentence), *_from_headline_tail(sentence)]
    return sorted(found, key=lambda s: s.reach[0] - s.reach[1])


def _from_verbs(sentence: Sentence) -> Iterator[Statement]:
    for index, chunk in enumerate(sentence.chunks):
        if chunk.is_verb and chunk.head in _speech().verbs:
            statement = _from_verb(sentence, index, chunk)
            if statement is not None:
                yield statement


def _from_verb(sentence: Sentence, index: int, chunk: Chunk) -> Statement | None:
    if any(h in {"was", "were", "been", "be", "being", "is", "are"} for h in chunk.helpers):
        return None
    if chunk.head in _FOLLOW_ON and not chunk.helpers:
        return None
    source = source_before(sentence, index)
    if source is not None:
        if not _is_saying(sentence, index, chunk, source):
            return None
        return _statement(sentence, index, chunk, source)
    source = _source_after(sentence, index)
    if source is None or chunk.head in _speech().weak:
        return None
    return Statement(
        source, (chunk.first, chunk.stop), (_clause_start(sentence, chunk.first), chunk.first)
    )


def _is_saying(sentence: Sentence, index: int, chunk: Chunk, source: Stretch) -> bool:
    """Whether a verb with another common use is used for saying here."""
    if chunk.head not in _speech().weak:
        return True
    chunks = sentence.chunks
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    if (
        after is None
        or after.kind in {Kind.THAT, Kind.QUOTE, Kind.COMMA}
        or after.head in {".", "how"}
    ):
        return True
    text = sentence.text(*source)
    return after.is_noun and kind_of_words(text) is not None


def _statement(sentence: Sentence, index: int, chunk: Chunk, source: Stretch) -> Statement:
    relay = _relay(sentence, index)
    stop = len(sentence.tokens)
    end = _clause_end(sentence, index)
    start = _clause_start(sentence, source[0])
    before = _has_content(sentence, start, source[0])
    after_at = relay[1] if relay is not None else chunk.stop
    after = _has_content(sentence, after_at, end)
    follows = any(t.lower in _FOLLOW_ON for t in sentence.tokens[chunk.stop : end])
    if before and (not after or follows):
        reach = (start, stop if follows else source[0])
    elif before and after and _is_closing(sentence, index):
        reach = (start, source[0])
    else:
        reach = (chunk.stop, end)
    return Statement(
        source,
        (chunk.first, chunk.stop),
        reach,
        relay,
        is_hedged=chunk.head in _HEDGES,
        is_denied=chunk.head in _DENIES,
    )


def _is_closing(sentence: Sentence, index: int) -> bool:
    """Whether the verb of saying ends what it ties: followed by a comma or a day, not a clause."""
    chunks = sentence.chunks
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    return (
        after is None
        or after.kind in {Kind.COMMA, Kind.QUOTE}
        or after.head in _TIME
        or after.head == "."
    )


def _has_content(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a stretch says something by itself: a verb, a figure or a word of harm."""
    for chunk in sentence.chunks:
        if (
            start <= chunk.first
            and chunk.stop <= stop
            and (
                chunk.is_verb
                or (chunk.quantity is not None and chunk.quantity.not_people is None)
                or chunk.head in harm_words().states
            )
        ):
            return True
    return False


def _clause_start(sentence: Sentence, at: int) -> int:
    for index in range(at - 1, -1, -1):
        if sentence.tokens[index].lower in _BOUNDARY:
            return index + 1
    return 0


def _clause_end(sentence: Sentence, index: int) -> int:
    """Where what is said after a verb of saying ends: at "while" or the next one who speaks."""
    chunks = sentence.chunks
    for later in range(index + 1, len(chunks)):
        if sentence.chunks[later].head in _BOUNDARY and later > index + 1:
            return chunks[later].first
    return len(sentence.tokens)


def _relay(sentence: Sentence, index: int) -> Stretch | None:
    """ "Told AFP", "informed the AFP news agency", "indicated to Reuters"."""
    chunks = sentence.chunks
    at = index + 1
    if chunks[index].head not in _speech().told:
        if at >= len(chunks) or chunks[at].head != "to":
            return None
        at += 1
    if at < len(chunks) and chunks[at].is_noun and chunks[at].quantity is None:
        return (chunks[at].first, chunks[at].stop)
    return None


# --- the source's own words ------------------------------------------------------------------


def source_before(sentence: Sentence, index: int) -> Stretch | None:
    """Read the source that stands before a verb of saying, with its apposition and places."""
    chunks = sentence.chunks
    at = index - 1
    while at >= 0 and chunks[at].kind is Kind.ADVERB:
        at -= 1
    if at >= 0 and chunks[at].kind is Kind.WHO:
        at -= 1
        if at >= 0 and chunks[at].kind is Kind.COMMA:
            at -= 1
    elif at >= 1 and chunks[at].kind is Kind.COMMA:
        return _before_insertion(sentence, at)
    return _noun_chain(sentence, at)


def _before_insertion(sentence: Sentence, comma: int) -> Stretch | None:
    """ "A source, who asked not to be named, said": the source stands before the insertion."""
    chunks = sentence.chunks
    for at in range(comma - 1, max(-1, comma - 16), -1):
        if chunks[at].kind is Kind.COMMA and at and chunks[at - 1].is_noun:
            source = _noun_chain(sentence, at - 1)
            inside = chunks[at + 1 : comma]
            if source is None or any(c.is_verb and c.head in _speech().verbs for c in inside):
                return None
            is_apposition = all(not c.is_verb for c in inside)
            return (source[0], chunks[comma].first) if is_apposition else source
    return None


def _noun_chain(sentence: Sentence, at: int) -> Stretch | None:
    chunks = sentence.chunks
    if at < 0 or not chunks[at].is_noun or _is_day(chunks[at]):
        return None
    stop = chunks[at].stop
    first = at
    while True:
        before = chunks[first - 1] if first else None
        if before is None:
            break
        if (
            before.kind is Kind.PREPOSITION
            and first >= 2
            and chunks[first - 2].is_noun
            and before.head not in {"that", "as", "after", "because", "since", "than", "whether"}
        ):
            first -= 2
        elif before.kind is Kind.POSSESSIVE and first >= 2 and chunks[first - 2].is_noun:
            first -= 2
        elif (
            before.is_noun
            and not _is_day(before)
            and _is_apposition(sentence, before, chunks[first])
        ):
            first -= 1
        elif (
            before.kind is Kind.AND
            and first >= 2
            and chunks[first - 2].is_noun
            and _both_speak(sentence, first)
        ):
            first -= 2
        elif before.head == ")" and first >= 3:
            first -= 1
        else:
            break
    stretch = (chunks[first].first, stop)
    return stretch if _may_speak(sentence, stretch, chunks[first : at + 1]) else None


def _is_apposition(sentence: Sentence, before: Chunk, here: Chunk) -> bool:
    if before.quantity is not None or before.tag == "PRP":
        return False
    kinds = kind_of_words(sentence.text(before.first, before.stop))
    return kinds is not None or (
        before.tag == "NNP"
        and kind_of_words(sentence.text(here.first, here.stop)) is not None
        and sentence.has_case
    )


def _both_speak(sentence: Sentence, first: int) -> bool:
    other = sentence.chunks[first - 2]
    return kind_of_words(sentence.text(other.first, other.stop)) is not None


def _may_speak(sentence: Sentence, stretch: Stretch, chunks: list[Chunk]) -> bool:
    if is_pronoun(sentence.text(*stretch)):
        return True
    if is_source_like(sentence.text(*stretch)):
        return True
    return any(
        c.is_noun and (w := folk(sentence, c)) is not None and (w.is_name or c.quantity is None)
        for c in chunks
    )


def _is_day(chunk: Chunk) -> bool:
    return (
        chunk.head in _TIME
        or chunk.head
        in {"night", "morning", "evening", "afternoon", "week", "month", "year", "weekend"}
        or (chunk.tag == "CD" and chunk.quantity is None)
    )


def _source_after(sentence: Sentence, index: int) -> Stretch | None:
    """ "…, said the head of the group": the source follows its verb and ends the sentence."""
    chunks = sentence.chunks
    if index + 1 >= len(chunks) or not chunks[index + 1].is_noun or chunks[index].helpers:
        return None
    before = chunks[index - 1] if index else None
    if before is None:
        return None
    return _forward_chain(sentence, index + 1)


def _forward_chain(sentence: Sentence, at: int) -> Stretch | None:
    chunks = sentence.chunks
    first, stop, steps = chunks[at].first, chunks[at].stop, 0
    while at + 2 < len(chunks) and steps < 5:
        after, then = chunks[at + 1], chunks[at + 2]
        if after.kind in {Kind.POSSESSIVE, Kind.AND} and then.is_noun and not _is_day(then):
            if (
                after.kind is Kind.AND
                and kind_of_words(sentence.text(then.first, then.stop)) is None
            ):
                break
        elif not (
            after.head in {"of", "for", "from", "at", "in", "with"}
            and then.is_noun
            and not _is_day(then)
        ):
            break
        at, stop, steps = at + 2, then.stop, steps + 1
    if (
        at + 1 < len(chunks)
        and chunks[at + 1].is_noun
        and not _is_day(chunks[at + 1])
        and chunks[at + 1].quantity is None
        and chunks[at + 1].tag != "PRP"
    ):
        stop = chunks[at + 1].stop
    return (first, stop) if _may_speak(sentence, (first, stop), [chunks[at]]) else None


def _from_according(sentence: Sentence) -> Iterator[Statement]:
    chunks = sentence.chunks
    for index, chunk in enumerate(chunks[:-1]):
        cue_stop = index + 1
        if chunk.head == "according" and chunks[index + 1].head == "to":
            cue_stop = index + 2
        elif chunk.head not in {"citing", "quoting"}:
            continue
        while cue_stop < len(chunks) and chunks[cue_stop].head == "to":
            cue_stop += 1
        if cue_stop >= len(chunks) or not chunks[cue_stop].is_noun:
            continue
        source = _forward_chain(sentence, cue_stop)
        if source is None:
            source = (chunks[cue_stop].first, chunks[cue_stop].stop)
        start = _clause_start(sentence, chunk.first)
        reach = (
            (start, chunk.first)
            if _has_content(sentence, start, chunk.first)
            else (source[1], len(sentence.tokens))
        )
        yield Statement(source, (chunk.first, chunks[cue_stop - 1].stop), reach)


def _from_headline_tail(sentence: Sentence) -> Iterator[Statement]:
    """ "22 dead in raids on town: monitor", with the colon gone as often as not."""
    if sentence.passage.role != "headline" and sentence.passage.text[-1:] in '.?!"”':
        return
    tokens = sentence.tokens
    if len(tokens) < 5:
        return
    last = tokens[-1]
    if last.lower in {
        "monitor",
        "ngo",
        "police",
        "officials",
        "activists",
        "un",
        "sana",
        "observatory",
        "army",
        "witnesses",
        "sohr",
        "ministry",
        "medics",
        "rebels",
    } and (last.text[0].isupper() or tokens[-2].lower == ":"):
        begin = len(tokens) - 1
        if tokens[begin - 1].lower in {"health", "interior", "defense", "defence"}:
            begin -= 1
        yield Statement((begin, len(tokens)), (begin, begin), (0, begin))
    elif tokens[-1].lower not in {".", "?"}:
        for index in range(len(tokens) - 2, max(len(tokens) - 7, 3), -1):
            if (
                tokens[index].lower == ":"
                and kind_of_words(sentence.text(index + 1, len(tokens))) is not None
            ):
                yield Statement((index + 1, len(tokens)), (index, index + 1), (0, index))
                return


def statement_over(statements: list[Statement], token: int) -> Statement | None:
    """Pick the innermost statement that reaches over a token; an outer voice is its relay."""
    over = [
        s
        for s in statements
        if s.reach[0] <= token < s.reach[1] and not s.source[0] <= token < s.source[1]
    ]
    if not over:
        return None
    inner = min(over, key=lambda s: s.reach[1] - s.reach[0])
    outer = [s for s in over if s is not inner]
    if inner.relay is None and outer:
        return replace(inner, relay=outer[0].source)
    return inner
