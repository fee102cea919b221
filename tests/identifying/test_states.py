"""The forces of states, and of territories that are none."""

from tollbook.identifying.states import state_actor


def test_a_territory_without_a_row_of_its_own_stops_nothing() -> None:
    assert state_actor("BM", "police").id == "bm-police"
