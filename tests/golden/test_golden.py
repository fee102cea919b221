"""Ten invented reports, each in its outlet's manner, and every claim that should be read in them.

Beside each `reports/<name>.txt` stands `<name>.claims`, one line a claim in the order of the text:

    harm | figure | low-high | group | source | kind | stance | incident

A line that does not tell of a toll opens with its kind instead. `GOLDEN=write pytest tests/golden`
writes the claims files anew; the diff is for somebody who knows the reports to judge.
"""

import os
from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest

from tollbook.claim import (
    Attribution,
    Claim,
    Count,
    DamageClaim,
    Reaction,
    ResponsibilityClaim,
    TollClaim,
)
from tollbook.document import Document, Words
from tollbook.extracting import extract

REPORTS = sorted((Path(__file__).parent / "reports").glob("*.txt"))
# A Tuesday: what the reports tell of happened on Monday.
PUBLISHED = date(2031, 3, 4)


def written(text: str, name: str) -> str:
    """Write every claim of a report, one line each."""
    accounts = extract(Document(text=text, name=name, published_at=PUBLISHED))
    claims = [claim for account in accounts for claim in account.claims]
    lines = [" | ".join(_cells(claim)) for claim in sorted(claims, key=_place)]
    return "".join(f"{line}\n" for line in lines)


def _place(claim: Claim) -> tuple[int, str]:
    return _key(claim).start, claim.kind


def _key(claim: Claim) -> Words:
    match claim:
        case TollClaim():
            return claim.count.words
        case DamageClaim():
            return claim.object
        case _:
            return claim.actor


def _cells(claim: Claim) -> list[str]:
    match claim:
        case TollClaim():
            group = f"{claim.group}, part" if claim.part_of else str(claim.group)
            cells = [claim.harm, claim.count.words.text, _bounds(claim.count), group]
            return [*cells, *_said_by(claim.attribution), claim.incident]
        case ResponsibilityClaim():
            cells = ["responsibility", claim.actor.text, claim.status]
            return [*cells, *_said_by(claim.attribution), claim.incident]
        case DamageClaim():
            cells = ["damage", claim.object.text, claim.effect]
            return [*cells, *_said_by(claim.attribution), claim.incident]
        case Reaction():
            return ["reaction", claim.actor.text, claim.reaction, claim.incident]


def _bounds(count: Count) -> str:
    return f"{count.low}-{'' if count.high is None else count.high}"


def _said_by(said_by: Attribution) -> list[str]:
    who = "—" if said_by.source is None else said_by.source.text
    if said_by.relay is not None:
        who += f" via {said_by.relay.text}"
    return [who, said_by.source_kind or "—", said_by.stance]


@pytest.mark.parametrize("report", [pytest.param(path, id=path.stem) for path in REPORTS])
def test_a_report_is_read_as_its_claims_file_says(report: Path) -> None:
    with report.open(encoding="utf-8", newline="") as file:
        found = written(file.read(), report.name)
    expected = report.with_suffix(".claims")
    if os.environ.get("GOLDEN") == "write":
        expected.write_text(found, encoding="utf-8", newline="")
    wanted = expected.read_text(encoding="utf-8") if expected.exists() else ""
    changed = list(
        unified_diff(
            wanted.splitlines(keepends=True), found.splitlines(keepends=True), expected.name, "read"
        )
    )
    assert not changed, "\n" + "".join(changed)


def test_every_report_has_its_claims_and_every_claims_file_its_report() -> None:
    claims = {path.stem for path in (Path(__file__).parent / "reports").glob("*.claims")}
    assert claims == {path.stem for path in REPORTS}
    assert len(REPORTS) >= 10
