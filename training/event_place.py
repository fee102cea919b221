"""Builds the weights of `tollbook.locating.event_place` from sentences with the place of a verb.

    python -m training.event_place                 from the train part of event_location
    python -m training.event_place --out FILE      elsewhere than into the package

NumPy only. The same sentences, features and gazetteer give the same weights; nothing is drawn
by chance.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from tollbook.evaluating.suites.event_location import Located, load
from tollbook.gazetteer import open_gazetteer
from tollbook.locating.event_place import among
from tollbook.locating.lookup import Lookup
from tollbook.locating.names import read_sentence
from tollbook.locating.placing_features import NamedPlace, SentenceNames

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

# Set by hand: twice or half of each changes what the dev part scores by less than 0.01.
LEAST_NAMES: Final = 3
HOLD: Final = 1.0
STEPS: Final = 200
RATE: Final = 0.1
FOLDS: Final = 4
_NEGLIGIBLE: Final = 0.02
ABOUT: Final = (
    "How much each feature of a name in a sentence speaks for something having happened there; "
    "made by training/event_place.py. Learned from the train part of the sentences that "
    "accompany Halterman, Geolocating Political Events in Text (2019), MIT licence. Holds no "
    "sentence of theirs: single words and pairs that stand beside three names or more."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The names of one sentence, which of them are the place of its verb, and in how many words.

    `sizes` are the words of each name; `gold_words` those of the places, found or not.
    """

    names: tuple[NamedPlace, ...]
    right: tuple[bool, ...]
    sizes: tuple[int, ...]
    gold_words: int


class Logistic:
    """A logistic regression over features that are there or not."""

    def __init__(self, features: Iterable[Sequence[str]]) -> None:
        counts = Counter(feature for one in features for feature in set(one))
        kept = sorted(feature for feature, count in counts.items() if count >= LEAST_NAMES)
        self._numbers = {feature: number for number, feature in enumerate(kept)}
        self._weights = np.zeros(len(kept))

    def fit(self, features: Sequence[Sequence[str]], right: Sequence[bool]) -> None:
        """Find the weights, by Adam over all examples at once, held near zero."""
        rows, columns = self._places(features)
        truth = np.asarray(right, float)
        first, second = np.zeros_like(self._weights), np.zeros_like(self._weights)
        for step in range(1, STEPS + 1):
            wrong = self._probabilities(rows, columns, len(features)) - truth
            slope = np.bincount(columns, wrong[rows], len(self._weights)) + HOLD * self._weights
            first = 0.9 * first + 0.1 * slope
            second = 0.999 * second + 0.001 * slope * slope
            rate = RATE * min(1.0, 2.5 * (1 - step / STEPS) + 0.01)
            scale = np.sqrt(second / (1 - 0.999**step)) + 1e-8
            self._weights -= rate * (first / (1 - 0.9**step)) / scale

    def probabilities(self, features: Sequence[Sequence[str]]) -> Floats:
        """Say how probable each example is to be right."""
        rows, columns = self._places(features)
        return self._probabilities(rows, columns, len(features))

    def learned(self) -> dict[str, float]:
        """Give the weights that say anything."""
        return {
            feature: round(float(self._weights[number]), 2)
            for feature, number in self._numbers.items()
            if abs(self._weights[number]) >= _NEGLIGIBLE
        }

    def _places(self, features: Sequence[Sequence[str]]) -> tuple[Integers, Integers]:
        known = self._numbers
        found = [
            (row, known[feature])
            for row, one in enumerate(features)
            for feature in one
            if feature in known
        ]
        both = np.asarray(found, np.int64).reshape(-1, 2)
        return both[:, 0], both[:, 1]

    def _probabilities(self, rows: Integers, columns: Integers, length: int) -> Floats:
        odds = np.bincount(rows, self._weights[columns], length)
        return np.asarray(1 / (1 + np.exp(-odds)), float)


def main() -> int:
    """Read, learn and write the weights.

    Returns:
        The exit code.
    """
    asked = _parser().parse_args()
    located = load(asked.corpus / "data" / "event_location", "train")
    gazetteer = open_gazetteer()
    learned = {"about": ABOUT, **learn([read_example(one, gazetteer) for one in located])}
    packed = json.dumps(learned, separators=(",", ":"), sort_keys=True).encode()
    asked.out.write_bytes(gzip.compress(packed, mtime=0))
    print(f"wrote {asked.out}, {asked.out.stat().st_size:,} bytes, from {len(located):,} sentences")
    return 0


def read_example(one: Located, gazetteer: Lookup) -> Example:
    """Read the names of one sentence."""
    names = SentenceNames(read_sentence(one.sentence), gazetteer)
    places = tuple(names.places(one.verb.start, one.verb.end))
    return Example(
        names=places,
        right=tuple(
            any(place.start < gold.end and gold.start < place.end for gold in one.places)
            for place in places
        ),
        sizes=tuple(_words(one.sentence[place.start : place.end]) for place in places),
        gold_words=sum(_words(one.sentence[place.start : place.end]) for place in one.places),
    )


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def learn(examples: Sequence[Example]) -> dict[str, dict[str, float] | float]:
    """Learn both looks; the second from what the first says of sentences it did not see.

    The threshold is where precision and recall of words are the same on the train part.
    """
    first = _crossed(examples, lambda e: [list(n.features) for n in e.names])
    by_example = {id(example): list(p) for example, p in zip(examples, first, strict=True)}

    def rivals(example: Example) -> list[list[str]]:
        said = by_example[id(example)]
        return [among(example.names, said, number) for number in range(len(example.names))]

    second = np.concatenate(_crossed(examples, rivals))
    sizes = [size for example in examples for size in example.sizes]
    gold_words = sum(example.gold_words for example in examples)
    return {
        "alone": _fitted(examples, lambda e: [list(n.features) for n in e.names]).learned(),
        "among": _fitted(examples, rivals).learned(),
        "threshold": balance(second, sizes, gold_words),
    }


def balance(probabilities: Floats, sizes: Sequence[int], gold_words: int) -> float:
    """Give the probability from which on as many words are taken as there are in the places."""
    order = np.argsort(-probabilities, kind="stable")
    taken = np.cumsum(np.asarray(sizes)[order])
    last = min(len(order) - 1, int(np.searchsorted(taken, gold_words)))
    return round(float(probabilities[order[last]]), 3)


def _fitted(
    examples: Sequence[Example], features_of: Callable[[Example], list[list[str]]]
) -> Logistic:
    features = [one for example in examples for one in features_of(example)]
    fitted = Logistic(features)
    fitted.fit(features, [one for example in examples for one in example.right])
    return fitted


def _crossed(
    examples: Sequence[Example], features_of: Callable[[Example], list[list[str]]]
) -> list[Floats]:
    """Say how probable each name is, by what was learned from the other folds."""
    said: list[Floats] = [np.zeros(0)] * len(examples)
    for fold in range(FOLDS):
        seen = [example for number, example in enumerate(examples) if number % FOLDS != fold]
        fitted = _fitted(seen, features_of)
        for number in range(fold, len(examples), FOLDS):
            said[number] = fitted.probabilities(features_of(examples[number]))
    return said


def _parser() -> argparse.ArgumentParser:
    root = Path(__file__).parent.parent
    parser = argparse.ArgumentParser(prog="training.event_place", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=root.parent / "shared")
    parser.add_argument(
        "--out", type=Path, default=root / "src" / "tollbook" / "data" / "event_place.json.gz"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
