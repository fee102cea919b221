"""Figures laid out for a terminal."""

from collections.abc import Mapping

from tollbook.evaluating.gold import ACTS
from tollbook.evaluating.scores import ACCURACIES, SHARES, Scores


def overview(scores_by_part: Mapping[str, Scores]) -> str:
    """Draw one row per part of the corpus: F1, and for whole claims right of annotated."""
    names = (*SHARES, *ACTS)
    lines = [f"{'F1':10}{'reports':>8}" + "".join(f"{name:>17}" for name in names)]
    for part, scores in scores_by_part.items():
        cells = "".join(f"{_f1_and_recall(scores, name):>17}" for name in names)
        lines.append(f"{part:10}{scores.documents:>8}{cells}")
    return "\n".join(lines)


def _f1_and_recall(scores: Scores, name: str) -> str:
    ratio = scores.ratio(name)
    return f"{ratio.f1:.3f} {ratio.right}/{ratio.gold}"


def detail(scores_by_part: Mapping[str, Scores]) -> str:
    """Draw one column per part: F1 with precision and recall, then the accuracies."""
    heads = "".join(f"{name:>18}" for name in scores_by_part)
    documents = "".join(f"{scores.documents:>18}" for scores in scores_by_part.values())
    lines = [f"{'':16}{heads}", f"{'reports':16}{documents}"]
    for name in (*SHARES, *ACTS):
        ratios = [scores.ratio(name) for scores in scores_by_part.values()]
        cells = [f"{r.f1:.3f} {r.precision:.3f}/{r.recall:.3f}" for r in ratios]
        lines.append(f"{name:16}" + "".join(f"{cell:>18}" for cell in cells))
    for name in ACCURACIES:
        shares = [scores.accuracy(name) for scores in scores_by_part.values()]
        lines.append(f"{name:16}" + "".join(f"{share:>18.3f}" for share in shares))
    return "\n".join([*lines, "(F1 precision/recall; then accuracy on the figures found)"])
