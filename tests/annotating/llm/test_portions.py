from tollbook.annotating.llm.portions import LONGEST, portions

SENTENCE = "At Oker {} people were killed, the mayor of the town said on the day after."
LONG = " ".join(SENTENCE.format(number) for number in range(2, 300))


def test_a_short_report_is_one_portion() -> None:
    [portion] = portions("Two people were killed at Oker. A nurse said so.")
    assert [p.text for p in portion.passages] == [
        "Two people were killed at Oker.",
        "A nurse said so.",
    ]
    assert (portion.first, portion.before) == (1, ())


def test_every_sentence_of_a_long_report_is_in_one_portion() -> None:
    cut = list(portions(LONG))
    assert len(cut) > 2
    assert [p for portion in cut for p in portion.passages] == list(
        dict.fromkeys(p for portion in cut for p in portion.passages)
    )
    assert sum(len(portion.passages) for portion in cut) == 298
    assert all(portion.end - portion.passages[0].start <= LONGEST for portion in cut)


def test_sentences_are_numbered_through_the_document() -> None:
    first, second, *_ = portions(LONG)
    assert second.first == len(first.passages) + 1
    found = second.passage(second.first)
    assert found == second.passages[0]
    assert second.passage(second.first - 1) is None
    assert second.passage(0) is None
    assert second.passage(10_000) is None


def test_a_portion_knows_the_sentences_just_before_it() -> None:
    first, second, *_ = portions(LONG)
    assert second.before == first.passages[-4:]
    assert second.start == second.before[0].start


def test_one_sentence_longer_than_a_portion_is_a_portion() -> None:
    run_on = "a shell and " * 300 + "."
    assert [len(portion.passages) for portion in portions(run_on)] == [1]
