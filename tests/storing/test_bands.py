from tests.storing.built import ADDED
from tollbook.storing import Fingerprint, Store
from tollbook.testing import document

PRINTED = ("2031-03-01", "2031-03-02", "2031-03-04", "2031-03-05")


def keep(store: Store) -> list[str]:
    """Four documents in one band, in the order they were printed."""
    documents = [document(f"Report of {printed} from Oker.") for printed in PRINTED]
    store.add_documents(documents, added_at=ADDED, read_by="reader 1")
    store.keep_fingerprints(
        Fingerprint(
            document_id=one.id,
            signature=b"as first taken",
            bands=("run:1", f"run:{printed}"),
            made_by="tracing 1",
            printed=printed,
        )
        for one, printed in zip(documents, PRINTED, strict=True)
    )
    return [one.id for one in documents]


def test_a_band_is_walked_both_ways_nearest_first(store: Store) -> None:
    ids = keep(store)
    near = store.near_in_bands(["run:1", "run:9"], "2031-03-03", limit=5)
    assert near == {"run:1": ((ids[1], ids[0]), (ids[2], ids[3]))}


def test_a_walk_ends_at_its_limit_and_leaves_out_where_it_began(store: Store) -> None:
    ids = keep(store)
    assert store.near_in_bands(["run:1"], PRINTED[1], limit=1) == {"run:1": ((ids[0],), (ids[2],))}


def test_another_signature_leaves_the_bands_as_they_were(store: Store) -> None:
    ids = keep(store)
    store.sign({ids[0]: b"another"})
    assert store.signatures([ids[1], ids[0]]) == {ids[1]: b"as first taken", ids[0]: b"another"}
    kept = store.fingerprints([ids[0]])[ids[0]]
    assert (kept.bands, kept.printed) == (("run:1", "run:2031-03-01"), PRINTED[0])
