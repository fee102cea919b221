"""How near tolls come to settled figures: `python -m tollbook.evaluating.tolls FILE.jsonl`.

Each line is an incident: `sentences` (each with `text`, and `own_total` where it is the archive's
own summary, which is left out) and the settled `killed` as minimum and maximum, or null.
"""

import json
import math
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tollbook.claim import BACKGROUND, Form, Group, Harm, TollClaim
from tollbook.pipeline import extract
from tollbook.reconciling import reconcile
from tollbook.toll import Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """One incident: what our toll says, what was settled, and the plain numbers claimed."""

    toll: Toll
    low: int
    high: int
    numbers: tuple[int, ...]

    def error(self, guess: float) -> float:
        """Distance of a guess from the settled range, in log units; zero inside it."""
        at = math.log(guess + 0.5)
        return max(math.log(self.low + 0.5) - at, at - math.log(self.high + 0.5), 0.0)


def settle(rows: Iterable[Mapping[str, Any]]) -> Iterator[Settled]:
    """Reconcile every incident with a settled toll and at least two numbers claimed."""
    for row in rows:
        told = _claims(row) if row["killed"] else []
        tolls = reconcile(told)
        numbers = tuple(claim.count.low for claim in told if _counts_the_killed(claim))
        if tolls and (tolls[0].harm, tolls[0].group) == (Harm.KILLED, Group.PEOPLE) and numbers[1:]:
            low, high = row["killed"]
            yield Settled(toll=tolls[0], low=low, high=high, numbers=numbers)


def _claims(row: Mapping[str, Any]) -> list[TollClaim]:
    sentences = [each["text"] for each in row["sentences"] if not each["own_total"]]
    if not sentences:
        return []
    accounts = extract("\n\n".join(sentences))
    told = [claim for account in accounts for claim in account.claims]
    return [
        claim for claim in told if isinstance(claim, TollClaim) and claim.incident != BACKGROUND
    ]


def _counts_the_killed(claim: TollClaim) -> bool:
    return (
        claim.harm is Harm.KILLED
        and claim.group in (Group.PEOPLE, Group.CIVILIAN)
        and not claim.part_of
        and claim.count.form not in (Form.VAGUE, Form.ONE)
    )


def say(found: list[Settled]) -> str:
    """Put the errors of our toll and of plain rules in words, and how often the range holds."""
    guesses = {
        "toll": [each.error(each.toll.best) for each in found],
        "largest number": [each.error(max(each.numbers)) for each in found],
        "middle number": [each.error(statistics.median(each.numbers)) for each in found],
        "most frequent number": [each.error(statistics.mode(each.numbers)) for each in found],
    }
    held = [each.toll.low <= each.high and each.low <= each.toll.high for each in found]
    sure = [each for each in found if each.low == each.high]
    held_sure = [each.toll.low <= each.low <= each.toll.high for each in sure]
    claimed = [min(each.numbers) <= each.low <= max(each.numbers) for each in sure]
    return "\n".join(
        [
            f"{len(found)} incidents, {len(sure)} of them settled on one number",
            *(
                f"  log error {statistics.mean(errors):.3f}  {name}"
                for name, errors in guesses.items()
            ),
            f"  90 % range meets the settled range: {statistics.mean(held):.1%}",
            f"  90 % range holds the settled number: {statistics.mean(held_sure):.1%}",
            f"  smallest to largest number holds it: {statistics.mean(claimed):.1%}",
        ]
    )


if __name__ == "__main__":
    for name in sys.argv[1:]:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        print(say(list(settle(json.loads(line) for line in lines))))
