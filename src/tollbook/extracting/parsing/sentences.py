"""A report's text -> its sentences and headline, verbatim and in order."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from tollbook.document import Passage, Role

# Ranks, titles and agency abbreviations after which a full stop ends no sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl pvt cmdr brig adm sen rep gov hon rev st sr jr "
    "no nos vs etc inc ltd co corp dept est approx jan feb mar apr jun jul aug sep sept oct nov "
    "dec mon tue tues wed thu thur thurs fri sat sun u.s u.n u.k e.g i.e a.m p.m supt det ofc "
    "insp pres min amb spc pfc msgt ssgt fig km".split()
)
_BREAK = re.compile(r"\n[ \t\r]*\n\s*")
_LINE_BREAK = re.compile(r"\n+\s*")
# Tables and lists run on without a full stop. The longest sentence of the training reports has
# about 1,100 characters; what a sentence costs grows faster than its length.
_LONGEST_SENTENCE = 4000
# Longer than any line of a text that is wrapped by hand.
_LONG_LINE = re.compile(r"[^\n]{101,}")
_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[^\W_a-z]|\s+[-–—]|\s*$|\s+==)|\s+==+\s+")
_LAST_WORD = re.compile(r"[\w.’']+$")
# No abbreviation is as long.
_LONGEST_WORD = 20
# Scraped reports open with the date line of the page run into the first sentence.
_DATE_LINE = re.compile(
    r"^\W*(?:(?:published|posted|updated|last updated|date of publication)\W+)?(?:at\W+)?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W+)?"
    r"(?:\d{1,2}\W{1,2}[a-z]{3,9}\W+\d{4}|[a-z]{3,9}\W+\d{1,2}\W+\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{4})"
    r"(?:\W+\d{1,2}:?\d{2}(?=\W))?\s+",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[Passage]:
    """Split a report into its headline, if it has one, and its sentences.

    Nothing but white space between sentences is lost: `text[p.start:p.end] == p.text`.

    Returns:
        Passages in order, never overlapping, none empty.
    """
    paragraphs = _paragraphs(text)
    opening = [*islice(paragraphs, 2)]
    headline = ""
    if len(opening) > 1 and _reads_as_headline(text[slice(*opening[0])]):
        start, end = opening.pop(0)
        headline = text[start:end]
        yield _passage(text, start, end, Role.HEADLINE)
    for start, end in chain(opening, paragraphs):
        for piece in _without_repeated_headline(text, start, end, headline):
            yield from filter(_has_words, _split(text, *piece))


def _has_words(passage: Passage) -> bool:
    return bool(passage.text)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Blank lines part paragraphs; so does every line end, unless lines are hard-wrapped."""
    is_wrapped = not any(line.group().strip() for line in _LONG_LINE.finditer(text))
    start = 0
    for match in (_BREAK if is_wrapped else _LINE_BREAK).finditer(text):
        yield from _unless_blank(text, start, match.start())
        start = match.end()
    yield from _unless_blank(text, start, len(text))


def _unless_blank(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text[start:end].strip():
        yield start, end


def _reads_as_headline(paragraph: str) -> bool:
    return len(paragraph) < 220 and "\n" not in paragraph.strip() and "--" not in paragraph


def _without_repeated_headline(
    text: str, start: int, end: int, headline: str
) -> list[tuple[int, int]]:
    """Cut a paragraph where it begins with its page's date line or repeats its own opening."""
    pieces: list[tuple[int, int]] = []
    head = headline.strip().rstrip(".")
    for _ in range(3):
        date_line = _DATE_LINE.match(text[start:end])
        if date_line:
            start += date_line.end()
        at = text.find(head, start, min(end, start + 200)) if len(head) > 20 else -1
        if at >= 0:
            pieces += [(start, at), (at, at + len(head))]
            start = at + len(head)
        if not date_line and at < 0:
            break
    return [*pieces, (start, end)]


def _split(text: str, start: int, end: int) -> Iterator[Passage]:
    begin = start
    for match in _STOP.finditer(text, start, end):
        if _is_abbreviation(text, begin, match.start(), match.group()):
            continue
        yield from _whole_or_cut(text, begin, match.end())
        begin = match.end()
    yield from _whole_or_cut(text, begin, end)


def _whole_or_cut(text: str, start: int, end: int) -> Iterator[Passage]:
    """Give a sentence whole; what is far too long for one is cut between words."""
    while end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        stop = blank if blank > 0 else start + _LONGEST_SENTENCE
        yield _passage(text, start, stop, Role.BODY)
        start = stop
    yield _passage(text, start, end, Role.BODY)


def _is_abbreviation(text: str, begin: int, at: int, mark: str) -> bool:
    if mark != ".":
        return False
    word = _LAST_WORD.search(text, max(begin, at - _LONGEST_WORD), at)
    if word is None:
        return False
    stem = word.group().lower()
    is_initial = len(stem) == 1 and stem.isalpha()
    return is_initial or stem in _ABBREVIATIONS


def _passage(text: str, start: int, end: int, role: Role) -> Passage:
    while start < end and (text[start].isspace() or text[start] == "="):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "="):
        end -= 1
    return Passage(text=text[start:end], start=start, end=end, role=role)
