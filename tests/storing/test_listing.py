from datetime import date, timedelta
from typing import Any

import pytest

from tests.storing.built import ADDED, at_oker, case, printed, told, toll, words
from tollbook.actor import Role, Side, Standing
from tollbook.claim import Group, Harm
from tollbook.errors import UnknownIncident
from tollbook.incident import Days, What
from tollbook.storing import Filter, Order, Store

MARCH = date(2031, 3, 1)


def on(first: int, last: int | None = None) -> Days:
    return Days(
        first=MARCH + timedelta(days=first),
        last=MARCH + timedelta(days=first if last is None else last),
    )


def keep(store: Store, text: str, *, published: int | None = None, **more: Any) -> str:
    """Keep an incident of one report; give its id."""
    day = None if published is None else MARCH + timedelta(days=published)
    document = printed(text, published_at=day)
    store.add_documents([document], added_at=ADDED, read_by="reader 1")
    made = case(told(document, "12"), **more)
    store.replace_incidents([], [made], made_by="linker 1")
    return made.incident.id


def ids(store: Store, wanted: Filter, **more: Any) -> list[str]:
    return [found.id for found in store.incidents(wanted, **more)]


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("Oker", id="as it is worded"),
        pytest.param("ôker", id="other accents"),
        pytest.param("OKER MARKET", id="capitals"),
        pytest.param("Oker-Market", id="a hyphen"),
        pytest.param("Vell Region", id="the province of the gazetteer"),
    ],
)
def test_an_incident_is_found_by_its_place(store: Store, place: str) -> None:
    found = keep(store, "one", places=("Óker market",), location=at_oker())
    keep(store, "two", places=("Sarn",))
    assert ids(store, Filter(place=place)) == [found]


@pytest.mark.parametrize("place", ["market Oker", "Ok", "", "  ", "%", "_ker", "' OR 1=1 --", '"'])
def test_a_place_is_whole_words_in_their_order(store: Store, place: str) -> None:
    keep(store, "one", places=("Oker market",))
    assert ids(store, Filter(place=place)) == []


def test_an_incident_is_found_by_who_took_part(store: Store) -> None:
    side = Side(words=words("the guard of Vell"), role=Role.FOUGHT, standing=Standing.STATED)
    found = keep(store, "one", perpetrators=("Sarn Front",), sides=(side,))
    keep(store, "two", perpetrators=("Oker Front",))
    assert ids(store, Filter(actor="sarn front")) == [found]
    assert ids(store, Filter(actor="Vell")) == [found]
    assert len(ids(store, Filter(actor="front"))) == 2


def test_an_incident_is_found_by_what_was_hit(store: Store) -> None:
    found = keep(store, "one", targets=("l’hôpital",))
    keep(store, "two")
    assert ids(store, Filter(target="hopital")) == [found]


def test_days_are_bounds_both_included(store: Store) -> None:
    found = keep(store, "one", days=on(3, 5))
    keep(store, "two", days=None)
    day = [MARCH + timedelta(days=number) for number in range(9)]
    assert ids(store, Filter(since=day[5])) == [found]
    assert ids(store, Filter(since=day[6])) == []
    assert ids(store, Filter(until=day[3])) == [found]
    assert ids(store, Filter(until=day[2])) == []
    assert ids(store, Filter(since=day[4], until=day[4])) == [found]


def test_figures_are_bounds_on_the_best_of_all_people(store: Store) -> None:
    few = keep(store, "few", tolls=[toll(2), toll(40, harm=Harm.INJURED)])
    many = keep(store, "many", tolls=[toll(30), toll(30, group=Group.CHILD)])
    keep(store, "nobody counted", tolls=[])
    none = keep(store, "none", tolls=[toll(0)])
    assert ids(store, Filter(at_least=30)) == [many]
    assert ids(store, Filter(at_most=2), order=Order.KILLED) == [few, none]
    assert ids(store, Filter(at_least=1, at_most=29)) == [few]
    assert ids(store, Filter(harm=Harm.INJURED)) == [few]
    assert ids(store, Filter(harm=Harm.INJURED, at_least=41)) == []


def test_a_group_alone_is_no_figure_of_people(store: Store) -> None:
    keep(store, "one", tolls=[toll(30, group=Group.CHILD)])
    assert ids(store, Filter(at_least=1)) == []
    assert len(ids(store, Filter(harm=Harm.KILLED))) == 1


def test_kind_and_country_narrow(store: Store) -> None:
    found = keep(store, "one", what=What.BOMBING, location=at_oker())
    keep(store, "two", what=What.CLASH, location=at_oker())
    keep(store, "three", what=What.BOMBING)
    assert ids(store, Filter(what=What.BOMBING, country="ml")) == [found]


def test_words_of_any_of_its_reports_find_an_incident(store: Store) -> None:
    found = keep(store, "Deux civils tués à Sénou", published=1)
    keep(store, "two civilians", published=2)
    assert ids(store, Filter(text="civils tues")) == [found]
    assert ids(store, Filter(text='"tues civils"')) == []
    assert ids(store, Filter(text="…")) == []


def test_background_comes_only_when_asked_for(store: Store) -> None:
    found = keep(store, "one", is_background=True)
    assert ids(store, Filter()) == []
    assert ids(store, Filter(with_background=True)) == [found]


def test_filters_add_up(store: Store) -> None:
    keep(store, "one", tolls=[toll(12)], days=on(3))
    found = keep(store, "two", tolls=[toll(12)], days=on(4))
    keep(store, "three", tolls=[toll(2)], days=on(4))
    wanted = Filter(place="oker", since=MARCH + timedelta(days=4), at_least=5)
    assert ids(store, wanted) == [found]
    assert store.count_incidents(wanted) == 1
    assert store.count_incidents() == 3


@pytest.mark.parametrize("order", list(Order))
def test_a_list_goes_on_where_it_stopped(store: Store, order: Order) -> None:
    for number in range(12):
        keep(
            store,
            f"report {number}",
            published=None if number % 5 == 0 else number % 3,
            days=None if number % 4 == 0 else on(number % 3),
            tolls=[] if number % 3 == 0 else [toll(number % 4)],
        )
    whole = ids(store, Filter(), order=order)
    assert len(set(whole)) == 12
    in_parts: list[str] = []
    while part := ids(
        store, Filter(), order=order, limit=5, after=in_parts[-1] if in_parts else None
    ):
        in_parts += part
    assert in_parts == whole


def test_the_order_is_as_it_says(store: Store) -> None:
    first = keep(store, "one", published=9, days=on(1), tolls=[toll(5)])
    second = keep(store, "two", published=5, days=on(8), tolls=[toll(9)])
    undated = keep(store, "three", days=None)
    assert ids(store, Filter(), order=Order.NEWEST) == [first, second, undated]
    assert ids(store, Filter(), order=Order.HAPPENED) == [second, first, undated]
    assert ids(store, Filter(), order=Order.KILLED) == [second, first, undated]


def test_going_on_behind_nothing_is_an_error(store: Store) -> None:
    with pytest.raises(UnknownIncident, match="nowhere"):
        store.incidents(after="nowhere")
