"""What kind of incident a text tells of, and with what it was done."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tollbook.document import Words
from tollbook.extracting.lexicon import lowered, prefix_pattern, word_list
from tollbook.incident import What

# A mention this far into the text counts half of one at its start: reports tell the news first.
HALF_WEIGHT_AT = 400
# Below this nothing in the text names a kind of incident. Both set on the training reports.
LEAST_SCORE = 0.6
# Further in, a mention weighs too little to decide.
READ_UP_TO = 8000


@dataclass(frozen=True, slots=True)
class _Kinds:
    pattern: re.Pattern[str]
    kind_of_group: dict[str, What]
    weights: dict[What, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A word for a deed: code points, and the kind of incident it speaks for."""

    start: int
    end: int
    what: What


def find_deeds(text: str) -> list[Deed]:
    """Find the words for a deed, those of every kind of incident, in order.

    The longest phrase of `words/what.en.toml` wins where several begin, so that "suicide car
    bomb" is no word for a plain bombing.

    Example:
        >>> [(deed.what.value, deed.end) for deed in find_deeds("Shelling and an air strike.")]
        [('shelling', 8), ('air_strike', 26)]
    """
    kinds = _kinds()
    return [
        Deed(start=match.start(), end=match.end(), what=kinds.kind_of_group[match.lastgroup or ""])
        for match in kinds.pattern.finditer(lowered(text))
    ]


def classify_what(text: str, deeds: Iterable[Deed] | None = None) -> What:
    """Say what kind of incident a text is mainly about.

    Every word for a deed counts for its kind, early ones more.

    Args:
        text: headline and report, or the sentences that tell of one incident.
        deeds: what `find_deeds` found in it, where that is known already.

    Example:
        >>> classify_what("A man blew himself up at a market. The bombing killed nine.").value
        'suicide_bombing'
        >>> classify_what("The council met.").value
        'other'
    """
    weights = _kinds().weights
    scores: dict[What, float] = defaultdict(float)
    for deed in find_deeds(text[:READ_UP_TO]) if deeds is None else deeds:
        if deed.end > READ_UP_TO:
            break
        scores[deed.what] += weights[deed.what] / (1 + deed.start / HALF_WEIGHT_AT)
    # The table stands in order of how much a kind says; the earlier wins between equals.
    best = max(weights, key=lambda kind: scores[kind])
    return best if scores[best] >= LEAST_SCORE else What.OTHER


def find_weapons(text: str) -> Iterator[Words]:
    """Find the words for what the harm was done with, each wording once, in order.

    Example:
        >>> [found.text for found in find_weapons("Two mortar shells fell; a car bomb went off.")]
        ['mortar shells', 'car bomb']
    """
    spans = (match.span() for match in _weapon_pattern().finditer(lowered(text)))
    return each_once(text, spans)


def each_once(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Words]:
    """Cut out the words of spans, each wording once."""
    seen: set[str] = set()
    for start, end in spans:
        wording = " ".join(text[start:end].lower().split())
        if wording not in seen:
            seen.add(wording)
            yield Words(text=text[start:end], start=start, end=end)


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
    opens = prefix_pattern(_literal_start(phrase) for phrase, _ in entries)
    pattern = re.compile(rf"\b(?<!-)(?={opens})(?:{branches})(?!\w)")
    return _Kinds(pattern, groups, {What(name): row["weight"] for name, row in table.items()})


@lru_cache(maxsize=1)
def _weapon_pattern() -> re.Pattern[str]:
    phrases = sorted(_phrases(word_list("what")["weapons"]), key=lambda phrase: -len(phrase))
    either = "|".join(_as_pattern(phrase) for phrase in phrases)
    opens = prefix_pattern(map(_literal_start, phrases))
    return re.compile(rf"\b(?<!-)(?={opens})(?:{either})(?!\w)")


def _literal_start(phrase: str) -> str:
    return phrase.partition("*")[0].partition("~")[0]


def _phrases(row: dict[str, str]) -> list[str]:
    return [" ".join(phrase.split()) for phrase in row["phrases"].split("|")]


def _as_pattern(phrase: str) -> str:
    """Write "suicide ~ bomb*" as a pattern: "~" is up to two words, "*" any ending."""
    words_of_it = [re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()]
    return r"\s+".join(words_of_it).replace(r"\s+\~\s+", r"\s+(?:[\w-]+\s+){0,2}")
