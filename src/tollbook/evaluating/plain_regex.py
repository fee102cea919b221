"""The plain way: a number, then a word for harm, within one sentence.

This is how casualty counts are commonly taken from news text with regular expressions, written
with care: numbers in digits and words, the common bounds, "X said" and "according to X". It is
the yardstick for speed and for how far one gets without more.
"""

import re
from collections.abc import Iterator

from tollbook.exporting.predictions import Prediction, Stretch, TollRow

_ONE_TO_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
WORDS = {word: value for value, word in enumerate(_ONE_TO_TWENTY, start=1)}
WORDS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "a dozen": 12}
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3}

_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(WORDS)}|{'|'.join(VAGUE)}"
_BOUND = r"at least|more than|over|up to|as many as|nearly|about|around|some"
_COUNT = re.compile(
    rf"\b(?:(?P<bound>{_BOUND})\s+)?(?P<number>{_NUMBER})\b(?!\s*(?:%|km|year))", re.I
)
_HARM = re.compile(
    r"\b(?:(?P<killed>kill(?:s|ed|ing)?|dead|died|deaths?|massacred|shot dead|murdered)"
    r"|(?P<injured>wound(?:s|ed|ing)?|injur(?:es|ed|ing|ies)|hurt)"
    r"|(?P<missing>missing)|(?P<abducted>abducted|kidnapped)|(?P<displaced>displaced|fled))\b",
    re.I,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\s|$)|\n|$)")
_SAID = re.compile(r"(?P<source>(?:[Tt]he |an? )?[\w'’-]+(?: [\w'’-]+){0,4}) said\b")
_ACCORDING = re.compile(r"[Aa]ccording to (?P<source>[^,.\n]{3,60})")

# A number further from its harm than this is about something else more often than not.
REACH = 60


def extract(text: str) -> Prediction:
    """Find figures the plain way."""
    return {"claims": list(_claims(text))}


def _claims(text: str) -> Iterator[TollRow]:
    for sentence in _SENTENCE.finditer(text):
        harms = list(_HARM.finditer(sentence[0]))
        if harms:
            source = _source(sentence[0], sentence.start())
            for count in _COUNT.finditer(sentence[0]):
                harm = min(harms, key=lambda found: abs(found.start() - count.end()))
                if abs(harm.start() - count.end()) <= REACH:
                    yield _row(count, sentence.start(), harm.lastgroup or "killed", source)


def _source(sentence: str, base: int) -> Stretch | None:
    found = _ACCORDING.search(sentence) or _SAID.search(sentence)
    if found is None:
        return None
    return {"start": base + found.start("source"), "end": base + found.end("source")}


def _row(count: re.Match[str], base: int, harm: str, source: Stretch | None) -> TollRow:
    low, high = _bounds((count["bound"] or "").lower(), count["number"].lower())
    return {
        "kind": "toll",
        "harm": harm,
        "incident": "A",
        "part_of": False,
        "stance": "asserted",
        "group": "people",
        "count": {
            "start": base + count.start(),
            "end": base + count.end(),
            "low": low,
            "high": high,
        },
        "source": source,
        "source_kind": None if source is None else "other",
    }


def _bounds(bound: str, number: str) -> tuple[int, int | None]:
    if number in VAGUE:
        return VAGUE[number], None
    value = WORDS[number] if number in WORDS else int(number.replace(",", ""))
    match bound:
        case "at least":
            return value, None
        case "more than" | "over":
            return value + 1, None
        case "up to" | "as many as":
            return 0, value
        case "nearly":
            return -(-value * 9 // 10), value
        case "about" | "around" | "some":
            return -(-value * 9 // 10), value * 11 // 10
        case _:
            return value, value
