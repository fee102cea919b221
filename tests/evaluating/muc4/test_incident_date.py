import pytest

from tollbook.evaluating.muc4.incident_date import when
from tollbook.evaluating.muc4.phrases import read
from tollbook.evaluating.muc4.texts import Message, message


def report(body: str, dateline: str = "BOGOTA, 3 MAY 90") -> Message:
    return message("ZZ1-MUC9-0001", f"{dateline} -- {body}\n")


@pytest.mark.parametrize(
    ("body", "day"),
    [
        pytest.param("A BOMB WENT OFF TODAY.", "03 MAY 90", id="the day itself"),
        pytest.param("A BOMB WENT OFF YESTERDAY.", "02 MAY 90", id="easily reckoned"),
        pytest.param("A BOMB WENT OFF ON 28 APRIL.", "28 APR 90", id="a date"),
        pytest.param("A BOMB WENT OFF ON MONDAY.", "- 03 MAY 90", id="a weekday is no date"),
        pytest.param("A BOMB WENT OFF.", "- 03 MAY 90", id="not dated at all"),
        pytest.param(
            "IT WAS ANNOUNCED TODAY THAT A BOMB WENT OFF ON 28 APRIL.",
            "28 APR 90",
            id="another day than that of the telling",
        ),
        pytest.param(
            "IT WAS ANNOUNCED TODAY THAT A BOMB WENT OFF.", "- 03 MAY 90", id="the telling's alone"
        ),
    ],
)
def test_an_incident_is_dated(body: str, day: str) -> None:
    written = report(body)
    assert when(written, read(written.text, ()), (0,)) == day


def test_a_date_in_another_sentence_is_another_incident_s() -> None:
    written = report("A BOMB WENT OFF. ON 28 APRIL NOBODY WAS HURT.")
    assert when(written, read(written.text, ()), (0,)) == "- 03 MAY 90"


def test_the_sentence_before_may_date_an_incident() -> None:
    written = report("ON 28 APRIL THERE WAS A BLAST. A GUARD WAS KILLED.")
    assert when(written, read(written.text, ()), (1,)) == "28 APR 90"


def test_without_a_date_of_report_there_is_none() -> None:
    written = report("A BOMB WENT OFF.", "BOGOTA, NO DATE")
    assert when(written, read(written.text, ()), (0,)) is None
