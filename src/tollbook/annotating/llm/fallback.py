"""What happens to a report that its annotator fails at: it is read by rules, and that is said."""

from collections.abc import Callable

from tollbook.annotating.annotator import Annotator, Rules
from tollbook.annotation import Annotation
from tollbook.document import Document
from tollbook.errors import AnnotatorFailed


class RulesWhereItFails:
    """Marks with an annotator; where that fails, the report is left to the rules alone."""

    def __init__(self, annotator: Annotator, say: Callable[[str], None]) -> None:
        """Ready to mark; `say` hears a sentence about each report that was left to rules."""
        self.failed = 0
        self._annotator = annotator
        self._say = say

    @property
    def name(self) -> str:
        """Who marks where nothing fails."""
        return self._annotator.name

    def annotate(self, document: Document) -> Annotation:
        """Mark one document. Never fails for one document alone."""
        try:
            return self._annotator.annotate(document)
        except AnnotatorFailed as failure:
            self.failed += 1
            self._say(f"`{document.name}` is read by rules alone: {failure}")
            return Rules().annotate(document)
