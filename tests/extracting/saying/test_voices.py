"""Who speaks, sentence after sentence. All places and people are invented."""

import pytest

from ..told import sources, tolls

RUNS_ON = [
    (
        "Mayor Ana Belmor said twelve died. She added that nine were hurt.",
        ["twelve < Mayor Ana Belmor (government)", "nine < Mayor Ana Belmor (government)"],
        "she added",
    ),
    (
        'Mayor Ana Belmor spoke in Oker. "Twelve people died," she said. "Nine were hurt."',
        ["Twelve < Mayor Ana Belmor (government)", "Nine < Mayor Ana Belmor (government)"],
        "a quotation taken up again",
    ),
    (
        "A security source said twelve died. The source added that nine were hurt.",
        ["twelve < A security source (other)", "nine < A security source (other)"],
        "the source added",
    ),
    (
        "The army said twelve men died. It said nine were hurt.",
        ["twelve < The army (military)", "nine < The army (military)"],
        "it said",
    ),
    (
        "Rebels said twelve died. They said nine were hurt.",
        ["twelve < Rebels (armed_group)", "nine < Rebels (armed_group)"],
        "they said",
    ),
    (
        'The mayor said: "Twelve people died. Nine were hurt. We fear." Six men were missing.',
        ["Twelve < The mayor (government)", "Nine < The mayor (government)", "Six"],
        "a quotation over several sentences, and its end",
    ),
    (
        "The mayor said: “Twelve people died. Nine were hurt.” Six men were missing.",
        ["Twelve < The mayor (government)", "Nine < The mayor (government)", "Six"],
        "curly quotation marks",
    ),
    (
        "Ana Belmor, the mayor, said twelve died. Police said nine were hurt. "
        "She said two were missing.",
        [
            "twelve < Ana Belmor, the mayor (government)",
            "nine < Police (police)",
            "two < Ana Belmor, the mayor (government)",
        ],
        "she is a person, not the police",
    ),
    (
        "Residents said twelve died. Others said nine were hurt.",
        ["twelve < Residents (witness)", "nine < Others (witness)"],
        "others are of the same kind",
    ),
    (
        "The mayor said twelve people died. Nine were hurt.",
        ["twelve < The mayor (government)", "Nine"],
        "a sentence that nobody is quoted for",
    ),
    ("He said twelve people died.", ["twelve < He (other)"], "nobody spoke before"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row, id=name) for *row, name in RUNS_ON]
)
def test_a_voice_is_remembered_as_a_reader_would(text: str, expected: list[str]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Police Sgt. Tomas Rillen came. Rillen said twelve died.", "police", id="a rank before"
        ),
        pytest.param(
            "Tomas Rillen, an army colonel, came. Twelve died, Rillen said.",
            "military",
            id="an apposition after",
        ),
        pytest.param(
            '"Twelve people died," said Ana Belmor, the mayor of Oker.',
            "government",
            id="an apposition in the same breath",
        ),
        pytest.param(
            "Dr. Ana Belmor of the clinic said six died. Belmor said twelve were hurt.",
            "medical",
            id="a namesake who spoke before",
        ),
        pytest.param(
            "The mayor of Oker, Tomas Rillen, buried his brother. Rillen said twelve died.",
            "government",
            id="an office before a name, not the family after it",
        ),
        pytest.param("Tomas Rillen said twelve died.", "other", id="nothing tells"),
    ],
)
def test_what_a_person_is_stands_where_they_are_named_first(text: str, kind: str) -> None:
    assert tolls(text)[-1].attribution.source_kind == kind


def test_the_cue_of_a_running_quotation_stands_elsewhere() -> None:
    first, second = tolls('"Twelve people died," a nurse said. "Nine were hurt."')
    assert first.attribution.cue is not None
    assert first.attribution.cue.text == "said"
    assert second.attribution.cue is None
    assert second.attribution.source == first.attribution.source
