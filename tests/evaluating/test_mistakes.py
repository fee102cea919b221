from tollbook.evaluating.gold import GoldReport
from tollbook.evaluating.matching import compare
from tollbook.evaluating.mistakes import cases, mistakes
from tollbook.exporting.predictions import Prediction, Row


def lines(report: GoldReport, *rows: Row) -> list[str]:
    prediction: Prediction = {"claims": list(rows)}
    return [str(mistake) for mistake in mistakes(compare(report, prediction))]


def test_a_missed_claim_shows_its_words_and_sentence(report: GoldReport) -> None:
    found = lines(report)
    assert "fk_1 killed MISSED | nine | Blast kills nine in Osra" in found
    assert any(line.startswith("fk_1 reaction MISSED | The bishop | condemned") for line in found)


def test_an_extra_claim_shows_the_text_around_it(report: GoldReport) -> None:
    start = report.text.index("The bishop")
    extra: Row = {
        "kind": "damage",
        "object": {"start": start, "end": start + 10},
        "effect": "burned",
        "source": None,
    }
    (line,) = [line for line in lines(report, extra) if "EXTRA" in line]
    assert line.startswith("fk_1 damage EXTRA | The bishop | burned | …")
    assert "condemned the attack" in line


def test_a_wrong_claim_says_what_was_expected_and_what_came(report: GoldReport) -> None:
    wrong: Row = {
        "kind": "toll",
        "harm": "killed",
        "incident": "A",
        "part_of": False,
        "stance": "hedged",
        "group": "people",
        "count": {"start": 12, "end": 16, "low": 9, "high": None},
        "source": None,
        "source_kind": None,
    }
    (line,) = [line for line in lines(report, wrong) if "WRONG" in line]
    assert line == (
        "fk_1 killed WRONG figure,stance | nine | expected 9..9, asserted"
        " | got 'nine' 9..None, hedged | Blast kills nine in Osra"
    )


def test_kinds_of_mistakes_say_how_a_figure_was_worded_and_none_of_its_words(
    report: GoldReport,
) -> None:
    kinds = [case.kind for case in cases(compare(report, {"claims": []}))]
    assert kinds == [
        "missed killed, in number words",
        "missed killed, in number words",
        "missed injured, in digits",
        "missed killed, in number words",
        "missed killed, in digits",
        "missed responsibility, denied",
        "missed damage, damaged",
        "missed reaction, condemned",
    ]


def test_the_more_people_a_mistake_loses_the_worse_it_is(report: GoldReport) -> None:
    by_weight = sorted(cases(compare(report, {"claims": []})), key=lambda case: -case.weight)
    assert by_weight[0].kind == "missed killed, in digits"
    assert by_weight[0].weight > by_weight[1].weight > 1


def test_a_claim_wrong_in_several_ways_counts_once_as_the_gravest(report: GoldReport) -> None:
    wrong: Row = {
        "kind": "toll",
        "harm": "killed",
        "incident": "A",
        "part_of": False,
        "stance": "hedged",
        "group": "child",
        "count": {"start": 12, "end": 16, "low": 9, "high": 9},
        "source": None,
        "source_kind": None,
    }
    found = cases(compare(report, {"claims": [wrong]}))
    assert [case.kind for case in found if "wrong" in case.kind] == ["wrong group"]
