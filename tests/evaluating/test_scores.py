import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tollbook.evaluating.gold import GoldAct, GoldReport, GoldToll, load_split
from tollbook.evaluating.matching import compare
from tollbook.evaluating.scores import ACCURACIES, SHARES, Ratio, Scores, score
from tollbook.exporting.predictions import Prediction, Row, Stretch


def careless(report: GoldReport, dice: random.Random) -> Prediction:
    """Read a report as somebody would who knows the annotation and gets much of it wrong."""
    rows = [toll_row(report, toll, dice) for toll in report.tolls if dice.random() < 0.8]
    for act in report.acts:
        row = act_row(report, act, dice)
        rows += [row] * dice.choice([1, 1, 2])
    dice.shuffle(rows)
    return {"claims": rows}


def toll_row(report: GoldReport, toll: GoldToll, dice: random.Random) -> Row:
    place = dice.choice(toll.places)
    return {
        "kind": "toll",
        "harm": dice.choice([toll.harm] * 8 + ["injured"]),
        "incident": "background" if toll.is_background != (dice.random() < 0.1) else "A",
        "part_of": toll.part_of != (dice.random() < 0.1),
        "stance": dice.choice([toll.stance] * 5 + ["hedged"]),
        "group": dice.choice([toll.group, "people"]),
        "count": {
            "start": max(0, place.start - dice.choice([0, 0, 3])),
            "end": place.end,
            "low": toll.low + dice.choice([0, 0, 0, 1]),
            "high": toll.high,
        },
        "source": maybe_source(report, toll, dice),
        "source_kind": dice.choice([toll.source_kind] * 5 + ["other"]),
    }


def maybe_source(report: GoldReport, toll: GoldToll, dice: random.Random) -> Stretch | None:
    if toll.source is None or dice.random() < 0.2:
        return None
    return stretch(report, toll.source, cut=dice.choice([0, 0, 4]))


def stretch(report: GoldReport, words: str, cut: int) -> Stretch:
    start = report.text.index(words)
    return {"start": start, "end": start + max(1, len(words) - cut)}


def act_row(report: GoldReport, act: GoldAct, dice: random.Random) -> Row:
    where = stretch(report, act.name, cut=dice.choice([0, 0, 6]))
    match act.kind:
        case "responsibility":
            return {"kind": "responsibility", "actor": where, "status": act.what, "source": None}
        case "damage":
            return {"kind": "damage", "object": where, "effect": act.what, "source": None}
        case _:
            return {"kind": "reaction", "actor": where, "reaction": act.what}


@pytest.mark.parametrize("seed", [1, 2])
def test_figures_are_those_of_the_guidelines_own_scorer(
    shared: Path, tmp_path: Path, seed: int
) -> None:
    gold = shared / "claims-gold"
    dice = random.Random(seed)
    comparisons = []
    for report in (*load_split(gold, "train"), *load_split(gold, "dev")):
        prediction = careless(report, dice)
        (tmp_path / f"{report.id}.json").write_text(json.dumps(prediction), "utf-8")
        comparisons.append(compare(report, prediction))
    ours = score(comparisons)
    theirs = official(gold, tmp_path)
    assert ours.figures() == {name: by_name(theirs, name) for name in ours.figures()}
    for name in SHARES:
        assert ours.ratio(name).precision == theirs[name]["p"]
        assert ours.ratio(name).recall == theirs[name]["r"]
    assert 0.4 < ours.figures()["whole"] < ours.figures()["found"] < 0.95


def official(gold: Path, predictions: Path) -> dict[str, dict[str, float]]:
    folders = (gold / "text", gold / "gold", predictions)
    command = [sys.executable, *map(str, (gold / "score.py", *folders)), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, dict[str, float]] = json.loads(done.stdout)
    return figures


def by_name(figures: dict[str, dict[str, float]], name: str) -> float | dict[str, float]:
    figure = figures[name]
    return figure["f1"] if isinstance(figure, dict) else figure


def test_an_empty_reading_scores_nothing_and_divides_by_nothing(report: GoldReport) -> None:
    scores = score([compare(report, {"claims": []})])
    assert set(scores.figures().values()) == {0.0}
    assert scores.ratio("found") == Ratio(right=0, predicted=0, gold=5)


def test_reports_are_summed_before_any_division(report: GoldReport) -> None:
    empty = compare(report, {"claims": []})
    both = score([empty, empty])
    assert both.documents == 2
    assert both.ratio("found").gold == 10
    assert both.ratio("reaction").gold == 2


def test_the_f1_lies_between_precision_and_recall() -> None:
    ratio = Ratio(right=3, predicted=4, gold=6)
    assert (ratio.precision, ratio.recall) == (0.75, 0.5)
    assert ratio.f1 == pytest.approx(0.6)


def test_every_figure_has_a_name_of_its_own() -> None:
    assert list(Scores().figures()) == [
        *SHARES,
        *ACCURACIES,
        "responsibility",
        "damage",
        "reaction",
    ]
