"""Places told by where they lie from another: "17 km north of Sarn", "outside Sarn".

What the words around a name say is read here, and the point that follows is computed; which
name is meant, and what it is called by a coder, is for others.
"""

import math
import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from tollbook.place import EARTH_KM, GazetteerEntry, kilometres

# "North of" may be north-north-east: half the width of one of sixteen directions, as a share.
_SIDEWAYS: Final = 0.2
# How far before and behind a name its relation may stand.
_BEFORE, _BEHIND = 110, 60
_OFF: Final = re.compile(r"\boff\s+(?:the\s+)?$", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z\"“‘(])|\n\s*\n")


class Side(StrEnum):
    """How something lies from a place."""

    AWAY = "away"  # so many km from it, with a direction or without
    NEAR = "near"
    PART = "part"  # its north, its countryside
    BETWEEN = "between"  # between two places, on the road that joins them
    BORDER = "border"
    COAST = "coast"  # off its coast


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What the words around a name say of where something lies from it.

    `km` and `bearing` (degrees from north) are None where the words do not say. `words` are
    those words, with a gap for the name: "17 km north of …".
    """

    side: Side
    words: str
    km: float | None = None
    bearing: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point and how far off it may be, in degrees and km."""

    latitude: float
    longitude: float
    radius_km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    away: re.Pattern[str]
    near: re.Pattern[str]
    part: re.Pattern[str]
    between: re.Pattern[str]
    border_before: re.Pattern[str]
    border_behind: re.Pattern[str]
    coast_before: re.Pattern[str]
    coast_behind: re.Pattern[str]
    near_behind: re.Pattern[str]
    units: dict[str, float]
    directions: dict[str, float]


def _any(words: Any) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    path = files("tollbook.locating").joinpath("words", "relative.en.toml")
    table = tomllib.loads(path.read_text("utf-8"))
    words = {name: block.split() for name, block in table["words"].items()}
    filled = rf"(?:(?:{_any(words['fillers'])})\s+)*(?:capital,\s+)?"
    ways = _any(table["directions"])
    way, toward = rf"(?P<way>{ways})", rf"(?P<toward>{ways})"

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(text, re.IGNORECASE)

    return _Patterns(
        away=pattern(
            rf"(?P<number>\d+(?:[.,]\d+)*)[\s-]*(?P<unit>{_any(table['units'])})\b\s*"
            rf"(?:\([^)]*\)\s*)?(?:to the\s+)?(?:{way}\s+)?"
            rf"(?:of|from|away from|outside|off)\s+{filled}$"
        ),
        near=pattern(
            rf"\b(?:{_any(words['near'])}|close to|not far from|"
            rf"(?:{way}\s+)?(?:{_any(words['near_of'])})\s+of|(?:just\s+)?{toward}\s+(?:of|from))"
            rf"\s+{filled}$"
        ),
        part=pattern(
            rf"\b(?:{way}(?:\s+(?:part|parts|side|countryside))?(?:\s+of)?|countryside of|rural)"
            r"\s+(?:the\s+)?$"
        ),
        between=pattern(
            rf"\b(?:between|(?:{_any(words['roads'])})\s+(?:that\s+)?"
            rf"(?:from|linking|connecting|between|links|connects|joining))\s+{filled}$"
        ),
        border_before=pattern(
            rf"\b(?:{_any(words['border'])})\s+(?:with|of|between)\s+(?:the\s+)?$"
        ),
        border_behind=pattern(rf"^(?:['’]s)?(?:\s+\w+)?\s+(?:{_any(words['border'])})\b"),
        coast_before=pattern(
            rf"\boff\s+(?:the\s+)?(?:{way}\s+)?(?:(?:{_any(words['coast'])})\s+of\s+)?(?:the\s+)?$"
        ),
        coast_behind=pattern(rf"^(?:['’]s)?\s+(?:{_any(words['coast'])})\b"),
        near_behind=pattern(rf"^(?:['’]s)?\s+(?:{way}\s+)?(?:{_any(words['after'])})\b"),
        units=table["units"],
        directions=table["directions"],
    )


