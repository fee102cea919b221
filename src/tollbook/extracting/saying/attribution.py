"""A sentence -> who says what in it: sources, the words that tie them to it, and its reach."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from tollbook.extracting.harming.reality import is_denied
from tollbook.extracting.lexicon import harm_words, word_list, words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.saying.sources import kind_of_name, kind_of_words
from tollbook.extracting.saying.speakers import (
    Stretch,
    is_day,
    is_speaker,
    source_after,
    source_before,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying: `source` and `cue` are token stretches; `reach` is what is said."""

    source: Stretch
    cue: Stretch
    reach: Stretch
    relay: Stretch | None = None
    is_hedged: bool = False
    is_denied: bool = False
    is_cited: bool = False


@dataclass(frozen=True, slots=True)
class _SpeechWords:
    verbs: frozenset[str]
    weak: frozenset[str]
    told: frozenset[str]


@lru_cache(maxsize=1)
def _speech() -> _SpeechWords:
    cues = word_list("speech")["cues"]
    return _SpeechWords(words(cues["verbs"]), words(cues["weak"]), words(cues["told"]))


_BE = frozenset("was were been be being is are".split())
_BOUNDARY = frozenset({"while", "whereas", "but", ";", "although", "though", "meanwhile"})
_SAME_VOICE = frozenset({"while", "but", ";"})
_STOPS = frozenset({":", ";"})
_DENIES = frozenset(
    "denied deny denies denying rejected rejects dismissed dismisses refuted refutes".split()
)
_HEDGES = frozenset(
    "believe believes believed fear feared suggested suggest suggests suspect suspects alleged "
    "allege alleges".split()
)
_FOLLOW_ON = frozenset(
    "adding saying noting confirming stating claiming explaining reporting announcing".split()
)
_GO = frozenset("go goes went gone going".split())
_GIVES_TOLL = frozenset("put puts gave gives give".split())
# "It was reported today by the police": what is told in the passive.
_TOLD_BY = frozenset("reported confirmed announced disclosed revealed stated".split())
_BLAMES = frozenset("accused accuses".split())
_WRITINGS = frozenset("statement communique message video note report bulletin letter".split())
_ISSUES = frozenset("released issued published distributed posted sent circulated".split())
_QUOTES = frozenset("quoted quotes quoting cited cites citing referenced references".split())
# What may end a headline after what it reports: "22 dead in raids: monitor".
_TAIL = frozenset(
    "monitor ngo police officials official activists un sana observatory army witnesses sohr "
    "ministry medics rebels tv media agency ministers sources pentagon military doctors".split()
)


def find_statements(sentence: Sentence) -> list[Statement]:
    """Find every attributed stretch of a sentence, outermost first."""
    found = [*_from_verbs(sentence), *_from_according(sentence)]
    if not found:
        found = [*_from_headline(sentence)]
    found = [s for s in found if not _is_echo(sentence, s, found)]
    found = [_before_the_next(sentence, statement, found) for statement in found]
    found = [_by_whom(sentence, statement, found) for statement in found]
    found = _cited_first(found)
    return sorted(found, key=lambda s: s.reach[0] - s.reach[1])


def _is_echo(sentence: Sentence, statement: Statement, others: list[Statement]) -> bool:
    """ "The army denied killing two, as the rebels claimed": the army has said it already."""
    first = statement.source[0]
    before = sentence.tokens[first - 1].lower if first else ""
    return before == "as" and any(
        other.cue[1] <= first < other.reach[1] for other in others if other is not statement
    )


def _cited_first(found: list[Statement]) -> list[Statement]:
    """ "Citing police, Tarn Radio said …": the police are the source, the radio their relay."""
    cited = next((s for s in found if s.cue == (0, 1) and s.is_cited), None)
    if cited is None:
        return found
    relay = next((s.source for s in found if s is not cited), cited.relay)
    inside = [s for s in found if s is not cited and s.reach[0] < cited.reach[0]]
    return [replace(cited, relay=relay), *inside]


