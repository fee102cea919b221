import random
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

import pytest

from tests.keeping.reports import NOW, add, all_at_once, kept, report, reports
from tollbook.annotating import Rules
from tollbook.annotation import Annotation
from tollbook.document import Document, Unreadable
from tollbook.errors import AnnotatorFailed, UnusableEndpoint
from tollbook.keeping import Added, Book, Known, Unread, open_book
from tollbook.toll import Case

Open = Callable[..., Book]


class FailsOn:
    """Marks by rules, but for a document that has a word in it."""

    name = "rules"

    def __init__(self, word: str, error: Exception) -> None:
        self._word, self._error = word, error

    def annotate(self, document: Document) -> Annotation:
        if self._word in document.text:
            raise self._error
        return Rules().annotate(document)


@pytest.mark.parametrize("seed", range(4))
def test_in_any_order_the_incidents_are_those_of_linking_all_at_once(
    opened: Open, seed: int
) -> None:
    documents = reports(24, seed)
    expected = all_at_once(documents)
    assert any(case.incident.links for case in expected.values())
    assert any(case.incident.copies for case in expected.values())
    for order in range(3):
        random.Random(order).shuffle(documents)
        book = opened()
        add(book, documents)
        assert kept(book) == expected


def test_on_every_database_they_are_the_same(book: Book) -> None:
    documents = reports(16, seed=9)
    add(book, documents)
    assert kept(book) == all_at_once(documents)
    assert book.check() == ()


def test_recompute_gives_what_adding_gave(book: Book) -> None:
    add(book, reports(16, seed=5))
    before = kept(book)
    done = book.recompute()
    assert kept(book) == before
    assert (done.read, done.incidents, done.unread) == (0, len(before), ())


def test_recompute_reads_again_what_another_version_read(book: Book) -> None:
    add(book, [report(), report("Vell")])
    before = kept(book)
    ids = tuple(book.store.imprints())
    readings = book.store.readings(ids)
    book.store.keep_readings(
        replace(reading, made_by="tollbook 0, rules", report=replace(reading.report, accounts=()))
        for reading in readings.values()
    )
    assert book.recompute().read == 2
    assert kept(book) == before


def test_adding_twice_changes_nothing(book: Book) -> None:
    documents = reports(8, seed=3)
    add(book, documents)
    before = kept(book)
    again = list(book.add(documents, at=NOW))
    assert all(isinstance(each, Known) for each in again)
    assert kept(book) == before


def test_every_document_is_accounted_for_as_it_goes_by(book: Book) -> None:
    missing = Unreadable(name="gone.txt", reason="`gone.txt` cannot be opened")
    outcomes = list(book.add([report(), missing, report()], at=NOW))
    assert [type(each) for each in outcomes] == [Added, Unreadable, Known]
    assert isinstance(outcomes[0], Added)
    assert outcomes[0].incident_ids == tuple(kept(book))


def test_a_document_that_was_kept_and_never_read_is_read_on_the_next_run(book: Book) -> None:
    cut_short, next_one = report("Oker"), report("Vell")
    book.store.add_documents([cut_short], added_at=NOW, read_by="tollbook 0")
    outcomes = list(book.add([next_one], at=NOW))
    assert [each.imprint.document_id for each in outcomes if isinstance(each, Added)] == [
        cut_short.id,
        next_one.id,
    ]
    assert kept(book) == all_at_once([cut_short, next_one])


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(AnnotatorFailed("no answer"), id="the annotator gives up on one"),
        pytest.param(IndexError("of ours"), id="a fault of ours"),
    ],
)
def test_a_document_that_cannot_be_read_loses_no_other_and_is_tried_again(
    address: str, error: Exception
) -> None:
    documents = [report("Oker"), report("Vell"), report("Sarn")]
    with open_book(address, marker=FailsOn("Vell", error)) as book:
        outcomes = list(book.add(documents, at=NOW))
        assert [type(each) for each in outcomes] == [Added, Unread, Added]
        assert str(error) in getattr(outcomes[1], "reason", "")
        assert len(kept(book)) == 2
    with open_book(address, marker=Rules()) as book:
        assert [type(each) for each in book.resume()] == [Added]
        assert kept(book) == all_at_once(documents)


def test_an_annotator_that_cannot_be_used_at_all_ends_the_run_and_loses_nothing(
    address: str,
) -> None:
    broken = FailsOn("Oker", UnusableEndpoint("no such model"))
    with (
        open_book(address, marker=broken) as book,
        pytest.raises(UnusableEndpoint, match="no such model"),
    ):
        list(book.add([report()], at=NOW))
    with open_book(address, marker=Rules()) as book:
        assert book.store.count_documents() == 1
        assert len(list(book.resume())) == 1


def test_an_earlier_report_names_the_incident_and_the_old_id_still_leads_to_it(book: Book) -> None:
    late, early = report(killed=14, printed=2), report(killed=13, printed=0)
    add(book, [late])
    (old,) = kept(book)
    add(book, [early])
    (new,) = kept(book)
    assert new != old
    assert book.find(old[:6]) == new


def test_a_reprint_that_came_first_is_the_copy_once_the_original_is_in(book: Book) -> None:
    original = report(publisher="Oker Daily", printed=0)
    reprint = Document(
        text=original.text,
        name="reprint.txt",
        publisher="Vell Post",
        published_at=report(printed=1).published_at,
    )
    add(book, [reprint])
    add(book, [original])
    ((case),) = kept(book).values()
    assert [(copy.document_id, copy.root_id) for copy in case.incident.copies] == [
        (reprint.id, original.id)
    ]
    assert len(case.tolls[0].voices) == 1


def test_a_report_touches_the_incidents_of_its_neighbourhood_only(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(book, [report("Vell", day=1), report("Sarn", day=2), report("Oker", day=3)])
    written: list[str] = []
    replace_incidents = book.store.replace_incidents

    def spied(gone: Collection[str], new: Iterable[Case], *, made_by: str) -> None:
        cases = tuple(new)
        written.extend(case.incident.places[0] for case in cases)
        replace_incidents(gone, cases, made_by=made_by)

    monkeypatch.setattr(book.store, "replace_incidents", spied)
    add(book, [report("Oker", 15, day=3, source="the police")])
    assert set(written) == {"Oker"}


def test_a_report_of_no_harm_is_kept_and_tells_of_no_incident(book: Book) -> None:
    quiet = Document(text="Nothing was heard from Oker today.", name="quiet.txt")
    (outcome,) = book.add([quiet], at=NOW)
    assert outcome == Added(imprint=quiet.imprint, incident_ids=())
    assert book.incidents() == ()
