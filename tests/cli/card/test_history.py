"""The history of a toll on a terminal."""

from dataclasses import replace
from datetime import date

import pytest

from tollbook.claim import Harm, SourceKind, TollClaim
from tollbook.cli.card.history import history_card
from tollbook.cli.card.ink import width
from tollbook.exporting.redaction import withhold_in_findings
from tollbook.incident import Incident
from tollbook.pipeline import history
from tollbook.testing import claim, incident
from tollbook.toll import Case, Findings

MONDAY, THURSDAY = date(2031, 3, 3), date(2031, 3, 6)


def told(
    words: str,
    day: date | None,
    *,
    source: str = "Oker hospital",
    harm: Harm = Harm.KILLED,
    document: str | None = None,
    publisher: str | None = "Oker Daily",
) -> TollClaim:
    return claim(
        words,
        harm=harm,
        source=source,
        source_kind=SourceKind.MEDICAL,
        published_at=day,
        publisher=publisher,
        document=f"reports/{day}.txt" if document is None else document,
    )


def drawn(*claims: TollClaim) -> str:
    whole = incident(claims)
    return history_card(history(whole), whole)


def test_each_day_has_its_toll_and_a_bar_on_one_scale() -> None:
    lines = drawn(told("12", MONDAY), told("40", THURSDAY, source="the mayor")).splitlines()
    bars = [line for line in lines if "●" in line]
    assert [line[:15].strip() for line in bars] == ["3 March 2031", "6 March 2031"]
    assert bars[0].index("●") < bars[1].index("●")


def test_what_moved_the_toll_stands_with_its_words_source_outlet_and_file() -> None:
    card = drawn(told("12", MONDAY), told("at least 40", THURSDAY, source="the mayor"))
    (line,) = [line for line in card.splitlines() if "“At least 40”" in line]
    assert line.strip().startswith("+")
    assert "the mayor (medical); Oker Daily, 2031-03-06.txt" in " ".join(card.split())


def test_the_first_figure_is_called_the_first() -> None:
    assert "first  “12”" in drawn(told("12", MONDAY))


def test_a_figure_that_its_source_gave_up_is_named() -> None:
    assert "“15” replaces “12”" in drawn(told("12", MONDAY), told("15", THURSDAY))


def test_a_repetition_is_counted_and_not_listed() -> None:
    card = drawn(told("12", MONDAY), told("12", THURSDAY))
    assert "1 claim only repeated a figure" in card
    assert card.count("“12”") == 1


def test_a_day_that_says_nothing_of_a_harm_has_no_bar_there() -> None:
    card = drawn(told("12", MONDAY), told("5", THURSDAY, harm=Harm.ABDUCTED))
    killed, abducted = card.split("Abducted")
    assert "6 March 2031" not in killed
    assert "3 March 2031" not in abducted


def test_reports_without_a_date_come_last_and_say_so() -> None:
    card = drawn(told("12", MONDAY), told("40", None, source="the mayor"))
    assert card.index("3 March 2031") < card.index("without a date")


def test_where_nobody_gave_a_toll_the_card_says_so() -> None:
    denied = replace(told("12", MONDAY), incident="background")
    assert "Nobody gave a toll." in drawn(denied)


def test_figures_two_orders_apart_are_drawn_on_a_logarithmic_scale() -> None:
    card = drawn(told("3", MONDAY), told("400", THURSDAY, source="the mayor"))
    ticks = card.splitlines()[-1].split()
    assert {"10", "100"} <= set(ticks)


@pytest.mark.parametrize("words", ["12", "at least 4,000", "hundreds", "between 9 and 70"])
def test_no_line_is_wider_than_a_terminal(words: str) -> None:
    long = "the spokesman of the regional directorate of public health in Oker"
    card = drawn(told("12", MONDAY), told(words, THURSDAY, source=long, publisher="O" * 90))
    assert max(map(width, card.splitlines())) <= 80


def test_plain_writing_steers_no_terminal() -> None:
    nasty = told("12", MONDAY, source="a \x1b[31m nurse", document="a\x1b[2Jb.txt")
    assert "\x1b" not in drawn(nasty)


def test_colour_is_only_written_where_it_is_asked_for() -> None:
    whole = incident([told("12", MONDAY)])
    assert "\x1b[1m" in history_card(history(whole), whole, colour=True)


def test_the_card_is_the_same_every_time(oker: Incident) -> None:
    assert history_card(history(oker), oker) == history_card(history(oker), oker)


def test_a_withheld_name_stays_withheld(oker: Incident) -> None:
    steps = history(oker)
    case = Case(incident=oker, tolls=steps[-1].tolls)
    withheld = withhold_in_findings(Findings(cases=(case,), documents=())).cases[0].incident
    assert "Oster" not in history_card(steps, withheld)
