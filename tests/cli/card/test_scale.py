import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.cli.card.scale import fit, ticks

people = st.lists(st.integers(0, 10**8), min_size=1, max_size=8)


@given(people)
def test_every_number_falls_on_the_scale_and_in_its_order(numbers: list[int]) -> None:
    scale = fit(numbers, 44)
    columns = [scale.column(number) for number in sorted(numbers)]
    assert columns == sorted(columns)
    assert 0 <= columns[0] <= columns[-1] < 44


@given(people)
def test_a_number_falls_between_the_edges_of_its_column(numbers: list[int]) -> None:
    scale = fit(numbers, 44)
    edges = [scale.people(column / 44) for column in range(45)]
    for number in numbers:
        column = scale.column(number)
        assert edges[column] <= number * (1 + 1e-9) + 1e-6
        assert number <= edges[column + 1] * (1 + 1e-9) + 1e-6


@given(people)
def test_ticks_can_be_read_apart(numbers: list[int]) -> None:
    scale = fit(numbers, 44)
    ends = -2
    for column, number in ticks(scale):
        start = column - len(str(number)) // 2
        assert start >= ends + 2
        assert scale.column(number) == column
        ends = start + len(str(number))
        assert ends <= 44


@pytest.mark.parametrize(
    ("numbers", "is_log"),
    [
        pytest.param([0], False, id="nobody"),
        pytest.param([1, 20], False, id="small figures"),
        pytest.param([70, 100], False, id="figures near each other"),
        pytest.param([3, 100], True, id="figures far apart"),
        pytest.param([0, 5000], True, id="from nobody to thousands"),
    ],
)
def test_the_axis_is_logarithmic_where_small_figures_would_be_lost(
    numbers: list[int], is_log: bool
) -> None:
    assert fit(numbers, 44).is_log is is_log
    assert len(ticks(fit(numbers, 44))) >= 2
