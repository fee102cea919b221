import os
import re
from dataclasses import replace
from pathlib import Path

from tollbook.cli.card import card
from tollbook.cli.card.ink import width
from tollbook.drawing.wording import clean
from tollbook.exporting.redaction import withhold_in_findings
from tollbook.toll import Case, Findings

GOLDEN = Path(__file__).parent / "golden"


def is_as_written(text: str, name: str) -> None:
    """Compare with a file a recorder can read; `GOLDEN=write` writes it again."""
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_the_card_of_an_invented_incident(findings: Findings) -> None:
    is_as_written(card(findings), "oker.txt")


def test_what_where_when_the_toll_and_its_strip_stand_on_the_first_screen(
    findings: Findings,
) -> None:
    screen = card(findings).splitlines()[:25]
    assert screen[0].startswith("Armed attack · Oker · 3–4 March 2031")
    assert any(line.startswith("  killed                      18  (15–25)") for line in screen)
    assert any("─┬─" in line for line in screen)


def test_names_withheld_are_said_to_be_so(findings: Findings) -> None:
    text = card(withhold_in_findings(findings))
    assert "Oster" not in text
    assert "killed 1 person [name withheld] — the report itself" in text
    assert "the teacher ████ █████" in text


def test_no_line_is_wider_than_eighty_columns(findings: Findings) -> None:
    told = findings.cases[0].incident
    long = replace(
        told, places=("Oker " * 30, "Vell"), perpetrators=("x" * 200,), targets=("火" * 99,)
    )
    text = card(replace(findings, cases=(Case(incident=long, tolls=findings.cases[0].tolls),)))
    assert max(width(line) for line in text.splitlines()) == 80


def test_colour_says_the_same_words(findings: Findings) -> None:
    coloured = card(findings, colour=True)
    assert "\x1b[1;33mat least 12\x1b[0m" in coloured
    without = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    marks = str.maketrans({"«": None, "»": None})
    assert without.split() == card(findings).translate(marks).split()


def test_no_report_can_steer_the_terminal(findings: Findings) -> None:
    case = findings.cases[0]
    evil = replace(case.incident, places=("Oker\x1b[2J\x07\u202e\ue001",))
    text = card(replace(findings, cases=(Case(incident=evil, tolls=()),)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e\ue000-\ue004]", text)
    assert clean("a\r\n\x1b[31mb") == "a [31mb"


def test_no_claims_is_said_and_is_no_error(findings: Findings) -> None:
    assert card(Findings(cases=(), documents=findings.documents)) == (
        "No claims about harm in 4 reports.\n"
    )
    assert "in 0 reports" in card(Findings(cases=(), documents=()))


def test_several_incidents_are_listed_before_the_first_card(findings: Findings) -> None:
    told = findings.cases[0]
    other = Case(incident=replace(told.incident, places=("Vell",)), tolls=())
    lines = card(replace(findings, cases=(told, other))).splitlines()
    assert lines[:4] == [
        "4 reports, 2 incidents",
        "  1 Armed attack · Oker · 3–4 March 2031: killed 18 (15–25), injured 36 (24–90)",
        "  2 Armed attack · Vell · 3–4 March 2031",
        "",
    ]


def test_there_is_never_more_than_one_empty_line(findings: Findings) -> None:
    text = card(findings)
    assert "\n\n\n" not in text
    assert text == f"{text.strip()}\n"
