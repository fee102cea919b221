from datetime import UTC, date, datetime

from tests.storing.built import ADDED, at_oker, case, link, printed, report, row, told, toll, words
from tollbook.actor import Actor, Role, Side, Standing
from tollbook.claim import Group, Harm
from tollbook.document import Document
from tollbook.incident import Account, Copy, Descent
from tollbook.storing import IncidentRow, Reading, Store, TollRow

GUARD = Actor(id="vell-guard", name="Vell Guard", sector="MIL", inter=1, ucdp="Forces of Vell")


def accounts(store: Store, *texts: str) -> list[Account]:
    documents = [printed(text, published_at=date(2031, 3, 5)) for text in texts]
    store.add_documents(documents, added_at=ADDED, read_by="reader 1")
    kept = [told(document, "12") for document in documents]
    store.keep_accounts([], [row(account) for account in kept])
    return kept


def put(store: Store, *gone: str, new: object = ()) -> None:
    store.replace_incidents(gone, new, made_by="linker 1")  # type: ignore[arg-type]


def test_a_case_comes_back_whole(store: Store) -> None:
    one, two = accounts(store, "one", "two")
    copy = Copy(
        document_id=two.imprint.document_id,
        root_id=one.imprint.document_id,
        descent=Descent.COPY,
        because="the same words",
    )
    given = case(
        one,
        two,
        tolls=[toll(12), toll(3, group=Group.CHILD), toll(30, harm=Harm.INJURED)],
        location=at_oker(),
        links=(link(one, two, float("inf")),),
        doubts=(link(two, one, -0.5),),
        copies=(copy,),
    )
    put(store, new=[given])
    assert store.cases([given.incident.id]) == {given.incident.id: given}
    assert store.cases() == {given.incident.id: given}
    assert store.check() == ()


def test_a_line_says_what_the_case_holds(store: Store) -> None:
    one, two = accounts(store, "one", "two")
    side = Side(words=words("the guard"), role=Role.ATTACKED, standing=Standing.STATED, actor=GUARD)
    given = case(
        one,
        two,
        tolls=[toll(12), toll(3, group=Group.CHILD)],
        places=("Oker market", "Oker"),
        perpetrators=("gunmen",),
        targets=("a bus",),
        sides=(side,),
        location=at_oker(),
        doubts=(link(one, two),),
    )
    put(store, new=[given])
    expected = IncidentRow(
        id=given.incident.id,
        what=given.incident.what,
        first_day=date(2031, 3, 4),
        last_day=date(2031, 3, 4),
        places=("Oker market", "Oker"),
        country="ML",
        latitude=12.5,
        longitude=-8.25,
        actors=("gunmen", "Vell Guard"),
        targets=("a bus",),
        tolls=(
            TollRow(harm=Harm.KILLED, group=Group.PEOPLE, low=12, best=12, high=14),
            TollRow(harm=Harm.KILLED, group=Group.CHILD, low=3, best=3, high=5),
        ),
        reports=2,
        claims=2,
        doubts=1,
        is_background=False,
        part_of=None,
        last_published=date(2031, 3, 5),
        made_by="linker 1",
    )
    assert store.incident_rows([given.incident.id]) == {given.incident.id: expected}
    assert expected.toll(Harm.KILLED, Group.CHILD) == expected.tolls[1]
    assert expected.toll(Harm.INJURED) is None


def test_a_case_without_anything_is_a_line_too(store: Store) -> None:
    (one,) = accounts(store, "one")
    put(store, new=[case(one, places=(), days=None)])
    (found,) = store.incidents()
    assert (found.first_day, found.country, found.latitude, found.tolls) == (None, "", None, ())


def test_the_newest_report_is_told_by_its_day_in_utc(store: Store) -> None:
    late = datetime.fromisoformat("2031-03-09T23:30:00-05:00")
    documents = [printed("one", published_at=date(2031, 3, 9)), printed("two", published_at=late)]
    store.add_documents(documents, added_at=ADDED, read_by="reader 1")
    put(store, new=[case(*(told(document) for document in documents))])
    (found,) = store.incidents()
    assert found.last_published == late.astimezone(UTC).date() == date(2031, 3, 10)


def test_incidents_are_replaced_all_at_once(store: Store) -> None:
    one, two, three = accounts(store, "one", "two", "three")
    apart = [case(one), case(two), case(three)]
    put(store, new=apart)
    joined = case(one, two)
    gone = [each.incident.id for each in apart[:2]]
    put(store, *gone, new=[joined])
    assert set(store.cases()) == {joined.incident.id, apart[2].incident.id}
    assert store.incident_of([two.id, three.id, one.id, "unknown"]) == {
        two.id: joined.incident.id,
        three.id: apart[2].incident.id,
        one.id: joined.incident.id,
    }
    assert store.members([joined.incident.id]) == {
        joined.incident.id: tuple(sorted([one.id, two.id]))
    }
    assert store.check() == ()


def test_an_account_leaves_the_incident_it_was_in(store: Store) -> None:
    one, two = accounts(store, "one", "two")
    joined = case(one, two)
    put(store, new=[joined])
    other = next(each for each in (one, two) if each.id != joined.incident.id)
    put(store, new=[case(other)])
    assert store.incident_of([other.id]) == {other.id: other.id}


def test_replacing_an_incident_by_itself_leaves_one(store: Store) -> None:
    (one,) = accounts(store, "one")
    put(store, new=[case(one, tolls=[toll(12)])])
    put(store, new=[case(one, tolls=[toll(15)])])
    (found,) = store.incidents()
    killed = found.toll(Harm.KILLED)
    assert killed is not None
    assert killed.best == 15


def test_what_another_version_made_is_named(store: Store) -> None:
    one, two = accounts(store, "one", "two")
    put(store, new=[case(one)])
    store.replace_incidents([], [case(two)], made_by="linker 2")
    assert store.outdated("linker 2") == (one.id,)


def test_forgetting_leaves_what_is_kept_for_good(store: Store) -> None:
    from tests.storing.test_rulings import merge, sheet

    (document,) = (printed(),)
    store.add_documents([document], added_at=ADDED, read_by="reader 1")
    account = told(document, "12")
    store.decide(merge())
    store.add_sheet(sheet())
    store.keep_readings([Reading(report=report(document, account), made_by="reader 1")])
    store.keep_accounts([], [row(account, ("oker", None))])
    put(store, new=[case(account, tolls=[toll(12)])])
    store.take_note("linked by", "linker 1")

    store.forget_derived()

    assert store.documents() == {document.id: document}
    assert store.decisions() == (merge(),)
    assert store.sheets() == (sheet(),)
    assert store.unread("reader 1") == (document.id,)
    assert store.incidents() == ()
    assert store.accounts() == {}
    assert store.note("linked by") is None
    assert len(store.search("killed")) == 1
    assert store.check() == ()


def test_a_note_takes_the_place_of_the_one_before(store: Store) -> None:
    assert store.note("linked by") is None
    store.take_note("linked by", "linker 1")
    store.take_note("linked by", "linker 2")
    assert store.note("linked by") == "linker 2"


def test_documents_are_needed_for_incidents(store: Store) -> None:
    import pytest

    from tollbook.errors import UnusableStore

    elsewhere: Document = printed("never added")
    with pytest.raises(UnusableStore):
        put(store, new=[case(told(elsewhere))])
    assert store.incidents() == ()
