from tests.storing.built import ADDED, case, printed, report, row, told
from tests.storing.test_rulings import merge
from tollbook.storing import Found, Reading, Store


def test_an_id_or_its_beginning_leads_to_what_it_names(store: Store) -> None:
    document = printed()
    store.add_documents([document], added_at=ADDED, read_by="reader 1")
    first, second = told(document, "12", label="A"), told(document, label="B")
    store.keep_readings([Reading(report=report(document, first, second), made_by="reader 1")])
    store.keep_accounts([], [row(first), row(second)])
    joined = case(first, second)
    store.replace_incidents([], [joined], made_by="linker 1")
    store.decide(merge())
    incident_id = joined.incident.id
    other = next(each.id for each in (first, second) if each.id != incident_id)
    (claim,) = first.claims
    for key, kind in [
        (incident_id, "incident"),
        (other, "account"),
        (claim.id, "claim"),
        (document.id, "document"),
        (merge().id, "decision"),
    ]:
        for beginning in (key, key[:7], f" {key[:6].upper()} "):
            (found,) = store.find(beginning)
            assert (found.kind, found.id) == (kind, key)
    assert store.find(claim.id)[0] == Found(
        kind="claim", id=claim.id, document_id=document.id, incident_id=incident_id
    )
    assert store.find(other)[0].incident_id == incident_id


def test_an_account_without_an_incident_is_found_too(store: Store) -> None:
    document = printed()
    store.add_documents([document], added_at=ADDED, read_by="reader 1")
    account = told(document)
    store.keep_accounts([], [row(account)])
    assert store.find(account.id) == (
        Found(kind="account", id=account.id, document_id=document.id),
    )


def test_too_little_or_what_is_no_id_finds_nothing(store: Store) -> None:
    document = printed()
    store.add_documents([document], added_at=ADDED, read_by="reader 1")
    for beginning in (document.id[:3], "", "%%%%", "____", "'; --", "zzzzzz", "أبتثج"):
        assert store.find(beginning) == ()
