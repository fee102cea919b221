from datetime import date
from pathlib import Path

import pytest

import tollbook
from tollbook.document import Unreadable
from tollbook.errors import UnreadableDate, UnreadableDocument
from tollbook.incident import Report
from tollbook.pipeline import gather_findings, stream

FLASH = (
    "At least 12 people were killed on Monday in an attack on the village of Oker, a nurse said."
)
WAR = "The war in the Tarn hills has killed thousands of people since 2019."


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")


def test_a_report_is_read_to_its_toll(tmp_path: Path) -> None:
    write(tmp_path, flash=FLASH)
    findings = tollbook.read(tmp_path, published="2031-03-04", publisher="Oker Daily")
    (case,) = findings.cases
    (claim,) = (each for each in case.incident.claims if isinstance(each, tollbook.TollClaim))
    assert (claim.count.low, claim.count.high) == (12, None)
    assert claim.imprint.published_at == date(2031, 3, 4)
    (toll,) = (each for each in case.tolls if each.harm == "killed")
    assert toll.low <= toll.best <= toll.high
    assert claim.id in toll.counted


def test_a_report_without_claims_is_a_result(tmp_path: Path) -> None:
    write(tmp_path, quiet="The market of Oker opened on Monday as usual.")
    findings = tollbook.read(tmp_path)
    assert findings.cases == ()
    assert [imprint.name for imprint in findings.documents] == [str(tmp_path / "quiet.txt")]
    assert findings.unreadable == ()


def test_one_bad_input_loses_no_other(tmp_path: Path) -> None:
    write(tmp_path, a="", b=FLASH)
    found = list(stream([tmp_path / "gone.txt", tmp_path]))
    assert [type(each) for each in found] == [Unreadable, Unreadable, Report]
    findings = gather_findings(found)
    assert len(findings.unreadable) == 2
    assert len(findings.cases) == 1


def test_the_same_document_twice_tells_nothing_new(tmp_path: Path) -> None:
    write(tmp_path, a=FLASH, b=FLASH)
    once, twice = tollbook.read(tmp_path / "a.txt"), tollbook.read(tmp_path)
    assert twice.cases == once.cases
    assert [imprint.name for imprint in twice.copies] == [str(tmp_path / "b.txt")]


def test_more_may_come_after_the_first_day_and_not_after_a_month(tmp_path: Path) -> None:
    write(tmp_path, flash=FLASH.replace("At least 12", "30").replace("on Monday", "on 3 March"))

    def killed(published: str) -> tollbook.Toll:
        return tollbook.read(tmp_path, published=published).cases[0].tolls[0]

    first, later = killed("2031-03-03"), killed("2031-04-05")
    assert first.eventual is not None
    assert later.eventual is not None
    assert first.eventual.high > first.high
    assert later.eventual.high == later.high


def test_the_totals_of_a_war_have_no_toll(tmp_path: Path) -> None:
    write(tmp_path, war=WAR)
    (case,) = tollbook.read(tmp_path).cases
    assert case.incident.is_background
    assert case.tolls == ()


def test_reports_are_read_one_at_a_time(tmp_path: Path) -> None:
    write(tmp_path, a=FLASH, b=FLASH)
    told = stream([tmp_path])
    next(told)
    write(tmp_path, b="")
    assert isinstance(next(told), Unreadable)


def test_the_same_input_gives_the_same_findings(tmp_path: Path) -> None:
    write(tmp_path, a=FLASH, b=WAR)
    assert tollbook.read(tmp_path) == tollbook.read(tmp_path)


def test_a_text_is_extracted_with_offsets_into_it() -> None:
    text = f"🙂 e\u0301 שלום\r\n{FLASH}"
    (account,) = tollbook.extract(text, published="2031-03-04")
    for claim in account.claims:
        words = claim.sentence
        assert text[words.start : words.end] == words.text


def test_no_text_is_an_error_and_no_date_another() -> None:
    with pytest.raises(UnreadableDocument, match="holds no text"):
        tollbook.extract(" \n")
    with pytest.raises(UnreadableDate, match="'soon' is no date"):
        tollbook.extract(FLASH, published="soon")
    with pytest.raises(UnreadableDate):
        list(stream([], published="soon"))


STORY = """OKER - A car bomb killed 12 people at the main market of Oker on Monday.

The bomb went off shortly after dawn, when farmers from the villages of the valley were setting up
their stalls. Soldiers closed the bridge over the river and searched lorries on the road to Vell.
Shops stayed shut for the rest of the day, and the buses to the coast did not run.
"""


def test_a_story_that_three_outlets_print_is_one_voice(tmp_path: Path) -> None:
    leads = {
        "Coast Wire": "A car bomb",
        "Vell Post": "Horror: a bomb",
        "Sarn Daily": "A lorry bomb",
    }
    for outlet, lead in leads.items():
        text = STORY.replace("A car bomb", lead)
        head = f"title: Market bomb kills 12 in Oker\npublisher: {outlet}\npublished: 2031-03-04"
        (tmp_path / f"{outlet}.md").write_text(f"---\n{head}\n---\n{text}", encoding="utf-8")
    (case,) = tollbook.read(tmp_path).cases
    assert len(case.incident.accounts) == 3
    assert len(case.incident.copies) == 2
    (toll,) = case.tolls
    assert len(toll.voices) == 1


def test_reports_written_apart_are_as_many_voices(tmp_path: Path) -> None:
    told = {
        "Coast Wire": STORY,
        "Vell Post": "OKER - Twelve people are dead after Monday's blast in Oker.",
    }
    for outlet, text in told.items():
        head = f"publisher: {outlet}\npublished: 2031-03-04"
        (tmp_path / f"{outlet}.md").write_text(f"---\n{head}\n---\n{text}", encoding="utf-8")
    (case,) = tollbook.read(tmp_path).cases
    assert case.incident.copies == ()
    assert [len(toll.voices) for toll in case.tolls] == [2]
