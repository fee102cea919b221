"""How a toll was told, as a chart."""

from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts import claims_drawn, clipped, groups, parsed, texts
from tollbook.claim import Group, Harm, SourceKind, TollClaim
from tollbook.drawing import history_chart
from tollbook.incident import Incident
from tollbook.pipeline import history
from tollbook.testing import claim, incident

FIRST = date(2031, 3, 4)


def told(
    words: str,
    day: int | None,
    *,
    source: str = "Oker hospital",
    kind: SourceKind = SourceKind.MEDICAL,
    harm: Harm = Harm.KILLED,
) -> TollClaim:
    return claim(
        words,
        source=source,
        source_kind=kind,
        harm=harm,
        published_at=None if day is None else FIRST + timedelta(day),
        document=f"{source} {day}",
    )


def drawn(*claims: TollClaim, width: int = 760) -> str:
    whole = incident(claims)
    return history_chart(history(whole), whole, width=width)


def description(svg: str) -> str:
    return list(parsed(svg))[1].text or ""


def test_every_figure_is_drawn_once() -> None:
    claims = [told("12", 0), told("15", 1), told("40", 1, source="the mayor")]
    assert claims_drawn(drawn(*claims)) == {each.id for each in claims}


def test_a_repetition_is_not_drawn_again() -> None:
    first, again = told("12", 0), told("12", 1)
    assert claims_drawn(drawn(first, again)) == {first.id}


def test_days_run_from_left_to_right() -> None:
    early, late = told("12", 0), told("40", 5, source="the mayor")
    across = {
        claim_id: float(group[-1].attrib["d"][1:].split()[0])
        for claim_id, group in groups(drawn(early, late)).items()
    }
    assert across[early.id] < across[late.id]


def test_each_day_is_told_in_words() -> None:
    said = description(drawn(told("12", 0), told("40", 5, source="the mayor")))
    assert "4 March 2031: best" in said
    assert "9 March 2031: best" in said
    assert "new figures: the mayor 40." in said


def test_the_best_of_each_day_stands_over_it() -> None:
    claims = [told("12", 0), told("40", 5, source="the mayor")]
    steps = history(incident(claims))
    bests = {f"{toll.best:,}" for step in steps if (toll := step.toll("killed")) is not None}
    assert bests <= set(texts(drawn(*claims)))


def test_a_party_is_hollow_and_stands_last_on_its_day() -> None:
    army = told("2", 0, source="the army", kind=SourceKind.MILITARY)
    nurse = told("12", 0, source="a nurse")
    found = groups(drawn(army, nurse))
    assert list(found) == [nurse.id, army.id]
    assert found[army.id][-1].attrib["class"] == "tb-page tb-state-line"


def test_what_nobody_can_date_stands_at_the_end_and_says_so() -> None:
    svg = drawn(told("12", 0), told("15", None, source="the mayor"))
    assert texts(svg)[-1] != "undated"
    assert "undated" in texts(svg)
    assert "Without a date: best" in description(svg)


def test_what_the_toll_may_come_to_stands_apart_from_what_was_reported() -> None:
    whole = incident([told("12", 0), told("40", 5, source="the mayor")])
    svg = history_chart(history(whole), whole, eventual=(35, 48, 90))
    assert {"eventual", "48", "35–90"} <= set(texts(svg))
    assert "In the end it may come to 48, 35 to 90." in description(svg)
    assert list(clipped(svg)) == []
    assert "eventual" not in texts(history_chart(history(whole), whole))


def test_where_nobody_told_of_a_harm_the_chart_says_so() -> None:
    whole = incident([told("12", 0)])
    svg = history_chart(history(whole), whole, harm="missing")
    assert "Nobody told how many were missing." in texts(svg)


def test_a_group_has_a_chart_of_its_own() -> None:
    child = claim("4", group=Group.CHILD, published_at=FIRST)
    whole = incident([child, told("12", 0)])
    svg = history_chart(history(whole), whole, group="child")
    assert next(iter(parsed(svg))).text == "Killed, children, as it was told"
    assert child.id in claims_drawn(svg)


def test_no_such_harm_is_an_error() -> None:
    whole = incident([told("12", 0)])
    with pytest.raises(ValueError, match="hurt"):
        history_chart(history(whole), whole, harm="hurt")


def test_the_chart_is_the_same_every_time(oker: Incident) -> None:
    assert history_chart(history(oker), oker) == history_chart(history(oker), oker)


words = st.sampled_from(["no", "2", "12", "at least 20", "dozens", "about 30", "31,000"])
days = st.one_of(st.none(), st.integers(0, 3), st.integers(0, 4000))


@given(st.lists(st.tuples(words, days, st.sampled_from(SourceKind)), min_size=1, max_size=8))
def test_no_word_is_cut_off_at_any_width(
    said: list[tuple[str, int | None, SourceKind]],
) -> None:
    claims = [told(w, day, source=f"source {n}", kind=k) for n, (w, day, k) in enumerate(said)]
    charts = (drawn(*claims, width=width) for width in (360, 800))
    assert list(chain.from_iterable(map(clipped, charts))) == []
