"""Which column holds what: the field's own tables by their headers, or a file that says so."""

import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from tollbook.claim import Group
from tollbook.errors import UnusableSheet
from tollbook.reading.sheets.grid import Grid
from tollbook.reading.sheets.words import presets, word_table
from tollbook.sheet import Columns, DayOrder, Meaning

SEVERAL = frozenset({Meaning.PLACES, Meaning.SIDES, Meaning.TYPE, Meaning.SOURCES, Meaning.NOTES})
"""What several columns may hold together; anything else stands in one."""

_READING = ("scheme", "counts", "fewest_killed", "unknown", "day_order")


def recognise(header: Sequence[str]) -> Columns | None:
    """Tell the field's own tables by their headers; None where it is none of them.

    Example:
        >>> recognise(["event_date", "event_type", "actor1", "fatalities"]).scheme
        'acled'
    """
    by_name = {name.casefold(): name for name in header}
    for scheme, preset in presets().items():
        if all(name in by_name for name in preset["recognised_by"]):
            headers = {
                Meaning(meaning): tuple(by_name[name] for name in named if name in by_name)
                for meaning, named in preset["columns"].items()
            }
            return Columns(
                headers={meaning: named for meaning, named in headers.items() if named},
                scheme=scheme,
                counts=Group(preset.get("counts", Group.PEOPLE)),
                fewest_killed=preset.get("fewest_killed", 0),
            )
    return None


