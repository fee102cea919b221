from hypothesis import given
from hypothesis import strategies as st

from tollbook.gazetteer.sieve import fitting_size, lets_through, make_sieve


@given(st.lists(st.text()))
def test_no_name_is_held_back(names: list[str]) -> None:
    bits = make_sieve(names, fitting_size(len(names)))
    assert all(lets_through(bits, name) for name in names)


def test_most_strangers_are_held_back() -> None:
    names = [f"name {number}" for number in range(5_000)]
    bits = make_sieve(names, fitting_size(len(names)))
    strangers = sum(lets_through(bits, f"stranger {number}") for number in range(5_000))
    # Three bits in eight a name let about one in thirty through; twice that is a fault.
    assert strangers < 5_000 * 0.07
