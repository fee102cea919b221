"""Builds the weights of `tollbook.coding` from articles that coders noted tolls for.

    python -m training.coding                      from the train parts of cis530p and gva
    python -m training.coding --annotator rules    reading with another annotator
    python -m training.coding --out FILE           elsewhere than into the package

NumPy only. The same articles, read alike, give the same weights; nothing is drawn by chance.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tollbook.annotating import DEFAULT, NAMES, annotator
from tollbook.claim import Harm
from tollbook.coding.candidates import SIZES, Evidence, candidates, features, gather_evidence, size
from tollbook.evaluating.coded import Coded
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites import cis530p, gva

Floats = npt.NDArray[np.float64]

# How many terms that tell most about the toll are kept, and how strongly weights are held near
# zero. Set by hand: one fold of the training articles held out told 3,000 terms from 4,000 by
# less than it tells two states of the grammar apart.
MOST_TERMS = 4000
LEAST_ARTICLES = 12
HOLD_TERMS = 4.0
HOLD_FEATURES = 2.0
STEPS = 40
ABOUT = (
    "How much each word and each number of a report on gun violence speaks for a toll; made by "
    "training/coding.py. Learned from 1,636 articles of cis530p (no licence stated) and 4,087 of "
    "the Gun Violence Archive corpus of SemEval-2018 task 5 (Apache-2.0 or none stated). Holds "
    "no text and no name of theirs: single words and pairs that a dozen articles share."
)
# A term written in capitals as often as this is a name, and no name is to be learned.
_NAME_SHARE = 0.5
_WORD = re.compile(r"[A-Za-z]+")
_NEGLIGIBLE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One article: what it holds, and what its coder noted."""

    evidence: Evidence
    killed: int
    injured: int


def main() -> int:
    """Read, learn and write the weights.

    Returns:
        The exit code.
    """
    asked = _parser().parse_args()
    data = asked.corpus / "data"
    coded = [*cis530p.articles(data, "train"), *gva.articles(data, "train")]
    reader = Reader(annotator=annotator(asked.annotator))
    examples = [found for article in coded for found in read_example(article, reader)]
    texts = [article.document.text for article in coded if article.document is not None]
    learned = {"about": ABOUT, **learn(examples, common_words(texts))}
    asked.out.write_text(json.dumps(learned, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"wrote {asked.out}, {asked.out.stat().st_size:,} bytes, from {len(coded):,} articles")
    return 0


def read_example(article: Coded, reader: Reader) -> Iterator[Example]:
    """Read one article; one that lost its text is no example."""
    if article.document is not None:
        evidence = gather_evidence(article.document, reader.accounts(article.document))
        yield Example(evidence=evidence, killed=article.killed, injured=article.injured)


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Find the words that are no names: written small more often than not."""
    small: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text):
            lower = word.lower()
            every[lower] += 1
            small[lower] += word == lower
    return frozenset(word for word in every if small[word] > _NAME_SHARE * every[word])


def learn(examples: Sequence[Example], common: frozenset[str]) -> dict[str, Any]:
    """Learn the weights of both harms, as the package keeps them."""
    terms = choose_terms(examples, common)
    return {
        harm: _rounded(terms, *_fit(prepare(examples, harm, terms)))
        for harm in (Harm.KILLED, Harm.INJURED)
    }


def choose_terms(examples: Sequence[Example], common: frozenset[str]) -> list[str]:
    """Choose the terms that tell most about the toll: by mutual information."""
    classes = [(min(e.killed, 2), min(e.injured, 2)) for e in examples]
    of_class = Counter(classes)
    by_term: dict[str, Counter[tuple[int, int]]] = {}
    for one, kind in zip(examples, classes, strict=True):
        for term in one.evidence.wording.terms:
            by_term.setdefault(term, Counter())[kind] += 1
    told = {
        term: _information(counts, of_class)
        for term, counts in by_term.items()
        if counts.total() >= LEAST_ARTICLES and _is_common(term, common)
    }
    return sorted(sorted(told, key=lambda term: (-told[term], term))[:MOST_TERMS])


def _is_common(term: str, common: frozenset[str]) -> bool:
    words = _WORD.findall(term.replace("<age>", ""))
    return all(word in common for word in words)


def _information(counts: Counter[tuple[int, int]], of_class: Counter[tuple[int, int]]) -> float:
    total, with_term = of_class.total(), counts.total()
    told = 0.0
    for kind, there in of_class.items():
        for seen, of in ((counts[kind], with_term), (there - counts[kind], total - with_term)):
            if seen and of:
                told += seen / total * np.log(seen * total / (of * there))
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All articles for one harm, as arrays.

    `terms`: shape (n_articles, n_terms). `ids` lists the features of each candidate in turn,
    `starts` where each candidate's begin; `owners`, `sizes` and `is_right` have one entry a
    candidate, `firsts` one an article.
    """

    terms: npt.NDArray[np.float32]
    ids: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int64]
    owners: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int64]
    is_right: npt.NDArray[np.bool_]
    firsts: npt.NDArray[np.int64]
    numbers: npt.NDArray[np.int64]
    names: tuple[str, ...]


