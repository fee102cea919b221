"""UCDP GED: the days of an event as its headlines tell them, beside those a coder noted.

Looked at are the headlines that name days. The corpus does not say how exactly a coder knew the
days; `date_prec` is compared with what the number of coded days comes to.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tollbook.dating import Dated, coded
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.extracting.situating.when import find_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A headline that names days, those we read, those coded, and the day of print."""

    ours: Dated
    noted: Dated
    published: date


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score the days and the precision that headlines give.

    Raises:
        UnusableCorpus: the file of that part is not there.
    """
    lines = (folder / "ucdp" / f"{part}.jsonl").read_text("utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    said = [one for event in events for one in _said(event)]
    for event in events:
        reader.watch(str(event["id"]))
    return Result(
        suite="ucdp",
        part=part,
        annotator=reader.annotator.name,
        documents=len(events),
        figures=tuple(_figures(said)),
        notes=(
            "of the headlines that name days; the baseline takes the day of print as exact. "
            "The coder's precision is that of the number of days coded",
        ),
        cases=tuple(_cases(said)),
    )


def _said(event: dict[str, Any]) -> Iterator[Said]:
    first, last = (date.fromisoformat(event[name][:10]) for name in ("date_start", "date_end"))
    noted = coded(first, last, "as coded")
    for article in event["articles"]:
        if noted is None or not article.get("date"):
            continue
        published = date.fromisoformat(article["date"][:10])
        days = [words.days for words in find_days(article["headline"] or "", published)]
        for ours in [one for one in days if one is not None][:1]:
            yield Said(ours=ours, noted=noted, published=published)


def _figures(said: Sequence[Said]) -> Iterator[Figure]:
    for name, right, plain in (
        (
            "date_prec the same",
            [one.ours.date_prec == one.noted.date_prec for one in said],
            [one.noted.date_prec == 1 for one in said],
        ),
        (
            "first day the same",
            [one.ours.first == one.noted.first for one in said],
            [one.published == one.noted.first for one in said],
        ),
        (
            "coded days among ours",
            [one.ours.first <= one.noted.first <= one.ours.last for one in said],
            [one.published == one.noted.first for one in said],
        ),
    ):
        of = max(len(said), 1)
        yield Figure(name=name, value=sum(right) / of, of=len(said), baseline=sum(plain) / of)


def _cases(said: Sequence[Said]) -> Iterator[Case]:
    for one in said:
        if one.ours.date_prec != one.noted.date_prec:
            yield Case(kind=f"date_prec {one.ours.date_prec} for {one.noted.date_prec}")
