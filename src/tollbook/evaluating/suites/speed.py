"""How fast the annotated reports are read on one core, and what reading only some sentences costs.

A second here is a second of one core: the time that all threads of this process worked, so that
a busy machine and one with many cores come to the same figures.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tollbook.annotating import Annotator, Rules, annotator
from tollbook.document import Document
from tollbook.errors import UnusableCorpus
from tollbook.evaluating import plain_regex
from tollbook.evaluating.cascade import Tally, claim_places, tally
from tollbook.evaluating.gold import GoldReport
from tollbook.evaluating.matching import compare
from tollbook.evaluating.scores import Scores, score
from tollbook.evaluating.suite import Figure, Reader, Result
from tollbook.evaluating.suites.claims_gold import reports
from tollbook.exporting.predictions import prediction
from tollbook.extracting.parsing.sentences import sentences
from tollbook.pipeline import tell

PASSES: Final = 3
TARGET: Final = 20.0
RECALL_MAY_FALL: Final = 0.005
PETRARCH: Final = 150.0


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Time the annotated reports of one part, with the reader's annotator and without.

    Raises:
        UnusableCorpus: there are no annotated reports there, or the split has no such part.
    """
    annotated = reports(folder, part)
    if not annotated:
        raise UnusableCorpus(f"the part {part!r} holds no reports; there is nothing to time")
    figures = [*_speeds(annotated, reader), *_cascade(annotated, reader)]
    characters = sum(len(report.text) for report in annotated) / len(annotated)
    return Result(
        suite="speed",
        part=part,
        annotator=reader.annotator.name,
        documents=len(annotated),
        figures=tuple(figures),
        notes=(
            f"Reports of {characters:,.0f} characters on average, best of {PASSES} passes, after "
            "one report that loads everything.",
            "A second is one in which one core works; the baseline is a regular expression.",
        ),
    )


def _speeds(annotated: Sequence[GoldReport], reader: Reader) -> Iterator[Figure]:
    documents = [report.document for report in annotated]
    said = sum(1 for document in documents for _ in sentences(document.text))
    ours = _per_second(reader.accounts, documents)
    plain = _per_second(lambda document: plain_regex.extract(document.text), documents)
    yield Figure(
        name="reports a second", value=ours, of=len(documents), baseline=plain, target=TARGET
    )
    yield Figure(
        name="sentences a second",
        value=ours * said / len(documents),
        of=said,
        baseline=plain * said / len(documents),
        peer=PETRARCH,
        peer_name="PETRARCH, about",
    )
    for name, other in _others(reader.annotator):
        speed = _per_second(Reader(annotator=other).accounts, documents)
        yield Figure(name=f"reports a second, {name}", value=speed, of=len(documents))


def _others(read_by: Annotator) -> Iterator[tuple[str, Annotator]]:
    if read_by.name != Rules.name:
        yield "rules only", Rules()
    thorough = _reading_all(read_by)
    if thorough is not None:
        yield "every sentence read", thorough


def _reading_all(read_by: Annotator) -> Annotator | None:
    """Give the annotator that differs in nothing but that it reads every sentence, if any does."""
    name, _, _ = read_by.name.partition(" ")
    return annotator(name, reads_all=True) if name == "encoder" else None


def _per_second(read: Callable[[Document], object], documents: Sequence[Document]) -> float:
    for document in documents[:1]:
        read(document)
    return len(documents) / min(_one_pass(read, documents) for _ in range(PASSES))


def _one_pass(read: Callable[[Document], object], documents: Sequence[Document]) -> float:
    began = time.process_time()
    for document in documents:
        read(document)
    # A clock that is too coarse for a handful of texts must not divide by nothing.
    return max(time.process_time() - began, 1e-6)


def _cascade(annotated: Sequence[GoldReport], reader: Reader) -> Iterator[Figure]:
    """Say how many sentences are read, and what is lost by not reading the rest."""
    thorough = _reading_all(reader.annotator)
    if thorough is None:
        return
    by_choice, by_all = _scores(annotated, reader.annotator), _scores(annotated, thorough)
    told = sum((tally(report.text, claim_places(report)) for report in annotated), Tally())
    yield Figure(
        name="share of sentences read", value=told.read / told.sentences, of=told.sentences
    )
    yield Figure(
        name="share of claims in the rest",
        value=told.lost / told.claims,
        of=told.claims,
        is_cost=True,
    )
    for name in ("found", "whole"):
        lost = by_all.ratio(name).recall - by_choice.ratio(name).recall
        yield Figure(
            name=f"recall lost, {name}",
            value=lost,
            of=by_all.ratio(name).gold,
            target=RECALL_MAY_FALL,
            is_cost=True,
        )


def _scores(annotated: Sequence[GoldReport], read_by: Annotator) -> Scores:
    return score(
        compare(report, prediction(tell(report.document, read_by))) for report in annotated
    )