def prepare(examples: Sequence[Example], harm: Harm, terms: Sequence[str]) -> Sheet:
    """Lay articles out as arrays. An article whose toll is no candidate teaches nothing."""
    rows: list[tuple[int, int, bool, list[str]]] = []
    kept: list[Example] = []
    for one in examples:
        given = one.killed if harm is Harm.INJURED else None
        right = one.injured if harm is Harm.INJURED else one.killed
        numbers = candidates(one.evidence, harm, given)
        if right not in numbers:
            continue
        told = features(one.evidence, harm, numbers, given)
        rows += [
            (len(kept), number, number == right, list(dict.fromkeys(names)))
            for number, names in zip(numbers, told, strict=True)
        ]
        kept.append(one)
    return _sheet(kept, rows, terms)


def _sheet(
    kept: Sequence[Example], rows: Sequence[tuple[int, int, bool, list[str]]], terms: Sequence[str]
) -> Sheet:
    often = Counter(name for *_, names in rows for name in names)
    known = sorted(name for name, times in often.items() if times >= LEAST_ARTICLES)
    # The last feature is said of every candidate: it changes nothing, and no row is empty.
    id_by_name = {name: at for at, name in enumerate([*known, ""])}
    lists = [[id_by_name[n] for n in names if n in id_by_name] + [len(known)] for *_, names in rows]
    owners = np.array([row[0] for row in rows])
    column = {term: at for at, term in enumerate(terms)}
    matrix = np.zeros((len(kept), len(terms)), dtype=np.float32)
    for at, one in enumerate(kept):
        matrix[at, [column[t] for t in one.evidence.wording.terms if t in column]] = 1
    lengths = np.array([len(ids) for ids in lists])
    return Sheet(
        terms=matrix,
        ids=np.concatenate([np.array(ids, dtype=np.int32) for ids in lists]),
        starts=np.concatenate([[0], np.cumsum(lengths)[:-1]]),
        owners=owners,
        sizes=np.array([size(row[1]) for row in rows]),
        is_right=np.array([row[2] for row in rows]),
        firsts=np.searchsorted(owners, np.arange(len(kept))),
        numbers=np.array([row[1] for row in rows]),
        names=(*known, ""),
    )


def _fit(sheet: Sheet) -> tuple[Floats, dict[str, float]]:
    n_terms, n_names = sheet.terms.shape[1], len(sheet.names)
    found = descend(lambda at: loss(sheet, at), np.zeros(n_terms * SIZES + n_names), STEPS)
    by_term = found[: n_terms * SIZES].reshape(n_terms, SIZES)
    return by_term, dict(zip(sheet.names, found[n_terms * SIZES :].tolist(), strict=True))


