"""The table of weights answers every question, and nothing speaks for what it speaks against."""

import pytest

from tollbook.linking.features import QUESTIONS, Question
from tollbook.linking.weights import weights


def test_every_answer_has_a_row_and_every_row_an_answer() -> None:
    answers = {each for question in QUESTIONS for each in (*question.answers, *question.others)}
    assert answers == weights().in_war.keys() == weights().in_crime.keys()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_in_war_each_answer_speaks_the_way_it_is_listed(question: Question) -> None:
    told = [weights().in_war[answer] for answer in question.answers]
    assert told == sorted(told)
    assert all(weight <= 0 for weight in told[: question.turn])
    assert all(weight >= 0 for weight in told[question.turn :])


def test_weights_set_by_hand_are_those_the_question_names() -> None:
    for question in QUESTIONS:
        for answer, weight in question.by_hand.items():
            assert (weights().in_war[answer], weights().in_crime[answer]) == (weight, weight)


def test_who_is_unsure_is_not_sure() -> None:
    assert weights().unsure < weights().sure
