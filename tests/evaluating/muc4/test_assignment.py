from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tollbook.evaluating.muc4.assignment import best_pairs

worths = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=4,
    )
)


@given(worths)
def test_no_other_pairing_is_worth_more(worth: list[list[float]]) -> None:
    rows, columns = len(worth), len(worth[0])
    wide = [row + [0.0] * rows for row in worth]
    best = max(
        sum(wide[i][j] for i, j in enumerate(chosen))
        for chosen in permutations(range(columns + rows), rows)
    )
    pairs = best_pairs(worth)
    assert sum(worth[i][j] for i, j in pairs) == best
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


def test_pairs_worth_nothing_are_left_apart() -> None:
    assert best_pairs([[0.0, 0.0]]) == []
    assert best_pairs([]) == []
