"""The wire texts of MUC-3 and MUC-4, and which files make up each part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tollbook.document import Document
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.muc4.agreement import day
from tollbook.evaluating.muc4.templates import Template, read_templates

PARTS: Final = {"train": ("dev", "tst1", "tst2"), "dev": ("tst3",), "test": ("tst4",)}

_HEADER: Final = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_DATELINE: Final = re.compile(
    r"^\s*(?P<place>[A-Z][^,(\n]*?)\s*(?:\((?P<country>[^)]*)\))?,\s*"
    r"(?P<date>NO DATE|\d{1,2}\s+[A-Z]{3,9}\s+\d{2})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One text of the corpus, and the templates its key holds.

    `place` and `country` are those of its dateline, as far as it names them.
    """

    id: str
    text: str
    place: str | None
    country: str | None
    published: date | None
    key: tuple[Template, ...]

    @property
    def document(self) -> Document:
        """The text as tollbook is given it."""
        return Document(text=self.text, name=f"{self.id}.txt", published_at=self.published)


def read_messages(folder: Path, part: str) -> tuple[Message, ...]:
    """Read the texts of a part and their keys.

    Args:
        folder: holds `dev`, `tst1`, …; only those of the part need be there.
        part: one of `PARTS`.

    Raises:
        UnusableCorpus: there is no such part, or a file of it lacks.
    """
    if part not in PARTS:
        raise UnusableCorpus(f"MUC-4 has no part {part!r}; it has {', '.join(PARTS)}")
    found = [m for name in PARTS[part] for m in _messages(folder / name)]
    if not found:
        raise UnusableCorpus(f"`{folder}` holds no texts with a key for {part!r}")
    return tuple(found)


def _messages(folder: Path) -> Iterator[Message]:
    keys: dict[str, tuple[Template, ...]] = {}
    for file in sorted(folder.glob("key-*")):
        keys |= read_templates(file.read_text("latin-1"))
    # The same texts in mixed case, where they lie beside them, are another reading task.
    texts = [f for f in sorted(folder.glob("*-muc[34]*")) if not f.name.startswith("key-")]
    for file in texts:
        if file.name.endswith("mixed-case"):
            continue
        for name, text in split_messages(file.read_text("latin-1")):
            if name in keys:
                yield message(name, text, keys[name])


def split_messages(text: str) -> Iterator[tuple[str, str]]:
    """Cut a file into its messages: name and text, the header line left out."""
    pieces = _HEADER.split(text)
    for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
        if body.strip():
            yield name, body.strip() + "\n"


def message(name: str, text: str, key: tuple[Template, ...] = ()) -> Message:
    """Read a message's dateline."""
    dateline = _DATELINE.match(text)
    country = dateline and dateline["country"]
    return Message(
        id=name,
        text=text,
        place=dateline["place"] if dateline else None,
        country=country or None,
        published=day(dateline["date"]) if dateline else None,
        key=key,
    )
