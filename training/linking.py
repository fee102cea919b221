"""Learns the weights of `tollbook.linking` from reports that people sorted by incident.

    python -m training.linking                    from the train parts of gva and incidents_syria
    python -m training.linking --out FILE         elsewhere than into the package

NumPy only. A logistic regression over the answers to the questions of `linking.features`, held near
zero, in which the answers of one question keep their order: what is nearer never speaks less for
one incident than what is farther. Reports of crime get weights of their own, held near those of
war. The same reports give the same weights.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from tollbook.annotating import DEFAULT, annotator
from tollbook.evaluating.grouped_reports import GroupedReports, gun_violence, syrian_war
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.linking import main_account
from tollbook.incident import Account, What
from tollbook.linking.candidates import candidate_pairs
from tollbook.linking.evidence import Evidence, read_evidence
from tollbook.linking.features import QUESTIONS, features_of, is_crime

Floats = npt.NDArray[np.float64]

# How strongly weights are held near zero, and those of crime near those of war.
HOLD: Final = 1.0
HOLD_CRIME: Final = 5.0
# A pair of a group of n reports counts (n - 1) ** -GROUP: two attacks that everybody wrote about
# would else be all that is learned.
GROUP: Final = 0.5
# There are thirteen times as many pairs of crime as of war.
WAR: Final = 3.0
# Chosen on dev, between 0 and 0.6: wrongly apart costs more than wrongly joined, which the mean
# over groups prevents.
LEAN: Final = 0.5
SURE: Final = 0.0
UNSURE: Final = -1.5
# Each report also meets those so many places further on, and each tenth pair without its dates.
STRIDES: Final = (101, 211, 307)
EVERY: Final = 10
NEWTON_STEPS: Final = 25
SWEEPS: Final = 100
OUT: Final = Path(__file__).parent.parent / "src" / "tollbook" / "data" / "linking.toml"


_BY_HAND: Final = {
    answer: weight for question in QUESTIONS for answer, weight in question.by_hand.items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A pair of reports: the answers to all questions, and whether people sorted them together."""

    answers: tuple[str, ...]
    is_crime: bool
    is_one: bool
    weight: float

    @property
    def by_hand(self) -> float:
        """What weights set by hand add to its log-odds."""
        return sum(_BY_HAND.get(answer, 0.0) for answer in self.answers)


def examples(
    told: Mapping[str, Evidence], group_of: Mapping[str, str], weight: float
) -> Iterator[Example]:
    """Make an example of every candidate pair of sorted reports, and of some taken by chance.

    Of some there is a second and a third: the same without dates, and without the text, so that
    what is left is weighed right where these are unknown.

    Args:
        told: the evidence of the main account of each report, by the report's name.
        group_of: the group of each, by name.
        weight: how much a pair counts.
    """
    names = sorted(name for name in told if name in group_of)
    size = Counter(group_of[name] for name in names)
    evidence = [told[name] for name in names]
    chance = [(at, (at + stride) % len(names)) for at in range(len(names)) for stride in STRIDES]
    for number, (left, right) in enumerate([*candidate_pairs(evidence), *chance]):
        groups = group_of[names[left]], group_of[names[right]]
        most = max(size[group] for group in groups)
        counts = weight * max(1, most - 1) ** -GROUP
        pair, is_one = (evidence[left], evidence[right]), groups[0] == groups[1]
        yield _example(*pair, is_one=is_one, weight=counts)
        if number % EVERY == 0:
            hidden = map(_undated, pair), map(_without_text, pair)
            for one, other in hidden:
                yield _example(one, other, is_one=is_one, weight=counts)


def _example(left: Evidence, right: Evidence, *, is_one: bool, weight: float) -> Example:
    return Example(
        answers=tuple(name for name, _ in features_of(left, right)),
        is_crime=is_crime(left, right),
        is_one=is_one,
        weight=weight,
    )


def _undated(evidence: Evidence) -> Evidence:
    return replace(evidence, printed="", first_day=None, last_day=None)


def _without_text(evidence: Evidence) -> Evidence:
    return replace(evidence, words=(), headline=(), names=(), ages=(), mentioned=())


class Columns:
    """The columns of the regression: steps within a question, and what crime adds."""

    def __init__(self) -> None:
        self.lowest: list[float] = []
        self.highest: list[float] = []
        self.hold: list[float] = []
        self._of: dict[str, list[int]] = {}
        self._in_crime: dict[str, int] = {}
        self.prior = [self._add(1e-3), self._add(HOLD_CRIME)]
        for question in QUESTIONS:
            against, speaking_for = (
                question.answers[: question.turn],
                question.answers[question.turn :],
            )
            self._add_steps(reversed(against), lowest=-np.inf, highest=0.0)
            self._add_steps(speaking_for, lowest=0.0, highest=np.inf)
            for answer in question.others:
                self._of[answer] = [self._add(HOLD)]
            for answer in (*question.answers, *question.others):
                self._in_crime[answer] = self._add(HOLD_CRIME)

    def _add(self, hold: float, lowest: float = -np.inf, highest: float = np.inf) -> int:
        self.lowest.append(lowest)
        self.highest.append(highest)
        self.hold.append(hold)
        return len(self.hold) - 1

    def _add_steps(self, answers: Iterable[str], *, lowest: float, highest: float) -> None:
        """Give each answer what the one before has and a step further the same way."""
        steps: list[int] = []
        for answer in answers:
            steps = [*steps, self._add(HOLD, lowest, highest)]
            self._of[answer] = steps

    def of(self, answer: str, *, is_crime: bool) -> list[int]:
        """The columns that an answer sets."""
        return [*self._of[answer], *([self._in_crime[answer]] if is_crime else [])]

    def rows(self, pairs: Sequence[Example]) -> Floats:
        """One row per pair."""
        table = np.zeros((len(pairs), len(self.hold)))
        for row, pair in zip(table, pairs, strict=True):
            row[self.prior[: 1 + pair.is_crime]] = 1.0
            for answer in set(pair.answers) - _BY_HAND.keys():
                row[self.of(answer, is_crime=pair.is_crime)] = 1.0
        return table