def _by_whom(sentence: Sentence, inner: Statement, others: list[Statement]) -> Statement:
    """ "The mayor said he believed …": "he" is who speaks, not whoever spoke before."""
    if sentence.text(*inner.source).lower() not in {"he", "she", "they", "it"}:
        return inner
    outer = [s for s in others if s.cue[1] <= inner.source[0] < s.reach[1] and s is not inner]
    return replace(inner, source=outer[-1].source) if outer else inner


def _before_the_next(
    sentence: Sentence, statement: Statement, others: list[Statement]
) -> Statement:
    """ "The mayor said two died, a nurse said nine": each says only what comes before the next."""
    start, stop = statement.reach
    if start < statement.cue[1]:
        return statement
    for other in others:
        opens = other.reach[0] >= other.cue[1] and start < other.source[0] < stop
        if opens and not other.is_cited and _has_content(sentence, start, other.source[0]):
            stop = other.source[0]
    return replace(statement, reach=(start, stop))


def _from_verbs(sentence: Sentence) -> Iterator[Statement]:
    last: Statement | None = None
    for index, chunk in enumerate(sentence.chunks):
        if not chunk.is_verb:
            continue
        if chunk.head in _QUOTES:
            yield from _quoted(sentence, index)
        elif chunk.head in _FOLLOW_ON and not chunk.helpers:
            yield from _following_on(sentence, index)
        elif chunk.head in _speech().verbs:
            statement = _from_verb(sentence, index) or _said_too(sentence, index, last)
            if statement is not None:
                last = statement
                yield statement
                yield from _but_saying(sentence, index, statement)


def _but_saying(sentence: Sentence, index: int, denial: Statement) -> Iterator[Statement]:
    """ "The army denied the claim, saying two had died": what it says instead it asserts."""
    if not denial.is_denied:
        return
    for chunk in sentence.chunks[index + 1 :]:
        if chunk.is_verb and chunk.head in _FOLLOW_ON and not chunk.helpers:
            reach = (chunk.stop, len(sentence.tokens))
            yield Statement(denial.source, (chunk.first, chunk.stop), reach)
            return


def _from_verb(sentence: Sentence, index: int) -> Statement | None:
    chunk = sentence.chunks[index]
    if any(helper in _BE for helper in chunk.helpers):
        return _told_by(sentence, index)
    if "to" in chunk.helpers:
        goes_on = index >= 2 and sentence.chunks[index - 1].head == "on"
        if not goes_on or sentence.chunks[index - 2].head not in _GO:
            return None
        source = source_before(sentence, index - 2)  # "the agency went on to say that"
        return None if source is None else _statement(sentence, index, source)
    may_invert = not chunk.helpers and chunk.head not in _speech().weak | _speech().told
    inverted = source_after(sentence, index) if may_invert else None
    if inverted is not None and index and _is_body(sentence, sentence.chunks[index - 1]):
        named = sentence.text(*inverted)
        inverted = inverted if kind_of_words(named) else None  # "witnesses reported casualties"
    if inverted is not None and _has_content(sentence, 0, chunk.first):
        reach = (0, len(sentence.tokens) if _follows_on(sentence, chunk.stop) else chunk.first)
        return Statement(inverted, (chunk.first, chunk.stop), reach)
    source = source_before(sentence, index)
    if source is None or not _is_saying(sentence, index, source):
        return None
    return _statement(sentence, index, source)


def _is_body(sentence: Sentence, chunk: Chunk) -> bool:
    return (
        chunk.is_noun
        and chunk.quantity is None
        and kind_of_words(sentence.text(chunk.first, chunk.stop)) is not None
    )


def _told_by(sentence: Sentence, index: int) -> Statement | None:
    """ "It was reported today by the police that …", "… was confirmed on Monday by a nurse"."""
    chunks = sentence.chunks
    if chunks[index].head not in _TOLD_BY:
        return None
    for at in range(index + 1, len(chunks) - 1):
        source = source_after(sentence, at, ends=False) if chunks[at].head == "by" else None
        if source is not None:
            rest = (source[1], len(sentence.tokens))
            that = sentence.tokens[source[1]].lower == "that" if source[1] < rest[1] else False
            reach = rest if that else (0, chunks[index].first)
            return Statement(source, (chunks[index].first, chunks[at].stop), reach)
        if chunks[at].head != "on" and not is_day(chunks[at]):
            return None
    return None


