"""Texts in which every expression of time is marked: TimeBank, and the tables of TempEval-2."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha1
from itertools import groupby
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from tollbook.document import Span
from tollbook.errors import UnusableCorpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked expression: the numbers of its tokens, its TIMEX3 type and value."""

    tokens: frozenset[int]
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A text, its tokens, the day it was published, and what is marked in it."""

    name: str
    text: str
    tokens: tuple[Span, ...]
    published: date | None
    marks: tuple[Mark, ...]

    def tokens_in(self, start: int, end: int) -> frozenset[int]:
        """Give the numbers of the tokens that a stretch of the text touches."""
        found = enumerate(self.tokens)
        return frozenset(at for at, token in found if token.start < end and start < token.end)


def is_of_part(name: str, part: str) -> bool:
    """Whether a text is of the train or the dev part: seven tenths are train."""
    is_train = int(sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 10 < 7
    return is_train == (part == "train")


# --- TimeBank


_TOKEN: Final = re.compile(r"\w+(?:[.,:/]\w+)*|\S")


def read_timebank(folder: Path) -> Iterator[MarkedText]:
    """Read the articles of TimeBank, each up to what stands in its text.

    Raises:
        UnusableCorpus: a file is no XML.
    """
    for file in sorted(folder.glob("*.tml.xml")):
        try:
            root = ElementTree.fromstring(file.read_bytes())
        except ElementTree.ParseError as error:
            raise UnusableCorpus(f"`{file}` is no XML: {error}") from error
        yield _timebank_text(file.name.removesuffix(".tml.xml"), root)


def _timebank_text(name: str, root: ElementTree.Element) -> MarkedText:
    body = root.find(".//TEXT")
    pieces: list[str] = []
    spans: list[tuple[int, int, ElementTree.Element]] = []
    _collect(root if body is None else body, pieces, spans, 0)
    text = "".join(pieces)
    tokens = tuple(Span(start=m.start(), end=m.end()) for m in _TOKEN.finditer(text))
    unmarked = MarkedText(name=name, text=text, tokens=tokens, published=None, marks=())
    marks = [
        Mark(tokens=unmarked.tokens_in(start, end), type=one.get("type", ""), value=_value(one))
        for start, end, one in spans
        if one.get("functionInDocument") == "NONE"
    ]
    dated = [one for one in root.iter("TIMEX3") if one.get("functionInDocument") != "NONE"]
    return MarkedText(
        name=name,
        text=text,
        tokens=tokens,
        published=_day(_value(dated[0])) if dated else None,
        marks=tuple(marks),
    )


def _collect(
    element: ElementTree.Element,
    pieces: list[str],
    spans: list[tuple[int, int, ElementTree.Element]],
    at: int,
) -> int:
    """Gather the text of an element and where its expressions stand; give where it ends."""
    start = at
    pieces.append(element.text or "")
    at += len(pieces[-1])
    for child in element:
        at = _collect(child, pieces, spans, at)
        pieces.append(child.tail or "")
        at += len(pieces[-1])
    if element.tag == "TIMEX3":
        spans.append((start, at, element))
    return at


def _value(element: ElementTree.Element) -> str:
    return element.get("value", "")


# --- TempEval-2


_CLINGS: Final = frozenset(". , ; : ? ! ) % 's ' n't 're 've ''".split())
_OPENS: Final = ("(", "$", "#")


def read_tempeval2(folder: Path) -> Iterator[MarkedText]:
    """Read the tables of TempEval-2, wherever they lie below a folder.

    Where a folder holds several languages, only what lies below one called English is read.

    Raises:
        UnusableCorpus: a table lacks.
    """
    words: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for name, sentence, token, word in _rows(folder, "base-segmentation.tab", 4):
        words[name].append((int(sentence), int(token), word))
    published = {row[0]: _day(row[1]) for row in _rows(folder, "dct*.t*", 2)}
    extents: dict[str, dict[str, set[tuple[int, int]]]] = defaultdict(dict)
    for name, sentence, token, _, timex, *_ in _rows(folder, "timex-extents.tab", 5):
        extents[name].setdefault(timex, set()).add((int(sentence), int(token)))
    said: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for name, _, _, _, timex, _, key, *value in _rows(folder, "timex-attributes.tab", 7):
        said[name, timex][key] = value[0] if value else ""
    for name in sorted(words):
        places = sorted(set(words[name]))
        text, tokens = _joined(places)
        numbers = {(sentence, token): at for at, (sentence, token, _) in enumerate(places)}
        marks = [
            Mark(
                tokens=frozenset(numbers[place] for place in marked if place in numbers),
                type=said[name, timex].get("type", ""),
                value=said[name, timex].get("value", ""),
            )
            for timex, marked in extents[name].items()
        ]
        yield MarkedText(
            name=name,
            text=text,
            tokens=tokens,
            published=published.get(name),
            marks=tuple(mark for mark in marks if mark.tokens),
        )


def _rows(folder: Path, pattern: str, columns: int) -> Iterator[list[str]]:
    files = sorted(folder.rglob(pattern))
    english = [
        f for f in files if {"english", "en"} & {p.lower() for p in f.relative_to(folder).parts}
    ]
    if not files:
        raise UnusableCorpus(f"`{folder}` holds no {pattern}; TempEval-2 needs it")
    for file in english or files:
        for line in file.read_text("utf-8", errors="replace").splitlines():
            row = line.split("\t")
            if len(row) >= columns:
                yield row


def _joined(places: Iterable[tuple[int, int, str]]) -> tuple[str, tuple[Span, ...]]:
    """Write tokens as a text, one sentence a line, punctuation where a writer puts it."""
    text, tokens = "", []
    for _, sentence in groupby(places, key=lambda place: place[0]):
        is_first = True
        for _, _, word in sentence:
            if not is_first and word not in _CLINGS and not text.endswith(_OPENS):
                text += " "
            tokens.append(Span(start=len(text), end=len(text) + len(word)))
            text, is_first = text + word, False
        text += "\n"
    return text, tuple(tokens)


def _day(value: str) -> date | None:
    digits = re.sub(r"\D", "", value)[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
