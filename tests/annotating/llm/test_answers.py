import json

import pytest

from tollbook.annotating.llm.answers import MalformedAnswer, read_answer, schema

from .loopback import figure, marks

GOOD = json.dumps(marks(figure("12")))


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(GOOD, id="alone"),
        pytest.param(f"```json\n{GOOD}\n```", id="fenced"),
        pytest.param(f"Here it is:\n```\n{GOOD}\n```\nAll done.", id="fenced, with chatter"),
        pytest.param(f'<think>Is it {{"figures"?}}</think>\n{GOOD}', id="thought aloud before"),
    ],
)
def test_a_well_formed_answer_is_read(written: str) -> None:
    assert [found.words for found in read_answer(written).figures] == ["12"]


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        pytest.param("", "Invalid JSON", id="nothing"),
        pytest.param("There are 12 dead.", "Invalid JSON", id="prose"),
        pytest.param(GOOD[:-9], "EOF", id="cut off"),
        pytest.param("[]", "should be an object", id="a list"),
        pytest.param('{"figures": []}', "damage: Field required", id="a list missing"),
        pytest.param(
            json.dumps(marks(figure("12", harm="wounded"))), "figures.0.harm", id="an unknown harm"
        ),
        pytest.param(
            json.dumps(marks(figure("12", sentence=True))), "valid integer", id="true is no number"
        ),
        pytest.param(
            json.dumps(marks(figure("12", part_of="no"))), "valid boolean", id="no is not false"
        ),
        pytest.param(
            json.dumps(marks(figure("12", source="the mayor"))), "figures.0.source", id="a key more"
        ),
        pytest.param("[" * 100_000, "JSON", id="a well without a floor"),
    ],
)
def test_a_malformed_answer_is_refused_with_what_is_wrong(written: str, mistake: str) -> None:
    with pytest.raises(MalformedAnswer, match=mistake):
        read_answer(written)


def test_of_many_mistakes_the_first_few_are_told() -> None:
    with pytest.raises(MalformedAnswer) as refused:
        read_answer(json.dumps(marks(*[figure("12", harm="hurt")] * 40)))
    assert "and 35 more" in str(refused.value)
    assert len(str(refused.value)) < 1500


def test_the_schema_asks_for_every_key_and_for_no_other() -> None:
    described = schema()
    objects = [described, *(s for s in described["$defs"].values() if s["type"] == "object")]
    assert len(objects) == 5
    for one in objects:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])


def test_the_schema_explains_nothing_to_programmers() -> None:
    assert "title" not in json.dumps(schema())
    assert "description" not in json.dumps(schema())