def _said_too(sentence: Sentence, index: int, last: Statement | None) -> Statement | None:
    """ "The army denied the raid and said that four had died": the same source says the second."""
    chunk = sentence.chunks[index]
    if chunk.helpers or chunk.head in _speech().weak:
        return None
    if index == 0 or sentence.chunks[index - 1].kind is not Kind.AND:
        return None
    if last is None:
        return _said_after(sentence, index)
    if not last.reach[0] <= chunk.first < last.reach[1]:
        return None
    return Statement(
        last.source,
        (chunk.first, chunk.stop),
        (chunk.stop, last.reach[1]),
        last.relay,
        is_hedged=chunk.head in _HEDGES,
        is_denied=chunk.head in _DENIES,
    )


def _said_after(sentence: Sentence, index: int) -> Statement | None:
    """ "The mayor blamed the rebels and said that …": who did the one thing says the other."""
    chunks = sentence.chunks
    acts = [i for i in range(1, index - 1) if chunks[i].is_verb and chunks[i].tag != "VBG"]
    source = source_before(sentence, acts[-1]) if acts else None
    if source is None or not any(c.kind is Kind.THAT for c in chunks[index + 1 : index + 2]):
        return None
    return _statement(sentence, index, source)


def _is_saying(sentence: Sentence, index: int, source: Stretch) -> bool:
    """Whether a verb with another common use is used for saying here."""
    chunk, chunks = sentence.chunks[index], sentence.chunks
    if chunk.head not in _speech().weak:
        return True
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    if after is None or after.kind in {Kind.THAT, Kind.QUOTE, Kind.COMMA} or after.head == ".":
        return True
    named = sentence.text(*source)
    known = (kind_of_words(named) or kind_of_name(named)) is not None
    then = chunks[index + 2] if index + 2 < len(chunks) else None
    clause = then is not None and then.is_verb
    if chunk.head.startswith("claim") and after.quantity is not None and not clause:
        return False
    if chunk.head in _BLAMES:
        return after.is_noun and known
    if chunk.head in _GIVES_TOLL:
        return after.head in {"toll", "figure", "number", "count"}
    if chunk.head in {"listed", "lists"}:
        return after.quantity is not None
    if after.is_noun and not is_day(after):
        then = chunks[index + 2] if index + 2 < len(chunks) else None
        clause = then is not None and then.is_verb
        no_lives = all(
            c.head not in {"lives", "responsibility", "credit"}
            for c in chunks[index + 1 : index + 4]
        )
        return (clause or known) and no_lives
    return known


def _statement(sentence: Sentence, index: int, source: Stretch) -> Statement:
    chunk = sentence.chunks[index]
    relay = _relay(sentence, index)
    stop = len(sentence.tokens)
    end = _clause_end(sentence, index)
    begin = _clause_start(sentence, source[0], _STOPS)
    joined = source[0] > 0 and sentence.tokens[source[0] - 1].lower == "and"
    before = _has_content(sentence, begin, source[0])
    after = _has_content(sentence, relay[1] if relay is not None else chunk.stop, end)
    follows = _follows_on(sentence, chunk.stop)
    closing = _is_closing(sentence, index) and not joined
    if before and (follows or not after or closing):
        reach = (begin, stop if follows else source[0])
    else:
        reach = (chunk.stop, end)
    return Statement(
        source,
        (chunk.first, chunk.stop),
        reach,
        relay,
        is_hedged=chunk.head in _HEDGES or is_denied(chunk),  # "could not confirm"
        is_denied=chunk.head in _DENIES,
    )


def _follows_on(sentence: Sentence, start: int) -> bool:
    rest = [token.lower for token in sentence.tokens[start:]]
    return rest[:1] == ["including"] or any(word in _FOLLOW_ON for word in rest)


