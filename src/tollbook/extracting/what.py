"""What kind of incident a text tells of, and with what it was done to whom."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from tollbook.document import Words
from tollbook.extracting.lexicon import word_list
from tollbook.incident import What

# A mention this far into the text counts half of one at its start: reports tell the news first.
HALF_WEIGHT_AT = 400
# Below this nothing in the text names a kind of incident. Both set on the training reports.
LEAST_SCORE = 0.6


@dataclass(frozen=True, slots=True)
class _Kinds:
    pattern: re.Pattern[str]
    kind_of_group: dict[str, What]
    weights: dict[What, float]


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
    for match in kinds.pattern.finditer(text):
        kind = kinds.kind_of_group[match.lastgroup or ""]
        scores[kind] += kinds.weights[kind] / (1 + match.start() / HALF_WEIGHT_AT)
    # The table stands in order of how much a kind says; the earlier wins between equals.
    best = max(kinds.weights, key=lambda kind: scores[kind])
    return best if scores[best] >= LEAST_SCORE else What.OTHER


@lru_cache(maxsize=1)
def _kinds() -> _Kinds:
    phrases: list[tuple[str, What]] = []
    weights: dict[What, float] = {}
    for name, row in word_list("what")["kinds"].items():
        weights[What(name)] = row["weight"]
        phrases += [(" ".join(phrase.split()), What(name)) for phrase in row["phrases"].split("|")]
    phrases.sort(key=lambda entry: -len(entry[0]))
    groups = {f"p{number}": kind for number, (_, kind) in enumerate(phrases)}
    parts = (f"(?P<p{number}>{_as_pattern(phrase)})" for number, (phrase, _) in enumerate(phrases))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
    return _Kinds(pattern, groups, weights)


def _as_pattern(phrase: str) -> str:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()]
    pattern = r"\s+".join(words)
    return pattern.replace(r"\s+\~\s+", r"\s+(?:[\w-]+\s+){0,2}").replace(
        r"\s+~\s+", r"\s+(?:[\w-]+\s+){0,2}"
    )
