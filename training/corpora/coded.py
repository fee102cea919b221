"""Texts whose coded counts bear out what the grammar reads in them: then it read them right."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from tollbook.claim import BACKGROUND, TollClaim
from tollbook.document import Document
from tollbook.extracting import extract
from training.sheets import Sheet

_COUNTED = {
    "killed": "killed",
    "injured": "injured",
    "kidnapped": "abducted",
    "arrested": "detained",
}


def counted_paragraphs(file: Path, share: float, dice: random.Random) -> Iterator[Sheet]:
    """Read paragraphs whose coded counts bear out what the grammar reads in them."""
    for line in file.read_text("utf-8").splitlines():
        if dice.random() < share:
            record = json.loads(line)
            if sheet := _borne_out(record["text"], _coded(record["counts"])):
                yield sheet


def _coded(counts: dict[str, object]) -> dict[str, int]:
    coded = dict.fromkeys(_COUNTED.values(), 0)
    for column, count in counts.items():
        for word, harm in _COUNTED.items():
            if word in column.lower() and isinstance(count, int | float):
                coded[harm] = max(coded[harm], int(count))
    return coded


def _borne_out(text: str, coded: dict[str, int]) -> Sheet | None:
    if not text.strip():
        return None
    claims = [
        claim
        for account in extract(Document(text=text, name="paragraph"))
        for claim in account.claims
        if isinstance(claim, TollClaim)
    ]
    for harm, count in coded.items():
        told = [claim.count.low for claim in claims if claim.harm == harm]
        if count != sum(told) and count not in told:
            return None
    sheet = Sheet(text=text)
    sheet.known.append((tuple(coded), 0, len(text)))
    for claim in claims:
        if claim.harm in coded and claim.incident != BACKGROUND:
            sheet.marks.append((claim.harm, claim.count.words.start, claim.count.words.end))
    return sheet


# The annotated reports are named by the first letters of an article's id.
ID = 10


def articles(
    docs: Path, incidents: Path, share: float, dice: random.Random, without: set[str]
) -> Iterator[Sheet]:
    """Read local news whose coded counts bear out what the grammar reads in them."""
    coded = {}
    for line in incidents.read_text("utf-8").splitlines():
        incident = json.loads(line)
        for name in incident["docs"]:
            coded[name] = {"killed": incident["killed"], "injured": incident["injured"]}
    for line in docs.read_text("utf-8").splitlines():
        record = json.loads(line)
        if dice.random() >= share or record["doc_id"] not in coded:
            continue
        if record["doc_id"][:ID] in without:
            continue
        if sheet := _borne_out(record["content"], coded[record["doc_id"]]):
            yield sheet
