import pytest

from tollbook.evaluating.gold import GoldReport
from tollbook.evaluating.matching import CHECKED, compare, same_name
from tollbook.exporting.predictions import Prediction, Row, Stretch, TollRow


def stretch(text: str, words: str) -> Stretch:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def perfect(report: GoldReport) -> Prediction:
    """What a reader who misses nothing would find."""
    rows: list[Row] = []
    for toll in report.tolls:
        source = None if toll.source is None else stretch(report.text, toll.source)
        rows.append(
            {
                "kind": "toll",
                "harm": toll.harm,
                "incident": "background" if toll.is_background else "A",
                "part_of": toll.part_of,
                "stance": toll.stance,
                "group": toll.group,
                "count": {
                    "start": toll.place.start,
                    "end": toll.place.end,
                    "low": toll.low,
                    "high": toll.high,
                },
                "source": source,
                "source_kind": toll.source_kind,
            }
        )
    text = report.text
    army, school, bishop = (stretch(text, w) for w in ("the army", "a school", "The bishop"))
    rows.append({"kind": "responsibility", "actor": army, "status": "denied", "source": None})
    rows.append({"kind": "damage", "object": school, "effect": "damaged", "source": None})
    rows.append({"kind": "reaction", "actor": bishop, "reaction": "condemned"})
    return {"claims": rows}


def first_toll(prediction: Prediction) -> TollRow:
    row = prediction["claims"][0]
    assert row["kind"] == "toll"
    return row


def test_a_perfect_reading_leaves_nothing_missed_and_nothing_extra(report: GoldReport) -> None:
    found = compare(report, perfect(report))
    assert all(answer.right == set(CHECKED) for answer in found.answers)
    assert (found.missed, found.extra, found.acts_missed, found.acts_extra) == ((), (), (), ())
    assert len(found.answers) == 5
    assert len(found.acts_right) == 3


def test_an_empty_reading_misses_everything(report: GoldReport) -> None:
    found = compare(report, {"claims": []})
    assert len(found.missed) == 5
    assert len(found.acts_missed) == 3


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("group", "civilian", "group"),
        ("stance", "hedged", "stance"),
        ("part_of", True, "part_of"),
        ("incident", "background", "background"),
        ("source_kind", "police", "source_kind"),
        ("source", {"start": 26, "end": 33}, "source"),
    ],
)
def test_one_wrong_field_is_one_fault(
    report: GoldReport, field: str, value: object, fault: str
) -> None:
    prediction = perfect(report)
    first_toll(prediction)[field] = value  # type: ignore[literal-required]
    answers = compare(report, prediction).answers
    assert {f for answer in answers for f in CHECKED if f not in answer.right} == {fault}


def test_another_harm_is_a_claim_missed_and_one_too_many(report: GoldReport) -> None:
    prediction = perfect(report)
    first_toll(prediction)["harm"] = "missing"
    found = compare(report, prediction)
    assert (len(found.missed), len(found.extra)) == (1, 1)


def test_of_two_answers_the_exact_one_is_taken(report: GoldReport) -> None:
    prediction = perfect(report)
    right = first_toll(prediction)
    wrong: TollRow = {**right, "count": {**right["count"], "high": None}}
    prediction["claims"].insert(0, wrong)
    found = compare(report, prediction)
    assert found.extra == (wrong,)


def test_an_actor_named_twice_answers_once(report: GoldReport) -> None:
    prediction = perfect(report)
    prediction["claims"].append(prediction["claims"][-1])
    found = compare(report, prediction)
    assert [act.kind for act in found.acts_extra] == ["reaction"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("the mayor", "the mayor of Osra", True, id="a shorter name"),
        pytest.param("the mayor", "the governor", False, id="only an article shared"),
        pytest.param("of the", "of the", False, id="no content words at all"),
        pytest.param(None, None, True, id="nobody is nobody"),
        pytest.param(None, "the mayor", False, id="nobody is not somebody"),
        pytest.param("Osra mayor Imb", "mayor Ketta Vol", False, id="a third is too little"),
        pytest.param("Osra mayor", "mayor Ketta", True, id="half is enough"),
    ],
)
def test_names_are_the_same_when_they_share_half_their_words(
    one: str | None, other: str | None, same: bool
) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same
