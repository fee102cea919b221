import pytest

from tollbook.tracing.wording import telling_words


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Copyright 2031 Vell Post. All rights reserved.", id="copyright"),
        pytest.param("Please enable Javascript to watch this video.", id="script"),
        pytest.param("You have read the last free story of the month.", id="to the reader"),
        pytest.param("Anyone with information is asked to call 555 0100.", id="a tip line"),
        pytest.param("Posted: Tuesday, March 4, 2031 10:21 AM", id="a time stamp"),
        pytest.param("0:43 Firefighters save a horse from the river", id="a video"),
        pytest.param("Abonnez-vous pour lire la suite.", id="in French"),
        pytest.param("“We counted the dead twice,” the mayor said.", id="a quotation"),
        pytest.param("« Nous avons compté les morts »", id="a French quotation"),
    ],
)
def test_what_tells_nothing_of_the_origin_is_left_out(line: str) -> None:
    told = telling_words(f"Twelve people died.\n\n{line}\n\nThe bridge is shut.")
    assert {"twelve", "bridge"} <= set(told)
    assert len(told) <= len("twelve people died the mayor said the bridge is shut".split())


def test_a_story_keeps_its_sentences() -> None:
    story = "At 5:15 p.m. the army shelled Oker. US and U.N. staff had left; 12 people died."
    assert telling_words(story) == (
        "at 5 15 p m the army shelled oker us and u n staff had left 12 people died".split()
    )


def test_accents_and_case_do_not_count_as_other_words() -> None:
    assert telling_words("OKER BRÛLE") == telling_words("Oker bru\u0302le")
