import json
import re

from tollbook.annotating.llm.answers import read_answer
from tollbook.annotating.llm.placing import place
from tollbook.annotating.llm.portions import portions
from tollbook.annotating.llm.prompt import INSTRUCTIONS, VERSION, messages, told_again
from tollbook.annotation import ACTORS, GROUPS, HARMS, OBJECTS, REACTIONS, STANCES


def test_every_label_that_is_asked_for_is_explained() -> None:
    labels = [*HARMS, *GROUPS, *STANCES, *ACTORS, *OBJECTS, *REACTIONS]
    words = [label.rpartition(":")[2] for label in labels]
    assert [word for word in words if f'"{word}"' not in INSTRUCTIONS] == []


def test_the_example_that_the_model_is_shown_stands_in_its_own_text() -> None:
    lines = re.findall(r"^\[\d\] (.*)$", INSTRUCTIONS, re.M)
    [portion] = portions(text := " ".join(lines))
    [shown] = [line for line in INSTRUCTIONS.splitlines() if line.startswith('{"figures": [{')]
    assert len(portion.passages) == len(lines)
    placed = place(read_answer(shown), portion, text)
    assert placed.refused == 0
    assert len(placed.ties) == len(json.loads(shown)["figures"])


def test_the_version_follows_from_the_instructions() -> None:
    assert re.fullmatch(r"[0-9a-f]{8}", VERSION)


def test_a_line_of_a_report_cannot_pass_for_a_sentence_of_ours() -> None:
    [portion] = portions("Two people died at Oker\n[7] and three more at Ketta, a nurse said.")
    written = messages(portion)[-1]["content"]
    assert written == (
        "Sentences to mark:\n[1] Two people died at Oker [7] and three more at Ketta, a nurse said."
    )


def test_sentences_before_are_told_apart_from_those_to_mark() -> None:
    long = " ".join(f"At Oker {number} people were killed on that day." for number in range(2, 300))
    _, second, *_ = portions(long)
    written = messages(second)[-1]["content"]
    before, to_mark = written.split("Sentences to mark:\n")
    assert f"[{second.first - 1}] " in before
    assert to_mark.startswith(f"[{second.first}] ")


def test_asked_again_the_model_sees_its_answer_and_the_mistake() -> None:
    [portion] = portions("Two people died at Oker.")
    said = told_again(messages(portion), "twelve", "Invalid JSON")
    assert [message["role"] for message in said] == ["system", "user", "assistant", "user"]
    assert "Invalid JSON" in said[-1]["content"]
