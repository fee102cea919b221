from tollbook.cli.card.ink import plain
from tollbook.cli.card.rulings import rulings_in_lines
from tollbook.toll import Ruling


def ruled(policy: str, *figures: int | None, rule: str = "none") -> Ruling:
    low, best, high = figures
    return Ruling(policy=policy, version="1", low=low, best=best, high=high, rule=rule)


def lines(*rulings: Ruling) -> list[str]:
    return [plain(line) for line in rulings_in_lines(rulings)][1:]


def test_a_figure_a_rule_does_not_give_is_a_gap_and_a_zero_is_a_zero() -> None:
    (line,) = lines(ruled("x", 0, None, 7))
    assert line.split() == ["x", "0", "–", "7", "none"]


def test_a_rule_without_any_figure_is_left_out() -> None:
    assert lines(ruled("x", None, None, None)) == []


def test_rules_that_come_to_one_figure_share_a_line() -> None:
    first, second = lines(
        ruled("a", 70, None, 100, rule="from “70” to “100”"),
        ruled("b", 71, 77, 100, rule="best “77”"),
        ruled("c", 70, None, 100, rule="the whole range of the claims"),
    )
    assert first.split("  ")[1] == "a, c"
    assert first.endswith("from “70” to “100”")
    assert second.split()[0] == "b"


def test_a_rule_without_a_best_agrees_with_one_whose_ends_leave_no_other() -> None:
    (line,) = lines(ruled("a", 12, 12, 12), ruled("b", 12, None, 12))
    assert line.split()[:5] == ["a,", "b", "12", "12", "12"]


def test_who_said_the_words_is_left_to_the_strip_and_a_grade_is_kept() -> None:
    (line,) = lines(
        ruled("x", 7, 7, 7, rule="“7” (the Salt Guard (SG)) or “8” (a nurse); grade Fair")
    )
    assert line.endswith("“7” or “8”; x grade Fair")


def test_many_names_take_a_line_of_their_own() -> None:
    names, figures = lines(*(ruled(f"policy_{at}", 1, None, 3) for at in range(4)))
    assert names == "  policy_0, policy_1, policy_2, policy_3"
    assert figures.split() == ["1", "–", "3", "none"]