def find_relation(text: str, start: int, end: int) -> Relation | None:
    """Read how something lies from the place that is named at `start` to `end`.

    Args:
        text: the report.
        start: where the name begins.
        end: where it ends, excluded.

    Returns:
        None where the words place nothing beside it: it is the place itself.

    Example:
        >>> text = "Nine men died 17 km north of the town of Sarn."
        >>> relation = find_relation(text, 41, 45)
        >>> relation.side.value, relation.km, relation.bearing, relation.words
        ('away', 17.0, 0.0, '17 km north of the town of …')
    """
    before, behind = _around(text, start, end)
    patterns = _patterns()
    is_off = _OFF.search(before) is not None
    tried = (
        (Side.AWAY, patterns.away, before),
        (Side.BORDER, patterns.border_before, before),
        (Side.BORDER, patterns.border_behind, behind),
        (Side.COAST, patterns.coast_before, before),
        (Side.COAST, patterns.coast_behind, behind if is_off else ""),
        (Side.BETWEEN, patterns.between, before),
        (Side.NEAR, patterns.near, before),
        (Side.NEAR, patterns.near_behind, behind),
        (Side.PART, patterns.part, before),
    )
    for side, pattern, stretch in tried:
        if (found := pattern.search(stretch)) is not None:
            said = found.group().strip()
            return _relation(side, found, f"… {said}" if stretch is behind else f"{said} …")
    return None


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Cut out what stands before and behind a name in its sentence."""
    before = text[max(0, start - _BEFORE) : start]
    ends = list(_SENTENCE_END.finditer(before))
    before = before[ends[-1].end() :] if ends else before
    behind = text[end : end + _BEHIND]
    stop = _SENTENCE_END.search(behind)
    return " ".join(before.split()) + (" " if before[-1:].isspace() else ""), (
        behind[: stop.start()] if stop else behind
    )


def _relation(side: Side, found: re.Match[str], words: str) -> Relation:
    groups, patterns = found.groupdict(), _patterns()
    km = bearing = None
    if groups.get("number") is not None:
        number = float(groups["number"].replace(",", ""))
        km = number * patterns.units[groups["unit"].lower()]
    if (way := groups.get("way") or groups.get("toward")) is not None:
        bearing = float(patterns.directions[way.lower()])
    return Relation(side=side, words=words, km=km, bearing=bearing)


def away(entry: GazetteerEntry, km: float, bearing: float | None) -> Point:
    """Give the point so far from a place, and how far off it may be.

    Without a bearing it may lie anywhere on a ring: the point is then the place itself.

    Example:
        >>> sarn = GazetteerEntry(id="x:1", name="Sarn", latitude=0, longitude=10, feature="P.PPL")
        >>> north = away(sarn, 111.2, 0)
        >>> round(north.latitude, 1), round(north.longitude, 1), round(north.radius_km)
        (1.0, 10.0, 22)
    """
    if bearing is None:
        return Point(latitude=entry.latitude, longitude=entry.longitude, radius_km=km)
    turn, course = km / EARTH_KM, math.radians(bearing)
    south, west = math.radians(entry.latitude), math.radians(entry.longitude)
    sine = math.sin(south) * math.cos(turn) + math.cos(south) * math.sin(turn) * math.cos(course)
    latitude = math.asin(max(-1.0, min(1.0, sine)))
    longitude = west + math.atan2(
        math.sin(course) * math.sin(turn) * math.cos(south),
        math.cos(turn) - math.sin(south) * math.sin(latitude),
    )
    return Point(
        latitude=math.degrees(latitude),
        longitude=(math.degrees(longitude) + 180) % 360 - 180,
        radius_km=max(2.0, km * _SIDEWAYS),
    )


def between(one: GazetteerEntry, other: GazetteerEntry) -> Point:
    """Give the point half-way between two places; it may lie anywhere on the way."""
    apart = kilometres(one.latitude, one.longitude, other.latitude, other.longitude)
    east = (other.longitude - one.longitude + 180) % 360 - 180
    return Point(
        latitude=(one.latitude + other.latitude) / 2,
        longitude=(one.longitude + east / 2 + 180) % 360 - 180,
        radius_km=apart / 2,
    )
