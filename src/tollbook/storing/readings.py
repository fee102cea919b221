"""What documents tell and what they repeat, as some version found it."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, delete, insert, select, text, update

from tollbook.claim import DamageClaim, Reaction, ResponsibilityClaim, TollClaim
from tollbook.incident import Account, Copy, Descent, Report
from tollbook.storing.bulk import by_ids, delete_by_ids, in_order, insert_rows
from tollbook.storing.packing import pack, unpack
from tollbook.storing.rows import Fingerprint, Reading
from tollbook.storing.schema import bands, claims, copies, documents, fingerprints, readings
from tollbook.storing.writing_out import bounded, shown

_BANDS = 200  # SQLite joins at most 500 questions into one; a band takes two


def keep_readings(connection: Connection, given: Iterable[Reading]) -> None:
    """Keep readings, the last of each document, and their claims one a row."""
    by_document = {reading.report.imprint.document_id: reading for reading in given}
    for table in (claims, readings):
        delete_by_ids(connection, delete(table), table.c.document_id, by_document)
    rows = [
        {"document_id": key, "made_by": kept.made_by, "report": pack(Report, kept.report)}
        for key, kept in by_document.items()
    ]
    insert_rows(connection, insert(readings), rows)
    told = [row for reading in by_document.values() for row in _claim_rows(reading.report.accounts)]
    for position, row in enumerate(told):
        row["position"] = position
    insert_rows(connection, insert(claims), told)


def _claim_rows(accounts: Iterable[Account]) -> Iterable[dict[str, Any]]:
    for account in accounts:
        for claim in account.claims:
            row: dict[str, Any] = {
                "document_id": claim.imprint.document_id,
                "id": claim.id,
                "account_id": account.id,
                "kind": claim.kind,
                "says": shown(str(claim)),
                "harm": None,
                "people": None,
                "low": None,
                "high": None,
                "source": None,
                "source_kind": None,
                "stance": None,
                "sentence": shown(claim.sentence.text),
            }
            match claim:
                case TollClaim():
                    row["harm"] = claim.harm.value
                    row["people"] = claim.group.value
                    row["low"] = bounded(claim.count.low)
                    row["high"] = bounded(claim.count.high)
                case ResponsibilityClaim() | DamageClaim() | Reaction():
                    pass
            if not isinstance(claim, Reaction):
                by = claim.attribution
                row["source"] = None if by.source is None else shown(by.source.text)
                row["source_kind"] = None if by.source_kind is None else by.source_kind.value
                row["stance"] = by.stance.value
            yield row


def kept_readings(connection: Connection, ids: Collection[str] | None) -> dict[str, Reading]:
    """Give readings by document."""
    query = select(readings.c.document_id, readings.c.made_by, readings.c.report)
    if ids is None:
        rows: Iterable[Any] = connection.execute(
            query.join(documents, documents.c.id == readings.c.document_id).order_by(
                documents.c.number
            )
        )
    else:
        rows = by_ids(connection, query, readings.c.document_id, ids)
    found = {
        row.document_id: Reading(report=unpack(Report, row.report), made_by=row.made_by)
        for row in rows
    }
    return in_order(ids, found)


def unread(connection: Connection, made_by: str | None) -> tuple[str, ...]:
    """Give documents without a reading by this version; without any, where none is named."""
    here = readings.c.document_id == documents.c.id
    if made_by is not None:
        here &= readings.c.made_by == made_by
    query = (
        select(documents.c.id)
        .outerjoin(readings, here)
        .where(readings.c.document_id.is_(None))
        .order_by(documents.c.number)
    )
    return tuple(connection.execute(query).scalars())


def keep_fingerprints(connection: Connection, given: Iterable[Fingerprint]) -> None:
    """Keep fingerprints, the last of each document, and their bands."""
    by_document = {fingerprint.document_id: fingerprint for fingerprint in given}
    for table in (bands, fingerprints):
        delete_by_ids(connection, delete(table), table.c.document_id, by_document)
    rows = [
        {"document_id": key, "made_by": kept.made_by, "signature": kept.signature}
        for key, kept in by_document.items()
    ]
    insert_rows(connection, insert(fingerprints), rows)
    stands_in = [
        {"band": band, "printed": kept.printed, "document_id": key}
        for key, kept in by_document.items()
        for band in dict.fromkeys(kept.bands)
    ]
    insert_rows(connection, insert(bands), stands_in)


def kept_fingerprints(
    connection: Connection, ids: Collection[str] | None
) -> dict[str, Fingerprint]:
    """Give fingerprints by document."""
    query = select(fingerprints.c.document_id, fingerprints.c.made_by, fingerprints.c.signature)
    column = fingerprints.c.document_id
    in_bands_of = select(bands.c.document_id, bands.c.band, bands.c.printed)
    if ids is None:
        rows: Iterable[Any] = connection.execute(query)
        banded: Iterable[Any] = connection.execute(in_bands_of)
    else:
        rows = by_ids(connection, query, column, ids)
        banded = by_ids(connection, in_bands_of, bands.c.document_id, ids)
    by_document: dict[str, list[str]] = {}
    printed: dict[str, str] = {}
    for band in banded:
        by_document.setdefault(band.document_id, []).append(band.band)
        printed[band.document_id] = band.printed
    found = {
        row.document_id: Fingerprint(
            document_id=row.document_id,
            signature=row.signature,
            bands=tuple(sorted(by_document.get(row.document_id, ()))),
            made_by=row.made_by,
            printed=printed.get(row.document_id, ""),
        )
        for row in rows
    }
    return in_order(ids, found)


def signatures(connection: Connection, ids: Collection[str]) -> dict[str, bytes]:
    """Give the signatures of documents, without their bands."""
    query = select(fingerprints.c.document_id, fingerprints.c.signature)
    rows = by_ids(connection, query, fingerprints.c.document_id, ids)
    return in_order(ids, {row.document_id: row.signature for row in rows})


def sign(connection: Connection, given: Mapping[str, bytes]) -> None:
    """Put other signatures in the place of those kept; the bands stay."""
    if given:
        here = update(fingerprints).where(fingerprints.c.document_id == bindparam("document"))
        rows = [{"document": key, "signed": signed} for key, signed in given.items()]
        connection.execute(here.values(signature=bindparam("signed")), rows)


def in_bands(connection: Connection, wanted: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Give the documents of each band, by id."""
    found: dict[str, list[str]] = {}
    for row in by_ids(connection, select(bands), bands.c.band, wanted):
        found.setdefault(row.band, []).append(row.document_id)
    return in_order(wanted, {band: tuple(sorted(ids)) for band, ids in found.items()})


