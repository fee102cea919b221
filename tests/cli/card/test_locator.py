"""The drawn locator: north up, to scale, the incident marked, nothing drawn from too little."""

from tollbook.cli.card.ink import plain
from tollbook.cli.card.locator import LEAST_TOWNS, locator

# A square land of towns a tenth of a degree apart, on the equator.
LAND = [(lat / 10, lon / 10) for lat in range(30) for lon in range(30)]


def drawn(here: tuple[float, float]) -> list[str]:
    return [plain(line) for line in locator(here, LAND)]


def test_the_north_west_is_at_the_top_left() -> None:
    assert drawn((2.9, 0.0))[0].startswith("◉")
    assert drawn((0.0, 2.9))[-1].endswith("◉")


def test_the_incident_is_marked_once() -> None:
    assert "".join(drawn((1.5, 1.5))).count("◉") == 1


def test_a_square_land_is_drawn_square() -> None:
    lines = drawn((1.5, 1.5))
    # Two dots across and four down make a sign.
    assert abs(len(lines[0]) * 2 - len(lines) * 4) <= 4


def test_the_drawing_keeps_to_its_room() -> None:
    wide = [(0.0, lon / 2) for lon in range(200)]
    lines = [plain(line) for line in locator((0.0, 50.0), wide, columns=20, rows=5)]
    assert len(lines) == 1
    assert len(lines[0]) <= 20


def test_a_point_outside_all_towns_is_drawn_too() -> None:
    assert any("◉" in line for line in drawn((4.0, -1.0)))


def test_islands_overseas_do_not_shrink_the_land() -> None:
    alone = locator((1.5, 1.5), LAND)
    assert locator((1.5, 1.5), [*LAND, (1.0, -40.0), (50.0, 1.0), (60.0, 179.0)]) == alone


def test_too_few_towns_draw_nothing() -> None:
    assert locator((0.0, 0.0), LAND[: LEAST_TOWNS - 1]) == []