def fit(columns: Columns, pairs: Sequence[Example]) -> Floats:
    """Find the weights by Newton's method; within each step one weight after the other."""
    rows = columns.rows(pairs)
    is_one = np.array([pair.is_one for pair in pairs], dtype=float)
    counts = np.array([pair.weight for pair in pairs])
    given = np.array([pair.by_hand for pair in pairs])
    hold, lowest, highest = map(np.array, (columns.hold, columns.lowest, columns.highest))
    weights = np.zeros(len(hold))
    for _ in range(NEWTON_STEPS):
        probability = 1 / (1 + np.exp(-(given + rows @ weights)))
        curve = counts * np.maximum(probability * (1 - probability), 1e-5)
        hessian = (rows * curve[:, None]).T @ rows + np.diag(hold)
        slope = rows.T @ (counts * (probability - is_one)) + hold * weights
        step = _bounded_step(hessian, slope, lowest - weights, highest - weights)
        weights = weights + step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def _bounded_step(hessian: Floats, slope: Floats, lowest: Floats, highest: Floats) -> Floats:
    step, slope = np.zeros(len(slope)), slope.copy()
    for _ in range(SWEEPS):
        largest = 0.0
        for at in range(len(step)):
            aim = step[at] - slope[at] / hessian[at, at]
            change = min(highest[at], max(lowest[at], aim)) - step[at]
            if abs(change) > 1e-9:
                step[at] += change
                slope += hessian[:, at] * change
                largest = max(largest, abs(change))
        if largest < 1e-5:
            break
    return step


def table(columns: Columns, weights: Floats, pairs: Iterable[Example]) -> str:
    """Write the weights as the table that the package reads."""
    seen = Counter(answer for pair in pairs for answer in pair.answers)
    prior, in_crime = (float(weights[column]) for column in columns.prior)
    lines = [
        "# What each answer adds to the log-odds that two accounts tell of one incident, in",
        "# reports of war and of crime. Made by `python -m training.linking`; do not edit by hand.",
        "# Learned from the train parts of the Gun Violence Archive corpus of SemEval-2018 task 5",
        "# (Apache-2.0 or none stated) and of FA-KES as grouped by hand (CC BY 4.0).",
        "# `seen`: in how many of the pairs that were compared there.",
        "",
        "[judgement]",
        f"sure = {SURE}",
        f"unsure = {UNSURE}",
        "",
        "[prior]",
        f"war = {prior + LEAN:.2f}",
        f"crime = {prior + in_crime + LEAN:.2f}",
    ]
    for question in QUESTIONS:
        lines += ["", f"# {question.about}", f"[questions.{question.name}]"]
        for answer in (*question.answers, *question.others):
            war, crime = (
                float(weights[columns.of(answer, is_crime=is_crime)].sum())
                for is_crime in (False, True)
            )
            if answer in question.by_hand:
                war = crime = question.by_hand[answer]
            row = f"war = {war + 0.0:.2f}, crime = {crime + 0.0:.2f}, seen = {seen[answer]}"
            hand = ', by = "hand"' if answer in question.by_hand else ""
            lines.append(f'"{answer}" = {{ {row}{hand} }}')
    return "\n".join(lines).replace("-0.00", "0.00") + "\n"


def read(corpus: GroupedReports, reader: Reader) -> dict[str, Evidence]:
    """Read the main account of every report of a corpus."""
    told = {}
    for document in corpus.documents:
        account = main_account(reader.accounts(document))
        silent = Account(label="A", what=What.OTHER, imprint=document.imprint)
        told[document.name] = read_evidence(account or silent, document.text)
    return told


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args(arguments)
    reader = Reader(annotator=annotator(DEFAULT))
    pairs: list[Example] = []
    for load, weight in ((gun_violence, 1.0), (syrian_war, WAR)):
        corpus = load(asked.data, "train")
        pairs += examples(read(corpus, reader), corpus.group_of, weight)
    columns = Columns()
    asked.out.write_text(table(columns, fit(columns, pairs), pairs), encoding="utf-8")
    print(f"{len(pairs)} pairs, {sum(pair.is_one for pair in pairs)} of them one incident")
    return 0


if __name__ == "__main__":
    sys.exit(main())
