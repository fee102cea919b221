"""What a suite of `tollbook evaluate` measures: figures beside a plain baseline and the peers'."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tollbook.annotating import Annotator
from tollbook.document import Document
from tollbook.incident import Account
from tollbook.pipeline import tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a suite: shares and F1 lie in [0, 1]; `of` is how many things it rests on.

    `baseline` is what a plain method reaches in the same call; `peer` the best figure
    published (on the sealed part, or as the literature gives it), with its name.
    """

    name: str
    value: float
    of: int
    baseline: float | None = None
    peer: float | None = None
    peer_name: str | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one suite printed: its figures, and notes a reader needs to compare them."""

    suite: str
    part: str
    annotator: str
    documents: int
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads documents with one annotator, as `tollbook read` would."""

    annotator: Annotator

    def accounts(self, document: Document) -> tuple[Account, ...]:
        """Say what a document tells."""
        return tell(document, self.annotator)


class Suite(Protocol):
    """One corpus and the metric of its literature."""

    def __call__(self, folder: Path, part: str, reader: Reader) -> Result:
        """Measure.

        Args:
            folder: laid out like the corpora's own folder, so that the suite's files lie in
                `folder / <corpus>`.
            part: "train", "dev" or "test".
            reader: what reads.

        Raises:
            UnusableCorpus: the files of that part are not there.
        """
        ...
