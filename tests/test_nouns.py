"""What a researcher sees of the nouns in a notebook."""

from dataclasses import replace
from datetime import date

import pytest

from tollbook.claim import Group, Harm, SourceKind, Stance
from tollbook.incident import Days, Report
from tollbook.reconciling import reconcile
from tollbook.testing import account, claim, incident
from tollbook.toll import Case, Findings

SAID = [
    claim("12", source="a nurse", source_kind=SourceKind.MEDICAL, stance=Stance.HEDGED),
    claim("3", harm=Harm.INJURED, group=Group.CHILD, document="doc-2"),
]


def case() -> Case:
    told = replace(incident(SAID), days=Days(first=date(2031, 3, 4), last=date(2031, 3, 5)))
    return Case(incident=told, tolls=reconcile(SAID))


def test_nouns_are_shown_on_one_line() -> None:
    told = case()
    killed = told.toll("killed")
    assert killed is not None
    figures = f"{killed.best} ({killed.low}–{killed.high})"
    assert repr(killed) == f"<Toll killed people {figures} voices=1>"
    assert repr(told).startswith(f"<Case other, Oker, 2031-03-04/2031-03-05: killed {figures}, ")
    assert repr(told.incident) == "<Incident other, Oker, 2031-03-04/2031-03-05 accounts=2>"
    assert repr(account(SAID[:1])) == "<Account A of doc-1: other claims=1>"
    report = Report(imprint=SAID[0].imprint, accounts=(account(SAID[:1]),))
    assert repr(report) == "<Report doc-1 accounts=1 claims=1>"
    findings = Findings(cases=(told,), documents=(SAID[0].imprint,))
    assert repr(findings) == "<Findings cases=1 documents=1 unreadable=0>"


def test_a_claim_is_printed_as_it_was_said() -> None:
    assert list(map(str, SAID)) == ["killed people: “12”, a nurse, hedged", "injured child: “3”"]


def test_a_toll_is_found_by_its_harm_and_group() -> None:
    told = case()
    assert told.toll("injured", "child") == told.toll(Harm.INJURED, Group.CHILD)
    assert told.toll("missing") is None
    with pytest.raises(ValueError, match="kiled"):
        told.toll("kiled")


def test_a_rule_is_found_by_its_name() -> None:
    killed = case().toll("killed")
    assert killed is not None
    assert killed.ruling("ucdp").best == 12
    with pytest.raises(KeyError, match="no rule is called 'gtd'; there are ucdp, acled"):
        killed.ruling("gtd")
