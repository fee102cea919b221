"""Articles that a coder noted a toll for, and how often ours is the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tollbook.claim import Harm
from tollbook.coding import tally
from tollbook.document import Document
from tollbook.evaluating import plain_regex
from tollbook.evaluating.suite import Case, Figure, Reader
from tollbook.incident import Account

HARMS: Final = (Harm.KILLED, Harm.INJURED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One article and what its coder noted; some articles have lost their text."""

    document: Document | None
    killed: int
    injured: int
    happened_on: date | None = None

    def noted(self, harm: Harm) -> int:
        """The coder's number for a harm."""
        return self.killed if harm is Harm.KILLED else self.injured


def document(text: str, name: str, published: str | None) -> Document | None:
    """Make a document of an article, None where it has no text.

    Args:
        text: the article, its headline first.
        name: what to call it.
        published: the day in ISO 8601, if known.
    """
    if not text.strip():
        return None
    day = date.fromisoformat(published[:10]) if published else None
    return Document(text=text, name=name, published_at=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article beside our number and the plain one for each harm, and what we read in it."""

    article: Coded
    accounts: tuple[Account, ...]
    ours: dict[Harm, int]
    plain: dict[Harm, int]


def read_all(articles: Sequence[Coded], reader: Reader) -> list[Reading]:
    """Read articles, by our own coding and the plain way."""
    return [_read(article, reader) for article in articles]


def _read(article: Coded, reader: Reader) -> Reading:
    accounts: tuple[Account, ...] = ()
    ours = dict.fromkeys(HARMS, 0)
    if article.document is not None:
        accounts = reader.accounts(article.document)
        noted = tally(article.document, accounts)
        ours = {Harm.KILLED: noted.killed, Harm.INJURED: noted.injured}
    return Reading(article=article, accounts=accounts, ours=ours, plain=_plain(article))


def _plain(article: Coded) -> dict[Harm, int]:
    """The first number beside a word of the harm; none is a zero."""
    found: dict[Harm, int] = dict.fromkeys(HARMS, 0)
    if article.document is None:
        return found
    rows = plain_regex.extract(article.document.text)["claims"]
    for harm in HARMS:
        for row in rows:
            if row["kind"] == "toll" and row["harm"] == harm:
                found[harm] = row["count"]["low"]
                break
    return found


def share_right(
    name: str,
    harm: Harm,
    readings: Sequence[Reading],
    *,
    peer: float | None = None,
    peer_name: str | None = None,
    target: float | None = None,
    section: str = "",
) -> Figure:
    """Say how often a harm's number is exactly the coder's, ours and the plain one."""
    return Figure(
        name=name,
        value=_share([one.ours[harm] == one.article.noted(harm) for one in readings]),
        of=len(readings),
        baseline=_share([one.plain[harm] == one.article.noted(harm) for one in readings]),
        peer=peer,
        peer_name=peer_name if peer is not None else None,
        target=target,
        section=section,
    )


def always(number: int, harm: Harm, readings: Sequence[Reading]) -> float:
    """How often one number for every article would be right."""
    return _share([one.article.noted(harm) == number for one in readings])


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def cases(readings: Sequence[Reading]) -> Iterator[Case]:
    """Name the kind of each mistake."""
    for one in readings:
        for harm in HARMS:
            noted, ours = one.article.noted(harm), one.ours[harm]
            if noted != ours:
                yield Case(kind=f"{harm}: {_fault(noted, ours)}", weight=abs(noted - ours))


def _fault(noted: int, ours: int) -> str:
    if noted == 0:
        return "none noted, some read"
    if ours == 0:
        return "some noted, none read"
    return "too few read" if ours < noted else "too many read"
