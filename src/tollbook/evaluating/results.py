"""What a suite found, summed up: as a table to read and as an object to keep.

A summary holds figures and kinds of mistakes and nothing of any text, so that it may be
published where the corpus may not.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from tollbook.evaluating.reliability import Reliability, reliability
from tollbook.evaluating.suite import Case, Figure, Result

WORST = 50
"""How many mistakes an error analysis looks at, the worst first."""

_HEADS = ("value", "P", "R", "on", "baseline", "peer", "target")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One run of a suite: its figures, its mistakes by kind, how far its confidence holds.

    `mistakes` counts the kinds of all mistakes, `worst` those of the worst fifty, each with
    the commonest first; `worst` is empty where no mistake is worse than another.
    `reliability` is by the field of a claim.
    """

    suite: str
    part: str
    annotator: str
    documents: int
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    mistakes: Mapping[str, int]
    worst: Mapping[str, int]
    reliability: Mapping[str, Reliability]


def sum_up(result: Result) -> Summary:
    """Keep of a result what may be shown."""
    found = {name: reliability(pairs) for name, pairs in result.sureness.items()}
    return Summary(
        suite=result.suite,
        part=result.part,
        annotator=result.annotator,
        documents=result.documents,
        figures=result.figures,
        notes=result.notes,
        mistakes=_by_kind(result.cases),
        worst=_by_kind(_worst(result.cases)),
        reliability={name: one for name, one in found.items() if one is not None},
    )


def _worst(cases: Sequence[Case]) -> Sequence[Case]:
    if len({case.weight for case in cases}) < 2:
        return ()
    return sorted(cases, key=lambda case: -case.weight)[:WORST]


def _by_kind(cases: Iterable[Case]) -> dict[str, int]:
    counts = Counter(case.kind for case in cases)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def as_object(summary: Summary) -> dict[str, Any]:
    """Write a summary as plain dictionaries and lists, ready for JSON."""
    figures = [{**asdict(figure), "is_held": figure.is_held} for figure in summary.figures]
    return {**asdict(summary), "figures": figures}


def table(summary: Summary) -> str:
    """Draw a summary: one row per figure, under the texts it is about."""
    width = max((len(figure.name) for figure in summary.figures), default=0) + 4
    documents = f"{summary.documents:,} documents"
    title = f"{summary.suite} {summary.part}, {documents} read by {summary.annotator}"
    heads = f"{'':{width}}" + "".join(f"{head:>9}" for head in _HEADS)
    lines = [title, "", heads]
    for section, figures in groupby(summary.figures, key=lambda figure: figure.section):
        lines += [section] if section else []
        lines += [_row(figure, width, is_indented=bool(section)) for figure in figures]
    lines += _calibration(summary)
    return "\n".join([*lines, *(["", *summary.notes] if summary.notes else [])])


def _row(figure: Figure, width: int, *, is_indented: bool) -> str:
    cells = (
        share(figure.value),
        share(figure.precision),
        share(figure.recall),
        f"{figure.of:,}",
        share(figure.baseline),
        share(figure.peer),
        share(figure.target),
    )
    name = f"{'  ' if is_indented else ''}{figure.name}"
    row = f"{name:{width}}" + "".join(f"{cell:>9}" for cell in cells)
    asides = [verdict(figure)] if figure.target is not None else []
    asides += [f"peer: {figure.peer_name}"] if figure.peer_name else []
    return f"{row}  {', '.join(asides)}".rstrip()


def _calibration(summary: Summary) -> list[str]:
    if not summary.reliability:
        return []
    errors = ", ".join(f"{name} {one.error:.3f}" for name, one in summary.reliability.items())
    return ["", f"calibration error: {errors}"]


def share(value: float | None) -> str:
    """Write a share to three decimals, anything larger to one; nothing where there is none."""
    if value is None:
        return ""
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"


def verdict(figure: Figure) -> str:
    """Say whether a figure's target is held; nothing where it has none."""
    match figure.is_held:
        case None:
            return ""
        case True:
            return "held"
        case False:
            return "missed"
