"""A report's text -> its sentences and headline, verbatim and in order."""

import re

from tollbook.document import Passage, Role

# Ranks, titles and agency abbreviations after which a full stop ends no sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl pvt cmdr brig adm sen rep gov hon rev st sr jr "
    "no nos vs etc inc ltd co corp dept est approx jan feb mar apr jun jul aug sep sept oct nov "
    "dec mon tue tues wed thu thur thurs fri sat sun u.s u.n u.k e.g i.e a.m p.m supt det ofc "
    "insp pres min amb spc pfc msgt ssgt fig km".split()
)
_BREAK = re.compile(r"\n[ \t\r]*\n\s*")
_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[^\W_a-z]|\s+[-–—]|\s*$|\s+==)|\s+==+\s+")
_LAST_WORD = re.compile(r"[\w.’']+$")
# Scraped reports open with the date line of the page run into the first sentence.
_DATE_LINE = re.compile(
    r"^\W*(?:(?:published|posted|updated|last updated|date of publication)\W+)?(?:at\W+)?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W+)?"
    r"(?:\d{1,2}\W{1,2}[a-z]{3,9}\W+\d{4}|[a-z]{3,9}\W+\d{1,2}\W+\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{4})"
    r"(?:\W+\d{1,2}:?\d{2}(?=\W))?\s+",
    re.IGNORECASE,
)


def sentences(text: str) -> list[Passage]:
    """Split a report into its headline, if it has one, and its sentences.

    Nothing but white space between sentences is lost: `text[p.start:p.end] == p.text`.

    Returns:
        Passages in order, never overlapping, none empty.
    """
    paragraphs = _paragraphs(text)
    passages: list[Passage] = []
    headline = ""
    for number, (start, end) in enumerate(paragraphs):
        is_headline = number == 0 and len(paragraphs) > 1 and _reads_as_headline(text[start:end])
        if is_headline:
            headline = text[start:end]
            passages.append(_passage(text, start, end, Role.HEADLINE))
            continue
        for from_, to in _without_repeated_headline(text, start, end, headline):
            passages.extend(_split(text, from_, to))
    return [passage for passage in passages if passage.text]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Blank lines part paragraphs; so does every line end, unless lines are hard-wrapped."""
    lines = [line for line in text.split("\n") if line.strip()]
    longest = max((len(line) for line in lines), default=0)
    pattern = _BREAK if longest <= 100 else re.compile(r"\n+\s*")
    edges = [0]
    for match in pattern.finditer(text):
        edges += [match.start(), match.end()]
    edges.append(len(text))
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


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


def _split(text: str, start: int, end: int) -> list[Passage]:
    passages: list[Passage] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        if _is_abbreviation(text, begin, match.start(), match.group()):
            continue
        passages.append(_passage(text, begin, match.end(), Role.BODY))
        begin = match.end()
    passages.append(_passage(text, begin, end, Role.BODY))
    return passages


def _is_abbreviation(text: str, begin: int, at: int, mark: str) -> bool:
    if mark != ".":
        return False
    word = _LAST_WORD.search(text, begin, at)
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
