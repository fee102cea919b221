"""A text -> the noun phrases in it, each with what stands around it, for a model to judge."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Final

from tollbook.claim import BACKGROUND, DamageClaim, Reaction, ResponsibilityClaim, TollClaim
from tollbook.counting import Quantity
from tollbook.evaluating.muc4.groups import find_groups
from tollbook.extracting.harming.people import folk
from tollbook.extracting.lexicon import is_plural
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence, parse
from tollbook.extracting.parsing.sentences import sentences
from tollbook.incident import Account

_CUES: Final = re.compile(
    r"\b(KILL|MURDER|ASSASSINAT|DIE|DEAD|DEATH|WOUND|INJUR|KIDNAP|ABDUCT|HOSTAGE|CAR BOMB|BOMB"
    r"|EXPLO|DYNAMIT|ATTACK|AMBUSH|SHOT|SHOOT|GUNFIRE|MACHINEGUN|BURN|FIRE|ARSON|SABOTAGE"
    r"|BLEW|BLOW|DESTROY|DAMAGE|THREAT|ROBB|STOLE|SEIZ|CLASH|COMBAT|FIGHTING|ARREST|SUSPECT"
    r"|RESPONSIB|CLAIM|ACCUS|BLAM|RELEASE|FREED|RESCUE|ESCAPE|MASSACRE|EXECUT|TORTUR|DETONAT"
    r"|GRENADE|ROCKET|MINES?\b|VICTIM|CASUALT|BODY|BODIES|FUNERAL|INVESTIGAT|TRIAL|NEGOTIAT"
    r"|PEACE|ELECTION|OPERATION|TROOPS|CAPTUR|STRAF|HIJACK|SET ON FIRE|UNHURT|UNHARMED|DISAPPEAR)"
)
_WORD: Final = re.compile(r"[A-Z][A-Z'-]+")
_TAG: Final = re.compile(r"\[([A-Z ]{4,24})\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: its words on one line, where it stands, and its features.

    `number` is how many it counts as a template writes it ("6", "~50", "PLURAL"), "1" where
    it counts nobody and is no plural. `core` is the phrase without article and figure.
    """

    words: str
    core: str
    start: int
    end: int
    sentence: int
    number: str
    head: str
    is_name: bool
    is_people: bool
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text cut into sentences and phrases, with what is true of all of it."""

    text: str
    sentences: tuple[Sentence, ...]
    cues: tuple[frozenset[str], ...]
    phrases: tuple[Phrase, ...]
    features: tuple[str, ...]

    def told_in(self, sentence: int) -> str:
        """Give a sentence on one line."""
        return line(self.sentences[sentence].passage.text)

    def sentence_at(self, offset: int) -> int:
        """Give the number of the sentence that an offset stands in, or the last before it."""
        found = bisect_right(self.sentences, offset, key=lambda s: s.passage.start)
        return max(found - 1, 0)


def read(text: str, accounts: Sequence[Account]) -> Reading:
    """Cut a text up and gather what stands around each noun phrase.

    Args:
        text: in capitals.
        accounts: what tollbook reads in it.
    """
    parsed = tuple(parse(passage) for passage in sentences(text) if passage.text.strip())
    cues = tuple(frozenset(_CUES.findall(line(s.passage.text))) for s in parsed)
    marks = _marks(accounts)
    heads = Counter(chunk.head for sentence in parsed for chunk in sentence.chunks)
    phrases = tuple(
        phrase
        for index, sentence in enumerate(parsed)
        for phrase in _phrases(index, sentence, cues, marks, heads)
    )
    return Reading(
        text=text,
        sentences=parsed,
        cues=cues,
        phrases=phrases,
        features=tuple(_text_features(text, parsed, accounts)),
    )


def line(words: str) -> str:
    """Put words on one line, in capitals."""
    return " ".join(words.upper().split())


def _text_features(
    text: str, parsed: Sequence[Sentence], accounts: Sequence[Account]
) -> Iterator[str]:
    common = {
        token.text.upper()
        for sentence in parsed
        for token, tag in zip(sentence.tokens, sentence.tags, strict=True)
        if not tag.startswith("NNP") and token.text[0].isalpha()
    }
    yield from (f"w={word}" for word in sorted(common))
    yield from sorted({f"t={tag}" for tag in _TAG.findall(text[:600])})
    yield from sorted({f"o={group.kind}" for group in find_groups(text)})
    harms = {
        f"h={claim.harm}:{claim.group}:{account.label == BACKGROUND}"
        for account in accounts
        for claim in account.claims
        if isinstance(claim, TollClaim)
    }
    yield from sorted(harms)
    yield from sorted({f"what={account.what}" for account in accounts})
    yield f"length={min(len(parsed) // 6, 6)}"
    yield f"accounts={min(len(accounts), 4)}"


_Marks = list[tuple[int, int, str]]


def _marks(accounts: Sequence[Account]) -> _Marks:
    """What the claims say of stretches of the text."""
    found: _Marks = []
    for account in accounts:
        war = "war:" if account.label == BACKGROUND else ""
        for claim in account.claims:
            if not isinstance(claim, Reaction) and claim.attribution.source is not None:
                source = claim.attribution.source
                found.append((source.start, source.end, "source"))
            match claim:
                case TollClaim():
                    # The words of a figure and of whom it counts are one phrase to a template.
                    spans = [claim.count.words] + [w for w in [claim.group_words] if w]
                    start, end = min(w.start for w in spans), max(w.end for w in spans)
                    found.append((start, end, f"{war}harm={claim.harm}:{claim.attribution.stance}"))
                case ResponsibilityClaim():
                    found.append((claim.actor.start, claim.actor.end, f"{war}did={claim.status}"))
                case DamageClaim():
                    found.append(
                        (claim.object.start, claim.object.end, f"{war}broke={claim.effect}")
                    )
                case Reaction():
                    found.append((claim.actor.start, claim.actor.end, f"reacts={claim.reaction}"))
        found += [(w.start, w.end, "target") for w in account.targets]
        found += [(w.start, w.end, "weapon") for w in account.weapons]
    return found


def _phrases(
    index: int,
    sentence: Sentence,
    cues: Sequence[frozenset[str]],
    marks: _Marks,
    heads: Counter[str],
) -> Iterator[Phrase]:
    around = [f"c={cue}" for cue in sorted(cues[index])]
    near = cues[index - 1] if index else frozenset()
    around += [f"c-={cue}" for cue in sorted(near)]
    first, last = sentence.passage.start, sentence.passage.end
    around += sorted({f"told={mark}" for s, e, mark in marks if first <= s < last})
    around += [f"at={min(index, 4) if index < 4 else 4 + min(index // 6, 3)}"]
    for at, chunk in enumerate(sentence.chunks):
        if not chunk.is_noun or chunk.stop <= chunk.first:
            continue
        start, end = sentence.tokens[chunk.first].start, sentence.tokens[chunk.stop - 1].end
        whom = folk(sentence, chunk)
        first = chunk.quantity_stop if chunk.quantity else chunk.first + bool(chunk.opener)
        core = sentence.text(first, chunk.stop) if first < chunk.stop else ""
        words = line(sentence.text(chunk.first, chunk.stop))
        marked = sorted({mark for s, e, mark in marks if s < end and start < e})
        own = list(_own_features(sentence, chunk, first))
        own += [f"m={mark}" for mark in marked]
        own += _neighbours(sentence, at)
        own.append(f"seen={min(heads[chunk.head], 4)}")
        own.append(f"folk={whom.group if whom else None}:{whom.is_name if whom else None}")
        own += tuple(_joined(tuple(own), around))
        yield Phrase(
            words=words,
            core=line(core) or words,
            start=start,
            end=end,
            sentence=index,
            number=number(chunk),
            head=chunk.head,
            is_name=bool(whom and whom.is_name) or chunk.tag.startswith("NNP"),
            is_people=whom is not None,
            # The same few thousand features come again and again.
            features=tuple(map(intern, (*own, *around))),
        )


def _joined(own: Sequence[str], around: Sequence[str]) -> Iterator[str]:
    """Whom a phrase means (or what the claims say of it) together with what stands near it."""
    beside = [f for f in own if f.startswith(("l1=", "r1=", "vl=", "vr="))]
    near = [f for f in beside if not f.endswith((":far", ":near"))]
    cues = [f for f in around if f.startswith("c=")]
    for meant in own:
        if meant.startswith(("folk=", "m=")):
            yield from (f"{meant}&{other}" for other in (*cues, *near))


def number(chunk: Chunk) -> str:
    """Write how many a phrase counts as a template does."""
    quantity = chunk.quantity
    if quantity is not None:
        return _written(quantity)
    plural = is_plural(chunk.head) and not chunk.tag.startswith("NNP")
    return "PLURAL" if plural or chunk.tag in {"NNS", "NNPS"} else "1"


def _written(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low == high:
        return str(low)
    if quantity.stated is None:
        return "PLURAL"
    if high is None:
        return f"{quantity.stated} -"
    return f"~{quantity.stated}" if low < quantity.stated < high else f"{low} - {high}"


def _own_features(sentence: Sentence, chunk: Chunk, first: int) -> Iterator[str]:
    for at in range(first, chunk.stop):
        yield f"{'h' if at == chunk.stop - 1 else 'w'}={_common(sentence, at)}"
    if chunk.head.upper() != sentence.tokens[chunk.stop - 1].text.upper():
        yield f"head={chunk.head}"
    yield f"open={chunk.opener if len(chunk.opener) < 8 else 'x'}"
    yield f"tag={chunk.tag}"
    yield f"size={min(chunk.stop - chunk.first, 5)}"
    yield f"number={number(chunk) if number(chunk) in {'1', 'PLURAL'} else 'figure'}"


def _common(sentence: Sentence, at: int) -> str:
    """A word, unless it is somebody's name: names are not to be learned."""
    word = sentence.tokens[at].text.upper()
    if _kind_of_group(word):
        return _kind_of_group(word)
    return "NAME" if sentence.tags[at].startswith("NNP") else word


