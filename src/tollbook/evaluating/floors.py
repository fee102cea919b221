"""What the reading was measured to reach, pinned: a change that reads worse does not pass.

Floors live in one file beside the tests. They hold for one corpus, named by its fingerprint,
and are lowered only by somebody who says so in the changelog.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

# Figures are pinned to four decimals; what differs by less is rounding, not reading.
EPSILON = 0.00005

Figures = Mapping[str, Mapping[str, float]]
"""Figures by the name of a part of the corpus ("dev", "dev fk"), then by their own name."""

_HEADER = """\
# Written by `python -m tollbook.evaluating.gate --pin`; not by hand.
# F1 on annotated reports and figures of suites, as measured when this was pinned. A figure
# below its floor fails.
"""


class RefusedPin(ValueError):
    """Somebody tried to lower a floor without saying so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """Pinned figures and the corpus they hold for.

    `reports` counts the reports of each part, for whoever reads the figures.
    """

    pinned_on: date
    fingerprint: str
    figures: Figures
    reports: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A figure that came out below its floor."""

    part: str
    name: str
    floor: float
    measured: float

    def __str__(self) -> str:
        return f"{self.part} {self.name}: {self.measured:.4f}, floor {self.floor:.4f}"


def load_floors(path: Path) -> Floors:
    """Read the pinned figures."""
    table = tomllib.loads(path.read_text("utf-8"))
    parts = {part["name"]: part["floors"] for part in table["part"]}
    reports = {part["name"]: part["reports"] for part in table["part"]}
    return Floors(
        pinned_on=table["pinned_on"],
        fingerprint=table["fingerprint"],
        figures=parts,
        reports=reports,
    )


def falls(floors: Floors, measured: Figures) -> tuple[Fall, ...]:
    """List the figures that came out below their floor, and floors no longer measured.

    A part or figure that has a floor and was not measured counts as fallen to zero:
    a gate must not open because somebody took a corpus away.
    """
    return tuple(
        Fall(part=part, name=name, floor=floor, measured=now)
        for part, name, floor in _flat(floors.figures)
        if (now := measured.get(part, {}).get(name, 0.0)) < floor - EPSILON
    )


def pin(
    new: Floors, old: Floors | None, changelog: str, allow_regression: str | None = None
) -> str:
    """Write the floors file's text for newly measured figures.

    Args:
        new: what was measured.
        old: what is pinned now, or None the first time.
        changelog: the changelog's text.
        allow_regression: why floors may be lowered, in the changelog's own words.

    Raises:
        RefusedPin: a floor would be lowered, and nobody said so in the changelog.
    """
    lowered = () if old is None else falls(old, new.figures)
    if lowered:
        _check_allowed(lowered, changelog, allow_regression)
    return _HEADER + "\n" + _write(new)


def _check_allowed(lowered: tuple[Fall, ...], changelog: str, reason: str | None) -> None:
    listed = "; ".join(str(fall) for fall in lowered)
    if reason is None:
        raise RefusedPin(
            f"this lowers {listed}. If that is the price of something, write it in "
            'CHANGELOG.md and pin with --allow-regression "the line"'
        )
    if not reason.strip() or reason.strip() not in changelog:
        raise RefusedPin(
            f"{reason!r} does not stand in CHANGELOG.md; whoever lowers a floor ({listed}) tells "
            "the users there"
        )


def _flat(figures: Figures) -> Iterator[tuple[str, str, float]]:
    for part, by_name in figures.items():
        for name, figure in by_name.items():
            yield part, name, figure


def _write(floors: Floors) -> str:
    lines = [f"pinned_on = {floors.pinned_on.isoformat()}", f'fingerprint = "{floors.fingerprint}"']
    for part, by_name in floors.figures.items():
        lines += ["", "[[part]]", f'name = "{part}"', f"reports = {floors.reports[part]}"]
        cells = ", ".join(f"{_key(name)} = {figure:.4f}" for name, figure in by_name.items())
        lines.append(f"floors = {{ {cells} }}")
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else f'"{name}"'
