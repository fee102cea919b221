"""Invented nouns to keep: reports on Oker, Vell and Sarn, and what they tell."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from tollbook.claim import Claim, Group, Harm
from tollbook.document import Document, Words
from tollbook.incident import Account, Days, Incident, Link, Report, What
from tollbook.place import GazetteerEntry, Location
from tollbook.storing import AccountRow, BlockKey
from tollbook.testing import claim
from tollbook.toll import Case, Cell, Spread, Toll

ADDED = datetime(2031, 3, 5, 8, 30, tzinfo=UTC)
OKER = GazetteerEntry(
    id="tollbook:oker",
    name="Ôker",
    latitude=12.5,
    longitude=-8.25,
    feature="P.PPL",
    country="ML",
    adm1="Vell Region",
)


def printed(text: str = "At least 12 people were killed in Oker.", **more: Any) -> Document:
    """A document; what is not said is dull."""
    return Document(**{"text": text, "name": "report.txt", "publisher": "The Daily"} | more)


def told(document: Document, *words: str, label: str = "A", **more: Any) -> Account:
    """An account of a document with one claim for each figure."""
    claims: Sequence[Claim] = [
        claim(figure, document=document.id, incident=label) for figure in words
    ]
    given: dict[str, Any] = {"label": label, "what": What.CLASH, "imprint": document.imprint}
    return Account(**given | {"claims": tuple(claims)} | more)


def report(document: Document, *accounts: Account) -> Report:
    """What a document tells."""
    return Report(imprint=document.imprint, accounts=accounts)


def toll(best: int, *, harm: Harm = Harm.KILLED, group: Group = Group.PEOPLE) -> Toll:
    """A toll that rests on nothing."""
    return Toll(
        harm=harm,
        group=group,
        low=best,
        best=best,
        high=best + 2,
        spread=Spread(low=best, high=best, is_open=False, claim_ids=()),
        rulings=(),
        cells=(Cell(low=best, high=best, probability=1.0),),
        influences=(),
        voices=(),
        counted=(),
        set_aside=(),
    )


def case(*accounts: Account, tolls: Sequence[Toll] = (), **more: Any) -> Case:
    """An incident in Oker and its tolls."""
    given: dict[str, Any] = {
        "what": What.CLASH,
        "days": Days(first=date(2031, 3, 4), last=date(2031, 3, 4)),
        "places": ("Oker",),
        "perpetrators": (),
        "targets": (),
    }
    return Case(incident=Incident(accounts=accounts, **given | more), tolls=tuple(tolls))


def at_oker(**more: Any) -> Location:
    """A point in Oker."""
    given: dict[str, Any] = {
        "latitude": 12.5,
        "longitude": -8.25,
        "radius_km": 1.0,
        "where_prec": 1,
        "geo_precision": 1,
        "rule": "the town named",
        "entry": OKER,
    }
    return Location(**given | more)


def row(account: Account, *keys: tuple[str, date | None], evidence: str = "{}") -> AccountRow:
    """An account as linking compares it."""
    return AccountRow(
        account_id=account.id,
        document_id=account.imprint.document_id,
        label=account.label,
        first_day=None,
        last_day=None,
        latitude=None,
        longitude=None,
        evidence=evidence,
        keys=tuple(BlockKey(key=key, day=day) for key, day in keys),
        made_by="linker 1",
    )


def link(one: Account, other: Account, log_odds: float = 1.5) -> Link:
    """Why two accounts are one incident."""
    return Link(
        account_id=one.id, to_account_id=other.id, log_odds=log_odds, because=("same “day” +1.5",)
    )


def words(text: str) -> Words:
    """Words that stand at the beginning of something."""
    return Words(text=text, start=0, end=len(text))
