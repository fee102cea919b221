"""Which of a place's many listed names are names that somebody writes."""

from collections.abc import Iterable


def worth_keeping(names: Iterable[str]) -> tuple[str, ...]:
    """Leave out codes of airports, addresses, and what a machine wrote in Latin letters.

    Example:
        >>> worth_keeping(["Bamako", "BKO", "ba ma ke", "Бамако", "https://example.org"])
        ('Bamako', 'Бамако')
    """
    return tuple(name for name in names if name and not (_is_code(name) or _is_made_up(name)))


def _is_code(name: str) -> bool:
    return (len(name) <= 4 and name.isascii() and name.isupper()) or "://" in name


def _is_made_up(name: str) -> bool:
    return name.isascii() and name[0].islower()
