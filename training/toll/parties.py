"""How far belligerents lean when they count losses: `python -m training.toll.parties`.

Claims on losses in Ukraine, each party's beside the middle of what third parties claim of the
same losses within two weeks. No truth is known; third parties stand in for it.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from math import log
from pathlib import Path
from statistics import median

WITHIN_DAYS = 14
PEOPLE = frozenset({"Deaths", "Casualties", "Injuries"})
PARTIES = {"UA Source": "Ukraine", "RU Source": "Russia"}


def main(file: Path) -> int:
    """Print how far each party leans, on its own and on its enemy's losses."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [
            row
            for row in csv.DictReader(lines)
            if float(row["loss_count"] or 0) > 0 and row["category"].split()[-1] in PEOPLE
        ]
    leanings: defaultdict[tuple[str, str, str], list[float]] = defaultdict(list)
    for row, lean in _leanings(rows):
        whose = "own" if PARTIES[row["claim_source"]] == row["loss_country"] else "enemy"
        leanings[row["claim_source"], whose, row["category"]].append(lean)
        leanings["either", whose, "all"].append(lean)
    for (source, whose, category), found in sorted(leanings.items()):
        near = sum(abs(lean) <= log(1.5) for lean in found) / len(found)
        print(
            f"{source:10} {whose:6} {category:18} n {len(found):4}  middle {median(found):+.2f}  "
            f"within a half {near:.2f}"
        )
    return 0


def _leanings(rows: list[dict[str, str]]) -> Iterator[tuple[dict[str, str], float]]:
    third: defaultdict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for row in rows:
        if row["claim_source"] not in PARTIES:
            third[_losses(row)].append((int(row["days"]), log(float(row["loss_count"]))))
    for row in rows:
        if row["claim_source"] in PARTIES:
            day = int(row["days"])
            beside = [said for when, said in third[_losses(row)] if abs(when - day) <= WITHIN_DAYS]
            if beside:
                yield row, log(float(row["loss_count"])) - median(beside)


def _losses(row: dict[str, str]) -> tuple[str, str]:
    return row["loss_type"], row["time_frame"]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
