"""The history of an incident's tolls on a terminal: a bar for each day, and what caused it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePath

from tollbook.claim import Claim, Form, Harm, TollClaim
from tollbook.cli.card.heading import what_where_when
from tollbook.cli.card.ink import WIDTH, bold, coloured, dim, padded, plain, wrapped
from tollbook.cli.card.scale import Columns, fit
from tollbook.cli.card.strip import axis
from tollbook.drawing.wording import (
    clean,
    day_in_words,
    group_in_words,
    harm_in_words,
    listed,
    outlet,
    plural,
    short,
    source_in_words,
)
from tollbook.exporting.redaction import WITHHELD, is_withheld
from tollbook.incident import Incident
from tollbook.toll import Move, Replacement, Ruling, Step, Toll

_LABEL = 44
_STRIP = WIDTH - _LABEL
_UNDATED = "without a date"
_INDENT, _HANGING = " " * 4, " " * 11
_MOST_CAUSES = 8


def history_card(steps: Sequence[Step], incident: Incident, *, colour: bool = False) -> str:
    """Draw how each toll of an incident was told over time.

    Args:
        steps: the history, oldest first.
        incident: the incident as it is known now; names are written as they stand in it.
        colour: whether to write for a terminal.

    Returns:
        Lines of at most eighty columns, with a line end after the last.
    """
    lines = list(_lines(steps, incident))
    written = coloured(lines) if colour else [plain(line) for line in lines]
    return "".join(f"{line}\n" for line in written)


def _lines(steps: Sequence[Step], incident: Incident) -> Iterator[str]:
    yield from wrapped(f"{bold(what_where_when(incident))} {dim('· how its toll was told')}")
    claims = {claim.id: claim for claim in incident.claims}
    harms = [harm for harm in Harm if any(step.toll(harm) is not None for step in steps)]
    for harm in harms:
        yield ""
        yield from _harm(harm, steps, claims)
    if not harms:
        yield "Nobody gave a toll."


def _harm(harm: Harm, steps: Sequence[Step], claims: Mapping[str, Claim]) -> Iterator[str]:
    tolls = [toll for step in steps if (toll := step.toll(harm)) is not None]
    scale = fit(chain.from_iterable((toll.low, toll.high) for toll in tolls), _STRIP)
    is_known = False
    yield bold(harm_in_words(harm).capitalize())
    for step in steps:
        toll = step.toll(harm)
        if toll is not None:
            told = _Told(step=step, toll=toll, claims=claims, is_first=not is_known)
            is_known = True
            if told.is_news:
                yield _bar(step, toll, scale)
                yield from told.lines()
    line, numbers = axis(scale)
    yield f"{' ' * _LABEL}{line}"
    yield f"{' ' * _LABEL}{numbers}"


def _bar(step: Step, toll: Toll, scale: Columns) -> str:
    day = _UNDATED if step.day is None else day_in_words(step.day)
    reach = "" if toll.low == toll.high else f"({toll.low:,}–{toll.high:,})"
    label = f"  {padded(day, 18)}{bold(f'{toll.best:,}'.rjust(7))}  {reach}"
    return f"{padded(label, _LABEL)}{_interval(toll, scale)}"


def _interval(toll: Toll, scale: Columns) -> str:
    start, best, end = (scale.column(number) for number in (toll.low, toll.best, toll.high))
    drawn = ["─"] * (end - start + 1)
    drawn[0], drawn[-1] = "├", "┤"
    drawn[best - start] = "●"
    return " " * start + "".join(drawn)


class _Told:
    """What came in on one day about one harm, in lines."""

    def __init__(
        self, *, step: Step, toll: Toll, claims: Mapping[str, Claim], is_first: bool
    ) -> None:
        self._step = step
        self._toll = toll
        self._claims = claims
        self._new = [claim for claim in self._of(step.claim_ids) if claim.harm is toll.harm]
        self._shifts = {move.claim_id: move.shift for move in self._on_toll(step.moves)}
        fresh = [claim.id for claim in self._new if claim.id not in step.repeated]
        self._first = [each for each in fresh if each in toll.counted] if is_first else []

    def _of(self, claim_ids: Iterable[str]) -> Iterator[TollClaim]:
        for claim_id in claim_ids:
            claim = self._claims.get(claim_id)
            if isinstance(claim, TollClaim):
                yield claim

    def _on_toll(self, moves: Iterable[Move]) -> Iterator[Move]:
        told = (self._toll.harm, self._toll.group)
        return (move for move in moves if (move.harm, move.group) == told)

    @property
    def is_news(self) -> bool:
        """Tell whether anybody said anything of this harm on this day, or moved its toll."""
        return bool(self._new or self._shifts)

    def lines(self) -> Iterator[str]:
        causes = list(self._of(dict.fromkeys([*self._shifts, *self._first])))
        causes.sort(key=lambda claim: -abs(self._shifts.get(claim.id, 0)))
        for claim in causes[:_MOST_CAUSES]:
            start = f"{_INDENT}{padded(self._effect(claim), 7)}"
            yield from wrapped(_in_words(claim, self._toll), indent=start, hanging=_HANGING)
        yield from self._others(causes)
        for replacement in self._step.replacements:
            yield from self._replaced(replacement)
        yield from _policies(self._toll.rulings)

    def _effect(self, claim: TollClaim) -> str:
        if claim.id in self._first:
            return "first"
        return f"{self._shifts[claim.id]:+,}".replace("-", "−")

    def _others(self, causes: Sequence[TollClaim]) -> Iterator[str]:
        """Count the claims that are not worth a line each."""
        shown = {claim.id for claim in causes}
        quiet = [claim for claim in self._new if claim.id not in shown]
        repeated = [claim for claim in quiet if claim.id in self._step.repeated]
        counts = [
            (len(causes) - _MOST_CAUSES, "like these"),
            (len(quiet) - len(repeated), "moved nothing"),
            (len(repeated), "only repeated a figure"),
        ]
        told = ", ".join(f"{plural(many, 'claim')} {why}" for many, why in counts if many > 0)
        if told:
            yield from wrapped(dim(told), indent=_HANGING)

    def _replaced(self, replacement: Replacement) -> Iterator[str]:
        pair = list(self._of((replacement.claim_id, replacement.by_claim_id)))
        if len(pair) == 2 and pair[0].harm is self._toll.harm:
            older, newer = pair
            line = f"{_quoted(newer)} replaces {_quoted(older)} — {_said_by(newer)}"
            yield from wrapped(line, indent=f"{_INDENT}{padded('↻', 7)}", hanging=_HANGING)


def _in_words(claim: TollClaim, toll: Toll) -> str:
    group = "" if claim.group is toll.group else f" {group_in_words(claim.group)}"
    harm = "" if claim.harm is toll.harm else f" {harm_in_words(claim.harm)}"
    part = " (a part)" if claim.part_of and not group else ""
    return f"{_quoted(claim)}{group}{harm}{part} — {_said_by(claim)}"


def _quoted(claim: TollClaim) -> str:
    words = claim.count.words.text
    return WITHHELD if claim.count.form is Form.ONE and is_withheld(words) else f"“{clean(words)}”"


def _said_by(claim: TollClaim) -> str:
    imprint = claim.imprint
    file = "" if imprint.publisher is None else f", {clean(PurePath(imprint.name).name)}"
    return f"{source_in_words(claim.attribution)}; {outlet(imprint)}{file}"


def _policies(rulings: Iterable[Ruling]) -> Iterator[str]:
    """Say on a line what the named rules made of it then."""
    names: dict[str, list[str]] = {}
    for ruling in rulings:
        figure = _figure(ruling)
        if figure:
            names.setdefault(figure, []).append(ruling.policy)
    if names:
        told = "; ".join(f"{listed(policies)} {figure}" for figure, policies in names.items())
        yield from wrapped(dim(f"rules: {told}"), indent=_HANGING)


def _figure(ruling: Ruling) -> str:
    low, best, high = ruling.low, ruling.best, ruling.high
    if low is None:
        return "" if best is None else f"{best:,}"
    reach = short(low, high)
    return reach if best is None or low == high else f"{best:,} ({reach})"
