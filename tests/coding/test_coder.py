import pytest

from tollbook.annotating import annotator
from tollbook.coding import tally
from tollbook.pipeline import tell
from tollbook.testing import document


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        pytest.param(
            "A man was shot in the leg outside a shop in Oker on Sunday, police said. He was "
            "taken to a hospital in stable condition.",
            0,
            1,
            id="one wounded",
        ),
        pytest.param(
            "A 24-year-old man was shot and killed in Oker on Sunday night, police said. He was "
            "pronounced dead at the scene. Nobody has been arrested.",
            1,
            0,
            id="one killed, who was shot and is not injured",
        ),
        pytest.param(
            "A woman who was shot in Oker on Sunday died at a hospital on Tuesday, police said.",
            1,
            0,
            id="who died later is killed",
        ),
        pytest.param(
            "Police arrested two men after a traffic stop in Oker on Sunday. A loaded handgun "
            "was found in the car, and both were charged with possession of a firearm.",
            0,
            0,
            id="nobody harmed",
        ),
        pytest.param(
            "Four people were wounded in a shooting at a club in Oker early on Sunday, police "
            "said. All four were taken to hospitals and are expected to survive.",
            0,
            4,
            id="a figure",
        ),
        pytest.param(
            "A man shot and killed his wife before turning the gun on himself in a murder-suicide "
            "in Oker on Sunday, police said. Both were found dead in the home.",
            2,
            0,
            id="a perpetrator who dies is killed",
        ),
    ],
)
def test_a_report_is_noted_as_a_coder_would(text: str, killed: int, injured: int) -> None:
    report = document(text)
    noted = tally(report, tell(report, annotator("rules")))
    assert (noted.killed, noted.injured) == (killed, injured)


def test_how_sure_a_number_is_is_a_probability() -> None:
    report = document("A man was shot in Oker, police said.")
    noted = tally(report, tell(report, annotator("rules")))
    assert 0 < noted.killed_probability <= 1
    assert 0 < noted.injured_probability <= 1
