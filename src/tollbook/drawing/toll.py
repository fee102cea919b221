"""One toll as a chart: how probable each number is, what every source allows, what rules make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from tollbook.claim import Claim, Group
from tollbook.drawing.density import mass_along
from tollbook.drawing.legend import legend
from tollbook.drawing.looks import look_of, mark
from tollbook.drawing.panel import Panel
from tollbook.drawing.rows import Row, numbers_near, rows_of
from tollbook.drawing.scale import fit
from tollbook.drawing.svg import chart, number, shortened, tag, text, width_of, words
from tollbook.drawing.wording import (
    allowed,
    group_in_words,
    harm_in_words,
    listed,
    plural,
    short,
    toll_claim_in_full,
)
from tollbook.incident import Incident
from tollbook.toll import Ruling, Toll

_MARGIN: Final = 16
_DENSITY: Final = 64  # the height of the posterior
_BIN: Final = 3  # pixels that are one step of it
_ROW: Final = 22
_HEADING: Final = 24
_LINE: Final = 16  # from one line of a paragraph to the next
_NARROW: Final = 560  # below this width labels stand over their intervals, not beside them
_OFF: Final = 10  # pixels beyond the axis at which a number off it is marked
_REACH: Final = 4.5  # half the height of a bracket's ends
_CHARACTERS_OF_RULE: Final = 160


def toll_chart(toll: Toll, incident: Incident, *, width: int = 760) -> str:
    """Draw one toll with everything that was said of it.

    Above, how probable each number is; below, what each source allows, under the kind of source it
    is, with parties to the conflict apart and hollow; at the foot what the named rules of the field
    make of the same claims. The toll's range runs through all of it.

    Args:
        toll: the toll.
        incident: what it is the toll of; its claims are drawn as they stand in it.
        width: in pixels; below 560 labels stand over their intervals.

    Returns:
        A whole SVG document. A pointer held on a row shows its words.
    """
    claims = {claim.id: claim for claim in incident.claims}
    rows = rows_of(toll, incident, claims)
    drawn = _Drawing(toll=toll, rows=rows, claims=claims, width=width)
    body = [*drawn.body()]
    return chart(
        [*drawn.behind(), *body],
        width=width,
        height=drawn.y + _MARGIN,
        title=f"{_title(toll)}: {toll.best:,} ({toll.low:,}–{toll.high:,})",
        description=" ".join(_in_words(toll, rows)),
    )


def _title(toll: Toll) -> str:
    group = "" if toll.group is Group.PEOPLE else f", {group_in_words(toll.group)}"
    return f"{harm_in_words(toll.harm).capitalize()}{group}"


def _in_words(toll: Toll, rows: Sequence[Row]) -> Iterator[str]:
    yield f"Best {toll.best:,}; 9 in 10 that it lies in {toll.low:,} to {toll.high:,}."
    for section, told in groupby(rows, key=lambda row: row.section):
        said = "; ".join(
            f"{row.name} {allowed(row.low, row.high)}{' (set aside)' if row.is_set_aside else ''}"
            for row in told
        )
        yield f"{section.capitalize()}: {said}."
    for figures, policies in _alike(toll.rulings):
        yield f"Rule {listed(policies)}: {_figures_in_words(figures)}."


@dataclass(slots=True, kw_only=True)
class _Drawing:
    """The drawing as it grows downward; `y` is how far it has come."""

    toll: Toll
    rows: Sequence[Row]
    claims: dict[str, Claim]
    width: int
    y: float = _MARGIN
    top: float = 0.0
    bottom: float = 0.0
    panel: Panel = field(init=False)

    def __post_init__(self) -> None:
        left = _MARGIN if self._is_narrow else _MARGIN + min(300.0, 0.38 * self.width)
        self.panel = Panel(
            left=left + _OFF,
            right=self.width - _MARGIN - _OFF,
            scale=fit(numbers_near(self.toll, self.rows)),
        )

    @property
    def _is_narrow(self) -> bool:
        return self.width < _NARROW

    def body(self) -> Iterator[str]:
        yield from self._head()
        yield from self._density()
        is_apart = False
        for section, rows in groupby(self.rows, key=lambda row: row.section):
            told = list(rows)
            if look_of(told[0].kind).is_party and not is_apart:
                is_apart = True
                yield from self._divider()
            yield from self._heading(section)
            for row in told:
                yield from self._row(row)
        yield from self._rules()
        self.bottom = self.y + 6
        yield from self.panel.axis(self.bottom)
        self.y += 26
        if any(row.is_set_aside for row in self.rows):
            self.y += 18
            yield text("† set aside: not counted in the toll", _MARGIN, self.y, "faint")
        self.y += 8
        looks = [look_of(row.kind) for row in self.rows]
        room = self.width - 2 * _MARGIN
        height, drawn = legend(looks, left=_MARGIN, top=self.y, room=room)
        yield from drawn
        self.y += height

    def behind(self) -> Iterator[str]:
        """Draw what runs through everything: the toll's range, round numbers, the best."""
        toll, panel = self.toll, self.panel
        start, end = panel.x(toll.low - 0.5), panel.x(toll.high + 0.5)
        yield tag(
            "rect",
            x=start,
            y=self.top,
            width=end - start,
            height=self.bottom - self.top,
            class_="tb-band",
        )
        yield from panel.grid(self.top, self.bottom)
        yield tag(
            "path",
            d=f"M{number(panel.x(toll.best))} {number(self.top)}V{number(self.bottom)}",
            class_="tb-open tb-toll-line",
            stroke_width=1.5,
        )

    def _head(self) -> Iterator[str]:
        toll = self.toll
        self.y += 6
        yield text(_title(toll), _MARGIN, self.y, bold=True)
        voices = plural(len(toll.voices), "voice")
        said = f"{toll.best:,} · 9 in 10 that it lies in {toll.low:,}–{toll.high:,} · {voices}"
        if self._is_narrow:
            self.y += 17
            yield text(said, _MARGIN, self.y, "faint")
        else:
            yield text(said, self.panel.left, self.y, "faint")
        self.y += 26

    def _density(self) -> Iterator[str]:
        """Draw the posterior in steps, with low, best and high over it."""
        panel = self.panel
        yield from self._marks(self.y)
        self.top = self.y + 6
        floor = self.top + _DENSITY
        bins = int((panel.right - panel.left) / _BIN)
        mass = mass_along(self.toll.cells, panel.scale, bins)
        highest = max(mass, default=0.0) or 1.0
        wide = (panel.right - panel.left) / bins
        steps = "".join(
            f"V{number(floor - share / highest * (_DENSITY - 4))}"
            f"H{number(panel.left + (place + 1) * wide)}"
            for place, share in enumerate(mass)
        )
        outline = f"M{number(panel.left)} {number(floor)}{steps}V{number(floor)}Z"
        yield tag("path", d=outline, class_="tb-toll tb-area")
        yield tag("path", d=outline, class_="tb-open tb-toll-line")
        if not self._is_narrow:
            yield text("how probable", panel.left - 2 * _OFF, floor - 6, "faint", anchor="end")
        self.y = floor + 4

    def _marks(self, y: float) -> Iterator[str]:
        """Write low, best and high over their places; ends that would touch the best are left."""
        toll, panel = self.toll, self.panel
        best, half = panel.x(toll.best), width_of(f"{toll.best:,}") / 2 + 6
        yield text(f"{toll.best:,}", best, y, "toll", anchor="middle", bold=True)
        low, high = f"{toll.low:,}", f"{toll.high:,}"
        end = min(panel.x(toll.low - 0.5), best - half)
        if toll.low < toll.best and end - width_of(low) > _MARGIN:
            yield text(low, end, y, "toll", anchor="end")
        start = max(panel.x(toll.high + 0.5), best + half)
        if toll.high > toll.best:
            start = min(start, self.width - 4 - width_of(high))
            if start >= best + half:
                yield text(high, start, y, "toll", anchor="start")

    def _divider(self) -> Iterator[str]:
        """Set what follows apart from what stands above."""
        self.y += 8
        line = f"M{_MARGIN} {number(self.y)}H{number(self.width - _MARGIN)}"
        yield tag("path", d=line, class_="tb-open tb-grid-line")

    def _heading(self, said: str) -> Iterator[str]:
        self.y += _HEADING
        yield text(said, _MARGIN, self.y - 6, "faint")

    def _row(self, row: Row) -> Iterator[str]:
        value = short(row.low, row.high)
        name = f"{row.name}{' †' if row.is_set_aside else ''}"
        label, middle = self._label(name, value)
        look = look_of(row.kind)
        about = f"<title>{words(self._hint(row))}</title>"
        body = about + label + self._interval(row.low, row.high, middle, f"tb-{look.role}-line")
        body += mark(look, self._mark_at(row), middle)
        yield tag(
            "g",
            body,
            class_="tb-apart" if row.is_set_aside else None,
            data_claims=" ".join(row.claim_ids),
        )

    def _label(self, name: str, value: str) -> tuple[str, float]:
        """Write a row's name and figure; say where its interval's line is."""
        end = self.panel.right if self._is_narrow else self.panel.left - 2 * _OFF
        room = end - _MARGIN - 12 - width_of(value) - 8
        self.y += _ROW - 6 if self._is_narrow else _ROW
        baseline = self.y - 6
        drawn = text(shortened(name, room), _MARGIN + 12, baseline)
        drawn += text(value, end, baseline, anchor="end")
        if not self._is_narrow:
            return drawn, baseline - 4
        self.y += _ROW - 4
        return drawn, self.y - 10

    def _mark_at(self, row: Row) -> float:
        """Mark the one number, the floor, or the middle of a stretch; off the axis, beside it."""
        panel = self.panel
        if row.low > panel.scale.high:
            return panel.right + _OFF
        if row.high is None or row.high == row.low:
            return panel.x(row.low) if row.low >= panel.scale.low else panel.left - _OFF
        return (panel.x(row.low) + panel.x(row.high)) / 2

    def _interval(self, low: int, high: int | None, y: float, style: str) -> str:
        """Draw what a count allows, with an arrow where it goes on beyond the axis."""
        panel = self.panel
        start, end = panel.x(low), panel.right if high is None else panel.x(high)
        line = f"M{number(start)} {number(y)}H{number(end)}" if start < end else ""
        if high is None or high > panel.scale.high:
            line += f"M{number(end - 5)} {number(y - 4)}l5 4l-5 4"
        elif high > low:
            line += f"M{number(end)} {number(y - _REACH)}v{number(2 * _REACH)}"
        if low < panel.scale.low:
            line += f"M{number(start + 5)} {number(y - 4)}l-5 4l5 4"
        elif high is not None and high > low:
            line += f"M{number(start)} {number(y - _REACH)}v{number(2 * _REACH)}"
        if not line:
            return ""
        return tag("path", d=line, class_=f"tb-open {style}", stroke_width=1.6)

    def _hint(self, row: Row) -> str:
        told = (self.claims[claim_id] for claim_id in row.claim_ids if claim_id in self.claims)
        return "\n".join(map(toll_claim_in_full, told))

    def _rules(self) -> Iterator[str]:
        alike = _alike(self.toll.rulings)
        if not alike:
            return
        yield from self._divider()
        yield from self._heading("named rules")
        for (low, best, high), policies in alike:
            value = _figures_in_words((low, best, high))
            *above, last = self._broken(policies, value)
            for line in above:
                yield text(line, _MARGIN + 12, self.y + _ROW - 6)
                self.y += _LINE
            label, middle = self._label(last, value)
            rules = (ruling for ruling in self.toll.rulings if ruling.policy in policies)
            hint = "\n".join(f"{r.policy}: {r.rule[:_CHARACTERS_OF_RULE]}" for r in rules)
            body = f"<title>{words(hint)}</title>{label}"
            bottom = low if low is not None else best
            if bottom is not None:
                body += self._interval(bottom, high if low is not None else best, middle, _RULE)
                shown = best if best is not None else (low if low == high else None)
                if shown is not None:
                    x = number(self.panel.x(shown))
                    body += tag(
                        "path", d=f"M{x} {number(middle - 6)}v12", class_=_RULE, stroke_width=3
                    )
            yield tag("g", body)

    def _broken(self, policies: Sequence[str], value: str) -> list[str]:
        """Break the names of rules into lines; beside the last one stands their figure."""
        end = self.panel.right if self._is_narrow else self.panel.left - 2 * _OFF
        room = end - _MARGIN - 20 - width_of(value)
        lines = [policies[0].replace("_", " ")]
        for policy in policies[1:]:
            longer = f"{lines[-1]}, {policy.replace('_', ' ')}"
            if width_of(longer) <= room:
                lines[-1] = longer
            else:
                lines[-1] += ","
                lines.append(policy.replace("_", " "))
        return lines


_RULE: Final = "tb-ink-line"
_Figures = tuple[int | None, int | None, int | None]


def _alike(rulings: Sequence[Ruling]) -> list[tuple[_Figures, list[str]]]:
    """Group the rules that come to one figure; those that give none are left out."""
    groups: dict[_Figures, list[str]] = {}
    for ruling in rulings:
        figures = (ruling.low, ruling.best, ruling.high)
        if any(figure is not None for figure in figures):
            # A rule that gives no best is taken for one that does where its ends leave no other.
            is_one = ruling.low is not None and ruling.low == ruling.high
            best = ruling.low if is_one else ruling.best
            groups.setdefault((ruling.low, best, ruling.high), []).append(ruling.policy)
    return list(groups.items())


def _figures_in_words(figures: _Figures) -> str:
    low, best, high = figures
    if low is None:
        return "" if best is None else f"{best:,}"
    reach = short(low, high)
    return reach if best is None or low == high else f"{best:,} ({reach})"
