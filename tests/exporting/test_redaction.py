from dataclasses import replace

import pytest

from tollbook.actor import Role, Side, Standing
from tollbook.claim import Count, Form, TollClaim
from tollbook.document import Document
from tollbook.exporting.json_text import to_claims, to_json, to_json_line
from tollbook.exporting.redaction import (
    name_in,
    withhold_in_findings,
    withhold_in_report,
)
from tollbook.incident import Report
from tollbook.testing import account, claim, document, incident, words_in
from tollbook.toll import Case, Findings

TEXT = (
    "At Oker 3 people were killed, among them the teacher Lena Oster. Oster's brother blamed "
    "General Staff officers. A guard was hurt."
)
PRINTED = document(TEXT, title="Teacher Lena Oster among the dead at Oker")


def said(words: str, printed: Document, form: Form = Form.ONE) -> TollClaim:
    count = Count(low=1, high=1, words=words_in(printed, words), form=form)
    return replace(
        claim("1"),
        count=count,
        group_words=words_in(printed, words),
        sentence=words_in(printed, printed.text),
        imprint=printed.imprint,
    )


NAMED = said("the teacher Lena Oster", PRINTED)
COUNTED = said("3", PRINTED, Form.EXACT)
REPORT = Report(imprint=PRINTED.imprint, accounts=(account([COUNTED, NAMED]),))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Lena Oster", "Lena Oster"),
        ("a teacher, Lena Oster", "Lena Oster"),
        ("Brig. Gen. Omar al-Sayeg", "Omar al-Sayeg"),
        ("al-Sayeg", "al-Sayeg"),
        ("Omar bin Sayeg", "Omar bin Sayeg"),
        ("Étienne", "Étienne"),
        ("The soldier", ""),
        ("His Son", ""),
        ("He", ""),
        ("Oker County man", ""),
        ("Vell State Trooper Omar Sayeg", "Omar Sayeg"),
        ("Lena Oster, a teacher from Vell", "Lena Oster"),
        ("Major Lena Oster of Vell Hospital", "Lena Oster"),
        ("the Bishop of Vell", ""),
        ("the Oker Liberation Army", ""),
        ("PEASANT LENA OSTER", "LENA OSTER"),
        ("Its director", ""),
        ("a", ""),
        ("one 12-year-old girl", ""),
    ],
)
def test_the_name_in_the_words_for_one_person(words: str, name: str) -> None:
    assert name_in(words) == name


def test_the_name_is_blacked_out_wherever_the_report_repeats_it() -> None:
    hidden = withhold_in_report(REPORT)
    text = to_json_line(hidden)
    assert "Lena" not in text
    assert "Oster" not in text
    assert "General Staff officers" in text
    assert "A guard" in text


def test_every_offset_still_fits() -> None:
    counted, named = withhold_in_report(REPORT).accounts[0].claims
    assert isinstance(counted, TollClaim)
    assert isinstance(named, TollClaim)
    assert named.count.words.text == "the teacher ████ █████"
    assert counted.sentence.text == named.sentence.text
    start = named.count.words.start
    assert named.sentence.text[start : named.count.words.end] == "the teacher ████ █████"


def test_ids_do_not_change_so_that_tolls_still_point_somewhere() -> None:
    before, after = REPORT.accounts[0], withhold_in_report(REPORT).accounts[0]
    assert [each.id for each in after.claims] == [each.id for each in before.claims]
    assert after.id == before.id


def test_a_report_that_names_nobody_is_left_as_it_is() -> None:
    report = Report(imprint=PRINTED.imprint, accounts=(account([COUNTED]),))
    assert withhold_in_report(report) is report


def test_findings_hide_a_name_in_titles_and_in_what_the_incident_says() -> None:
    told = replace(incident([COUNTED, NAMED]), targets=("Lena Oster", "a school"))
    findings = Findings(cases=(Case(incident=told, tolls=()),), documents=(PRINTED.imprint,))
    assert "Oster" in to_json(findings)
    hidden = withhold_in_findings(findings)
    assert "Oster" not in to_json(hidden)
    assert hidden.cases[0].incident.targets == ("████ █████", "a school")
    assert hidden.cases[0].incident.id == told.id


def test_a_name_is_hidden_in_what_the_same_report_tells_of_another_incident() -> None:
    other = replace(COUNTED, incident="B")
    cases = (
        Case(incident=incident([NAMED]), tolls=()),
        Case(incident=incident([other]), tolls=()),
    )
    hidden = withhold_in_findings(Findings(cases=cases, documents=(PRINTED.imprint,)))
    assert "Oster" not in to_json(hidden)


def test_a_surname_is_hidden_in_the_words_for_a_side() -> None:
    side = Side(
        words=words_in(PRINTED, "Oster's brother"), role=Role.FOUGHT, standing=Standing.STATED
    )
    told = replace(incident([COUNTED, NAMED]), sides=(side,))
    findings = Findings(cases=(Case(incident=told, tolls=()),), documents=(PRINTED.imprint,))
    (hidden,) = withhold_in_findings(findings).cases[0].incident.sides
    assert hidden.words.text == "█████'s brother"


def test_a_surname_is_not_hidden_in_other_reports() -> None:
    other = document("Minister Oster said 3 people were killed.", name="other.txt")
    spoken = said("3", other, Form.EXACT)
    told = incident([COUNTED, NAMED, spoken])
    hidden = withhold_in_findings(
        Findings(cases=(Case(incident=told, tolls=()),), documents=(PRINTED.imprint,))
    )
    assert hidden.cases[0].incident.accounts[1].claims[0].sentence.text == other.text


def test_the_claims_format_holds_no_words_to_hide() -> None:
    assert "Oster" not in to_claims(REPORT)
