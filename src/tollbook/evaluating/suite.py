"""What a suite of `tollbook evaluate` measures: figures beside a plain baseline and the peers'."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tollbook.annotating import Annotator
from tollbook.document import Document
from tollbook.evaluating.reliability import Sureness
from tollbook.incident import Account
from tollbook.pipeline import tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a suite: shares and F1 lie in [0, 1]; `of` is how many things it rests on.

    `baseline` is what a plain method reaches in the same call; `peer` the best figure
    published (on the sealed part, or as the literature gives it), with its name. Of figures
    that say the same about some of the texts only, `section` names which: "upper case". An
    F1 may say its `precision` and `recall`. `is_cost` marks what is better the lower it is.
    """

    name: str
    value: float
    of: int
    baseline: float | None = None
    peer: float | None = None
    peer_name: str | None = None
    target: float | None = None
    section: str = ""
    precision: float | None = None
    recall: float | None = None
    is_cost: bool = False

    @property
    def is_held(self) -> bool | None:
        """Whether the target is reached; None where there is none."""
        if self.target is None:
            return None
        return self.value <= self.target if self.is_cost else self.value >= self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing read wrongly: which `kind` of mistake, and how bad, the worse the larger.

    A kind is said in a few words that hold for many texts ("missed, abducted"), never in
    those of the text itself: what a suite reports may be published where its corpus may not.
    """

    kind: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one suite printed: its figures, and notes a reader needs to compare them.

    `cases` are the mistakes; `sureness` is given by the field of a claim it is about.
    `examples` show single mistakes, only of suites whose texts are invented.
    """

    suite: str
    part: str
    annotator: str
    documents: int
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()
    examples: tuple[str, ...] = ()
    sureness: Mapping[str, tuple[Sureness, ...]] = field(default_factory=dict)


def _nobody_watches(_name: str) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads documents with one annotator, as `tollbook read` would.

    `watch` is told the name of every document once it is read.
    """

    annotator: Annotator
    watch: Callable[[str], None] = _nobody_watches

    def accounts(self, document: Document) -> tuple[Account, ...]:
        """Say what a document tells."""
        accounts = tell(document, self.annotator)
        self.watch(document.name)
        return accounts


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
