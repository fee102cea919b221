from dataclasses import replace

import pytest

from tollbook.actor import Role, Side, Standing
from tollbook.claim import Claim, Reaction, ReactionKind
from tollbook.document import Words
from tollbook.errors import UnusableProbability
from tollbook.event import Code, EventCodes
from tollbook.incident import Report
from tollbook.reviewing import leave_out_doubtful
from tollbook.testing import account, claim, document, sure, words_in


def report(*accounts: list[Claim]) -> Report:
    told = [account(claims, label=label) for claims, label in zip(accounts, "ABC", strict=False)]
    return Report(imprint=told[0].imprint, accounts=tuple(told))


def test_a_figure_less_probable_than_asked_is_left_out() -> None:
    kept, doubtful = claim("12", confidence=sure(0.9)), claim("30", confidence=sure(0.4))
    abstained = leave_out_doubtful(report([kept, doubtful]), surer_than=0.6)
    assert abstained.report == report([kept])
    assert abstained.left_out == (doubtful,)


def test_a_figure_just_as_probable_as_asked_stays() -> None:
    told = report([claim("12", confidence=sure(0.6))])
    assert leave_out_doubtful(told, surer_than=0.6).report == told


def test_a_figure_that_is_surely_there_stays_however_unsure_its_source_is() -> None:
    told = report([claim("12", confidence=sure(0.9, source=0.1, figure=0.1))])
    assert leave_out_doubtful(told, surer_than=0.8).left_out == ()


def test_asking_for_no_sureness_leaves_everything() -> None:
    told = report([claim("12", confidence=sure(0.0))])
    assert leave_out_doubtful(told, surer_than=0).report == told


def test_claims_of_which_nobody_says_how_sure_they_are_stay() -> None:
    printed = document("Vell condemned it.")
    reaction = Reaction(
        actor=words_in(printed, "Vell"),
        reaction=ReactionKind.CONDEMNED,
        incident="A",
        sentence=words_in(printed, printed.text),
        imprint=printed.imprint,
    )
    told = report([claim("12"), reaction])
    assert leave_out_doubtful(told, surer_than=1).report == told


def test_an_account_goes_with_the_last_of_its_claims_and_the_others_keep_their_names() -> None:
    sure_one = replace(claim("3", confidence=sure(0.9)), incident="B")
    told = report([claim("12", confidence=sure(0.2))], [sure_one])
    abstained = leave_out_doubtful(told, surer_than=0.5)
    assert [each.label for each in abstained.report.accounts] == ["B"]
    assert abstained.report.accounts[0] is told.accounts[1]


def test_what_only_a_doubtful_figure_shows_of_sides_and_codes_goes_with_it() -> None:
    kept, doubtful = claim("12", confidence=sure(0.9)), claim("30", confidence=sure(0.4))
    shown = doubtful.count.words
    elsewhere = Words(text="shells", start=shown.end + 100, end=shown.end + 106)
    shells, harm = Code(value="shelling", words=(elsewhere,)), Code(value="ASSAULT", words=(shown,))
    both, nothing = Code(value="Shelling", words=(shown, elsewhere)), Code(value=None)
    told = replace(
        report([kept, doubtful]).accounts[0],
        sides=tuple(
            Side(words=words, role=Role.WAS_ATTACKED, standing=Standing.STATED)
            for words in (shown, elsewhere)
        ),
        codes=EventCodes(
            acled_type=both,
            acled_sub_type=both,
            ucdp_violence=nothing,
            ucdp_dyad=nothing,
            plover_event=harm,
            plover_mode=nothing,
            weapon=shells,
            protected=nothing,
        ),
    )
    (left,) = leave_out_doubtful(
        Report(imprint=told.imprint, accounts=(told,)), surer_than=0.6
    ).report.accounts
    assert [side.words for side in left.sides] == [elsewhere]
    assert left.codes is not None
    assert left.codes.plover_event == Code(value=None, rule="rests on a figure that was left out")
    assert left.codes.acled_type == replace(both, words=(elsewhere,))
    assert (left.codes.weapon, left.codes.protected) == (shells, nothing)


def test_asking_twice_is_asking_once() -> None:
    told = report([claim("12", confidence=sure(0.2)), claim("3", confidence=sure(0.9))])
    once = leave_out_doubtful(told, surer_than=0.5).report
    assert leave_out_doubtful(once, surer_than=0.5).report == once


@pytest.mark.parametrize("surer_than", [-0.1, 1.01, float("nan"), float("inf")])
def test_what_is_no_probability_is_refused(surer_than: float) -> None:
    told = report([claim("12")])
    with pytest.raises(UnusableProbability, match="give one from 0 to 1"):
        leave_out_doubtful(told, surer_than=surer_than)
