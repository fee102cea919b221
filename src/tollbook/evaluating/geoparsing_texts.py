"""The texts of the geoparsing corpora and the toponyms marked in them by hand.

TR-News, LGL and GeoWebNews are laid out alike: `article` with `toponyms/toponym`, each with
its phrase, its place in the text and, where the annotators found one, a GeoNames entry.
GeoVirus is laid out otherwise, counts characters from one, and has coordinates of Wikipedia.
"""

import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tollbook.errors import UnusableCorpus

CORPORA: Final = {
    "train": ("TR-News", "GeoVirus"),
    "dev": ("TR-News", "GeoVirus"),
    "test": ("lgl", "GWN"),
}
# One file each is here: by the hash of an article's address, modulo 10.
_TRAIN: Final = range(7)
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_ADRIFT: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A name marked by hand: where it stands, and the point it stands for where one is given."""

    start: int
    end: int
    point: tuple[float, float] | None
    feature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and the toponyms marked in it, in reading order."""

    corpus: str
    name: str
    text: str
    toponyms: tuple[Toponym, ...]


def articles(folder: Path, part: str) -> tuple[Article, ...]:
    """Load the articles of one part of every corpus that has it.

    Raises:
        UnusableCorpus: a file is no XML of that layout.
    """
    loaded: list[Article] = []
    for corpus in CORPORA[part]:
        path = folder / f"{corpus}.xml"
        root = _root(path)
        found = list(_geovirus(root) if corpus == "GeoVirus" else _trnews(root, corpus))
        if part != "test":
            found = [a for a in found if (_tenth(a.name) in _TRAIN) == (part == "train")]
        loaded += found
    return tuple(loaded)


def _root(path: Path) -> ET.Element:
    text = path.read_text("utf-8", errors="replace")
    try:
        return ET.fromstring(_UNPRINTABLE.sub(" ", text).lstrip("\ufeff"))
    except ET.ParseError as error:
        raise UnusableCorpus(f"`{path}` is no well-formed XML: {error}") from error


def _tenth(name: str) -> int:
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 10


def _trnews(root: ET.Element, corpus: str) -> Iterator[Article]:
    for number, row in enumerate(root.iter("article"), start=1):
        text = row.findtext("text") or ""
        found = []
        for toponym in row.iter("toponym"):
            phrase = (toponym.findtext("phrase") or "").strip()
            tag = toponym.find("gaztag")
            start, end = _place(text, phrase, int(toponym.findtext("start") or 0))
            feature = "" if tag is None else f"{tag.findtext('fclass')}.{tag.findtext('fcode')}"
            found.append(Toponym(start=start, end=end, point=_point(tag), feature=feature))
        yield _article(corpus, row.get("docid") or str(number), text, found)


def _geovirus(root: ET.Element) -> Iterator[Article]:
    for row in root.iter("article"):
        text = row.findtext("text") or ""
        found = []
        for location in row.iter("location"):
            first = int(location.findtext("start") or 1) - 1
            start, end = _place(text, location.findtext("name") or "", first)
            found.append(Toponym(start=start, end=end, point=_point(location)))
        yield _article("GeoVirus", row.findtext("source") or "", text, found)


def _article(corpus: str, name: str, text: str, found: list[Toponym]) -> Article:
    ordered = tuple(sorted(found, key=lambda toponym: (toponym.start, toponym.end)))
    return Article(corpus=corpus, name=name, text=text, toponyms=ordered)


def _place(text: str, phrase: str, start: int) -> tuple[int, int]:
    """Where a phrase stands: where the file says, or next to it where the file is adrift."""
    if text.startswith(phrase, start):
        return start, start + len(phrase)
    low = max(0, start - _ADRIFT)
    near = [match.start() for match in re.finditer(re.escape(phrase), text[low : start + _ADRIFT])]
    if near:
        start = low + min(near, key=lambda at: abs(low + at - start))
    return start, start + len(phrase)


def _point(tag: ET.Element | None) -> tuple[float, float] | None:
    if tag is None:
        return None
    latitude, longitude = tag.findtext("lat"), tag.findtext("lon")
    return None if not latitude or not longitude else (float(latitude), float(longitude))
