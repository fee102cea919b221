"""What a suite found, as a table to read and as an object for programs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby
from typing import Any

from tollbook.evaluating.suite import Case, Figure, Result

WORST = 50
"""How many mistakes an error analysis looks at, the worst first."""

_HEADS = ("value", "P", "R", "on", "baseline", "peer", "target")


def table(result: Result) -> str:
    """Draw a result: one row per figure, under the texts it is about."""
    width = max((len(figure.name) for figure in result.figures), default=0) + 4
    title = (
        f"{result.suite} {result.part}, {result.documents:,} documents read by {result.annotator}"
    )
    heads = f"{'':{width}}" + "".join(f"{head:>9}" for head in _HEADS)
    lines = [title, "", heads]
    for section, figures in groupby(result.figures, key=lambda figure: figure.section):
        lines += [section] if section else []
        lines += [_row(figure, width, indented=bool(section)) for figure in figures]
    return "\n".join([*lines, *_foot(result)])


def _row(figure: Figure, width: int, *, indented: bool) -> str:
    cells = (
        share(figure.value),
        share(figure.precision),
        share(figure.recall),
        f"{figure.of:,}",
        share(figure.baseline),
        share(figure.peer),
        share(figure.target),
    )
    name = f"{'  ' if indented else ''}{figure.name}"
    row = f"{name:{width}}" + "".join(f"{cell:>9}" for cell in cells)
    asides = [verdict(figure)] if figure.target is not None else []
    asides += [f"peer: {figure.peer_name}"] if figure.peer_name else []
    return f"{row}  {', '.join(asides)}".rstrip()


def _foot(result: Result) -> list[str]:
    return ["", *result.notes] if result.notes else []


def share(value: float | None) -> str:
    """Write a figure to three decimals; nothing where there is none."""
    return "" if value is None else f"{value:.3f}"


def verdict(figure: Figure) -> str:
    """Say whether a figure's target is held; nothing where it has none."""
    match figure.is_held:
        case None:
            return ""
        case True:
            return "held"
        case False:
            return "missed"


def as_object(result: Result) -> dict[str, Any]:
    """Write a result as plain dictionaries and lists, ready for JSON."""
    return {
        "suite": result.suite,
        "part": result.part,
        "annotator": result.annotator,
        "documents": result.documents,
        "figures": [_figure(figure) for figure in result.figures],
        "notes": list(result.notes),
        "worst": worst_kinds(result.cases),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {**asdict(figure), "is_held": figure.is_held}


def worst_kinds(cases: Iterable[Case], of: int = WORST) -> dict[str, int]:
    """Count the kinds among the worst cases, the commonest first."""
    # Equally bad cases keep their order by kind, so that the same reading counts the same.
    worst = sorted(cases, key=lambda case: -case.weight)[:of]
    counts = Counter(case.kind for case in worst)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
