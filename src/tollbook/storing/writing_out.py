"""Nouns as texts and numbers that columns of both databases can hold."""

import json
from collections.abc import Iterable
from datetime import date

_REPLACED = {0: "\ufffd"} | dict.fromkeys(range(55296, 57344), "�")
_MOST = 2**63 - 1


def shown(text: str) -> str:
    """Put a sign of replacement for what no text column holds: NUL, half a surrogate pair.

    As many code points as before, so that offsets still fit.
    """
    if "\0" not in text:
        try:
            text.encode()
        except UnicodeEncodeError:
            pass
        else:
            return text
    return text.translate(_REPLACED)


def shown_list(texts: Iterable[str]) -> str:
    """Write texts as a JSON list."""
    return json.dumps([shown(text) for text in texts], ensure_ascii=False)


def shown_day(day: date | None) -> str | None:
    """Write a day."""
    return None if day is None else day.isoformat()


def read_day(text: str | None) -> date | None:
    """Read a day; "" is none."""
    return date.fromisoformat(text) if text else None


def bounded(number: int | None) -> int | None:
    """Cut a number to the largest that a column holds."""
    return None if number is None else min(number, _MOST)