def near_in_bands(
    connection: Connection, wanted: Collection[str], printed: str, limit: int
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Walk bands from a place both ways, no further than `limit` documents each."""
    every = list(dict.fromkeys(wanted))
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    given: dict[str, object] = {"printed": printed, "limit": limit}
    for start in range(0, len(every), _BANDS):
        some = every[start : start + _BANDS]
        # Few different statements, so that they stay prepared: nothing stands in a band "".
        count = min(_BANDS, 1 << (len(some) - 1).bit_length())
        named = {f"band_{here}": some[here] if here < len(some) else "" for here in range(count)}
        for row in connection.execute(_walks(count), given | named):
            side = before if row.printed < printed else after
            side.setdefault(row.band, []).append(row.document_id)
    return {
        band: (tuple(before.get(band, ())), tuple(after.get(band, ())))
        for band in every
        if band in before or band in after
    }


# Written out, as for blocks: many questions taken together as objects take seconds.
@lru_cache(maxsize=_BANDS)
def _walks(count: int) -> TextClause:
    ways = (
        "printed < :printed ORDER BY printed DESC, document_id DESC",
        "printed > :printed ORDER BY printed, document_id",
    )
    walks = (
        f"SELECT * FROM (SELECT band, printed, document_id FROM bands"
        f" WHERE band = :band_{here} AND {way} LIMIT :limit) AS walk"
        for here in range(count)
        for way in ways
    )
    return text(" UNION ALL ".join(walks))


def keep_copies(
    connection: Connection, document_ids: Collection[str], given: Iterable[Copy], made_by: str
) -> None:
    """Keep what some documents repeat, in place of what was kept of them."""
    by_document = {copy.document_id: copy for copy in given}
    column = copies.c.document_id
    delete_by_ids(connection, delete(copies), column, [*document_ids, *by_document])
    rows = [
        {
            "document_id": key,
            "root_id": copy.root_id,
            "descent": copy.descent.value,
            "because": shown(copy.because),
            "made_by": made_by,
        }
        for key, copy in by_document.items()
    ]
    insert_rows(connection, insert(copies), rows)


def kept_copies(connection: Connection, ids: Collection[str] | None) -> dict[str, Copy]:
    """Give what documents repeat."""
    query = select(copies)
    rows: Iterable[Any] = (
        connection.execute(query)
        if ids is None
        else by_ids(connection, query, copies.c.document_id, ids)
    )
    return in_order(ids, {row.document_id: _copy(row) for row in rows})


def repeating(connection: Connection, root_ids: Collection[str]) -> dict[str, tuple[Copy, ...]]:
    """Give the copies that go back to each of these documents, by id."""
    found: dict[str, list[Copy]] = {}
    for row in by_ids(connection, select(copies), copies.c.root_id, root_ids):
        found.setdefault(row.root_id, []).append(_copy(row))
    ordered = {
        root: tuple(sorted(several, key=lambda copy: copy.document_id))
        for root, several in found.items()
    }
    return in_order(root_ids, ordered)


def _copy(row: Any) -> Copy:
    return Copy(
        document_id=row.document_id,
        root_id=row.root_id,
        descent=Descent(row.descent),
        because=row.because,
    )
