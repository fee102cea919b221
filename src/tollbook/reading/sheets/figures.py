"""How many people a cell says: "12", "12+", "10-15", "1,200", "dozens"."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from tollbook.claim import Form
from tollbook.counting import read_count
from tollbook.errors import UnusableCount, UnusableSheet

NOT_KNOWN = frozenset(
    ["", "?", "-", "–", "—", "n/a", "na", "nan", "null", "unknown", "unk", "unclear", "n.d.", "tbc"]
)
"""What coders write into a cell that is empty. "None" is not here: it may be nobody."""

_PLAIN = re.compile(r"\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:([,.'’  \u202f])\d{3})(?:\1\d{3})*")
_POINT_ZERO = re.compile(r"(\d+)[.,]0+")
_ABOUT = re.compile(r"^(?:~|≈|ca?\.|circa)\s*", re.I)
_AT_LEAST = re.compile(r"^(?:>=|≥)\s*")
_MORE = re.compile(r"^>\s*")
_UP_TO = re.compile(r"^(?:<=|≤)\s*")
_FEWER = re.compile(r"^<\s*")
_PLUS = re.compile(r"\s+\+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one cell says: bounds, and the number it names if it names one."""

    low: int
    high: int | None
    named: int | None


class UnreadableCell(UnusableSheet):
    """A cell says nothing that can be used; the message quotes it and says what was expected."""


def read_people(cell: str, unknown: Collection[str] = ()) -> Told | None:
    """Read a number of people as a cell writes it.

    Returns:
        None where the cell says that it is not known.

    Raises:
        UnreadableCell: it is no number of people, or may be none or unknown.

    Example:
        >>> read_people("1,200").named, read_people("12+"), read_people("n/a")
        (1200, Told(low=12, high=None, named=12), None)
    """
    words = cell.strip()
    if words.casefold() in NOT_KNOWN or words in unknown:
        return None
    if words.casefold() == "none":
        raise UnreadableCell(f"{cell!r} may be nobody or not known; write 0, or leave it empty")
    digits = _digits(words)
    if digits is not None:
        return Told(low=digits, high=digits, named=digits)
    return _in_words(words, cell)


def _digits(words: str) -> int | None:
    if _PLAIN.fullmatch(words):
        return int(words)
    if _THOUSANDS.fullmatch(words):
        return int(re.sub(r"\D", "", words))
    if found := _POINT_ZERO.fullmatch(words):
        return int(found[1])
    return None


def _in_words(words: str, cell: str) -> Told:
    for sign, said in (
        (_ABOUT, "about "),
        (_AT_LEAST, "at least "),
        (_MORE, "more than "),
        (_UP_TO, "up to "),
        (_FEWER, "fewer than "),
        (_PLUS, "+"),
    ):
        words = sign.sub(said, words)
    try:
        count = read_count(words)
    except UnusableCount as error:
        raise UnreadableCell(f"{cell!r} is no number of people") from error
    named = count.low if count.form in (Form.EXACT, Form.ONE, Form.NONE) else count.stated
    return Told(low=count.low, high=count.high, named=named)
