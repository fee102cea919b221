"""What a quantity phrase entails: a figure and what bounds, joins and wholes make of it."""

from dataclasses import dataclass, replace

from tollbook.claim import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity phrase as read: what it entails, and the token after it.

    `is_bare` marks digits that stand alone and may be a year, an age or a label.
    `ceiling` is the whole that "more than half of the 30" cannot exceed;
    `share` is the fraction of a whole that follows ("two-thirds"), `is_majority` "most" of it;
    `whole` is the first token of the whole and the one after it.
    """

    low: int
    high: int | None
    end: int
    form: Form = Form.EXACT
    stated: int | None = None
    term: str | None = None
    is_additional: bool = False
    is_bare: bool = False
    is_whole: bool = True
    is_scaled: bool = False
    share: tuple[int, int] | None = None
    is_majority: bool = False
    ceiling: int | None = None
    whole: tuple[int, int] | None = None


def exact(value: int, end: int) -> Figure:
    """Read a plain number."""
    return Figure(low=value, high=value, stated=value, end=end)


def vague(term: str, low: int, end: int) -> Figure:
    """Read a vague word: a floor and no ceiling."""
    return Figure(low=low, high=None, form=Form.VAGUE, term=term, end=end)


def span_of(first: Figure, second: Figure) -> Figure:
    """Join two numbers to a range: "4 to 9"."""
    return Figure(low=first.low, high=second.high, form=Form.RANGE, end=second.end)


# "About" and "nearly" reach a tenth of the number, the ends rounded to whole people,
# halves towards the number named: about 15 is 14 to 16.
def tenth_below(value: int) -> int:
    """Nine tenths of a number."""
    return (9 * value + 5) // 10


def tenth_above(value: int) -> int:
    """Eleven tenths of a number."""
    return (11 * value + 4) // 10


def bounded(figure: Figure, form: Form) -> Figure:
    """Apply bound words to a figure.

    Returns:
        The figure with what "at least", "about" or "up to" leave of it.
    """
    low, high = figure.low, figure.high
    match form:
        case Form.AT_LEAST:
            high = figure.ceiling
        case Form.MORE_THAN:
            low, high = low + 1, figure.ceiling
        case Form.UP_TO:
            low = 0
        case Form.FEWER_THAN:
            low, high = 0, None if high is None else max(high - 1, 0)
        case Form.ABOUT:
            low, high = tenth_below(low), None if high is None else tenth_above(high)
        case Form.NEARLY:
            low = tenth_below(low)
        case _:
            return figure
    if figure.form is Form.VAGUE and form in (Form.ABOUT, Form.NEARLY):
        return figure
    return replace(figure, low=low, high=high, form=form)


def part_of(part: Figure, whole: Figure, start: int) -> Figure:
    """Relate a part to the whole that follows it.

    "81 of the 100" keeps its words and points at the whole; "half of the 30" and "most of
    39" are figures only together with it, so that their words include it.
    """
    place = (start, whole.end)
    if part.share is not None:
        shared = _shared(whole, *part.share)
        return replace(shared, end=whole.end, ceiling=whole.high, whole=place)
    if part.is_majority:
        return replace(majority_of(whole), end=whole.end, whole=place)
    return replace(part, whole=place, is_bare=False)


def _shared(whole: Figure, over: int, under: int) -> Figure:
    """Take a share of a whole: exact where it comes out even, else the people around it."""
    low = whole.low * over // under
    high = None if whole.high is None else -(-whole.high * over // under)
    if low == high:
        return exact(low, whole.end)
    return replace(whole, low=low, high=high, form=Form.RANGE, stated=None)


def majority_of(whole: Figure) -> Figure:
    """Take more than half of a whole, up to all of it."""
    form = Form.AT_LEAST if whole.high is None else Form.RANGE
    return replace(whole, low=whole.low // 2 + 1, form=form, stated=None, term=None)