@cache
def _kind_of_group(word: str) -> str:
    return next((f"<{group.kind}>" for group in find_groups(word)), "")


def _neighbours(sentence: Sentence, at: int) -> list[str]:
    chunks = sentence.chunks
    found: list[str] = []
    for step, name in ((-1, "l1"), (-2, "l2"), (1, "r1"), (2, "r2")):
        found.append(f"{name}={_told(sentence, at + step)}")
    found.append(f"l2l1={_told(sentence, at - 2)},{_told(sentence, at - 1)}")
    found.append(f"r1r2={_told(sentence, at + 1)},{_told(sentence, at + 2)}")
    for name, steps in (("vl", range(at - 1, -1, -1)), ("vr", range(at + 1, len(chunks)))):
        verb = next((k for k in steps if chunks[k].is_verb), None)
        if verb is not None:
            far = "far" if abs(verb - at) > 3 else "near"
            found.append(f"{name}={_told(sentence, verb)}:{far}")
            found.append(f"{name}={_told(sentence, verb)}")
            commas = any(c.kind is Kind.COMMA for c in chunks[min(verb, at) : max(verb, at)])
            found.append(f"{name}:comma={commas}")
    return found


def _told(sentence: Sentence, at: int) -> str:
    """A chunk as a neighbour sees it: a verb with its voice, a noun by its main word."""
    if not 0 <= at < len(sentence.chunks):
        return "-"
    chunk = sentence.chunks[at]
    if chunk.is_verb:
        helped = {h.lower() for h in chunk.helpers}
        passive = bool(helped & {"was", "were", "been", "being", "is", "are", "be"})
        return f"{chunk.head}{'<' if passive and chunk.tag in {'VBN', 'VBD'} else ''}"
    if chunk.is_noun:
        return "NAME" if chunk.tag.startswith("NNP") else chunk.head
    return chunk.head or chunk.kind.value
