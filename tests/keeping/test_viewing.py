from datetime import UTC, date, datetime, timedelta

import pytest

from tests.keeping.conftest import Open
from tests.keeping.reports import FIRST_DAY, NOW, add, kept, report, reports
from tollbook.claim import Harm
from tollbook.document import Document
from tollbook.keeping import Book
from tollbook.storing import Filter, Order

DAY = timedelta(days=1)


def published_by(documents: list[Document], day: date) -> list[Document]:
    """The reports that could be read on a day; those without a date were added later."""
    days = [document.imprint.published_on for document in documents]
    return [d for d, on in zip(documents, days, strict=True) if on is not None and on <= day]


@pytest.mark.parametrize("after", [0, 2, 4, 7, 13])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_day_knows_what_a_store_of_that_day_knew(opened: Open, seed: int, after: int) -> None:
    documents, day = reports(24, seed), FIRST_DAY + after * DAY
    today, then = opened(), opened()
    add(today, documents)
    add(then, published_by(documents, day))
    for order in Order:
        listed = today.incidents(order=order, as_of=day, limit=100)
        assert listed == then.incidents(order=order, limit=100)
    for incident_id, case in kept(then).items():
        assert today.case(incident_id, as_of=day) == case


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(Filter(place="oker"), id="place"),
        pytest.param(Filter(since=FIRST_DAY + 2 * DAY, until=FIRST_DAY + 5 * DAY), id="days"),
        pytest.param(Filter(at_least=12), id="at least"),
        pytest.param(Filter(harm=Harm.INJURED, at_most=12), id="harm and at most"),
        pytest.param(Filter(text="shutters Vell"), id="text"),
        pytest.param(Filter(with_background=True), id="background too"),
        pytest.param(Filter(country="ML"), id="country"),
        pytest.param(Filter(actor="Salt Front"), id="actor"),
    ],
)
def test_what_a_day_knew_is_filtered_as_today_is(book: Book, opened: Open, wanted: Filter) -> None:
    documents, day = reports(20, seed=4), FIRST_DAY + 6 * DAY
    then = opened()
    add(book, documents)
    add(then, published_by(documents, day))
    assert book.incidents(wanted, as_of=day, limit=100) == then.incidents(wanted, limit=100)


def test_a_report_without_a_date_counts_from_the_day_it_was_added(book: Book) -> None:
    undated = report(printed=None)
    add(book, [undated])
    assert book.case(undated.id, as_of=NOW.date() - DAY) is None
    assert book.case(undated.id, as_of=NOW.date()) is not None
    assert book.incidents(as_of=NOW.date() - DAY) == ()


def test_a_figure_that_came_later_is_not_known_yet(book: Book) -> None:
    first = report(killed=12, printed=0)
    update = report(killed=19, source="the police", publisher="Vell Post", printed=2)
    add(book, [first, update])
    today = book.case(first.id)
    then = book.case(update.id, as_of=FIRST_DAY + DAY)
    assert today is not None
    assert then is not None
    assert len(today.incident.accounts) == 2
    assert {a.imprint.document_id for a in then.incident.accounts} == {first.id}


def test_every_incident_is_given_as_a_day_knew_it(opened: Open) -> None:
    documents, day = reports(24, seed=1), FIRST_DAY + 4 * DAY
    today, then = opened(), opened()
    add(today, documents)
    add(then, published_by(documents, day))
    assert {case.incident.id: case for case in today.cases(as_of=day)} == kept(then)
    assert {case.incident.id: case for case in today.cases()} == kept(today)


def test_what_people_decided_holds_on_every_day(book: Book) -> None:
    oker, vell = report("Oker"), report("Vell", 20, kind="An air strike")
    add(book, [oker, vell])
    book.merge([oker.id, vell.id], by="L. Oster", at=datetime(2031, 5, 1, tzinfo=UTC))
    (row,) = book.incidents(as_of=FIRST_DAY)
    assert row.reports == 2


def test_the_history_of_an_incident_leads_to_its_toll(book: Book) -> None:
    first = report(killed=12, printed=0)
    update = report(killed=19, source="the police", publisher="Vell Post", printed=2)
    add(book, [first, update])
    incident, steps = book.history(first.id)
    assert [step.day for step in steps] == [FIRST_DAY, FIRST_DAY + 2 * DAY]
    case = book.case(first.id)
    assert case is not None
    assert incident == case.incident


def test_a_search_names_the_incidents_its_reports_tell_of(book: Book) -> None:
    add(book, [report("Oker"), report("Vell")])
    ((hit, ids),) = book.search("shutters VELL")
    assert hit.imprint.name.startswith("vell")
    assert ids == (book.find(hit.imprint.document_id),)


def test_what_may_be_the_same_is_named_with_why(book: Book) -> None:
    documents = reports(24, seed=0)
    add(book, documents)
    doubtful = [case.incident for case in kept(book).values() if case.incident.doubts]
    assert doubtful
    for incident in doubtful:
        beside = book.beside(incident)
        assert beside
        assert all(link in incident.doubts for link, _ in beside)
        assert incident.id not in {row.id for _, row in beside}
