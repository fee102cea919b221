"""Incidents with a figure settled later, and everything that was said of them before.

Three archives, read into one shape. MAVERICK: what news reports say of an event, and what a
commission, the UN or an NGO says of it later. UCDP: the dated headlines of the articles an event
was coded from. Airwars: the sentences of an incident's page without the archive's own summary.
"""

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from tollbook.claim import Attribution, Claim, Count, Form, Group, Harm, Stance, TollClaim
from tollbook.document import Document, Imprint, Words, content_id
from tollbook.evaluating.suite import Reader

MAVERICK, WIRE, SYRIA, AIRWARS = "maverick", "ucdp wire", "ucdp syria", "airwars"

_NEWS: Final = frozenset(
    {"International news agency", "International news media", "National news media"}
)
_INQUIRIES: Final = frozenset(
    {
        "Human rights commission",
        "International civil society organization",
        "International organization",
        "Special commission",
    }
)
_PRINTED: Final = re.compile(r"\((?P<day>\d{4}-\d\d-\d\d)\)\s*(?P<headline>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """One incident: what was said of one harm, and the range settled later, both ends included.

    `corpus` is one of `MAVERICK`, `WIRE`, `SYRIA` and `AIRWARS`. `id` is the archive's own.
    """

    id: str
    corpus: str
    harm: Harm
    low: int
    high: int
    claims: tuple[Claim, ...]
    happened_on: date | None = None


def maverick(folder: Path, part: str) -> Iterator[Settled]:
    """Set what the news reported against what an inquiry reported last.

    All events that both report on, the dead of each; a coder read the reports, so the figures
    are the coder's. A report that tells of no dead is a report of none.
    """
    with (folder / "maverick" / f"{part}.csv").open(encoding="utf-8", newline="") as lines:
        rows_by_event: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
        for row in csv.DictReader(lines):
            rows_by_event[row["event_id"]].append(row)
    for event, rows in rows_by_event.items():
        news = [row for row in rows if row["source_type"] in _NEWS]
        inquiries = [row for row in rows if row["source_type"] in _INQUIRIES]
        if news and inquiries:
            last = max(inquiries, key=lambda row: (_printed(row)[0] or date.min, row["id"]))
            figure = _whole(last["deaths_best"])
            yield Settled(
                id=event,
                corpus=MAVERICK,
                harm=Harm.KILLED,
                low=figure,
                high=figure,
                claims=tuple(_reported(row) for row in news),
                happened_on=_began(news),
            )


def ucdp(folder: Path, part: str, reader: Reader) -> Iterator[Settled]:
    """Set what headlines tell against the coded toll of their event.

    Looked at are events with two articles or more. A headline that several events of the part
    were coded from tells of more than one, so it is no claim on any.
    """
    events = list(_lines(folder / "ucdp" / f"{part}.jsonl"))
    shared = Counter(key for event in events for key in {_key(each) for each in event["articles"]})
    for event in events:
        articles = {_key(each): each for each in event["articles"] if shared[_key(each)] == 1}
        if len(event["articles"]) < 2:
            continue
        yield Settled(
            id=str(event["id"]),
            corpus=SYRIA if event["set"] == "syria" else WIRE,
            harm=Harm.KILLED,
            low=event["best"],
            high=event["best"],
            claims=tuple(
                claim
                for headline in articles.values()
                for claim in _told(_article(headline, event["id"]), reader)
            ),
            happened_on=_day(event["date_start"]),
        )


def airwars(folder: Path, part: str, reader: Reader) -> Iterator[Settled]:
    """Set what the sentences of a page tell against the archive's range, killed and injured."""
    for row in _lines(folder / "airwars" / f"{part}.jsonl"):
        sentences = [each["text"] for each in row["sentences"] if not each["own_total"]]
        if not sentences:
            continue
        document = Document(text="\n\n".join(sentences), name=f"airwars {part} {row['code']}")
        claims = tuple(_told(document, reader))
        for harm in (Harm.KILLED, Harm.INJURED):
            if row[harm]:
                low, high = row[harm]
                yield Settled(
                    id=row["code"], corpus=AIRWARS, harm=harm, low=low, high=high, claims=claims
                )


def _told(document: Document | None, reader: Reader) -> Iterator[Claim]:
    if document is not None:
        for account in reader.accounts(document):
            yield from account.claims


def _article(article: Mapping[str, Any], event: object) -> Document | None:
    headline = (article["headline"] or "").strip()
    if not headline:
        return None
    return Document(
        text=headline,
        name=f"ucdp {event}",
        title=headline,
        publisher=article["publisher"] or None,
        published_at=_day(article.get("date")),
    )


def _key(article: Mapping[str, Any]) -> tuple[str, str, str]:
    return article["headline"] or "", article["publisher"] or "", article.get("date") or ""


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _printed(row: Mapping[str, str]) -> tuple[date | None, str]:
    """Give the day of print and the headline."""
    found = _PRINTED.search(row["source"])
    if found is None:
        return None, " ".join(row["source"].split())
    return date.fromisoformat(found["day"]), " ".join(found["headline"].split())


def _began(rows: Iterable[Mapping[str, str]]) -> date | None:
    """The day most reports say it began, the earliest of those said as often."""
    days = Counter(_day(row["date_start"]) for row in rows if row["date_start"])
    return min(days, key=lambda day: (-days[day], day or date.max)) if days else None


def _reported(row: Mapping[str, str]) -> TollClaim:
    """Make of one coded report the claim that it makes, in the outlet's own voice."""
    published_at, headline = _printed(row)
    best = _whole(row["deaths_best"])
    low, high = (_whole(row[f"deaths_{end}"]) for end in ("low", "high"))
    words = str(best)
    return TollClaim(
        harm=Harm.KILLED,
        count=Count(
            low=min(low, best),
            high=max(high, best),
            words=Words(text=words, start=0, end=len(words)),
            form=Form.NONE if high == 0 else Form.EXACT,
            stated=best,
        ),
        group=Group.PEOPLE,
        group_words=None,
        part_of=False,
        # A report that tells of no dead does not say that nobody died.
        attribution=Attribution(stance=Stance.HEDGED if high == 0 else Stance.ASSERTED),
        incident="A",
        sentence=Words(text=headline, start=0, end=len(headline)),
        imprint=Imprint(
            document_id=content_id("maverick", row["id"]),
            name=f"maverick {row['event_id']}",
            publisher=row["source_author"] or None,
            published_at=published_at,
        ),
    )


def _whole(figure: str) -> int:
    return int(float(figure))
