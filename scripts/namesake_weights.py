"""Fit what speaks for a place among its namesakes: the WEIGHTS of `locating/namesakes.py`.

    python scripts/namesake_weights.py --data DIR --names names.jsonl

Learns from the train part of the geoparsing corpora (every place within 161 km of the marked
point is right) and from local news of the train part of the Gun Violence Archive, whose
coders noted city and state; the names in those are those of `scripts/place_tagger.py label`.
A softmax over the places of each name, fitted three times over, as what the other names
likely mean is itself weighed. Prints the weights; they are written into the module by hand,
rounded, with "tied" set to 5: a comma that names the state is no matter of degree.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tollbook.evaluating.geoparsing_texts import Article, articles
from tollbook.evaluating.suites.geoparsing import NEAR_KM
from tollbook.gazetteer import Gazetteer, open_gazetteer
from tollbook.locating import namesakes
from tollbook.locating.mentions import named_at
from tollbook.locating.namesakes import WEIGHTS, Namesakes, features, weigh
from tollbook.locating.resolve import gather
from tollbook.place import GazetteerEntry, kilometres

LOCAL_REPORTS: Final = 400
LOCAL_WEIGHT: Final = 0.5
ROUNDS: Final = 3
STEPS: Final = 300
RATE: Final = 0.05
DECAY: Final = 0.001

IsRight = Callable[[GazetteerEntry], bool]


@dataclass(frozen=True, slots=True)
class Report:
    """The names of one report, and of each which of its places are right; None: not known."""

    names: Sequence[Namesakes]
    right: Sequence[Sequence[bool] | None]
    weight: float


def main() -> None:
    """Read the reports, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    given = parser.parse_args()
    gazetteer = open_gazetteer()
    marked = [
        _marked(article, gazetteer) for article in articles(given.data / "geoparsing", "train")
    ]
    local = list(_local(given.data / "gva", given.names, gazetteer))
    weights = dict(WEIGHTS)
    for _ in range(ROUNDS):
        weights = _fit([*marked, *local], weights)
        print(f"marked {_accuracy(marked):.3f}, local {_accuracy(local):.3f}", flush=True)
    print(json.dumps({key: round(value, 2) for key, value in weights.items()}, indent=4))


def _marked(article: Article, gazetteer: Gazetteer) -> Report:
    spans = [(toponym.start, toponym.end) for toponym in article.toponyms]
    rights: list[IsRight | None] = []
    for toponym in article.toponyms:
        point = toponym.point
        rights.append(None if point is None else _within(point))
    return _report(article.text, spans, rights, gazetteer, 1.0)


def _within(point: tuple[float, float]) -> IsRight:
    return lambda entry: kilometres(entry.latitude, entry.longitude, *point) <= NEAR_KM


def _local(folder: Path, names: Path, gazetteer: Gazetteer) -> Iterator[Report]:
    document = {row["content"][:4000]: row["doc_id"] for row in _rows(folder / "train.docs.jsonl")}
    where: dict[str, tuple[str, str]] = {}
    for row in _rows(folder / "train.incidents.jsonl"):
        city = row["city"].split(" (")[0]
        where |= dict.fromkeys(row["docs"], (city, row["state"]))
    made = 0
    for row in _rows(names):
        found = where.get(document.get(row["text"], ""))
        if found is None or made == LOCAL_REPORTS:
            continue
        text, (city, state) = row["text"], found
        spans = [(start, end) for start, end, kind in row["ents"] if kind in {"GPE", "LOC"}]
        called = [text[start:end].lower() == city.lower() for start, end in spans]
        if any(called):
            made += 1
            rights = [_in_state(state) if is_city else None for is_city in called]
            yield _report(text, spans, rights, gazetteer, LOCAL_WEIGHT)


def _in_state(state: str) -> IsRight:
    return lambda e: e.feature[:1] == "P" and e.country == "US" and e.adm1 == state


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _report(
    text: str,
    spans: Sequence[tuple[int, int]],
    rights: Sequence[IsRight | None],
    gazetteer: Gazetteer,
    weight: float,
) -> Report:
    of_each, names = gather(text, named_at(text, spans), gazetteer)
    asked: dict[int, list[IsRight]] = {}
    for name, is_right in zip(of_each, rights, strict=True):
        if is_right is not None:
            asked.setdefault(id(name), []).append(is_right)
    right = [
        [any(is_right(entry) for is_right in asked[id(name)]) for entry in name.entries]
        if id(name) in asked
        else None
        for name in names
    ]
    return Report(names, right, weight)


def _fit(reports: Iterable[Report], before: dict[str, float]) -> dict[str, float]:
    keys = list(before)
    tables: list[NDArray[np.float64]] = []
    rights: list[NDArray[np.float64]] = []
    heavy: list[float] = []
    for report in reports:
        weigh(report.names)
        for at, right in enumerate(report.right):
            if not right or (not any(right) and _may_lie_elsewhere(report.names[at])):
                continue
            rows = features(report.names, at, is_first=False)
            nowhere: list[dict[str, float]] = [{}]
            tables.append(np.array([[r.get(key, 0.0) for key in keys] for r in rows + nowhere]))
            rights.append(np.array([*right, not any(right)], dtype=float))
            heavy.append(report.weight)
    starts = np.cumsum([0, *(len(table) for table in tables[:-1])])
    of_name = np.repeat(np.arange(len(tables)), [len(table) for table in tables])
    table, right_all = np.vstack(tables), np.concatenate(rights)
    share = np.array(heavy)[of_name] / len(tables)
    weights = np.array([before[key] for key in keys])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):  # Adam
        scores = table @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[of_name])
        chance = raised / np.add.reduceat(raised, starts)[of_name]
        aimed = raised * right_all
        aim = aimed / np.add.reduceat(aimed, starts)[of_name]
        slope = ((chance - aim) * share) @ table + DECAY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        ahead = mean / (1 - 0.9**step)
        weights = weights - RATE * ahead / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    fitted = dict(zip(keys, map(float, weights), strict=True))
    namesakes.WEIGHTS.update(fitted)
    return fitted


def _may_lie_elsewhere(name: Namesakes) -> bool:
    """Whether a corpus may have put the same country or region at another point of it."""
    return name.is_wide or name.entries[0].feature.startswith(("A.PCL", "A.ADM1", "L.", "H."))


def _accuracy(reports: Iterable[Report]) -> float:
    hits = []
    for report in reports:
        weigh(report.names)
        for name, right in zip(report.names, report.right, strict=True):
            if right is not None:
                best = int(np.argmax(name.probabilities)) if name.probabilities else -1
                hits.append(best >= 0 and right[best])
    return float(np.mean(hits))


if __name__ == "__main__":
    main()
