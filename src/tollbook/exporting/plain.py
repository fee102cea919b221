"""Nouns as plain values, ready for JSON: what pydantic writes, and the ids with it.

Ids follow from the content and are no arguments, so pydantic leaves them out of what it
writes; a toll that names its claims by id would then point nowhere.
"""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any


def plain(noun: object) -> object:
    """Turn a noun, and every noun in it, into dictionaries, lists and plain values.

    Example:
        >>> from tollbook.document import Span
        >>> plain(Span(start=3, end=9))
        {'start': 3, 'end': 9}
    """
    if noun is None or isinstance(noun, bool):
        return noun
    if isinstance(noun, Enum):
        return noun.value
    if isinstance(noun, str | int | float):
        return noun
    if isinstance(noun, date):
        return moment(noun)
    if isinstance(noun, tuple | list):
        return [plain(part) for part in noun]
    if is_dataclass(noun):
        return {name: plain(getattr(noun, name)) for name in _names(noun.__class__)}
    raise TypeError(f"{noun!r} is no noun and no plain value")


def moment(when: date) -> str:
    """Write a day or a time in ISO 8601, as pydantic does: Z where it is UTC.

    Example:
        >>> moment(date(2031, 3, 4))
        '2031-03-04'
    """
    text = when.isoformat()
    return f"{text.removesuffix('+00:00')}Z" if text.endswith("+00:00") else text


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.metadata.get("is_written", True))
