"""Accounts as linking compares them: their blocks, their evidence, and how they were judged."""

import json
from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, delete, insert, select, text

from tollbook.incident import Judgement, Link
from tollbook.storing.bulk import by_ids, delete_by_ids, in_order, insert_rows
from tollbook.storing.rows import AccountRow, BlockKey
from tollbook.storing.schema import accounts, blocks, links
from tollbook.storing.writing_out import read_day, shown_day, shown_list

_UNDATED = ""
_LATEST = "9999-99-99"
_BLOCKS = 150  # SQLite joins at most 500 questions into one; a block takes three


def keep_accounts(
    connection: Connection, document_ids: Collection[str], given: Iterable[AccountRow]
) -> None:
    """Keep the accounts of some documents, in place of all that were kept of them."""
    by_account = {row.account_id: row for row in given}
    told_by = [*document_ids, *(row.document_id for row in by_account.values())]
    delete_by_ids(connection, delete(accounts), accounts.c.document_id, told_by)
    rows = [
        {
            "id": row.account_id,
            "document_id": row.document_id,
            "label": row.label,
            "first_day": shown_day(row.first_day),
            "last_day": shown_day(row.last_day),
            "latitude": row.latitude,
            "longitude": row.longitude,
            "evidence": row.evidence,
            "made_by": row.made_by,
        }
        for row in by_account.values()
    ]
    insert_rows(connection, insert(accounts), rows)
    stands_in = [
        {"block": key.key, "day": shown_day(key.day) or _UNDATED, "account_id": row.account_id}
        for row in by_account.values()
        for key in dict.fromkeys(row.keys)
    ]
    insert_rows(connection, insert(blocks), stands_in)


def kept_accounts(
    connection: Connection, account_ids: Collection[str] | None, *, with_keys: bool = True
) -> dict[str, AccountRow]:
    """Give account rows, with their blocks where they are wanted."""
    of_blocks = select(blocks).order_by(blocks.c.block, blocks.c.day)
    if account_ids is None:
        rows: Iterable[Any] = connection.execute(select(accounts).order_by(accounts.c.id))
        blocked: Iterable[Any] = connection.execute(of_blocks) if with_keys else ()
    else:
        rows = by_ids(connection, select(accounts), accounts.c.id, account_ids)
        known = account_ids if with_keys else ()
        blocked = by_ids(connection, of_blocks, blocks.c.account_id, known)
    keys: dict[str, list[BlockKey]] = {}
    for row in blocked:
        keys.setdefault(row.account_id, []).append(BlockKey(key=row.block, day=read_day(row.day)))
    found = {
        row.id: AccountRow(
            account_id=row.id,
            document_id=row.document_id,
            label=row.label,
            first_day=read_day(row.first_day),
            last_day=read_day(row.last_day),
            latitude=row.latitude,
            longitude=row.longitude,
            evidence=row.evidence,
            keys=tuple(keys.get(row.id, ())),
            made_by=row.made_by,
        )
        for row in rows
    }
    return in_order(account_ids, found)


def accounts_of(
    connection: Connection, document_ids: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Give the ids of the accounts of each document, by label."""
    query = select(accounts.c.document_id, accounts.c.label, accounts.c.id)
    found: dict[str, list[tuple[str, str]]] = {}
    for row in by_ids(connection, query, accounts.c.document_id, document_ids):
        found.setdefault(row.document_id, []).append((row.label, row.id))
    ordered = {key: tuple(told for _, told in sorted(several)) for key, several in found.items()}
    return in_order(document_ids, ordered)


def in_block(connection: Connection, key: str) -> tuple[str, ...]:
    """Give every account of a block, by day, those without one last."""
    query = (
        select(blocks.c.account_id)
        .where(blocks.c.block == key)
        .order_by(blocks.c.day == _UNDATED, blocks.c.day, blocks.c.account_id)
    )
    return tuple(dict.fromkeys(connection.execute(query).scalars()))


def nearest(
    connection: Connection, keys: Collection[str], day: date | None, limit: int
) -> dict[str, tuple[str, ...]]:
    """Walk blocks from a day both ways, no further than `limit` accounts."""
    every = list(dict.fromkeys(keys))
    found: dict[str, list[tuple[str, str]]] = {}
    given: dict[str, object] = {"day": shown_day(day) or _LATEST, "limit": limit}
    for start in range(0, len(every), _BLOCKS):
        some = every[start : start + _BLOCKS]
        # Few different statements, so that they stay prepared: nothing stands in a block "".
        count = min(_BLOCKS, 1 << (len(some) - 1).bit_length())
        named = {f"key_{here}": some[here] if here < len(some) else "" for here in range(count)}
        for row in connection.execute(_walks(count), given | named):
            found.setdefault(row.block, []).append((row.day, row.account_id))
    begin = day or date.max
    nearby = {
        key: tuple(dict.fromkeys(told for _, told in sorted(met, key=_distance_from(begin))))[
            :limit
        ]
        for key, met in found.items()
    }
    return in_order(keys, nearby)


# Written out, since taking hundreds of questions together as objects takes seconds.
@lru_cache(maxsize=_BLOCKS)
def _walks(keys: int) -> TextClause:
    ways = (
        "day >= :day ORDER BY day, account_id",
        "day < :day AND day > '' ORDER BY day DESC, account_id",
        "day = '' ORDER BY account_id",
    )
    walks = (
        f"SELECT * FROM (SELECT block, day, account_id FROM blocks"
        f" WHERE block = :key_{here} AND {way} LIMIT :limit) AS walk"
        for here in range(keys)
        for way in ways
    )
    return text(" UNION ALL ".join(walks))


def _distance_from(begin: date) -> Any:
    def distance(met: tuple[str, str]) -> tuple[bool, int, str, str]:
        day = read_day(met[0])
        return day is None, 0 if day is None else abs((day - begin).days), *met

    return distance


def keep_links(
    connection: Connection, account_ids: Collection[str], given: Iterable[Link], made_by: str
) -> None:
    """Keep links, in place of every link that touches some accounts."""
    by_pair = {(link.account_id, link.to_account_id): link for link in given}
    for column in (links.c.account_id, links.c.to_account_id):
        delete_by_ids(connection, delete(links), column, account_ids)
    if by_pair:
        this_pair = delete(links).where(
            links.c.account_id == bindparam("one"), links.c.to_account_id == bindparam("other")
        )
        connection.execute(this_pair, [{"one": one, "other": other} for one, other in by_pair])
    rows = [
        {
            "account_id": link.account_id,
            "to_account_id": link.to_account_id,
            "log_odds": link.log_odds,
            "judgement": link.judgement.value,
            "because": shown_list(link.because),
            "decision_id": link.decision_id,
            "made_by": made_by,
        }
        for link in by_pair.values()
    ]
    insert_rows(connection, insert(links), rows)


def kept_links(connection: Connection, account_ids: Collection[str]) -> tuple[Link, ...]:
    """Give every link that touches one of these accounts, each once."""
    found = {
        (row.account_id, row.to_account_id): Link(
            account_id=row.account_id,
            to_account_id=row.to_account_id,
            log_odds=row.log_odds,
            because=tuple(json.loads(row.because)),
            judgement=Judgement(row.judgement),
            decision_id=row.decision_id,
        )
        for column in (links.c.account_id, links.c.to_account_id)
        for row in by_ids(connection, select(links), column, account_ids)
    }
    return tuple(found[pair] for pair in sorted(found))
