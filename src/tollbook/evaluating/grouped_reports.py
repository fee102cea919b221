"""Reports that people sorted by the incident they tell of: the corpora behind `linking`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tollbook.document import Document
from tollbook.errors import UnusableCorpus

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedReports:
    """One corpus: documents, the group of each by its name, and pairs that are easily mistaken.

    A document without a group is read and linked like the others, and not scored. `floor` gives
    what the plain rule of the corpus joins by, where the corpus itself has a place and a date.
    """

    name: str
    documents: tuple[Document, ...]
    group_of: Mapping[str, str]
    apart: tuple[Pair, ...] = ()
    floor: Mapping[str, str] = field(default_factory=dict)


def gun_violence(folder: Path, part: str) -> GroupedReports:
    """Local news on shootings; an article of two incidents counts for the first that lists it.

    Raises:
        UnusableCorpus: the files of that part are not there.
    """
    group_of: dict[str, str] = {}
    for incident in _rows(folder / "gva" / f"{part}.incidents.jsonl"):
        for doc_id in incident["docs"]:
            group_of.setdefault(doc_id, incident["incident_id"])
    documents = tuple(
        Document(
            text=f"{row['title']}\n\n{row['content']}".strip(),
            name=row["doc_id"],
            title=row["title"],
            published_at=_day(row["dct"]),
        )
        for row in _rows(folder / "gva" / f"{part}.docs.jsonl")
        if (row["title"] + row["content"]).strip() and row["doc_id"] in group_of
    )
    return GroupedReports(name="gva", documents=documents, group_of=group_of)


def syrian_war(folder: Path, part: str) -> GroupedReports:
    """Reports of fifteen outlets of opposed camps on the war in Syria.

    Raises:
        UnusableCorpus: the files of that part are not there.
    """
    rows = list(_rows(folder / "incidents_syria" / f"{part}.reports.jsonl"))
    sorted_by_hand = folder / "incidents_syria" / f"{part}.clusters.json"
    table = json.loads(_existing(sorted_by_hand).read_text(encoding="utf-8"))
    documents = tuple(
        Document(
            text=row["text"],
            name=row["id"],
            title=row["title"],
            publisher=row["publisher"],
            published_at=_day(row["date"]),
        )
        for row in rows
    )
    return GroupedReports(
        name="incidents_syria",
        documents=documents,
        group_of={
            report["id"]: cluster["id"]
            for cluster in table["clusters"]
            for report in cluster["reports"]
        },
        apart=tuple((left, right) for left, right, *_ in table["hard_negatives"]),
        floor={row["id"]: f"{row['location']} {row['date']}" for row in rows},
    )


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with _existing(file).open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _existing(file: Path) -> Path:
    if not file.exists():
        raise UnusableCorpus(
            f"`{file}` is not there; linking needs gva/<part>.docs.jsonl, "
            "gva/<part>.incidents.jsonl, incidents_syria/<part>.reports.jsonl and "
            "incidents_syria/<part>.clusters.json"
        )
    return file
