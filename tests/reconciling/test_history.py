"""How a toll is told over time."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tollbook.claim import Harm, SourceKind, TollClaim
from tollbook.incident import Copy, Descent
from tollbook.linking import as_of, versions
from tollbook.reconciling import reconcile, retell
from tollbook.testing import claim, incident
from tollbook.toll import Replacement, Step

DAYS = [date(2031, 3, day) for day in range(3, 10)]


def told(words: str, day: int | None, *, document: str, source: str | None = None) -> TollClaim:
    return claim(
        words,
        published_at=None if day is None else DAYS[day],
        document=document,
        publisher=f"Outlet {document}",
        source=source,
        source_kind=None if source is None else SourceKind.MEDICAL,
    )


def steps_of(*claims: TollClaim) -> tuple[Step, ...]:
    return retell(versions(incident(claims)))


def test_a_step_stands_for_each_day_on_which_something_was_published() -> None:
    steps = steps_of(told("12", 0, document="a"), told("30", 4, document="b"))
    assert [step.day for step in steps] == [DAYS[0], DAYS[4]]
    assert [len(step.claim_ids) for step in steps] == [1, 1]


def test_a_step_knows_nothing_of_what_came_later() -> None:
    first, second = told("12", 0, document="a"), told("30", 1, document="b")
    before, after = steps_of(first, second)
    assert before.tolls == reconcile([first])
    assert after.tolls == reconcile([first, second])


def test_the_claim_that_moved_the_toll_is_named_with_how_far() -> None:
    later = told("40", 1, document="b", source="the hospital")
    _, step = steps_of(told("12", 0, document="a", source="a nurse"), later)
    [move] = [move for move in step.moves if move.harm is Harm.KILLED]
    assert move.claim_id == later.id
    assert move.shift > 0


def test_the_first_figures_make_a_toll_and_move_none() -> None:
    first, second = steps_of(told("12", 0, document="a"), told("40", 1, document="b"))
    assert first.moves == ()
    assert second.moves != ()


def test_a_reprint_moves_nothing_and_is_called_a_repetition() -> None:
    sentence = "At Oker 12 people were killed when shells fell on the market, the hospital said."
    first, again = (
        claim(
            "12",
            sentence=sentence,
            source="the hospital",
            published_at=DAYS[day],
            document=str(day),
            publisher=f"Outlet {day}",
        )
        for day in (0, 1)
    )
    _, step = steps_of(first, again)
    assert step.claim_ids == step.repeated == (again.id,)
    assert step.moves == ()


def test_two_reports_of_one_figure_on_one_day_count_once() -> None:
    first, again = (told("12", 0, document=name, source="Oker hospital") for name in "ab")
    [step] = steps_of(first, again)
    assert len(step.claim_ids) == 2
    assert len(step.repeated) == 1
    assert len({move.claim_id for move in step.moves}) <= 1


def test_a_newer_figure_of_the_same_source_replaces_its_older_one() -> None:
    early = told("12", 0, document="a", source="Oker hospital")
    late = told("15", 1, document="b", source="Oker hospital")
    before, after = steps_of(early, late)
    assert before.replacements == ()
    assert after.replacements == (Replacement(claim_id=early.id, by_claim_id=late.id),)


def test_another_source_replaces_nothing() -> None:
    steps = steps_of(
        told("12", 0, document="a", source="Oker hospital"),
        told("15", 1, document="b", source="the Vell clinic"),
    )
    assert all(step.replacements == () for step in steps)


def test_reports_without_a_date_come_in_last() -> None:
    steps = steps_of(told("12", None, document="a"), told("15", 3, document="b"))
    assert [step.day for step in steps] == [DAYS[3], None]


def test_a_later_version_of_a_page_is_named_on_the_day_it_came() -> None:
    claims = [told("12", 0, document="a"), told("15", 2, document="b")]
    revision = Copy(
        document_id="b", root_id="a", descent=Descent.REVISION, because="one address, two texts"
    )
    whole = replace(incident(claims), copies=(revision,))
    before, after = retell(versions(whole))
    assert before.revisions == ()
    assert after.revisions == (revision,)


figures = st.sampled_from(["5", "12", "at least 20", "dozens", "about 30"])
reports = st.lists(
    st.tuples(figures, st.one_of(st.none(), st.integers(0, 6))), min_size=1, max_size=6
)


@given(reports)
def test_the_last_step_is_the_toll_as_it_stands(said: list[tuple[str, int | None]]) -> None:
    claims = [told(words, day, document=str(n)) for n, (words, day) in enumerate(said)]
    assert steps_of(*claims)[-1].tolls == reconcile(claims)


@given(reports, st.integers(0, 6))
def test_a_step_is_the_toll_as_of_its_day(said: list[tuple[str, int | None]], day: int) -> None:
    claims = [told(words, when, document=str(n)) for n, (words, when) in enumerate(said)]
    known = as_of(incident(claims), DAYS[day])
    until = [step for step in steps_of(*claims) if step.day is not None and step.day <= DAYS[day]]
    assert (known is None) == (not until)
    if known is not None:
        assert until[-1].tolls == reconcile(known.claims)


@given(reports)
def test_every_claim_comes_in_once(said: list[tuple[str, int | None]]) -> None:
    claims = [told(words, day, document=str(n)) for n, (words, day) in enumerate(said)]
    came_in = [claim_id for step in steps_of(*claims) for claim_id in step.claim_ids]
    assert sorted(came_in) == sorted(claim.id for claim in claims)
