"""One toll as a chart."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts import claims_drawn, clipped, groups, hints, parsed, texts
from tollbook.claim import Group, Harm, SourceKind, TollClaim
from tollbook.drawing import toll_chart
from tollbook.incident import Incident
from tollbook.reconciling import reconcile
from tollbook.testing import claim, incident
from tollbook.toll import Toll

WIDTHS = [360, 560, 800]


def test_every_claim_on_the_toll_is_drawn(oker: Incident, killed: Toll) -> None:
    aside = {each.claim_id for each in killed.set_aside}
    assert claims_drawn(toll_chart(killed, oker)) == aside.union(killed.counted)


def test_the_title_and_the_description_say_what_is_drawn(oker: Incident, killed: Toll) -> None:
    title, description = list(parsed(toll_chart(killed, oker)))[:2]
    assert title.text == "Killed: 18 (15–25)"
    assert description.text is not None
    assert "Hospitals and medics: a nurse 12 or more." in description.text
    assert "Rule ucdp: 18 (12–19)." in description.text


def test_a_claim_set_aside_is_faint_and_explained(
    oker: Incident, killed: Toll, tolls_claimed: dict[str, TollClaim]
) -> None:
    svg = toll_chart(killed, oker)
    assert groups(svg)[tolls_claimed["army"].id].attrib["class"] == "tb-apart"
    assert "class" not in groups(svg)[tolls_claimed["nurse"].id].attrib
    assert "† set aside: not counted in the toll" in texts(svg)


def test_a_party_is_hollow_and_stands_after_all_others(
    oker: Incident, killed: Toll, tolls_claimed: dict[str, TollClaim]
) -> None:
    drawn = groups(toll_chart(killed, oker))
    shape = drawn[tolls_claimed["army"].id][-1]
    assert shape.attrib["class"] == "tb-page tb-state-line"
    assert list(drawn)[-1] == tolls_claimed["army"].id


def test_a_pointer_finds_the_words_the_source_and_the_outlet(oker: Incident, killed: Toll) -> None:
    said = hints(toll_chart(killed, oker))
    assert "killed 12 or more people “at least 12” — a nurse (medical, unnamed)" in said
    assert "Oker Daily, 4 March 2031" in said


def test_the_words_for_one_person_are_not_in_the_chart(oker: Incident, killed: Toll) -> None:
    assert "Oster" not in toll_chart(killed, oker)


def test_the_named_rules_stand_side_by_side_with_their_figures(
    oker: Incident, killed: Toll
) -> None:
    said = texts(toll_chart(killed, oker))
    assert {"ucdp", "18 (12–19)", "acled", "12"} <= set(said)


def test_rules_that_come_to_one_figure_share_a_line(oker: Incident, killed: Toll) -> None:
    ucdp, acled = killed.rulings
    alike = replace(killed, rulings=(ucdp, replace(ucdp, policy="ibc"), acled))
    assert "ucdp, ibc" in texts(toll_chart(alike, oker))


def test_low_best_and_high_stand_over_the_posterior(oker: Incident, killed: Toll) -> None:
    assert {"15", "18", "25"} <= set(texts(toll_chart(killed, oker)))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_chart_is_the_same_every_time(oker: Incident, killed: Toll, width: int) -> None:
    assert toll_chart(killed, oker, width=width) == toll_chart(killed, oker, width=width)


def test_a_toll_that_nothing_was_said_of_directly_is_drawn_too() -> None:
    parts = [claim("5", group=Group.CHILD), claim("7", group=Group.SECURITY_FORCE, document="b")]
    whole = incident(parts)
    (people,) = [toll for toll in reconcile(parts) if toll.group is Group.PEOPLE]
    assert claims_drawn(toll_chart(people, whole)) == {part.id for part in parts}


def test_quoted_words_cannot_break_the_chart() -> None:
    nasty = claim("12", source='<nurse> & "friends"', source_kind=SourceKind.MEDICAL)
    (toll,) = reconcile([nasty])
    assert '<nurse> & "friends"' in texts(toll_chart(toll, incident([nasty])))


said = st.sampled_from(
    ["no", "2", "12", "at least 20", "dozens", "hundreds", "about 30", "31,000", "up to 90"]
)
kinds = st.sampled_from(SourceKind)
harms = st.sampled_from([Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED])
voices = st.sampled_from(
    ["a nurse", "the spokesman of the regional directorate of public health", "死者の家族の代理人"]
)


@given(st.lists(st.tuples(said, voices, kinds, harms), min_size=1, max_size=7))
def test_no_word_is_cut_off_at_any_width(
    told: list[tuple[str, str, SourceKind, Harm]],
) -> None:
    claims = [
        claim(words, source=source, source_kind=kind, harm=harm, document=str(n))
        for n, (words, source, kind, harm) in enumerate(told)
    ]
    whole = incident(claims)
    charts = (toll_chart(toll, whole, width=w) for toll in reconcile(claims) for w in WIDTHS)
    assert list(chain.from_iterable(map(clipped, charts))) == []