def loss(sheet: Sheet, at: Floats) -> tuple[float, Floats]:
    """Say how badly weights tell the right numbers, and which way is down.

    Args:
        sheet: the articles.
        at: the weights of terms by size, then of features.

    Returns:
        The negative log-likelihood with the penalty on large weights, and its gradient.
    """
    n_articles, n_terms = sheet.terms.shape
    by_term, by_name = at[: n_terms * SIZES].reshape(n_terms, SIZES), at[n_terms * SIZES :]
    by_size = sheet.terms @ by_term.astype(np.float32)
    scores = by_size[sheet.owners, sheet.sizes] + np.add.reduceat(by_name[sheet.ids], sheet.starts)
    scores -= np.maximum.reduceat(scores, sheet.firsts)[sheet.owners]
    shares = np.exp(scores)
    sums = np.add.reduceat(shares, sheet.firsts)
    shares /= sums[sheet.owners]
    likelihood = float(scores[sheet.is_right].sum() - np.log(sums).sum())
    pull = shares - sheet.is_right
    cells = sheet.owners * SIZES + sheet.sizes
    by_article = np.bincount(cells, pull, n_articles * SIZES).reshape(n_articles, SIZES)
    lengths = np.diff(np.append(sheet.starts, len(sheet.ids)))
    slope = np.concatenate(
        [
            (sheet.terms.T @ by_article.astype(np.float32)).ravel() + HOLD_TERMS * by_term.ravel(),
            np.bincount(sheet.ids, np.repeat(pull, lengths), len(by_name))
            + HOLD_FEATURES * by_name,
        ]
    )
    penalty = HOLD_TERMS * float((by_term**2).sum()) + HOLD_FEATURES * float((by_name**2).sum())
    return penalty / 2 - likelihood, slope


def descend(
    fall: Callable[[Floats], tuple[float, Floats]], at: Floats, steps: int, memory: int = 8
) -> Floats:
    """Walk down a smooth slope: L-BFGS with a step that is halved until it goes down.

    References:
        Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 7.5.
    """
    height, slope = fall(at)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        way = -_scaled(slope, moves)
        length = 1.0 if moves else min(1.0, 1.0 / float(np.abs(slope).sum()))
        while length > 1e-8:
            there = at + length * way
            lower, next_slope = fall(there)
            if lower <= height + 1e-4 * length * float(slope @ way):
                break
            length /= 2
        else:
            break
        if float((there - at) @ (next_slope - slope)) > 1e-10:
            moves = [*moves[-memory + 1 :], (there - at, next_slope - slope)]
        is_flat = height - lower < 1e-6 * abs(height)
        at, height, slope = there, lower, next_slope
        if is_flat:
            break
    return at


def _scaled(slope: Floats, moves: Sequence[tuple[Floats, Floats]]) -> Floats:
    way, kept = slope.copy(), []
    for move, change in reversed(moves):
        share = float(move @ way) / float(change @ move)
        kept.append(share)
        way -= share * change
    if moves:
        move, change = moves[-1]
        way *= float(move @ change) / float(change @ change)
    for (move, change), share in zip(moves, reversed(kept), strict=True):
        way += move * (share - float(change @ way) / float(change @ move))
    return way


def _rounded(
    terms: Sequence[str], by_term: Floats, by_name: dict[str, float]
) -> dict[str, dict[str, Any]]:
    return {
        "terms": {
            term: np.round(weights, 3).tolist()
            for term, weights in zip(terms, by_term, strict=True)
            if np.abs(weights).max() >= _NEGLIGIBLE
        },
        "features": {
            name: round(weight, 3) for name, weight in by_name.items() if abs(weight) >= _NEGLIGIBLE
        },
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.coding",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--corpus", type=Path, default=Path("../shared"), metavar="FOLDER")
    parser.add_argument("--annotator", choices=NAMES, default=DEFAULT)
    out = Path("src/tollbook/data/coding.json")
    parser.add_argument("--out", type=Path, default=out, metavar="FILE")
    return parser


if __name__ == "__main__":
    sys.exit(main())
