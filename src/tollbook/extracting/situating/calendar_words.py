"""The tables of `words/when.en.toml`: weekdays, months, numbers and relative days."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

_TABLES: dict[str, Any] = tomllib.loads(
    (files("tollbook") / "extracting" / "words" / "when.en.toml").read_text(encoding="utf-8")
)


def _numbered(table: str) -> dict[str, int]:
    rows = _TABLES[table].items()
    return {name: row["number"] for full, row in rows for name in (full, *row["short"])}


WEEKDAY_NUMBERS = _numbered("weekdays")
"""ISO weekday by name or abbreviation, in lower case."""

MONTH_NUMBERS = _numbered("months")
"""Month by name or abbreviation, in lower case."""

NUMBERS: dict[str, int] = _TABLES["numbers"]
RELATIVE_DAYS: dict[str, tuple[int, int]] = {
    phrase: (first, last) for phrase, (first, last) in _TABLES["relative"].items()
}
UNIT_DAYS: dict[str, int] = _TABLES["lengths"]
UNDATED_PHRASES: tuple[str, ...] = tuple(_TABLES["undated"]["phrases"])


def one_of(words: Iterable[str]) -> str:
    """Write an alternation for a pattern, longest first; a blank matches any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
