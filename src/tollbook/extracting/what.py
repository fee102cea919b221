"""What kind of incident a text tells of, with what it was done, and to whom or what."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tollbook.document import Words
from tollbook.extracting.lexicon import word_list, words
from tollbook.extracting.tagging import tag
from tollbook.extracting.tokens import Token, tokenise
from tollbook.extracting.where import FoundPlace, PlaceKind, find_places
from tollbook.incident import What

# A mention this far into the text counts half of one at its start: reports tell the news first.
HALF_WEIGHT_AT = 400
# Below this nothing in the text names a kind of incident. Both set on the training reports.
LEAST_SCORE = 0.6
# Further in, a mention weighs too little to decide.
READ_UP_TO = 8000
# Characters between the word for an attack and the spot it hit.
NEAR = 50
_LONGEST_TARGET = 9


@dataclass(frozen=True, slots=True)
class _Kinds:
    pattern: re.Pattern[str]
    kind_of_group: dict[str, What]
    weights: dict[What, float]


@dataclass(frozen=True, slots=True)
class _TargetWords:
    verbs: frozenset[str]
    nouns: frozenset[str]
    links: frozenset[str]
    never: frozenset[str]


def classify_what(text: str) -> What:
    """Say what kind of incident a text is mainly about.

    Every phrase of `words/what.en.toml` counts for its kind, early ones more; the longest phrase
    wins where several begin, so that "suicide car bomb" is no word for a plain bombing.

    Args:
        text: headline and report, or the sentences that tell of one incident.

    Example:
        >>> classify_what("A man blew himself up at a market. The bombing killed nine.").value
        'suicide_bombing'
        >>> classify_what("The council met.").value
        'other'
    """
    kinds = _kinds()
    scores: dict[What, float] = defaultdict(float)
    for match in kinds.pattern.finditer(text[:READ_UP_TO].lower()):
        kind = kinds.kind_of_group[match.lastgroup or ""]
        scores[kind] += kinds.weights[kind] / (1 + match.start() / HALF_WEIGHT_AT)
    # The table stands in order of how much a kind says; the earlier wins between equals.
    best = max(kinds.weights, key=lambda kind: scores[kind])
    return best if scores[best] >= LEAST_SCORE else What.OTHER


def event_ends(text: str) -> list[int]:
    """Find where the words for a deed end, those of every kind of incident."""
    return [match.end() for match in _kinds().pattern.finditer(text.lower())]


def find_weapons(text: str) -> list[Words]:
    """Find the words for what the harm was done with, each wording once, in order.

    Example:
        >>> [found.text for found in find_weapons("Two mortar shells fell; a car bomb went off.")]
        ['mortar shells', 'car bomb']
    """
    matches = _weapon_pattern().finditer(text)
    return _each_once(Words(text=m.group(), start=m.start(), end=m.end()) for m in matches)


def find_targets(text: str, places: Sequence[FoundPlace] | None = None) -> list[Words]:
    """Find the words for what or who was attacked, each wording once, in order.

    They stand after a verb of attack ("targeted a market") or after its noun ("an attack on a
    convoy"), before a passive ("a market was shelled"), or are a spot hit ("fell on a mosque").

    Args:
        text: a sentence or a whole report.
        places: what `find_places` found in it, where that is known already.

    Example:
        >>> [found.text for found in find_targets("Gunmen stormed a hotel after a raid on Sarn.")]
        ['a hotel', 'Sarn']
    """
    tokens = tokenise(text)
    upper = sum(mark.isupper() for mark in text)
    tags = tag(tokens, has_case=upper < sum(mark.islower() for mark in text))
    spans = [
        (tokens[first].start, tokens[stop - 1].end) for first, stop in _target_spans(tokens, tags)
    ]
    spans += (
        spot
        for spot in _spots_hit(text, find_places(text) if places is None else places)
        if not any(_overlap(spot, span) for span in spans)
    )
    return _each_once(
        Words(text=text[start:end], start=start, end=end) for start, end in sorted(spans)
    )


def _spots_hit(text: str, places: Sequence[FoundPlace]) -> Iterator[tuple[int, int]]:
    """Find "a bakery" in "blew himself up outside a bakery": a spot soon after the word for it."""
    events = event_ends(text)
    for place in places:
        if place.kind is PlaceKind.SPOT and any(
            0 < place.start - end < NEAR and "." not in text[end : place.start] for end in events
        ):
            yield place.start, place.end


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _each_once(found: Iterable[Words]) -> list[Words]:
    by_wording: dict[str, Words] = {}
    for one in found:
        by_wording.setdefault(" ".join(one.text.lower().split()), one)
    return list(by_wording.values())


def _target_spans(tokens: list[Token], tags: list[str]) -> Iterator[tuple[int, int]]:
    known = _target_words()
    for at, token in enumerate(tokens):
        begins = at + 1
        if (
            token.lower in known.nouns
            and begins < len(tokens)
            and tokens[begins].lower in known.links
        ):
            begins += 1
        elif token.lower not in known.verbs or not _is_verb(tokens, tags, at):
            continue
        stop = _phrase_end(tokens, tags, begins)
        if stop > begins:
            yield begins, stop
        elif _is_passive(tokens, at) and (first := _phrase_start(tags, at - 1)) < at - 1:
            yield first, at - 1


def _is_verb(tokens: list[Token], tags: list[str], at: int) -> bool:
    """ "Attacked" is a verb; "attack" and "hits" are where their place in the sentence says so."""
    return tags[at].startswith("VB") or (at > 0 and tokens[at - 1].lower in {"to", "and"})


def _is_passive(tokens: list[Token], at: int) -> bool:
    return (
        at > 1
        and tokens[at - 1].lower in {"was", "were"}
        and tokens[at].lower.endswith(("ed", "hit"))
    )


def _phrase_end(tokens: list[Token], tags: list[str], begins: int) -> int:
    """Where the noun phrase that begins here ends; `begins` if there is none."""
    at, noun_stop = begins, begins
    while at < len(tokens) and at - begins < _LONGEST_TARGET:
        is_far = at > begins and tokens[at].start - tokens[at - 1].end > 1  # a new paragraph
        if is_far or tokens[at].lower in _target_words().never:
            break
        if tags[at] in _NOUNS:
            noun_stop = at + 1
        elif tokens[at].lower == "of" and noun_stop == at > begins:
            pass
        elif tags[at] not in _INSIDE:
            break
        at += 1
    return noun_stop


def _phrase_start(tags: list[str], stop: int) -> int:
    at = stop
    while at > 0 and (tags[at - 1] in _NOUNS or tags[at - 1] in _INSIDE):
        at -= 1
    return at


@lru_cache(maxsize=1)
def _target_words() -> _TargetWords:
    table = word_list("what")["targets"]
    return _TargetWords(*(words(table[name]) for name in ("verbs", "nouns", "links", "never")))


@lru_cache(maxsize=1)
def _kinds() -> _Kinds:
    by_letter: dict[str, list[str]] = defaultdict(list)
    groups: dict[str, What] = {}
    table = word_list("what")["kinds"]
    entries = [(phrase, What(name)) for name, row in table.items() for phrase in _phrases(row)]
    for number, (phrase, kind) in enumerate(sorted(entries, key=lambda entry: -len(entry[0]))):
        groups[f"p{number}"] = kind
        by_letter[phrase[0]].append(f"(?P<p{number}>{_as_pattern(phrase)})")
    # One branch a letter: a word is tried against a dozen phrases instead of two hundred.
    branches = "|".join(
        rf"(?={re.escape(letter)})(?:{'|'.join(parts)})" for letter, parts in by_letter.items()
    )
    pattern = re.compile(rf"(?<![\w-])(?:{branches})(?!\w)")
    return _Kinds(pattern, groups, {What(name): row["weight"] for name, row in table.items()})


@lru_cache(maxsize=1)
def _weapon_pattern() -> re.Pattern[str]:
    phrases = sorted(_phrases(word_list("what")["weapons"]), key=lambda phrase: -len(phrase))
    either = "|".join(_as_pattern(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)", re.IGNORECASE)


def _phrases(row: dict[str, str]) -> list[str]:
    return [" ".join(phrase.split()) for phrase in row["phrases"].split("|")]


def _as_pattern(phrase: str) -> str:
    """Write "suicide ~ bomb*" as a pattern: "~" is up to two words, "*" any ending."""
    words_of_it = [re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()]
    return r"\s+".join(words_of_it).replace(r"\s+\~\s+", r"\s+(?:[\w-]+\s+){0,2}")


_NOUNS = frozenset({"NN", "NNS", "NNP"})
_INSIDE = frozenset({"DT", "JJ", "CD", "PRP$", "POS", "VBN", "VBG"})
