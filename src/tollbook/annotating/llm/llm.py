"""The annotator that asks a language model at an address the user named."""

from collections.abc import Collection, Iterator
from itertools import groupby
from pathlib import Path

from tollbook.annotating.llm.address import read_address
from tollbook.annotating.llm.answers import Answer, MalformedAnswer, read_answer
from tollbook.annotating.llm.cache import Cache
from tollbook.annotating.llm.endpoint import TIMEOUT, Endpoint, Patience
from tollbook.annotating.llm.placing import Placed, place
from tollbook.annotating.llm.portions import Portion, portions
from tollbook.annotating.llm.prompt import VERSION, messages, response_format, told_again
from tollbook.annotation import Annotation
from tollbook.document import Document, Passage, Span, content_id
from tollbook.errors import AnnotatorFailed


class LanguageModel:
    """Marks what a language model marks, as far as its words stand in the text.

    `refused` counts the marks whose words do not, `remembered` the answers that were at hand
    from an earlier run; `endpoint.spending` what was asked and what it took.
    """

    def __init__(self, *, endpoint: Endpoint, model: str, cache: Cache | None = None) -> None:
        self.endpoint = endpoint
        self.model = model
        self.refused = 0
        self.remembered = 0
        self._cache = cache

    @property
    def name(self) -> str:
        """The model, and the version of what it is told."""
        return f"llm {self.model}, prompt {VERSION}"

    def annotate(self, document: Document) -> Annotation:
        """Mark one document.

        Raises:
            AnnotatorFailed: the endpoint gave no usable answer for it.
            UnusableEndpoint: nobody answers at the address, or everybody is turned away.
        """
        placed = Placed()
        seen = list(portions(document.text))
        for portion, answer in self._answers(seen):
            placed.add(place(answer, portion, document.text))
        self.refused += placed.refused
        return Annotation(
            by=self.name,
            was_read=tuple(_read_stretches(seen, placed.unsettled)),
            marks=placed.marks,
            ties=tuple(placed.ties),
        )

    def _answers(self, seen: list[Portion]) -> Iterator[tuple[Portion, Answer]]:
        for portion in seen:
            yield portion, self._answer(portion)

    def _answer(self, portion: Portion) -> Answer:
        said = messages(portion)
        key = content_id(self.endpoint.address.url, self.model, VERSION, said[-1]["content"])
        known = self._remembered(key)
        if known is not None:
            self.remembered += 1
            return known
        answer, written = self._asked(said)
        if self._cache is not None:
            self._cache.keep(key, written)
        return answer

    def _remembered(self, key: str) -> Answer | None:
        written = None if self._cache is None else self._cache.find(key)
        try:
            return None if written is None else read_answer(written)
        except MalformedAnswer:  # somebody wrote into the cache
            return None

    def _asked(self, said: list[dict[str, str]]) -> tuple[Answer, str]:
        """Ask, and once more where the answer is malformed, saying what was wrong with it."""
        form = response_format()
        written = self.endpoint.ask(self.model, said, form)
        try:
            return read_answer(written), written
        except MalformedAnswer as mistake:
            said = told_again(said, written, str(mistake))
        written = self.endpoint.ask(self.model, said, form)
        try:
            return read_answer(written), written
        except MalformedAnswer as mistake:
            raise AnnotatorFailed(
                f"{self.model} answers twice with something else than marks: {mistake}"
            ) from None


def _read_stretches(seen: list[Portion], unsettled: Collection[Passage]) -> Iterator[Span]:
    """Give the stretches whose sentences were all read and settled."""
    passages = (passage for portion in seen for passage in portion.passages)
    for is_settled, run in groupby(passages, lambda passage: passage not in unsettled):
        if is_settled:
            whole = list(run)
            yield Span(start=whole[0].start, end=whole[-1].end)


def language_model(
    address: str,
    model: str,
    *,
    key: str | None = None,
    cache: str | Path | None = None,
    timeout: float = TIMEOUT,
) -> LanguageModel:
    """Give the annotator that asks a language model.

    The full text of every document it marks is sent to the address.

    Args:
        address: the base of any OpenAI-compatible endpoint ("http://localhost:11434/v1").
        model: its name, as the endpoint knows it.
        key: the endpoint's key, where it wants one.
        cache: a folder to keep answers in; without one everything is asked again.
        timeout: seconds to wait for one answer.

    Raises:
        UnusableEndpoint: the address is none, or the key cannot be sent.
        OSError: the folder cannot be used.
    """
    return LanguageModel(
        endpoint=Endpoint(read_address(address), key=key, patience=Patience(timeout=timeout)),
        model=model,
        cache=None if cache is None else Cache(Path(cache)),
    )
