import json

from tollbook.exporting.json_text import to_claims, to_json, to_json_line
from tollbook.incident import Report
from tollbook.testing import account, claim, document, incident
from tollbook.toll import Case, Findings

SAID = claim("at least 20", source="a nurse")
REPORT = Report(imprint=SAID.imprint, accounts=(account([SAID]),))


def test_findings_are_one_object_with_accounts_in_their_incidents() -> None:
    told = Findings(cases=(Case(incident=incident([SAID]), tolls=()),), documents=(SAID.imprint,))
    written = json.loads(to_json(told))
    (case,) = written["cases"]
    assert case["incident"]["accounts"][0]["claims"][0]["id"] == SAID.id
    assert written["documents"][0]["name"] == "doc-1"
    assert written["unreadable"] == []


def test_a_report_is_one_line_even_with_line_ends_in_it() -> None:
    printed = document("12 died\r\nat Oker\u2028.")
    line = to_json_line(Report(imprint=printed.imprint, accounts=()))
    assert "\n" not in line
    assert json.loads(line)["accounts"] == []
    assert "\n" not in to_json_line(REPORT)


def test_the_claims_format_says_which_document_and_where() -> None:
    written = json.loads(to_claims(REPORT))
    assert written["name"] == "doc-1"
    (row,) = written["claims"]
    count, source = SAID.count.words, SAID.attribution.source
    assert source is not None
    assert row["count"] == {"start": count.start, "end": count.end, "low": 20, "high": None}
    assert row["source"] == {"start": source.start, "end": source.end}
