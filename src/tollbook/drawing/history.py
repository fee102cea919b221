"""How a toll was told, as a chart: its range over time, and every figure on the day it came."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from tollbook.claim import Claim, Group, Harm
from tollbook.drawing.calendar import Slot, day_labels, slots
from tollbook.drawing.legend import legend
from tollbook.drawing.looks import look_of, mark
from tollbook.drawing.rows import Row, numbers_near, rows_of
from tollbook.drawing.scale import Scale, fit, round_numbers
from tollbook.drawing.svg import chart, number, tag, text, width_of, words
from tollbook.drawing.wording import (
    allowed,
    day_in_words,
    group_in_words,
    harm_in_words,
    short,
    toll_claim_in_full,
)
from tollbook.incident import Incident
from tollbook.toll import Step, Toll

_MARGIN: Final = 16
_PLOT: Final = 260  # the height of the plot
_TICK: Final = 26  # pixels between the numbers beside the axis
_LINE: Final = 16
_APART: Final = 8
_OPEN: Final = 26  # the length of an arrow from a floor upward
_EVENTUAL: Final = 64  # the width of the margin for what the toll may come to in the end
_CAP: Final = 3.5  # half the width of an interval's ends
_MOST_BETWEEN: Final = 16  # pixels from one claim to the next of a day

_Reach = tuple[int, int, int]


def history_chart(
    steps: Sequence[Step],
    incident: Incident,
    *,
    harm: Harm | str = Harm.KILLED,
    group: Group | str = Group.PEOPLE,
    eventual: tuple[int, int, int] | None = None,
    width: int = 760,
) -> str:
    """Draw how one toll was told over time.

    The band is the toll's range as it was known on each day, the line its best; each new figure
    stands on the day it was published with what its words allow, in the shape and colour of the
    kind of source, parties to the conflict hollow. Repetitions of a figure are not drawn again.

    Args:
        steps: the history, oldest first.
        incident: what it is the history of; its claims are drawn as they stand in it.
        harm: which toll.
        group: of whom.
        eventual: low, best and high of what the toll may come to in the end, to be set beside
            what was reported so far; not drawn if None.
        width: in pixels.

    Returns:
        A whole SVG document; it says so where nobody told of this harm and group. A pointer held
        on a figure shows its words.

    Raises:
        ValueError: there is no such harm or group.
    """
    harm, group = Harm(harm), Group(group)
    told = [(step, toll) for step in steps if (toll := step.toll(harm, group)) is not None]
    of = f", {group_in_words(group)}" if group is not Group.PEOPLE else ""
    title = f"{harm_in_words(harm).capitalize()}{of}, as it was told"
    if not told:
        nobody = f"Nobody told how many were {harm_in_words(harm)}."
        body = [text(nobody, _MARGIN, 2 * _MARGIN, "faint")]
        return chart(body, width=width, height=48, title=title, description=nobody)
    days = _days(told, incident)
    drawn = _Drawing(title=title, days=days, eventual=eventual, width=width)
    return chart(
        drawn.body(),
        width=width,
        height=drawn.height,
        title=title,
        description=" ".join([*map(_in_words, days), *_eventual_in_words(eventual)]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """One day: where it stands, its toll, and the figures that came in."""

    step: Step
    toll: Toll
    slot: Slot
    label: str
    rows: tuple[Row, ...]
    claims: dict[str, Claim]


def _days(told: Sequence[tuple[Step, Toll]], incident: Incident) -> list[_Day]:
    places = [step.day for step, _ in told]
    known = {claim.id: claim for claim in incident.claims}
    days = []
    for (step, toll), slot, label in zip(told, slots(places), day_labels(places), strict=True):
        wanted = set(step.claim_ids) - set(step.repeated)
        claims = {claim_id: claim for claim_id, claim in known.items() if claim_id in wanted}
        rows = rows_of(toll, incident, claims)
        rows.sort(key=lambda row: look_of(row.kind).is_party)
        days.append(
            _Day(step=step, toll=toll, slot=slot, label=label, rows=tuple(rows), claims=claims)
        )
    return days


def _in_words(day: _Day) -> str:
    when = "Without a date" if day.step.day is None else day_in_words(day.step.day)
    toll = day.toll
    new = "; ".join(f"{row.name} {allowed(row.low, row.high)}" for row in day.rows)
    said = f"{when}: best {toll.best:,}, {toll.low:,} to {toll.high:,}"
    return f"{said}; new figures: {new}." if new else f"{said}."


def _eventual_in_words(eventual: _Reach | None) -> Iterator[str]:
    if eventual is not None:
        low, best, high = eventual
        yield f"In the end it may come to {best:,}, {low:,} to {high:,}."


class _Drawing:
    """The drawing of a history that has one day at least."""

    def __init__(
        self, *, title: str, days: Sequence[_Day], eventual: _Reach | None, width: int
    ) -> None:
        self._title = title
        self._days = days
        self._eventual = eventual
        self._width = width
        self._scale = _scale(days, eventual or ())
        ticks = [f"{people:,}" for people in round_numbers(self._scale, _PLOT // 40)]
        self._left = _MARGIN + max(map(width_of, ticks), default=0.0) + _APART
        self._right = width - _MARGIN - (0 if eventual is None else _EVENTUAL)
        self._top = _MARGIN + 6 + 24 + 2 * _LINE
        self._bottom = self._top + _PLOT
        looks = [look_of(row.kind) for day in days for row in day.rows]
        room = width - 2 * _MARGIN
        high, self._legend = legend(looks, left=_MARGIN, top=self._bottom + 34, room=room)
        self.height = self._bottom + 34 + high + _MARGIN

    def body(self) -> Iterator[str]:
        yield text(self._title, _MARGIN, _MARGIN + 6, bold=True)
        yield from self._band()
        yield from self._grid()
        yield from self._best()
        for day in self._days:
            yield from self._figures(day)
        yield from self._axis()
        yield from self._numbers()
        yield from self._in_the_end()
        yield from self._legend

    @property
    def _edge(self) -> float:
        """Where words under and over the plot must end."""
        return self._width if self._eventual is None else self._right - 4

    def _x(self, share: float) -> float:
        return self._left + share * (self._right - self._left)

    def _y(self, people: float) -> float:
        share = min(max(self._scale.share(people), 0.0), 1.0)
        return self._bottom - share * (self._bottom - self._top)

    def _reaches(self) -> Iterator[tuple[_Day, float, float]]:
        """Give each day with the stretch over which what was known on it held."""
        starts = [self._x(day.slot.start) for day in self._days]
        return zip(self._days, starts, [*starts[1:], self._right], strict=True)

    def _band(self) -> Iterator[str]:
        """Draw the range as one area, a step for each day."""
        above, below = "", ""
        for day, start, end in self._reaches():
            top, bottom = self._y(day.toll.high + 0.5), self._y(day.toll.low - 0.5)
            above += f"{'V' if above else f'M{number(start)} '}{number(top)}H{number(end)}"
            below = f"H{number(end)}V{number(bottom)}H{number(start)}{below}"
        yield tag("path", d=f"{above}{below}Z", class_="tb-band")

    def _best(self) -> Iterator[str]:
        """Draw the best as a staircase."""
        first = self._days[0]
        path = f"M{number(self._x(first.slot.start))} {number(self._y(first.toll.best))}"
        for day, _, end in self._reaches():
            path += f"V{number(self._y(day.toll.best))}H{number(end)}"
        yield tag("path", d=path, class_="tb-open tb-toll-line", stroke_width=1.8)

    def _grid(self) -> Iterator[str]:
        free_below: float = self._bottom + _TICK
        for people in round_numbers(self._scale, _PLOT // 40):
            y = self._y(people)
            if y <= free_below - _TICK:
                free_below = y
                line = f"M{number(self._left)} {number(y)}H{number(self._right)}"
                yield tag("path", d=line, class_="tb-open tb-grid-line")
                yield text(f"{people:,}", self._left - _APART, y + 4, "faint", anchor="end")

    def _figures(self, day: _Day) -> Iterator[str]:
        """Draw the figures of a day side by side, each with what its words allow."""
        start, end = self._x(day.slot.start), self._x(day.slot.end)
        between = min((end - start) / (len(day.rows) + 1), _MOST_BETWEEN)
        x = (start + end) / 2 - between * (len(day.rows) - 1) / 2
        for row in day.rows:
            look = look_of(row.kind)
            hint = "\n".join(toll_claim_in_full(day.claims[claim_id]) for claim_id in row.claim_ids)
            body = f"<title>{words(hint)}</title>{self._interval(row, x, f'tb-{look.role}-line')}"
            body += mark(look, x, self._mark_at(row), 4)
            yield tag(
                "g",
                body,
                class_="tb-apart" if row.is_set_aside else None,
                data_claims=" ".join(row.claim_ids),
            )
            x += between

    def _mark_at(self, row: Row) -> float:
        if row.high is None or row.high == row.low:
            return self._y(row.low)
        return (self._y(row.low) + self._y(row.high)) / 2

    def _interval(self, row: Row, x: float, style: str) -> str:
        bottom = self._y(row.low)
        top = max(self._top, bottom - _OPEN) if row.high is None else self._y(row.high)
        if row.high == row.low:
            return ""
        line = f"M{number(x)} {number(bottom)}V{number(top)}"
        if row.high is None or row.high > self._scale.high:
            line += f"M{number(x - _CAP)} {number(top + 5)}l{number(_CAP)} -5l{number(_CAP)} 5"
        else:
            line += f"M{number(x - _CAP)} {number(top)}h{number(2 * _CAP)}"
        if row.high is not None:
            line += f"M{number(x - _CAP)} {number(bottom)}h{number(2 * _CAP)}"
        return tag("path", d=line, class_=f"tb-open {style}", stroke_width=1.4)

    def _axis(self) -> Iterator[str]:
        """Draw the days: a tick where each begins, a break where silence was cut short."""
        y = self._bottom
        line = f"M{number(self._left)} {number(y)}H{number(self._right)}"
        for day in self._days:
            line += f"M{number(self._x(day.slot.start))} {number(y)}v5"
        for before, day in pairwise(self._days):
            if day.slot.is_after_cut:
                x = self._x((before.slot.end + day.slot.start) / 2)
                line += f"M{number(x - 5)} {number(y + 5)}l5 -10M{number(x)} {number(y + 5)}l5 -10"
        yield tag("path", d=line, class_="tb-open tb-faint-line")
        free_from = 0.0
        for day in self._days:
            middle, half = self._x(day.slot.middle), width_of(day.label) / 2
            middle = min(max(middle, half + 4), self._edge - half - 4)
            if middle - half >= free_from:
                yield text(day.label, middle, y + 20, "faint", anchor="middle")
                free_from = middle + half + _APART

    def _numbers(self) -> Iterator[str]:
        """Write over each day its best and its range, where there is room."""
        best_free = reach_free = 0.0
        for day, start, end in self._reaches():
            middle = self._x(day.slot.middle) if day.slot.end < 1 else (start + end) / 2
            best, reach = f"{day.toll.best:,}", short(day.toll.low, day.toll.high)
            y = self._top - _LINE - 8
            if middle - width_of(best) / 2 >= best_free:
                yield text(best, middle, y, "toll", anchor="middle", bold=True)
                best_free = middle + width_of(best) / 2 + _APART
            half = width_of(reach) / 2
            inner = min(max(middle, half + 4), self._edge - half - 4)
            if inner - half >= reach_free:
                yield text(reach, inner, y + _LINE, "faint", anchor="middle")
                reach_free = inner + half + _APART

    def _in_the_end(self) -> Iterator[str]:
        """Draw beside the plot what the toll may come to, so that nobody takes it for reported."""
        if self._eventual is None:
            return
        low, best, high = self._eventual
        x = self._right + _EVENTUAL * 0.7
        top, middle, bottom = (self._y(people) for people in (high, best, low))
        bracket = f"M{number(x - 4)} {number(top)}h8M{number(x)} {number(top)}V{number(bottom)}"
        bracket += f"m-4 0h8M{number(x - 6)} {number(middle)}h12"
        style = "tb-open tb-toll-line tb-dashed"
        yield tag("path", d=bracket, class_=style, stroke_width=1.8)
        y = self._top - _LINE - 8
        right = self._width - 4
        yield text(f"{best:,}", right, y, "toll", anchor="end", bold=True)
        yield text(short(low, high), right, y + _LINE, "faint", anchor="end")
        yield text("eventual", right, self._bottom + 20, "faint", anchor="end")


def _scale(days: Sequence[_Day], others: Iterable[int]) -> Scale:
    """Fit the axis to every range and other number, and to the figures near the last range."""
    rows = chain.from_iterable(day.rows for day in days)
    ends = chain.from_iterable((day.toll.low, day.toll.high) for day in days)
    return fit([*ends, *others, *numbers_near(days[-1].toll, rows)])
