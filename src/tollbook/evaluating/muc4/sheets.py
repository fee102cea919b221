"""The official score sheets of 1992: what each system was given, text by text and in all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tollbook.evaluating.muc4.tallies import Tally

_TITLE: Final = re.compile(r"^([A-Z0-9]+-MUC\d-\d{4})\s+key:\s*(\S+)\s+response:\s*(\S+)")
_ROW: Final = re.compile(
    r"^([a-z-]+|TOTAL|ALL TEMPLATES)\s+(\d+)\s+(\d+)\|\s*(\d+)\s+(\d+)\s+(\d+)\|"
    r"\s*\d+\s+\d+\|\s*(\d+)\s+(\d+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One system's sheet: its totals by slot, and what each pair of templates was given.

    A pair is (message, key template, response template), by their numbers; one side is None
    where a template was mapped to nothing.
    """

    totals: Mapping[str, Tally]
    pairs: Mapping[tuple[str, int | None, int | None], Mapping[str, Tally]]


def read_sheet(text: str) -> Sheet:
    """Read a score sheet as NRaD printed it."""
    totals: dict[str, Tally] = {}
    pairs: dict[tuple[str, int | None, int | None], dict[str, Tally]] = {}
    rows = totals
    for line in text.splitlines():
        titled = _TITLE.match(line)
        if titled is not None:
            rows = pairs.setdefault((titled[1], _number(titled[2]), _number(titled[3])), {})
        elif "TOTAL SLOT SCORES" in line:
            rows = totals
        row = _ROW.match(line)
        if row is not None:
            _, _, correct, partial, incorrect, spurious, missing = map(int, row.groups()[1:])
            rows[row[1]] = Tally(
                correct=correct,
                partial=partial,
                incorrect=incorrect,
                spurious=spurious,
                missing=missing,
            )
    return Sheet(totals=totals, pairs=pairs)


def _number(words: str) -> int | None:
    return int(words) if words.isdigit() else None
