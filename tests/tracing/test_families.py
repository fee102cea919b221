from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.tracing.texts import END, LEAD, MIDDLE, OTHER, WIRE, printed
from tollbook.incident import Copy, Descent
from tollbook.tracing import NEIGHBOURS, Repeat, closest, fingerprint, same_origin, settle, trace

FIRST = date(2031, 3, 4)
REPORTS = [
    printed(),
    printed(publisher="Vell Post", published=FIRST + timedelta(1)),
    printed(f"{LEAD}\n\n{MIDDLE}", publisher="Sarn Daily", published=FIRST + timedelta(2)),
    printed(OTHER, publisher="Sarn Daily", title="Mine"),
    printed(f"{OTHER}\n\n{WIRE}", publisher="Round-up", published=FIRST + timedelta(3)),
    printed(
        WIRE.replace("12", "17"), published=FIRST + timedelta(1), title="Oker market bomb kills 17"
    ),
]


def kin(copies: tuple[Copy, ...]) -> dict[str, str]:
    return {copy.document_id: copy.root_id for copy in copies}


def test_copies_go_back_to_the_earliest() -> None:
    found = kin(trace(REPORTS))
    assert found[REPORTS[1].id] == found[REPORTS[2].id] == found[REPORTS[5].id] == REPORTS[0].id
    assert REPORTS[0].id not in found
    assert REPORTS[3].id not in found


def test_a_round_up_joins_no_two_stories() -> None:
    found = kin(trace(REPORTS))
    assert found[REPORTS[4].id] in (REPORTS[0].id, REPORTS[3].id)
    assert REPORTS[0].id not in found
    assert REPORTS[3].id not in found


@given(st.permutations(REPORTS))
def test_the_order_does_not_matter(shuffled: list[object]) -> None:
    assert trace(shuffled) == trace(REPORTS)  # type: ignore[arg-type]


def test_a_document_given_twice_counts_once_and_prints_do_as_documents() -> None:
    assert trace([*REPORTS, *REPORTS]) == trace(map(fingerprint, REPORTS)) == trace(REPORTS)


def test_nothing_repeats_nothing() -> None:
    assert trace([]) == ()
    assert trace([REPORTS[0]]) == ()


def test_adding_one_by_one_in_any_order_comes_to_the_same() -> None:
    prints = [fingerprint(report) for report in REPORTS[:4]]
    for order in permutations(prints):
        parents: dict[str, Repeat] = {}
        for place, new in enumerate(order):
            for known in order[:place]:
                repeat = same_origin(new, known)
                if repeat is not None:
                    held = [parents[repeat.document_id]] if repeat.document_id in parents else []
                    nearest = closest([*held, repeat])
                    assert nearest is not None
                    parents[repeat.document_id] = nearest
        assert settle(parents.values()) == trace(prints)


def test_a_text_that_everybody_reprints_is_one_family() -> None:
    many = [
        printed(publisher=f"Site {number}", published=FIRST + timedelta(number))
        for number in range(3 * NEIGHBOURS)
    ]
    found = trace(many)
    assert {copy.root_id for copy in found} == {many[0].id}
    assert len(found) == len(many) - 1


def test_a_part_of_a_part_goes_back_to_the_whole() -> None:
    whole = printed()
    part = printed(f"{LEAD}\n\n{MIDDLE}", publisher="B", published=FIRST + timedelta(1))
    part_of_part = printed(LEAD, publisher="C", published=FIRST + timedelta(2))
    found = {copy.document_id: copy for copy in trace([part_of_part, whole, part])}
    assert found[part_of_part.id].root_id == whole.id
    assert found[part_of_part.id].descent is Descent.COPY
    assert END not in part.text
