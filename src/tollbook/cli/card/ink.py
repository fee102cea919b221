"""Marked and wrapped lines, before anybody knows whether they meet a terminal.

A line is a string in which a few private characters switch styles on and off. `plain`
writes marks as «…»; `coloured` writes them for a terminal. Text from reports goes through
`clean` first, so that no report can steer the reader's terminal.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

from tollbook.drawing.wording import clean

WIDTH = 80

MARK, END_MARK, BOLD, DIM, END = "\ue001", "\ue002", "\ue003", "\ue004", "\ue000"
_STYLES = {MARK: "\x1b[1;33m", BOLD: "\x1b[1m", DIM: "\x1b[2m", END_MARK: "\x1b[0m", END: "\x1b[0m"}
_PLAIN = str.maketrans({MARK: "«", END_MARK: "»", BOLD: None, DIM: None, END: None})
_SWITCH = re.compile(f"[{MARK}{END_MARK}{BOLD}{DIM}{END}]")


def bold(text: str) -> str:
    """Set words in bold."""
    return f"{BOLD}{text}{END}"


def dim(text: str) -> str:
    """Set words back."""
    return f"{DIM}{text}{END}"


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Mark stretches of a text; stretches that overlap are marked as one.

    Example:
        >>> plain(marked("at least 12 people", [(0, 11)]))
        '«at least 12» people'
    """
    pieces, at = [], 0
    for start, end in _merged(spans):
        pieces += [clean(text[at:start]), MARK, clean(text[start:end]), END_MARK]
        at = end
    return "".join([*pieces, clean(text[at:])])


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def width(text: str) -> int:
    """Say how many columns a text takes; a mark counts one, as in plain writing."""
    return cell_len(text.translate(_PLAIN))


def padded(text: str, columns: int) -> str:
    """Fill a text up to a width with spaces, or cut it to that width with an ellipsis."""
    if width(text) > columns:
        text = f"{chop_cells(text, columns - 1)[0].rstrip()}…"
    return text + " " * (columns - width(text))


def wrapped(
    text: str, indent: str = "", hanging: str | None = None, columns: int | None = None
) -> list[str]:
    """Break a text into lines of a width.

    Args:
        text: one paragraph; it may hold switches.
        indent: what the first line begins with.
        hanging: what the others begin with; the same as the first if None.
        columns: how wide a line may be; `WIDTH` if None.
    """
    columns = WIDTH if columns is None else columns
    start = indent
    hanging = indent if hanging is None else hanging
    lines: list[str] = []
    line = ""
    for word in _words(text, columns - max(width(indent), width(hanging))):
        longer = f"{line} {word}" if line else word
        if line and width(start + longer) > columns:
            lines.append(start + line)
            start, line = hanging, word
        else:
            line = longer
    return [*lines, start + line] if line else lines


def _words(text: str, room: int) -> Iterable[str]:
    for word in text.split():
        # A word longer than the line, as an address, is cut where the line ends.
        yield from chop_cells(word, room) if width(word) > room else [word]


def beside(left: Sequence[str], right: Sequence[str], column: int) -> list[str]:
    """Set lines to the right of others, from a column on. No style may run over a line's end."""
    pairs = zip_longest(left, right, fillvalue="")
    return [f"{padded(one, column)}{other}" if other else one for one, other in pairs]


def plain(line: str) -> str:
    """Write a line without any styles."""
    return line.translate(_PLAIN).rstrip()


def coloured(lines: Iterable[str]) -> list[str]:
    """Write lines for a terminal; a style that runs on starts again after the indent."""
    written, style = [], ""
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        body = f"{line[:indent]}{style}{_SWITCH.sub(lambda s: _STYLES[s[0]], line[indent:])}"
        switches = _SWITCH.findall(line)
        if switches:
            style = "" if switches[-1] in (END, END_MARK) else _STYLES[switches[-1]]
        written.append(f"{body.rstrip()}\x1b[0m" if style else body.rstrip())
    return written
