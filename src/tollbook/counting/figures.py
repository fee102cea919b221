"""What a quantity phrase entails: a figure and what bounds, joins and wholes make of it."""

from dataclasses import dataclass, replace

from tollbook.claim import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity phrase as read: what it entails, and the token after it.

    `is_bare` marks digits that stand alone and may be a year, an age or a label.
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
            high = None
        case Form.MORE_THAN:
            low, high = low + 1, None
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


def part_of_whole(over: int, under: int, whole: Figure, start: int) -> Figure:
    """Read "two-thirds of the 30": exact where it comes out even, else the people around it."""
    low = whole.low * over // under
    high = None if whole.high is None else -(-whole.high * over // under)
    even = low if low == high else None
    return Figure(
        low=low,
        high=high,
        stated=even,
        end=whole.end,
        form=Form.EXACT if even is not None else Form.RANGE,
        whole=(start, whole.end),
    )


def majority_of(whole: Figure, start: int, end: int) -> Figure:
    """Read "most of 39": more than half, up to all."""
    return Figure(
        low=whole.low // 2 + 1,
        high=whole.high,
        form=Form.AT_LEAST if whole.high is None else Form.RANGE,
        end=end,
        whole=(start, whole.end),
    )
