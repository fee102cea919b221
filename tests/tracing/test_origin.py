from datetime import date, datetime

import pytest

from tests.tracing.texts import END, LEAD, MIDDLE, NOTICE, OTHER, WIRE, printed
from tollbook.document import Document
from tollbook.incident import Descent
from tollbook.tracing import Repeat, closest, fingerprint, same_origin

BRIDGE = f"{END.split('.')[0]}."
ORIGINAL = printed()
NEXT = date(2031, 3, 5)


def judged(left: Document, right: Document) -> Repeat | None:
    return same_origin(fingerprint(left), fingerprint(right))


@pytest.mark.parametrize(
    ("text", "descent"),
    [
        pytest.param(WIRE, Descent.COPY, id="reprinted"),
        pytest.param(f"{LEAD}\n\n{MIDDLE}", Descent.COPY, id="cut"),
        pytest.param(WIRE.replace("Tuesday", "March 4"), Descent.COPY, id="a word changed"),
        pytest.param(f"{NOTICE}\n\n{WIRE}\n\n{NOTICE}", Descent.COPY, id="with notices"),
        pytest.param(f"{OTHER}\n\n{WIRE}\n\n{OTHER}", Descent.COPY, id="within another story"),
        pytest.param(f"{OTHER}\n\n{LEAD} {BRIDGE}", Descent.WIRE, id="a paragraph taken over"),
    ],
)
def test_a_text_made_from_another_is_no_voice_of_its_own(text: str, descent: Descent) -> None:
    later = printed(text, publisher="Vell Post", published=NEXT)
    found = judged(later, ORIGINAL)
    assert found is not None
    assert (found.document_id, found.of_id) == (later.id, ORIGINAL.id)
    assert found.descent is descent
    assert found == judged(ORIGINAL, later)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(OTHER, id="another story"),
        pytest.param(
            "Twelve people are dead after an explosion in Oker. The market was full when a parked"
            " car blew up on Tuesday morning, witnesses told this paper; thirty were hurt.",
            id="the same matter in other words",
        ),
        pytest.param(f"{OTHER} {BRIDGE}", id="one sentence in common"),
    ],
)
def test_a_report_in_its_own_words_is_a_voice(text: str) -> None:
    assert judged(printed(text, publisher="Vell Post", published=NEXT), ORIGINAL) is None


def test_pages_that_share_only_notices_are_strangers() -> None:
    one = printed(f"{LEAD}\n\n{NOTICE}", title="Bomb in Oker")
    other = printed(f"{OTHER}\n\n{NOTICE}", title="Fire at Sarn", publisher="Sarn Daily")
    assert judged(one, other) is None


def test_a_press_conference_quoted_by_both_makes_no_copy() -> None:
    said = (
        '"Twelve of our neighbours died at the market of Oker this morning and thirty are in the'
        " wards of the provincial hospital, and none of them had done anything but come to sell"
        ' the fruit of their gardens," the governor said.'
    )
    one = printed(f"{OTHER}\n\n{said}", title="Oker mourns", publisher="Sarn Daily")
    other = printed(f"{MIDDLE}\n\n{said}", title="Market bombed")
    assert judged(one, other) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(WIRE.replace("12 people", "17 people"), id="a figure changed"),
        pytest.param(OTHER, id="written anew"),
    ],
)
def test_the_same_address_is_a_later_version_whatever_it_says(text: str) -> None:
    first = printed(url="https://coast.example/oker?utm_source=x")
    later = printed(text, url="http://www.coast.example/oker/", published=NEXT)
    found = judged(first, later)
    assert found is not None
    assert found.descent is Descent.REVISION
    assert found.document_id == later.id


def test_an_outlet_that_prints_most_of_its_text_again_revises_it() -> None:
    later = printed(WIRE.replace("12 people", "17 people"), published=NEXT)
    found = judged(ORIGINAL, later)
    assert found is not None
    assert found.descent is Descent.REVISION


def test_the_reason_names_the_agency_and_the_share() -> None:
    found = judged(ORIGINAL, printed(publisher="Vell Post", published=NEXT))
    assert found is not None
    assert found.because.startswith("Coast Wire copy: 100%")


def test_a_document_does_not_repeat_itself() -> None:
    assert judged(ORIGINAL, ORIGINAL) is None


def test_the_undated_come_after_the_dated_and_a_day_after_its_hours() -> None:
    undated = printed(publisher="A", published=None)
    day = printed(publisher="B")
    hour = printed(publisher="C", published=datetime(2031, 3, 4, 9))
    for earlier, later in ((hour, day), (day, undated), (hour, undated)):
        found = judged(later, earlier)
        assert found is not None
        assert found.of_id == earlier.id


def test_the_closest_of_some_and_then_of_the_rest_is_the_closest_of_all() -> None:
    later = printed(f"{LEAD}\n\n{MIDDLE}\n\n{OTHER}", publisher="Z", published=NEXT)
    found = [
        repeat
        for text in (LEAD, f"{LEAD}\n\n{MIDDLE}", WIRE, OTHER)
        if (repeat := judged(printed(text, publisher=f"of {len(text)}"), later)) is not None
    ]
    assert len(found) > 2
    assert closest([]) is None
    assert closest([x for x in (closest(found[:2]), closest(found[2:])) if x]) == closest(found)
