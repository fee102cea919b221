import re
from datetime import timedelta

from tests.matching.builders import DAY, case, row, sheet
from tollbook.cli.card.comparison import comparison_card
from tollbook.matching import match


def card(*rows: str, colour: bool = False) -> str:
    told = [
        case("12", name="a", killed=(9, 12, 20)),
        case("30", name="b", day=DAY + timedelta(days=6), places=("Vell",), killed=(20, 30, 40)),
        case("7", name="c", day=DAY + timedelta(days=3), places=("Sarn",)),
    ]
    return comparison_card(match(sheet(*rows), told), colour=colour)


FAR = row("E-2", killed=90, day=DAY + timedelta(days=6), place="Vell")
NEAR = row("E-3", killed=14)


def test_the_bar_has_a_share_for_each_kind_and_a_key_below() -> None:
    bar, key = card(NEAR, FAR).splitlines()[4:6]
    assert (len(bar), set(bar)) == (40, {"█", "▓", "·"})
    assert "1 agree" in key.replace("\u00a0", " ")
    assert "1 only in the reports" in key.replace("\u00a0", " ")


def test_a_difference_shows_both_figures_and_the_words() -> None:
    told = card(NEAR, FAR)
    assert "sheet 90 · reports 30 (20–40) · differs" in told
    assert "no claim says 90" in told
    assert "«30» people were killed" in told


def test_what_agrees_takes_one_line() -> None:
    assert "E-3 (row 2): Oker, 2031-03-04 = " in card(NEAR, FAR)
    assert "killed 14 in 12 (9–20)" in card(NEAR, FAR)


def test_a_sheet_of_nothing_and_no_incident_says_so() -> None:
    assert "Nothing to compare." in comparison_card(match(sheet(), []))


def test_a_cell_cannot_steer_the_terminal() -> None:
    told = card(row("\x1b[2J", killed=14, place="Oker"), FAR)
    assert "\x1b" not in told


def test_with_colour_it_is_the_same_text() -> None:
    plain = re.sub(r"\x1b\[[\d;]*m", "", card(NEAR, FAR, colour=True))
    assert plain == re.sub("[«»]", "", card(NEAR, FAR))
