"""Builds the models of `tollbook.evaluating.muc4` from the texts and keys of its train part.

    python -m training.muc4                        from the train part, as shipped
    python -m training.muc4 --annotator encoder    reading with another annotator than the rules
    python -m training.muc4 --out FILE             elsewhere than into the package
    python -m training.muc4 --only confidence      one model anew, the others as they are shipped

NumPy only; seeded, so that the same texts, read alike, give the same weights. Words that the
tagger takes for names are never features: a victim's name is not to be learned.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tollbook.annotating import NAMES, annotator
from tollbook.evaluating.muc4.agreement import FULL, NONE, PART, strings_agree
from tollbook.evaluating.muc4.groups import aliases_of
from tollbook.evaluating.muc4.judging import (
    ROLES,
    Named,
    Roles,
    incident_features,
    judge_roles,
    named_groups,
    pair_features,
    phrase_features,
)
from tollbook.evaluating.muc4.linear import LinearModel, shipped
from tollbook.evaluating.muc4.phrases import Phrase, Reading, read
from tollbook.evaluating.muc4.slots import (
    CATEGORY,
    CONFIDENCE,
    DESCRIPTION,
    INSTRUMENT,
    ORGANISATION,
    PERPETRATOR,
    PERSON,
    PERSON_EFFECT,
    PERSON_TYPE,
    STAGE,
    THING,
    THING_EFFECT,
    THING_TYPE,
    TYPE,
    Slot,
)
from tollbook.evaluating.muc4.templates import Filler, Template
from tollbook.evaluating.muc4.texts import Message, read_messages
from tollbook.evaluating.suite import Reader

Floats = npt.NDArray[np.float64]

SEED = 7
FOLDS = 5
# Share of the phrases of texts without an incident that the role model sees; all of them
# would be most of what it sees.
IRRELEVANT_SHARE = 0.25
MOST_PAIRS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """How one model is fitted: chosen on tst1 and tst2 with the rest of train to learn from."""

    least_seen: int
    hold: float
    epochs: int
    rate: float = 0.1
    batch: int = 128
    least_weight: float = 0.0


STEPS = {
    "relevance": Steps(least_seen=6, hold=1e-2, epochs=20, rate=0.05),
    "role": Steps(least_seen=6, hold=2e-4, epochs=5, batch=512, least_weight=0.1),
    "pair": Steps(least_seen=5, hold=1e-3, epochs=8, batch=256),
    "group": Steps(least_seen=4, hold=1e-2, epochs=15),
    "confidence": Steps(least_seen=4, hold=5e-2, epochs=20, batch=64),
    "person-effect": Steps(least_seen=3, hold=1e-3, epochs=12),
    "person-type": Steps(least_seen=3, hold=1e-3, epochs=12),
    "thing-effect": Steps(least_seen=3, hold=1e-3, epochs=12),
    "thing-type": Steps(least_seen=3, hold=1e-3, epochs=12),
    "type": Steps(least_seen=3, hold=1e-3, epochs=15, batch=64),
    "stage": Steps(least_seen=3, hold=1e-3, epochs=15, batch=64),
    "category": Steps(least_seen=3, hold=1e-3, epochs=15, batch=64),
}


@dataclass(slots=True)
class Lessons:
    """What one model learns from: the features of each case, and its class."""

    rows: list[Sequence[str]] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)

    def add(self, features: Sequence[str], label: str) -> None:
        """Add a case."""
        self.rows.append(features)
        self.classes.append(label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A message with what was read in it, and which fillers of its key each phrase agrees with."""

    message: Message
    reading: Reading
    matches: tuple[tuple["Match", ...], ...]

    @property
    def tells(self) -> bool | None:
        """Whether the key holds an incident; None where it holds only optional ones."""
        if not self.message.key:
            return False
        return None if all(t.is_optional for t in self.message.key) else True


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A phrase agrees with a filler of a template, in full or in part."""

    role: str
    worth: float
    template: Template
    filler: Filler


_ROLE_SLOTS = (
    (PERSON, "name"),
    (DESCRIPTION, "description"),
    (PERPETRATOR, "perpetrator"),
    (THING, "thing"),
    (INSTRUMENT, "instrument"),
)
_PREFERRED = ("name", "description", "title", "perpetrator", "thing", "instrument")


def study(message: Message, reader: Reader) -> Case:
    """Read a message and match its phrases to its key."""
    reading = read(message.text, reader.accounts(message.document))
    matches = tuple(tuple(_matches(message, phrase)) for phrase in reading.phrases)
    return Case(message=message, reading=reading, matches=matches)


def _matches(message: Message, phrase: Phrase) -> Iterator[Match]:
    for template in message.key:
        for slot, role in _ROLE_SLOTS:
            for filler in template.of(slot):
                worth = max(_worth(option, phrase.words) for option in filler.options)
                named = role == "description" and bool(filler.referents)
                if worth > NONE:
                    yield Match(
                        role="title" if named else role,
                        worth=worth,
                        template=template,
                        filler=filler,
                    )


def _worth(option: str, words: str) -> float:
    return FULL if option == words else strings_agree(option, words)


def best_match(matches: Sequence[Match]) -> Match | None:
    """Give the match that says most of a phrase."""
    ranked = sorted(matches, key=lambda m: (-m.worth, _PREFERRED.index(m.role)))
    return ranked[0] if ranked else None


def learn(cases: Sequence[Case]) -> dict[str, LinearModel]:
    """Fit every model."""
    dice = np.random.default_rng(SEED)
    told = [case for case in cases if case.tells is not None]
    models = {"relevance": _fit_relevance(told)}
    relevance = _relevance_unseen(told)
    lessons = {name: Lessons() for name in STEPS if name != "relevance"}
    roles = _roles_unseen(told, relevance, dice)
    for case in told:
        _add_phrases(case, relevance[case.message.id], lessons, dice)
        _add_groups(case, relevance[case.message.id], roles[case.message.id], lessons)
        _add_pairs(case, lessons["pair"], dice)
        _add_incidents(case, lessons)
    for name, found in lessons.items():
        models[name] = fit(found, STEPS[name])
    return models


def _fit_relevance(cases: Sequence[Case]) -> LinearModel:
    lessons = Lessons()
    for case in cases:
        lessons.add(case.reading.features, "yes" if case.tells else "no")
    return fit(lessons, STEPS["relevance"])


def _relevance_unseen(cases: Sequence[Case]) -> dict[str, float]:
    """Judge the relevance of each text by a model that did not learn from it."""
    found: dict[str, float] = {}
    for fold in range(FOLDS):
        model = _fit_relevance([case for i, case in enumerate(cases) if i % FOLDS != fold])
        for case in cases[fold::FOLDS]:
            found[case.message.id] = model.probabilities(case.reading.features)["yes"]
    return found


def _roles_unseen(
    cases: Sequence[Case], relevance: dict[str, float], dice: np.random.Generator
) -> dict[str, Roles]:
    """Judge the roles in each half of the texts by a model that learned from the other."""
    found: dict[str, Roles] = {}
    for half in range(2):
        lessons = {name: Lessons() for name in STEPS}
        for case in cases[half::2]:
            _add_phrases(case, relevance[case.message.id], lessons, dice)
        model = fit(lessons["role"], STEPS["role"])
        for case in cases[1 - half :: 2]:
            found[case.message.id] = judge_roles(case.reading, relevance[case.message.id], model)
    return found


def _add_phrases(
    case: Case, relevance: float, lessons: dict[str, Lessons], dice: np.random.Generator
) -> None:
    for phrase, matches in zip(case.reading.phrases, case.matches, strict=True):
        match = best_match(matches)
        if not case.tells and dice.random() > IRRELEVANT_SHARE:
            continue
        features = phrase_features(phrase, relevance)
        if match is None:
            lessons["role"].add(features, ROLES[0])
            continue
        if match.worth == PART and match.role != "name":
            continue  # neither the one nor the other
        lessons["role"].add(features, match.role)
        if match.role in {"name", "description"}:
            _add_said(lessons, "person", features, match, (PERSON_EFFECT, PERSON_TYPE))
        elif match.role == "thing":
            _add_said(lessons, "thing", features, match, (THING_EFFECT, THING_TYPE))


def _add_said(
    lessons: dict[str, Lessons],
    whose: str,
    features: Sequence[str],
    match: Match,
    slots: tuple[Slot, Slot],
) -> None:
    """Add what the key says of a filler: what became of it, and of what type it is."""
    effect, kind = (_said_of(match, slot) for slot in slots)
    lessons[f"{whose}-effect"].add(features, effect or "-")
    if kind:
        lessons[f"{whose}-type"].add(features, kind)


def _said_of(match: Match, slot: Slot) -> str | None:
    options = set(match.filler.options)
    return next((f.options[0] for f in match.template.of(slot) if options & set(f.referents)), None)


def _add_groups(case: Case, relevance: float, roles: Roles, lessons: dict[str, Lessons]) -> None:
    for named in named_groups(case.reading, relevance, roles):
        confidence = _confidence(case.message.key, named)
        lessons["group"].add(named.features, "no" if confidence is None else "yes")
        if confidence is not None:
            lessons["confidence"].add(named.standing, confidence)


def _confidence(key: Sequence[Template], named: Named) -> str | None:
    aliases = aliases_of(named.name)
    for template in key:
        for filler in template.of(ORGANISATION):
            if any(_is_called(option, aliases) for option in filler.options):
                said = (
                    confidence.options[0]
                    for confidence in template.of(CONFIDENCE)
                    if set(confidence.referents) & set(filler.options)
                )
                return next(said, "REPORTED AS FACT")
    return None


def _is_called(option: str, aliases: frozenset[str]) -> bool:
    return option in aliases or any(
        FULL in (strings_agree(option, alias), strings_agree(alias, option)) for alias in aliases
    )


def _add_pairs(case: Case, lessons: Lessons, dice: np.random.Generator) -> None:
    targets = [
        (phrase, {m.template.number for m in matches if m.worth == FULL})
        for phrase, matches in zip(case.reading.phrases, case.matches, strict=True)
        if (match := best_match(matches)) is not None
        and match.worth == FULL
        and match.role in {"name", "description", "thing"}
    ]
    pairs = [(one, other) for n, one in enumerate(targets) for other in targets[n + 1 :]]
    if len(pairs) > MOST_PAIRS:
        pairs = [pairs[i] for i in dice.choice(len(pairs), MOST_PAIRS, replace=False)]
    for (one, here), (other, there) in pairs:
        label = "yes" if here & there else "no"
        lessons.add(pair_features(case.reading, one, other), label)


def _add_incidents(case: Case, lessons: dict[str, Lessons]) -> None:
    for template in case.message.key:
        matched = [
            (phrase, match.role)
            for phrase, matches in zip(case.reading.phrases, case.matches, strict=True)
            for match in matches
            if match.worth == FULL and match.template is template
        ]
        told = sorted({phrase.sentence for phrase, _ in matched})
        features = incident_features(case.reading, told, (role for _, role in matched))
        for name, slot in (("type", TYPE), ("stage", STAGE), ("category", CATEGORY)):
            said = template.of(slot)
            if said or name == "category":
                lessons[name].add(features, said[0].options[0] if said else "-")


def fit(lessons: Lessons, steps: Steps) -> LinearModel:
    """Fit a log-linear model by stochastic gradient steps that shrink as AdaGrad's do.

    The weights are the mean of those after each epoch of the later half, which vary less.

    References:
        Duchi, Hazan and Singer, "Adaptive subgradient methods", 2011.
        Polyak and Juditsky, "Acceleration of stochastic approximation by averaging", 1992.
    """
    classes = tuple(sorted(set(lessons.classes)))
    seen = Counter(feature for row in lessons.rows for feature in set(row))
    names = sorted(feature for feature, times in seen.items() if times >= steps.least_seen)
    number = {feature: at + 1 for at, feature in enumerate(names)}  # 0 is the bias
    rows = [np.array([0, *sorted({number[f] for f in row if f in number})]) for row in lessons.rows]
    labels = np.array([classes.index(label) for label in lessons.classes])
    weights = _descend(rows, labels, (len(names) + 1, len(classes)), steps)
    return LinearModel(
        classes=classes,
        bias=tuple(float(b) for b in weights[0]),
        weights={
            feature: tuple(float(w) for w in weights[at])
            for feature, at in number.items()
            if np.abs(weights[at]).max() >= steps.least_weight
        },
    )


def _descend(
    rows: list[npt.NDArray[np.int64]],
    labels: npt.NDArray[np.int64],
    shape: tuple[int, int],
    steps: Steps,
) -> Floats:
    weights, squares = np.zeros(shape), np.full(shape, 1e-2)
    settled = np.zeros(shape)
    dice = np.random.default_rng(SEED)
    for epoch in range(steps.epochs):
        order = dice.permutation(len(rows))
        for start in range(0, len(order), steps.batch):
            chosen = order[start : start + steps.batch]
            flat = np.concatenate([rows[i] for i in chosen])
            lengths = np.array([len(rows[i]) for i in chosen])
            opens = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            sums = np.add.reduceat(weights[flat], opens, axis=0)
            errors = np.exp(sums - sums.max(axis=1, keepdims=True))
            errors /= errors.sum(axis=1, keepdims=True)
            errors[np.arange(len(chosen)), labels[chosen]] -= 1
            used, of_used = np.unique(flat, return_inverse=True)
            by_used = np.argsort(of_used, kind="stable")
            told = np.repeat(np.arange(len(chosen)), lengths)[by_used]
            starts = np.concatenate([[0], np.cumsum(np.bincount(of_used))[:-1]])
            slope = np.add.reduceat(errors[told], starts, axis=0)
            slope += steps.hold * len(chosen) * weights[used] * (used > 0)[:, None]
            squares[used] += slope**2
            weights[used] -= steps.rate * slope / np.sqrt(squares[used])
        if epoch >= steps.epochs // 2:
            settled += weights
    return settled / (steps.epochs - steps.epochs // 2)


def main() -> int:
    """Read the train part, fit and write.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    here = Path(__file__).parent.parent
    parser.add_argument("--data", type=Path, default=here / "../shared/data", metavar="DIR")
    parser.add_argument("--annotator", choices=NAMES, default="rules")
    parser.add_argument(
        "--out", type=Path, default=here / "src/tollbook/data/muc4_models.json.gz", metavar="FILE"
    )
    parser.add_argument("--only", nargs="+", choices=STEPS, metavar="MODEL")
    asked = parser.parse_args()
    reader = Reader(annotator=annotator(asked.annotator))
    messages = read_messages(asked.data / "muc34", "train")
    models = learn([study(message, reader) for message in messages])
    write({**shipped(), **{name: models[name] for name in asked.only or models}}, asked.out)
    print(f"{asked.out}: {asked.out.stat().st_size // 1024} KiB from {len(messages)} texts")
    return 0


def write(models: Mapping[str, LinearModel], file: Path) -> None:
    """Write models, one a line."""
    compact = (
        f"{json.dumps(name)}:{json.dumps(model.dumped(), separators=(',', ':'))}"
        for name, model in models.items()
    )
    text = "{" + ",\n".join(compact) + "}\n"
    file.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    sys.exit(main())
