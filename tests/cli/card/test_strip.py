import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.cli.card.scale import Columns, fit
from tollbook.cli.card.strip import axis, interval, posterior
from tollbook.toll import Cell

TEN = Columns(low=0, high=9, columns=10, is_log=False)


def cell(low: int, high: int, probability: float) -> Cell:
    return Cell(low=low, high=high, probability=probability)


@pytest.mark.parametrize(
    ("cells", "drawn"),
    [
        pytest.param([cell(3, 3, 1.0)], "   █", id="all in one number"),
        pytest.param([cell(1, 1, 0.5), cell(2, 2, 0.25)], " █▄", id="half as probable"),
        pytest.param([cell(2, 5, 1.0)], "  ████", id="a wide cell is shared"),
        pytest.param([cell(0, 0, 0.01), cell(1, 1, 0.99)], " █", id="hardly anything is nothing"),
        pytest.param([cell(50, 60, 1.0)], "", id="off the scale"),
        pytest.param([cell(8, 11, 1.0)], "        ██", id="partly off the scale"),
    ],
)
def test_the_posterior_in_blocks(cells: list[Cell], drawn: str) -> None:
    assert posterior(cells, TEN) == drawn


@pytest.mark.parametrize(
    ("low", "high", "drawn"),
    [
        pytest.param(3, 3, "   ●", id="one number"),
        pytest.param(0, 0, "●", id="nobody"),
        pytest.param(2, 6, "  ├───┤", id="a stretch"),
        pytest.param(2, 3, "  ├┤", id="the shortest stretch"),
        pytest.param(4, None, "    ├────▸", id="no ceiling"),
        pytest.param(8, None, "        ├▸", id="no ceiling near the edge"),
        pytest.param(9, None, "         ▸", id="no ceiling at the edge"),
        pytest.param(40, None, "         ▸", id="a floor beyond the edge"),
        pytest.param(40, 50, "         ▸", id="a stretch beyond the edge"),
        pytest.param(7, 50, "       ├─▸", id="a stretch over the edge"),
    ],
)
def test_what_a_claim_allows(low: int, high: int | None, drawn: str) -> None:
    assert interval(low, high, TEN) == drawn


@given(st.integers(0, 10**6), st.one_of(st.none(), st.integers(0, 10**6)), st.integers(0, 10**6))
def test_an_interval_never_leaves_the_strip(low: int, more: int | None, other: int) -> None:
    high = None if more is None else low + more
    scale = fit([low, high if high is not None else low, other], 44)
    assert len(interval(low, high, scale)) <= 44


def test_the_axis_has_its_numbers_under_its_ticks() -> None:
    line, numbers = axis(Columns(low=0, high=39, columns=40, is_log=False))
    assert line == "┬─────────┬─────────┬─────────┬─────────"
    assert numbers == "0        10        20        30"
