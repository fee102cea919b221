from datetime import date

import pytest

from tollbook.document import Document, Words
from tollbook.extracting.situating.scene import FRONT, read_scene
from tollbook.extracting.situating.setting import Setting, read_setting
from tollbook.incident import What

FRIDAY = date(2031, 3, 7)


def setting(text: str, *, told: str | None = None, is_main: bool = True) -> Setting:
    report = Document(text=text, name="report.txt", published_at=FRIDAY)
    start = 0 if told is None else text.index(told)
    sentence = report.words(start, start + len(told or text))
    return read_setting(read_scene(report), [sentence], is_main=is_main)


def when(found: Setting) -> str | None:
    return found.when.text if found.when is not None else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Police said on Friday that nine were shot on Tuesday.", "Tuesday", id="not the telling"
        ),
        pytest.param(
            "On Thursday the town buried nine people killed in Tuesday's attack.",
            "Tuesday",
            id="not the funeral",
        ),
        pytest.param(
            "SARN, 7 MAR 31 (XYZ) -- NINE PEOPLE WERE SHOT DEAD YESTERDAY.",
            "YESTERDAY",
            id="not the dateline",
        ),
        pytest.param(
            "In 2013 the war began. Nine were shot on Monday.", "Monday", id="not the war's year"
        ),
        pytest.param("Nine were shot.", None, id="nothing dates it"),
    ],
)
def test_the_day_is_that_of_the_deed(text: str, words: str | None) -> None:
    assert when(setting(text)) == words


def test_a_whole_year_is_words_but_no_days() -> None:
    found = setting("Nine were shot in 2013.")
    assert when(found) == "2013"
    assert found.days is None


def test_another_account_is_read_from_its_own_sentences_alone() -> None:
    text = "A bomb killed nine in Sarn on Tuesday. Gunmen shot two in Tellit on Monday."
    other = setting(text, told="Gunmen shot two in Tellit on Monday.", is_main=False)
    assert when(other) == "Monday"
    assert [place.words.text for place in other.places] == ["Tellit"]
    assert other.what is not What.BOMBING


def test_of_many_countries_one_is_kept() -> None:
    found = setting("A blast killed nine in Sarn, Chad. France and Spain were asked for help.")
    assert [place.words.text for place in found.places] == ["Sarn", "Chad"]


def test_unnamed_spots_are_targets_not_places() -> None:
    found = setting("A bomb exploded near a market, killing nine in Sarn.")
    assert [place.words.text for place in found.places] == ["Sarn"]
    assert [target.text for target in found.targets] == ["a market"]
    assert [weapon.text for weapon in found.weapons] == ["bomb"]


def test_all_words_are_verbatim_and_in_place() -> None:
    text = "Intro.\n\nTwo died in Tellit. A car bomb hit a convoy in Sarn on Monday night."
    found = setting(text, told="A car bomb hit a convoy in Sarn on Monday night.", is_main=False)
    marked: list[Words] = [*found.targets, *found.weapons, *(p.words for p in found.places)]
    assert len(marked) == 3
    assert all(text[one.start : one.end] == one.text for one in marked)


def test_what_two_claims_of_a_sentence_tell_is_named_once() -> None:
    text = "A bomb in a market killed two and hurt six, and a bomb hit a convoy."
    report = Document(text=text, name="report.txt")
    found = read_setting(read_scene(report), [report.words(0, len(text))] * 2, is_main=False)
    assert [weapon.text for weapon in found.weapons] == ["bomb"]
    assert [target.text for target in found.targets] == ["a market", "a convoy"]


LONG = "The council met again, and again nothing came of it. " * (2 * FRONT // 50)


def test_behind_the_front_of_a_report_no_day_is_the_day_of_the_deed() -> None:
    assert when(setting(f"{LONG} A bomb went off on Tuesday.", told=LONG[:40])) is None


def test_what_the_front_of_a_report_does_not_name_is_read_behind_it() -> None:
    found = setting(f"{LONG} A car bomb hit a convoy in Sarn.", told=LONG[:40])
    assert [place.words.text for place in found.places] == ["Sarn"]
    assert [target.text for target in found.targets] == ["a convoy"]
    assert [weapon.text for weapon in found.weapons] == ["car bomb"]
