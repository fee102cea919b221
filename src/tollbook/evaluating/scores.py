"""The figures: how much of what was annotated we find, and how much of what we find is right.

They are those of the guideline's own scorer, summed over documents before any division, so
that a long report weighs as much as the claims it holds.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tollbook.evaluating.gold import ACTS
from tollbook.evaluating.matching import CHECKED, Comparison

SHARES = ("found", "figure", "whole")
"""Found: same harm, words overlap. Figure: found and exact. Whole: and source, and background."""

ACCURACIES = CHECKED[1:]
"""What is right of the figures found, apart from the figure itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """What was right, of what was found and of what was there to find."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """How much of what was found is right; 0 if nothing was found."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """How much of what was there is found; 0 if nothing was there."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 if both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The tally of any number of reports; the figures are worked out from it."""

    documents: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def ratio(self, name: str) -> Ratio:
        """Give the ratio behind a figure that has precision and recall.

        Args:
            name: one of `SHARES` or of the kinds of claims that are no figures.
        """
        group = name if name in ACTS else "toll"
        return Ratio(
            right=self.counts[name],
            predicted=self.counts[f"{group} predicted"],
            gold=self.counts[f"{group} gold"],
        )

    def accuracy(self, name: str) -> float:
        """Give the share of found figures of which `name`, one of `ACCURACIES`, is right."""
        found = self.counts["found"]
        return self.counts[name] / found if found else 0.0

    def figures(self) -> dict[str, float]:
        """Give every figure by its name: F1 where there is one, else accuracy."""
        by_f1 = {name: self.ratio(name).f1 for name in SHARES}
        by_accuracy = {name: self.accuracy(name) for name in ACCURACIES}
        return by_f1 | by_accuracy | {name: self.ratio(name).f1 for name in ACTS}


def score(comparisons: Iterable[Comparison]) -> Scores:
    """Tally reports."""
    documents, counts = 0, Counter[str]()
    for comparison in comparisons:
        documents += 1
        counts += _tally_tolls(comparison) + _tally_acts(comparison)
    return Scores(documents=documents, counts=counts)


def _tally_tolls(comparison: Comparison) -> Counter[str]:
    counts = Counter(name for answer in comparison.answers for name in answer.right)
    counts["found"] = len(comparison.answers)
    counts["whole"] = sum(answer.is_whole for answer in comparison.answers)
    counts["toll gold"] = len(comparison.answers) + len(comparison.missed)
    counts["toll predicted"] = len(comparison.answers) + len(comparison.extra)
    return counts


def _tally_acts(comparison: Comparison) -> Counter[str]:
    counts = Counter(act.kind for act in comparison.acts_right)
    for act in (*comparison.acts_right, *comparison.acts_missed):
        counts[f"{act.kind} gold"] += 1
    for kind in [a.kind for a in comparison.acts_right] + [a.kind for a in comparison.acts_extra]:
        counts[f"{kind} predicted"] += 1
    return counts
