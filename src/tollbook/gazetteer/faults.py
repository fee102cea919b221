"""Rows that hold no place we can use, told so that they can be mended."""

from dataclasses import dataclass


class UnusableRow(ValueError):
    """A row lacks something or has it wrong; the message says what was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row that was passed over: its line, and what was expected there."""

    line: int
    reason: str


def degrees(said: str, what: str, most: int) -> float:
    """Read a latitude or longitude.

    Example:
        >>> degrees("12.65", "latitude", 90)
        12.65
    """
    try:
        read = float(said)
    except ValueError:
        read = float("nan")
    if not -most <= read <= most:  # what is no number fails too
        raise UnusableRow(f"{what} is {said!r}; expected degrees from -{most} to {most}")
    return read


def people(said: str) -> int:
    """Read a population; nothing said is 0, which is unknown."""
    if said.strip() and not said.strip().isdecimal():
        raise UnusableRow(f"population is {said!r}; expected a whole number, or nothing")
    return int(said) if said.strip() else 0


def country_code(said: str) -> str:
    """Read an ISO 3166-1 alpha-2 code; nothing said is no country."""
    code = said.strip().upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise UnusableRow(f"country is {said!r}; expected a code of two letters, or nothing")
    return code
