"""More reports annotated by the same guideline: spans kept here, texts where their corpora are.

`training/annotations/*.jsonl` hold one report a line, as the guideline has it, but for words:
those stand as [start, end], code points into the text, which is not ours to copy. A text that
is not the one annotated (`sha256`, its first sixteen digits) is refused. Reports whose `part` is
"dev" are kept for choosing: nothing learns from them.
"""

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from tollbook.errors import UnusableCorpus
from training.corpora.gold import gold_sheet
from training.sheets import Sheet

ANNOTATIONS = Path(__file__).parents[1] / "annotations"
Texts = Callable[[Path], Mapping[str, str]]


def annotated_elsewhere(data: Path, annotations: Path = ANNOTATIONS) -> Iterator[Sheet]:
    """Read the reports to learn from that are annotated besides those of `claims-gold`.

    Raises:
        UnusableCorpus: a text is missing, or is not the one that was annotated.
    """
    for name, text, told in annotated_reports(data, "train", annotations):
        yield gold_sheet(text, told, name)


def annotated_reports(
    data: Path, part: str, annotations: Path = ANNOTATIONS
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give name, text and annotation, in the guideline's words, of every report of one part.

    Args:
        data: the folder of the corpora.
        part: "train" or "dev".
        annotations: the folder of the annotations, one file per corpus.

    Raises:
        UnusableCorpus: a text is missing, or is not the one that was annotated.
    """
    for corpus, read in _CORPORA.items():
        file = annotations / f"{corpus}.jsonl"
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        texts = read(data) if lines else {}
        for line in lines:
            record = json.loads(line)
            if record["part"] == part:
                text = _text(texts, record, corpus)
                yield record["id"], text, in_words(record, text)


def _text(texts: Mapping[str, str], record: Mapping[str, Any], corpus: str) -> str:
    name = record["id"].partition("_")[2]
    text = texts.get(name)
    if text is None:
        raise UnusableCorpus(f"{corpus} has no text {name!r}, which is annotated here")
    if sha256(text.encode()).hexdigest()[:16] != record["sha256"]:
        raise UnusableCorpus(f"{corpus}: the text {name!r} is not the one that was annotated")
    return text


def in_words(record: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Put words for spans: the report as the guideline writes it."""

    def words(span: list[int] | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    incidents = [
        {
            "id": incident["id"],
            "what": incident["what"],
            "when_words": words(incident["when"]),
            "where_words": [words(span) for span in incident["where"]],
        }
        for incident in record["incidents"]
    ]
    return {
        "published": None,
        "incidents": incidents,
        "claims": [_claim(claim, words) for claim in record["claims"]],
    }


def _claim(
    claim: Mapping[str, Any], words: Callable[[list[int] | None], str | None]
) -> dict[str, Any]:
    told = dict(claim) | {
        "sentence": words(claim["sentence"]),
        "source_words": words(claim.get("source")),
    }
    if claim["kind"] == "toll":
        return told | {
            "count_words": words(claim["count"]),
            "group_words": words(claim.get("group_words")),
            "part_of": claim.get("part_of", False),
            "source_kind": claim.get("source_kind"),
            "relay_words": words(claim.get("relay")),
            "cue_words": words(claim.get("cue")),
        }
    name = "object_words" if claim["kind"] == "damage" else "actor_words"
    return told | {name: words(claim["words"])}


def _wire(data: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    for file in sorted((data / "muc34/dev").glob("dev-muc3-*")):
        parts = re.split(r"^(DEV-MUC3-\d+) .*$", file.read_text("latin-1"), flags=re.M)
        texts |= {name: body.strip() for name, body in zip(parts[1::2], parts[2::2], strict=True)}
    return texts


def _world_news(data: Path) -> dict[str, str]:
    articles = ElementTree.parse(data / "geoparsing/TR-News.xml").getroot()
    return {article.get("docid", ""): article.findtext("text") or "" for article in articles}


def _sentences(data: Path) -> dict[str, str]:
    lines = (data / "event_location/train.jsonl").read_text("utf-8").split("\n")
    return {f"{number:05}": json.loads(line)["text"] for number, line in enumerate(lines) if line}


def _local_news(data: Path) -> dict[str, str]:
    records = map(json.loads, (data / "gva/train.docs.jsonl").read_text("utf-8").splitlines())
    return {
        record["doc_id"][:10]: f"{record['title']}\n\n{record['content']}" for record in records
    }


_CORPORA: dict[str, Texts] = {
    "muc34": _wire,
    "tr_news": _world_news,
    "event_location": _sentences,
    "gva": _local_news,
}
