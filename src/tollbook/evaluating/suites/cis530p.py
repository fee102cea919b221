"""News on gun violence with how many were killed and injured, and when: exact agreement.

The task and the split are those of a term project of CIS 530. Most articles tell of nobody
harmed, so the same figures stand once more for those that do.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from tollbook.claim import Harm
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.coded import (
    HARMS,
    Coded,
    Reading,
    always,
    cases,
    document,
    read_all,
    share_right,
)
from tollbook.evaluating.suite import Figure, Reader, Result
from tollbook.extracting.situating.setting import date_report

FILES: Final = {"train": "train", "dev": "val", "test": "test"}
PEERS: Final = {Harm.KILLED: 0.837, Harm.INJURED: 0.742}
PEERS_WHERE_ANY: Final = {Harm.KILLED: 0.438, Harm.INJURED: 0.490}
PEER_DATE: Final = 0.774
TARGETS: Final = {Harm.KILLED: 0.93, Harm.INJURED: 0.88}
TARGETS_WHERE_ANY: Final = {Harm.KILLED: 0.80, Harm.INJURED: 0.78}
_PEER: Final = "best published system, on the sealed part"


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score one part, every article, those without text too.

    Raises:
        UnusableCorpus: the files of that part are not there or do not belong together.
    """
    readings = read_all(articles(folder, part), reader)
    return Result(
        suite="cis530p",
        part=part,
        annotator=reader.annotator.name,
        documents=len(readings),
        figures=tuple(_figures(readings)),
        notes=(
            "Right is only the very number that the coder noted, of everybody killed or injured "
            "in the incident, perpetrators included.",
            "The baseline takes the first number near a word for the harm. " + _majority(readings),
            "A date is the first day of the main incident, that of the report where it names "
            "none; the baseline always takes that of the report.",
        ),
        cases=tuple(cases(readings)),
    )


def articles(folder: Path, part: str) -> list[Coded]:
    """Read the articles of one part with what their coders noted.

    Raises:
        UnusableCorpus: the files of that part are not there or do not belong together.
    """
    texts, notes = (_load(folder / "cis530p" / f"{kind}_{FILES[part]}.json") for kind in ("X", "y"))
    if len(texts) != len(notes):
        raise UnusableCorpus(
            f"cis530p {part} has {len(texts)} articles and {len(notes)} notes; need as many"
        )
    return [
        Coded(
            document=document(row["text"], f"cis530p {part} {at}", row["publish_date"]),
            killed=note["n_killed"],
            injured=note["n_injured"],
            happened_on=_day(note.get("shooting_date")),
        )
        for at, (row, note) in enumerate(zip(texts, notes, strict=True))
    ]


def _day(noted: str | None) -> date | None:
    return date.fromisoformat(noted[:10]) if noted else None


def _load(file: Path) -> list[dict[str, Any]]:
    if not file.exists():
        raise UnusableCorpus(f"`{file}` is not there; cis530p needs X_*.json and y_*.json")
    rows: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return rows


def _figures(readings: list[Reading]) -> Iterator[Figure]:
    for harm in HARMS:
        yield share_right(
            f"{harm} exact",
            harm,
            readings,
            peer=PEERS[harm],
            peer_name=_PEER,
            target=TARGETS[harm],
        )
    if any(one.article.happened_on is not None for one in readings):
        yield _date_figure(readings)
    for harm in HARMS:
        yield share_right(
            f"{harm} exact",
            harm,
            [one for one in readings if one.article.noted(harm) > 0],
            peer=PEERS_WHERE_ANY[harm],
            peer_name=_PEER,
            target=TARGETS_WHERE_ANY[harm],
            section="where any were noted",
        )


def _date_figure(readings: list[Reading]) -> Figure:
    dated = [one for one in readings if one.article.happened_on is not None]
    right = sum(_happened_on(one) == one.article.happened_on for one in dated)
    plain = sum(_published(one) == one.article.happened_on for one in dated)
    return Figure(
        name="date exact",
        value=right / len(dated) if dated else 0.0,
        of=len(dated),
        baseline=plain / len(dated) if dated else 0.0,
        peer=PEER_DATE,
        peer_name=_PEER,
    )


def _happened_on(one: Reading) -> date | None:
    """The first day of the main incident; the day of the report where it names none."""
    document = one.article.document
    if document is None:
        return None
    told = [account.days for account in one.accounts[:1] if account.days is not None]
    days = told[0] if told else date_report(document)
    return days.first if days is not None else _published(one)


def _published(one: Reading) -> date | None:
    document = one.article.document
    moment = None if document is None else document.published_at
    return moment.date() if isinstance(moment, datetime) else moment


def _majority(readings: list[Reading]) -> str:
    told = []
    for harm in HARMS:
        number, _ = Counter(one.article.noted(harm) for one in readings).most_common(1)[0]
        told.append(f"{harm} always {number}: {always(number, harm, readings):.3f}")
    return f"Whoever always notes the commonest number is right as often: {', '.join(told)}."