def columns_from_toml(text: str, *, name: str = "the mapping") -> Columns:
    r"""Read which column holds what from a file that a person wrote or corrected.

    Args:
        text: TOML; see `columns_to_toml`.
        name: what to call it where something is wrong.

    Raises:
        UnusableSheet: it is no TOML, or names something that no column can hold.

    Example:
        >>> told = columns_from_toml('[columns]\nday = "Date"\nkilled = "Dead"')
        >>> told.named(Meaning.KILLED)
        ('Dead',)
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnusableSheet(f"`{name}` is no TOML: {error}") from error
    columns, reading = told.pop("columns", None), told.pop("reading", {})
    if told or not isinstance(columns, dict) or not isinstance(reading, dict):
        extra = f", not [{next(iter(told))}]" if told else ""
        raise UnusableSheet(f"`{name}` must have a table [columns] and may have [reading]{extra}")
    headers = {_meaning(key, name): _headers(key, value, name) for key, value in columns.items()}
    return Columns(
        headers={meaning: named for meaning, named in headers.items() if named},
        **_reading(reading, name),
    )


def _meaning(key: str, name: str) -> Meaning:
    try:
        return Meaning(key)
    except ValueError:
        near = get_close_matches(key, [meaning.value for meaning in Meaning], 1)
        hint = f"; is {near[0]!r} meant?" if near else f"; there are {', '.join(Meaning)}"
        raise UnusableSheet(f"`{name}`: no column can hold {key!r}{hint}") from None


def _headers(key: str, value: object, name: str) -> tuple[str, ...]:
    named = [value] if isinstance(value, str) else value
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        raise UnusableSheet(f"`{name}`: {key} must name a column, or several in a list")
    if len(named) > 1 and Meaning(key) not in SEVERAL:
        raise UnusableSheet(f"`{name}`: {key} stands in one column, not in {', '.join(named)}")
    return tuple(named)


def _reading(told: Mapping[str, Any], name: str) -> dict[str, Any]:
    strange = [key for key in told if key not in _READING]
    if strange:
        raise UnusableSheet(
            f"`{name}`: [reading] may say {', '.join(_READING)}, not {strange[0]!r}"
        )
    read = dict(told)
    try:
        if "counts" in read:
            read["counts"] = Group(read["counts"])
        if "day_order" in read:
            read["day_order"] = DayOrder(read["day_order"])
    except ValueError as error:
        raise UnusableSheet(
            f"`{name}`: {error}; counts is people or civilian, day_order day-first or month-first"
        ) from None
    if "unknown" in read:
        if not isinstance(read["unknown"], list):
            raise UnusableSheet(f'`{name}`: unknown must be a list of words, as ["-99"]')
        read["unknown"] = tuple(str(word) for word in read["unknown"])
    if not isinstance(read.get("fewest_killed", 0), int):
        raise UnusableSheet(f"`{name}`: fewest_killed must be a whole number")
    return read


def check_headers(columns: Columns, header: Sequence[str], *, name: str) -> None:
    """See that every column named is there.

    Raises:
        UnusableSheet: one is not; the message says which there are.
    """
    for meaning, named in columns.headers.items():
        for one in named:
            if one not in header:
                near = get_close_matches(one, header, 1, cutoff=0.5)
                hint = f"; is {near[0]!r} meant?" if near else ""
                raise UnusableSheet(
                    f"`{name}` has no column {one!r} for {meaning.value}{hint or '.'} "
                    f"It has {', '.join(filter(None, header))}"
                )
    telling = (Meaning.DAY, Meaning.FIRST_DAY, Meaning.PLACES, Meaning.COORDINATES, Meaning.KILLED)
    if not any(columns.named(meaning) for meaning in (*telling, Meaning.LATITUDE)):
        raise UnusableSheet(
            f"`{name}`: no column is mapped to a day, a place or a toll; nothing to compare"
        )


def guess_columns(header: Sequence[str]) -> Columns:
    """Propose what the columns hold, from their headers; a person is to correct it.

    Example:
        >>> told = guess_columns(["Ref", "Date", "Village", "Province", "Killed (min)"])
        >>> told.named(Meaning.PLACES), told.named(Meaning.KILLED_LOW)
        (('Village', 'Province'), ('Killed (min)',))
    """
    known = recognise(header)
    if known is not None:
        return known
    free = {_plain(name): name for name in reversed(header)}
    headers: dict[Meaning, tuple[str, ...]] = {}
    for key, synonyms in word_table("headers").items():
        meaning = Meaning(key)
        found = [free.pop(one) for one in synonyms.split("|") if one in free]
        if found:
            headers[meaning] = tuple(found) if meaning in SEVERAL else (found[0],)
            free |= {_plain(one): one for one in found if one not in headers[meaning]}
    if Meaning.DAY in headers and Meaning.FIRST_DAY in headers:
        headers.pop(Meaning.DAY)
    return Columns(headers=headers)


def _plain(header: str) -> str:
    kept = "".join(sign if sign.isalnum() or sign == "'" else " " for sign in header.casefold())
    return " ".join(kept.split())


def columns_to_toml(columns: Columns, grid: Grid | None = None) -> str:
    """Write which column holds what, to be corrected by hand.

    Args:
        columns: what is known or proposed.
        grid: the sheet, for a few cells of each column as examples.
    """
    lines = [
        "# Which column of the sheet holds what. Correct it, then give it by --columns.",
        "# A line left out: not known for any row. places, sides, type, sources and notes may",
        '# name several columns, as places = ["Village", "Province"], most exact first.',
        "",
        "[columns]",
    ]
    for meaning in Meaning:
        named = columns.named(meaning)
        if named:
            value = f"[{', '.join(map(_quoted, named))}]" if len(named) > 1 else _quoted(named[0])
            lines.append(f"{meaning.value} = {value}{_example(named[0], grid)}")
    unused = [one for one in (grid.header if grid else ()) if one not in _all(columns)]
    if unused:
        lines += ["", "# Not used, but kept with every row:"]
        lines += [f"#   {_comment(one)}{_example(one, grid)}" for one in unused]
    missing = [meaning.value for meaning in Meaning if not columns.named(meaning)]
    lines += ["", f"# Not there: {', '.join(missing)}"] if missing else []
    lines += ["", "[reading]", f"scheme = {_quoted(columns.scheme)}"]
    lines += [f'counts = "{columns.counts.value}"  # whom killed and injured are: or "civilian"']
    lines += [f"fewest_killed = {columns.fewest_killed}  # with fewer dead the coder notes nothing"]
    lines += [
        f"unknown = [{', '.join(map(_quoted, columns.unknown))}]  # cells that mean not known"
    ]
    order = columns.day_order
    lines += [f'day_order = "{order.value}"' if order else '# day_order = "day-first"']
    return "\n".join(lines) + "\n"


def _all(columns: Columns) -> set[str]:
    return {one for named in columns.headers.values() for one in named}


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _comment(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _example(header: str, grid: Grid | None, room: int = 40) -> str:
    if grid is None:
        return ""
    at = grid.header.index(header)
    shown = list(dict.fromkeys(row.cells[at] for row in grid.rows[:20] if row.cells[at]))[:3]
    told = _comment(" | ".join(shown))
    return f"  # {told[:room]}{'…' if len(told) > room else ''}" if shown else "  # (empty)"
