import pytest

from tollbook.evaluating.muc4.groups import find_groups
from tollbook.evaluating.muc4.phrases import read
from tollbook.evaluating.muc4.standing import standing_features


def standing(text: str) -> tuple[str, ...]:
    reading = read(text, ())
    return standing_features(reading, find_groups(text), [0.0] * len(reading.sentences))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("THE FMLN HAS CLAIMED RESPONSIBILITY FOR THE BOMB.", "after:claimed"),
        ("THE MAYOR BLAMED THE FMLN FOR THE BOMB.", "before:accused"),
        ("THE BOMB WAS ALLEGEDLY PLACED BY THE FMLN.", "before:doubted"),
        ("POLICE ACCUSED THE FMLN.", "there:accused&authority"),
    ],
)
def test_the_words_of_the_decision_tree_say_how_a_group_stands(text: str, said: str) -> None:
    assert said in standing(text)


def test_the_sentences_around_the_name_count_apart() -> None:
    found = standing("THE FMLN FLED.  THE MAYOR BLAMED NOBODY.")
    assert "next:accused" in found
    assert "there:accused" not in found
