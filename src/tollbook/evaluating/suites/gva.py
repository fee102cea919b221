"""Local news on shootings in the United States, beside the toll the Gun Violence Archive keeps.

The archive counts an incident, and several articles tell of it. Here each article is scored by
itself against the count of its incident: an early article that tells of one dead is wrong where
another died later. So the same figures stand once more for the articles whose text holds the
count, in digits or in words; those are the ones a reader could get right.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
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
from tollbook.evaluating.plain_regex import WORDS
from tollbook.evaluating.suite import Figure, Reader, Result

TARGETS: Final = {Harm.KILLED: 0.85, Harm.INJURED: 0.80}
TARGETS_IN_TEXT: Final = {Harm.KILLED: 0.92, Harm.INJURED: 0.90}
_WORD_BY_NUMBER: Final = {number: word for word, number in WORDS.items() if " " not in word}


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score every article of one part.

    Raises:
        UnusableCorpus: the files of that part are not there, or an article has no incident.
    """
    readings = read_all(articles(folder, part), reader)
    return Result(
        suite="gva",
        part=part,
        annotator=reader.annotator.name,
        documents=len(readings),
        figures=tuple(_figures(readings)),
        notes=(
            "Each article is scored by itself: right is the very number that the archive keeps "
            "for its incident, perpetrators included. An article of two incidents is scored "
            "against the first listed.",
            "Where the figure stands in the text: articles of incidents with a count above zero "
            "that hold it as a whole word, in digits or in words.",
            "The baseline takes the first number near a word for the harm. " + _majority(readings),
        ),
        cases=tuple(cases(readings)),
    )


def articles(folder: Path, part: str) -> list[Coded]:
    """Read the articles of one part, each with the count of its incident.

    Raises:
        UnusableCorpus: the files of that part are not there, or an article has no incident.
    """
    counts: dict[str, tuple[int, int]] = {}
    for incident in _rows(folder / "gva" / f"{part}.incidents.jsonl"):
        for doc_id in incident["docs"]:
            counts.setdefault(doc_id, (incident["killed"], incident["injured"]))
    found = []
    for row in _rows(folder / "gva" / f"{part}.docs.jsonl"):
        if row["doc_id"] not in counts:
            raise UnusableCorpus(f"gva {part}: no incident lists the article {row['doc_id']}")
        killed, injured = counts[row["doc_id"]]
        article = document(_text(row), f"gva {part} {row['doc_id']}", row["dct"])
        found.append(Coded(document=article, killed=killed, injured=injured))
    return found


def _text(row: dict[str, Any]) -> str:
    title, content = (row["title"] or "").strip(), (row["content"] or "").strip()
    return content if content.startswith(title) else f"{title}\n\n{content}".strip()


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    if not file.exists():
        raise UnusableCorpus(
            f"`{file}` is not there; gva needs <part>.docs.jsonl and <part>.incidents.jsonl"
        )
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def stands_in(number: int, text: str) -> bool:
    """Whether a text holds a number as a whole word, in digits or in words.

    Example:
        >>> stands_in(4, "Four people were shot"), stands_in(4, "in 2014")
        (True, False)
    """
    word = _WORD_BY_NUMBER.get(number)
    either = rf"{number}|{word}" if word else str(number)
    return re.search(rf"(?<![\w$.,:-])(?:{either})(?![\w%:-]|[.,]\d)", text, re.I) is not None


def _figures(readings: list[Reading]) -> Iterator[Figure]:
    for harm in HARMS:
        yield share_right(f"{harm} exact", harm, readings, target=TARGETS[harm])
    for harm in HARMS:
        yield share_right(
            f"{harm} exact",
            harm,
            [one for one in readings if _is_in_text(one, harm)],
            target=TARGETS_IN_TEXT[harm],
            section="where the figure stands in the text",
        )


def _is_in_text(one: Reading, harm: Harm) -> bool:
    number, article = one.article.noted(harm), one.article.document
    return number > 0 and article is not None and stands_in(number, article.text)


def _majority(readings: Iterable[Reading]) -> str:
    told, every = [], list(readings)
    for harm in HARMS:
        number, _ = Counter(one.article.noted(harm) for one in every).most_common(1)[0]
        told.append(f"{harm} always {number}: {always(number, harm, every):.3f}")
    return f"Whoever always notes the commonest number is right as often: {', '.join(told)}."
