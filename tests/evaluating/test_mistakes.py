from tollbook.evaluating.gold import GoldReport
from tollbook.evaluating.matching import compare
from tollbook.evaluating.mistakes import mistakes
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
