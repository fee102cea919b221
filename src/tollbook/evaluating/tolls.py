"""Draws how often ranges of tolls hold: `python -m tollbook.evaluating.tolls DATA PART FILE.svg`.

DATA is laid out as for `tollbook evaluate reconciliation`, PART is train, dev or test.
"""

import sys
from pathlib import Path

from tollbook.annotating import annotator
from tollbook.evaluating.registry import measure
from tollbook.evaluating.reliability_diagram import diagram
from tollbook.evaluating.results import sum_up
from tollbook.evaluating.suite import Reader


def draw(data: Path, part: str) -> str:
    """Draw, for each archive, what share its ranges of 10 % to 90 % hold."""
    summary = sum_up(measure("reconciliation", data, part, Reader(annotator=annotator())))
    title = f"How often the central range of a toll holds what was settled later ({part})"
    return diagram(summary.reliability, title)


if __name__ == "__main__":
    folder, chosen, file = sys.argv[1:]
    Path(file).write_text(draw(Path(folder), chosen), encoding="utf-8")
