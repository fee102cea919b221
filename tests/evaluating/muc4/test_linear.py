import json

import pytest

from tollbook.evaluating.muc4.linear import LinearModel, loaded, shipped

MODEL = LinearModel(
    classes=("no", "yes"), bias=(0.0, -1.0), weights={"bomb": (0.0, 2.0), "talks": (0.5, 0.0)}
)


def test_probabilities_sum_to_one_and_follow_the_features() -> None:
    bare, told = MODEL.probabilities([]), MODEL.probabilities(["bomb", "never seen"])
    assert sum(told.values()) == pytest.approx(1)
    assert told["yes"] > 0.5 > bare["yes"]
    assert MODEL.likeliest(["bomb"]) == "yes"


def test_a_model_is_read_as_it_was_written() -> None:
    assert loaded(json.loads(json.dumps(MODEL.dumped()))) == MODEL


def test_the_shipped_models_judge_all_that_filling_asks() -> None:
    asked = {"relevance", "role", "pair", "group", "confidence", "type", "stage", "category"}
    assert asked <= shipped().keys()
