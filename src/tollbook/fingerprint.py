"""What is kept of a document to find out which others it repeats, without its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tollbook.document import content_id

_ROWS: Final = 3
# One in so many kept runs is a key: of the training pairs of `wire-copies` that are judged of one
# origin all meet under some key, of one in six 2 % do not. Every key is a row of a store.
_ONE_IN: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """A document without its text: enough to tell whose copy it is.

    `runs` are numbers of runs of words, about one for every two words, in the order of the
    text; `telling` are those of them that hold a word of the title, all where there is none.
    `signature` is that of its MinHash and `maker` who computed it; `page` is its address
    without what differs from visit to visit; `agencies` are those it is signed with;
    `version` is that of the code that took it.
    """

    document_id: str
    published_at: date | datetime | None
    publisher: str | None
    page: str | None
    agencies: tuple[str, ...]
    words: int
    maker: str
    signature: tuple[int, ...]
    runs: tuple[int, ...]
    telling: tuple[int, ...]
    version: str

    def __repr__(self) -> str:
        return f"<Fingerprint of {self.document_id} words={self.words} runs={len(self.runs)}>"

    @property
    def bands(self) -> tuple[str, ...]:
        """The keys under which this meets what it may repeat: each once, sorted.

        Two documents that share no key are taken for strangers.
        """
        return tuple(sorted(set(self._keys())))

    def _keys(self) -> Iterator[str]:
        if self.page is not None:
            yield f"page:{content_id(self.page)}"
        yield from (f"run:{run:08x}" for run in self.runs if run % _ONE_IN == 0)
        if self.runs:
            for start in range(0, len(self.signature), _ROWS):
                rows = self.signature[start : start + _ROWS]
                yield f"{self.maker}:{content_id(start, *rows)}"