def _is_closing(sentence: Sentence, index: int) -> bool:
    """Whether a verb of saying ends what it ties: a comma or a day follows, and no clause."""
    chunks = sentence.chunks
    if chunks[index].head in _speech().told and _relay(sentence, index) is not None:
        index += 1
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    if after is None or after.kind is Kind.QUOTE or after.head == ".":
        return True
    if after.kind is Kind.COMMA and any(c.kind is Kind.THAT for c in chunks[index + 2 : index + 3]):
        return False  # "the truth is, Ibarra said, that …"
    near = list(
        takewhile(lambda chunk: chunk.kind is not Kind.COMMA, chunks[index + 1 : index + 7])
    )
    if any(chunk.kind is Kind.THAT for chunk in near):
        return False
    goes_on = after.kind is Kind.PREPOSITION or (after.is_verb and after.tag == "VBG")
    return after.kind is Kind.COMMA or is_day(after) or goes_on


def _has_content(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a stretch says something by itself: a verb, a figure or a word of harm."""
    for chunk in sentence.chunks:
        if start <= chunk.first and chunk.stop <= stop:
            counted = chunk.quantity is not None and chunk.quantity.not_people is None
            if chunk.is_verb or counted or chunk.head in harm_words().states:
                return True
    return False


def _clause_start(sentence: Sentence, at: int, boundary: frozenset[str] = _BOUNDARY) -> int:
    for index in range(at - 1, -1, -1):
        if sentence.tokens[index].lower in boundary:
            return index + 1
    return 0


def _clause_end(sentence: Sentence, index: int) -> int:
    """Where what is said after a verb of saying ends: at "while", or where the next one speaks."""
    chunks = sentence.chunks
    if index + 1 < len(chunks) and chunks[index + 1].head == ";":
        return chunks[index + 1].first
    for later in range(index + 2, len(chunks)):
        at = chunks[later].first
        if chunks[later].head not in _BOUNDARY or _goes_on(sentence, later):
            continue
        if _has_content(sentence, chunks[index].stop, at):
            return at
    return len(sentence.tokens)


def _goes_on(sentence: Sentence, later: int) -> bool:
    """ "Said that two died, while nine were hurt": the same voice, where no other speaks after."""
    rest = sentence.chunks[later + 1 :]
    others = _speech().verbs | _QUOTES | {"according"}
    if sentence.chunks[later].head not in _SAME_VOICE:
        return False
    return all(c.head not in others or not _BE.isdisjoint(c.helpers) for c in rest)


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


def _quoted(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "SANA quoted residents as saying …": the residents are the source, SANA the relay."""
    chunks = sentence.chunks
    if any(helper in _BE for helper in chunks[index].helpers):
        yield from _was_quoted(sentence, index)
        return
    source = source_after(sentence, index, ends=False)
    if source is None:
        return
    after = [t.lower for t in sentence.tokens[source[1] : source[1] + 8]]
    if "saying" in after or chunks[index].head in {"citing", "quoting"}:
        relay = source_before(sentence, index)
        before = _has_content(sentence, 0, relay[0] if relay else chunks[index].first)
        reach = (0, len(sentence.tokens)) if before else (source[1], len(sentence.tokens))
        cue = (chunks[index].first, chunks[index].stop)
        yield Statement(source, cue, reach, relay, is_cited=True)


def _was_quoted(sentence: Sentence, index: int) -> Iterator[Statement]:
    source = source_before(sentence, index)
    if source is not None:
        before = _has_content(sentence, 0, source[0])
        reach = (0, source[0]) if before else (sentence.chunks[index].stop, len(sentence.tokens))
        yield Statement(source, (sentence.chunks[index].first, sentence.chunks[index].stop), reach)


def _issued_by(sentence: Sentence, index: int) -> Stretch | None:
    """ "The group released a statement saying …": the group says so, not the statement."""
    for back in range(index - 1, max(0, index - 6), -1):
        verb = sentence.chunks[back - 1]
        if sentence.chunks[back].head in _WRITINGS and verb.is_verb and verb.head in _ISSUES:
            return source_before(sentence, back - 1)
    return None


def _following_on(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "… with the news agency saying four had died": a source of its own before the participle."""
    chunks = sentence.chunks
    issued = _issued_by(sentence, index)
    before = chunks[index - 1] if index else None
    if issued is not None:
        stretch = (chunks[index].stop, len(sentence.tokens))
        yield Statement(issued, (chunks[index].first, chunks[index].stop), stretch)
        return
    if before is None or not before.tag.startswith("NN") or not is_speaker(sentence, before):
        return
    if kind_of_words(sentence.text(before.first, before.stop)) is None and before.head != "some":
        return
    chunk = chunks[index]
    yield Statement(
        (before.first, before.stop), (chunk.first, chunk.stop), (chunk.stop, len(sentence.tokens))
    )


def _from_according(sentence: Sentence) -> Iterator[Statement]:
    chunks = sentence.chunks
    for index, chunk in enumerate(chunks[:-1]):
        if chunk.head != "according":
            continue
        at = index + 1
        while at < len(chunks) and chunks[at].head == "to":
            at += 1
        if at >= len(chunks) or not chunks[at].is_noun:
            continue
        source = source_after(sentence, at - 1, ends=False)
        if source is None:
            source = (chunks[at].first, chunks[at].stop)
        start = _after_that(sentence, _clause_start(sentence, chunk.first), chunk.first)
        before = _has_content(sentence, start, chunk.first)
        reach = (start, chunk.first) if before else (source[1], len(sentence.tokens))
        yield Statement(source, (chunk.first, chunks[at - 1].stop), reach)


def _after_that(sentence: Sentence, start: int, stop: int) -> int:
    """ "Police said that, according to a nurse, …": another says what stands before."""
    inside = [c.stop for c in sentence.chunks if c.kind is Kind.THAT and start <= c.first < stop]
    aside = bool(inside) and not _has_content(sentence, inside[-1], stop)
    return inside[-1] if aside else start


def _from_headline(sentence: Sentence) -> Iterator[Statement]:
    """ "22 dead in raids: monitor", with the colon gone as often as not; "Police: child shot"."""
    tokens = sentence.tokens
    last = len(tokens) - 1
    if last < 4:
        return
    for index in range(1, min(6, last)):
        is_label = tokens[index].lower == ":" and not _has_content(sentence, 0, index)
        if is_label and kind_of_words(sentence.text(0, index)) is not None:
            yield Statement((0, index), (index, index + 1), (index + 1, len(tokens)))
            return
    if tokens[last].lower not in _TAIL:
        last = _before_site_name(sentence, last)
    if tokens[last].lower in _TAIL and _may_close(sentence, last):
        first = last
        while first > 3 and tokens[first - 1].lower in _TAIL_MODIFIERS:
            first -= 1
        yield Statement((first, last + 1), (first, first), (0, first))


def _before_site_name(sentence: Sentence, last: int) -> int:
    """Step back over "- Region - World - The Daily" that scraped headlines end with."""
    tokens = sentence.tokens
    for index in range(max(5, len(tokens) // 3), len(tokens)):
        if (
            tokens[index].lower in {"-", "|", "_", "–", "—"}
            and tokens[index].start > tokens[index - 1].end
        ):
            rest = sentence.tags[index + 1 :]
            if not any(tag.startswith("VB") or tag == "CD" for tag in rest):
                return index - 1
    return last


_TAIL_MODIFIERS = frozenset(
    "state local health interior defense defence foreign us russian syrian turkish iraqi media "
    "medical security".split()
)


def _may_close(sentence: Sentence, last: int) -> bool:
    tokens = sentence.tokens
    if tokens[last - 1].lower in {":", "_", "-", "--", "–", "—"}:
        return True
    headline = sentence.passage.role == "headline" or sentence.passage.text[-1] not in '.?!"”'
    return headline and tokens[last].text[0].isupper() and sentence.tags[last - 1] != "IN"


def statement_over(statements: list[Statement], token: int) -> Statement | None:
    """Pick the innermost statement that reaches over a token; an outer voice is its relay."""
    over = [
        s
        for s in statements
        if s.reach[0] <= token < s.reach[1] and not s.source[0] <= token < s.source[1]
    ]
    if not over:
        return None
    inner = min(over, key=lambda s: (not s.is_cited, s.reach[1] - s.reach[0]))
    outer = [s for s in over if s.source != inner.source]
    if inner.relay is None and outer:
        return replace(inner, relay=outer[0].source)
    return inner
