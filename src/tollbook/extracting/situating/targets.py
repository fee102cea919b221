"""To whom or what it was done: the words that stand beside those for an attack."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from tollbook.document import Words
from tollbook.extracting.lexicon import word_list, words
from tollbook.extracting.parsing.tagging import tag
from tollbook.extracting.parsing.tokens import Token, tokenise
from tollbook.extracting.situating.what import Deed, each_once, find_deeds
from tollbook.extracting.situating.where import FoundPlace, PlaceKind, find_places

# Characters between the word for an attack and the spot it hit.
NEAR = 50
_LONGEST_TARGET = 9
_NOUNS = frozenset({"NN", "NNS", "NNP"})
_INSIDE = frozenset({"DT", "JJ", "CD", "PRP$", "POS", "VBN", "VBG"})


@dataclass(frozen=True, slots=True)
class _TargetWords:
    verbs: frozenset[str]
    nouns: frozenset[str]
    links: frozenset[str]
    never: frozenset[str]


def find_targets(
    text: str,
    *,
    tokens: list[Token] | None = None,
    places: Sequence[FoundPlace] | None = None,
    deeds: Sequence[Deed] | None = None,
) -> Iterator[Words]:
    """Find the words for what or who was attacked, each wording once, in order.

    They stand after a verb of attack ("targeted a market") or after its noun ("an attack on a
    convoy"), before a passive ("a market was shelled"), or are a spot hit ("fell on a mosque").

    Args:
        text: a sentence or a whole report.
        tokens: its tokens, where they are known already.
        places: what `find_places` found in it, likewise.
        deeds: what `find_deeds` found in it, likewise.

    Example:
        >>> found = find_targets("Gunmen stormed a hotel after a raid on Sarn.")
        >>> [target.text for target in found]
        ['a hotel', 'Sarn']
    """
    tokens = tokenise(text) if tokens is None else tokens
    places = find_places(text, tokens) if places is None else places
    deeds = find_deeds(text) if deeds is None else deeds
    spans = sorted(_spans_of_targets(text, tokens))
    return each_once(text, sorted([*spans, *_apart_from(spans, _spots_hit(text, places, deeds))]))


def _spans_of_targets(text: str, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    lower = sum(map(str.islower, text))
    has_case = lower > len(text) / 2 or sum(map(str.isupper, text)) < lower
    tags = tag(tokens, has_case=has_case)
    for first, stop in _target_spans(tokens, tags):
        yield tokens[first].start, tokens[stop - 1].end


def _spots_hit(
    text: str, places: Sequence[FoundPlace], deeds: Sequence[Deed]
) -> Iterator[tuple[int, int]]:
    """Find "a bakery" in "blew himself up outside a bakery": a spot soon after the word for it."""
    ends = [deed.end for deed in deeds]
    for place in places:
        if place.kind is PlaceKind.SPOT:
            near = ends[bisect_right(ends, place.start - NEAR) : bisect_left(ends, place.start)]
            # What no full stop parts from the nearest deed, none parts from it.
            if near and "." not in text[near[-1] : place.start]:
                yield place.start, place.end


def _apart_from(
    taken: Sequence[tuple[int, int]], spots: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Keep the spots that overlap nothing taken; `taken` is sorted."""
    reaches = list(accumulate((end for _, end in taken), max))
    for start, end in spots:
        before = bisect_left(taken, (end,))
        if before == 0 or reaches[before - 1] <= start:
            yield start, end


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
