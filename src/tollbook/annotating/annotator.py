"""The one thing that every annotator does, and how a user names one."""

from typing import Final, Protocol

from tollbook.annotation import Annotation
from tollbook.document import Document
from tollbook.errors import UnknownAnnotator

NAMES: Final = ("rules", "encoder")
DEFAULT: Final = "encoder"


class Annotator(Protocol):
    """Marks documents; the same document always gets the same marks."""

    @property
    def name(self) -> str:
        """Who marks, with its version: "encoder 1"."""
        ...

    def annotate(self, document: Document) -> Annotation:
        """Mark one document. Whatever stands in the annotation stands in the text."""
        ...


class Rules:
    """Marks nothing: the grammar of `extracting` reads alone."""

    name = "rules"

    def annotate(self, document: Document) -> Annotation:  # noqa: ARG002  the protocol's
        """Give an annotation that read nothing."""
        return Annotation(by=self.name)


def annotator(name: str = DEFAULT, *, reads_all: bool = False) -> Annotator:
    """Give the annotator a user names.

    Args:
        name: one of `NAMES`.
        reads_all: let it read every sentence, and not only those that may tell of harm; for
            measuring what that costs. The rules read everything anyway.

    Raises:
        UnknownAnnotator: there is none of that name.
    """
    if name == "rules":
        return Rules()
    if name == "encoder":
        # The rules shall not wait for what only the encoder needs.
        from tollbook.annotating.encoder import Encoder

        return Encoder(reads_all=reads_all)
    raise UnknownAnnotator(f"no annotator is called {name!r}; there are {', '.join(NAMES)}")
