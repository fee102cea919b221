"""Whether our scoring is the official one: the systems of 1992 scored again, beside their sheets.

    python -m tollbook.evaluating.muc4.proof ../shared/data/muc34   every system, every slot

The responses were scored by hand where strings or dates differed, by the people who had made
the systems, and the key was mended afterwards; so the figures differ by what people judged.
"""

import argparse
import statistics
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tollbook.errors import UnusableCorpus
from tollbook.evaluating.muc4.scoring import ALL, TEMPLATES, score, score_message
from tollbook.evaluating.muc4.sheets import read_sheet
from tollbook.evaluating.muc4.slots import SLOTS
from tollbook.evaluating.muc4.tallies import Tally
from tollbook.evaluating.muc4.templates import Template, read_templates

ROWS: Final = (TEMPLATES, *(slot.name for slot in SLOTS), ALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescored:
    """One row of one system's sheet, and the same row as we score its response."""

    system: str
    row: str
    ours: Tally
    official: Tally

    @property
    def recall(self) -> float:
        """Our recall less the official one, in points."""
        return 100 * (self.ours.recall - self.official.recall)

    @property
    def precision(self) -> float:
        """Our precision less the official one, in points."""
        return 100 * (self.ours.precision - self.official.precision)

    @property
    def f1(self) -> float:
        """Our F less the official one, in points."""
        return 100 * (self.ours.f1 - self.official.f1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """All systems scored again; `same_pairs` of the sheets' `pairs` of templates are ours too."""

    rows: tuple[Rescored, ...]
    same_pairs: int
    pairs: int

    def of(self, row: str) -> list[Rescored]:
        """Give one row of every system's sheet."""
        return [rescored for rescored in self.rows if rescored.row == row]

    def largest(self, row: str) -> Rescored:
        """Give the system whose F differs most on a row."""
        return max(self.of(row), key=lambda rescored: abs(rescored.f1))

    def median(self, row: str) -> float:
        """Give the median over the systems of how much F differs on a row, in points."""
        return statistics.median(abs(rescored.f1) for rescored in self.of(row))


def rescore(folder: Path, *, as_mapped: bool = False) -> Proof:
    """Score every response of 1992 again.

    Args:
        folder: a test set's folder, `tst3` or `tst4`; its key lies in it, the responses and
            sheets in `official_TST3` or `official_TST4` inside it or beside it.
        as_mapped: take the sheets' own mapping of templates, so that only the judging of
            slots is compared.

    Raises:
        UnusableCorpus: the key, or every response, lacks.
    """
    keys = sorted(folder.glob("key-*"))
    official = official_folder(folder)
    if not keys or official is None:
        raise UnusableCorpus(
            f"{folder} holds no key, or no official_{folder.name.upper()} lies in it or beside it"
        )
    key = read_templates(keys[0].read_text("latin-1"))
    rows: list[Rescored] = []
    same, pairs = 0, 0
    for place in sorted(p for p in official.iterdir() if p.is_dir()):
        responses, sheets = sorted(place.glob("response*")), sorted(place.glob("scores*"))
        if not responses or not sheets:
            continue
        response = read_templates(responses[0].read_text("latin-1"))
        sheet = read_sheet(sheets[0].read_text("latin-1"))
        theirs = {(m, k, r) for m, k, r in sheet.pairs if k is not None and r is not None}
        ours = score(key, response, theirs if as_mapped else None)
        rows += [
            Rescored(
                system=place.name,
                row=row,
                ours=ours.get(row, Tally()),
                official=sheet.totals.get(row, Tally()),
            )
            for row in ROWS
        ]
        same, pairs = same + len(theirs & _mapped(key, response)), pairs + len(theirs)
    return Proof(rows=tuple(rows), same_pairs=same, pairs=pairs)


def official_folder(folder: Path) -> Path | None:
    """Find the responses and sheets that belong to a test set, if they are there."""
    name = f"official_{folder.name.upper()}"
    return next((p for p in (folder / name, folder.parent / name) if p.is_dir()), None)


def _mapped(
    key: Mapping[str, Sequence[Template]], response: Mapping[str, Sequence[Template]]
) -> set[tuple[str, int, int]]:
    return {
        (message, pair.key.number, pair.response.number)
        for message, templates in key.items()
        for pair in score_message(templates, response.get(message, ()))
        if pair.key and pair.response
    }


def summary(proof: Proof, rows: Iterable[str] = ROWS) -> list[str]:
    """Draw one line per row: how far recall, precision and F differ over the systems."""
    lines = [
        f"{'points of F':20}{'median':>8}{'largest':>9}  {'system':10}{'R at most':>10}{'P':>7}"
    ]
    for row in rows:
        worst = proof.largest(row)
        recall = max(abs(rescored.recall) for rescored in proof.of(row))
        precision = max(abs(rescored.precision) for rescored in proof.of(row))
        lines.append(
            f"{row:20}{proof.median(row):8.1f}{worst.f1:+9.1f}  {worst.system:10}"
            f"{recall:10.1f}{precision:7.1f}"
        )
    share = proof.same_pairs / proof.pairs if proof.pairs else 0.0
    lines.append(f"mapped alike: {proof.same_pairs} of {proof.pairs} pairs ({share:.0%})")
    return lines


def _by_system(proof: Proof) -> Iterable[str]:
    yield f"{'system':10}{'row':20}{'ours R/P/F':>20}{'official R/P/F':>20}{'difference':>20}"
    for rescored in proof.rows:
        differences = f"{rescored.recall:+.1f} {rescored.precision:+.1f} {rescored.f1:+.1f}"
        yield (
            f"{rescored.system:10}{rescored.row:20}{_points(rescored.ours):>20}"
            f"{_points(rescored.official):>20}{differences:>20}"
        )


def _points(tally: Tally) -> str:
    return f"{100 * tally.recall:.1f} {100 * tally.precision:.1f} {100 * tally.f1:.1f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every system's every row, then what differs most.

    Returns:
        The exit code, 0.
    """
    parser = argparse.ArgumentParser(
        prog="python -m tollbook.evaluating.muc4.proof",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, help="the folder that holds tst3 or tst4")
    parser.add_argument("--set", default="tst3", choices=("tst3", "tst4"), dest="name")
    asked = parser.parse_args(arguments)
    proof = rescore(asked.folder / asked.name)
    for line in (*_by_system(proof), *summary(proof)):
        print(line)
    print("\ntemplates mapped as the sheets map them:")
    for line in summary(rescore(asked.folder / asked.name, as_mapped=True)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
