"""Sentences that tell the same facts with the parties or the loaded words swapped."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from tollbook.claim import Harm, Status

_SLOT = re.compile(r"\{([\w.]+)\}")
_FIGURE = re.compile(r"(\d+)(?:(\+)|-(\d+))?$")

Place = tuple[int, int]
"""A place in a template: the code point there, and how far into the words swapped in it lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldToll:
    """A figure that a sentence states; without a source the report says it itself."""

    harm: str
    low: int
    high: int | None
    group: str
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDeed:
    """Whom a sentence names as having done it, and how."""

    status: str
    actor: str
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Swapped:
    """Words put into a template: they stand at `start` to `end`, where it has a slot."""

    slot: int
    slot_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A template with one fill: a sentence, and what it states."""

    text: str
    swapped: tuple[Swapped, ...]
    tolls: tuple[ToldToll, ...]
    deeds: tuple[ToldDeed, ...]

    def place(self, offset: int) -> Place:
        """Say where in the template a code point of the sentence stands.

        The edges of what was swapped are the edges of its slot, whatever was swapped in.
        """
        drift = 0
        for words in self.swapped:
            if offset <= words.start:
                break
            if offset < words.end:
                return words.slot, offset - words.start
            drift = words.slot_end - words.end
        return offset + drift, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """One template with all its fills.

    `pairs` says which variants are read against each other; `may_change` names the fields
    that the swap itself changes.
    """

    kind: str
    template: str
    variants: tuple[Variant, ...]
    pairs: tuple[tuple[int, int], ...]
    may_change: frozenset[str]


@lru_cache(maxsize=1)
def load_swaps() -> tuple[Swap, ...]:
    """Load the shipped sentences."""
    path = files("tollbook.data").joinpath("neutrality.en.toml")
    return tuple(swaps_in(path.read_text(encoding="utf-8")))


def swaps_in(text: str) -> Iterator[Swap]:
    """Read sets of swaps, written as the shipped file explains."""
    for kind, table in tomllib.loads(text).items():
        fills = _fills(table)
        size = len(fills)
        if "pairs" in table:
            pairs = tuple((at, at + 1) for at in range(0, size, 2))
        else:
            round_trip = [*range(size), 0] if size > 2 else range(size)
            pairs = tuple(pairwise(round_trip))
        for template, *told in table["templates"]:
            yield Swap(
                kind=kind,
                template=template,
                variants=tuple(_variant(template, told, fill) for fill in fills),
                pairs=pairs,
                may_change=frozenset(table.get("may_change", ())),
            )


def _fills(table: Mapping[str, Any]) -> list[dict[str, str]]:
    if "pairs" not in table:
        return [_columns(table["forms"], row) for row in table["fills"]]
    fills: list[dict[str, str]] = []
    for pair in table["pairs"]:
        one, other = (_columns(table["forms"], row) for row in pair)
        for a, b in ((one, other), (other, one)):
            fills.append(
                {f"a.{form}": words for form, words in a.items()}
                | {f"b.{form}": words for form, words in b.items()}
            )
    return fills


def _columns(forms: Sequence[str], row: str) -> dict[str, str]:
    return dict(zip(forms, (cell.strip() for cell in row.split("|")), strict=True))


def _variant(template: str, told: Sequence[str], fill: Mapping[str, str]) -> Variant:
    text, swapped = _filled(template, fill)
    said = [_filled(line, fill)[0] for line in told]
    tolls = [line for line in said if line.split()[0] in {str(harm) for harm in Harm}]
    deeds = [line for line in said if line.split()[0] in {str(status) for status in Status}]
    return Variant(
        text=text,
        swapped=tuple(swapped),
        tolls=tuple(_toll(line) for line in tolls),
        deeds=tuple(_deed(line) for line in deeds),
    )


def _filled(template: str, fill: Mapping[str, str]) -> tuple[str, list[Swapped]]:
    text, swapped, after = "", [], 0
    for slot in _SLOT.finditer(template):
        text += template[after : slot.start()]
        words = fill[slot[1].lower()]
        if slot[1].isupper():
            words = words.upper()
        elif slot[1][0].isupper():
            words = words[0].upper() + words[1:]
        end = len(text) + len(words)
        swapped.append(Swapped(slot=slot.start(), slot_end=slot.end(), start=len(text), end=end))
        text, after = text + words, slot.end()
    return text + template[after:], swapped


def _toll(line: str) -> ToldToll:
    told, source = _split_source(line)
    harm, figure, group = told.split()
    read = _FIGURE.match(figure)
    if read is None:
        raise ValueError(f"{figure!r} is no figure; write it as 12, 12+ or 5-7")
    low = int(read[1])
    high = None if read[2] else int(read[3] or low)
    return ToldToll(harm=harm, low=low, high=high, group=group, source=source)


def _deed(line: str) -> ToldDeed:
    told, source = _split_source(line)
    status, actor = told.split(maxsplit=1)
    return ToldDeed(status=status, actor=actor, source=source)


def _split_source(line: str) -> tuple[str, str | None]:
    told, _, source = line.partition(" | ")
    return told.strip(), source.strip() or None
