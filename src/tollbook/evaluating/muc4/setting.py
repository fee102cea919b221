"""When and where an incident happened, as a template writes it."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Final

from tollbook.evaluating.muc4.phrases import Reading, line
from tollbook.evaluating.muc4.texts import Message
from tollbook.extracting.situating.when import find_days

_WEEKDAY: Final = re.compile(r"MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY")
_DATELINE_END: Final = re.compile(r"--\s")


def when(message: Message, reading: Reading, told: Sequence[int]) -> str | None:
    """Write the day of an incident told in some sentences; None where nothing dates it.

    A weekday counts as no day, and without one the day of the report is the latest it can
    be: "- 03 MAY 90" (template documentation, 7.3).
    """
    found = _DATELINE_END.search(message.text[:120])
    opening = found.end() if found else 0
    for words in find_days(message.text[opening:], message.published):
        if words.first is None or words.last is None:
            continue
        written = line(message.text[opening + words.start : opening + words.end])
        exact = words.last - words.first <= timedelta(days=1) and not _WEEKDAY.search(written)
        if exact and reading.sentence_at(opening + words.start) in told:
            return f"{words.first:%d %b %y}".upper()
    return f"- {message.published:%d %b %y}".upper() if message.published else None


def where(message: Message, reading: Reading, told: Sequence[int]) -> str:
    """Write the country of an incident, and the first department and town told with it."""
    country = _country(message)
    known = _places().get(country)
    if known is None:
        return country
    sentences = [reading.told_in(at) for at in told]
    if told and told[0] == 0:
        sentences[0] = sentences[0].partition("--")[2] or sentences[0]
    # The words of the dateline are where it was reported, which is not where it happened.
    parts = [country]
    for names, kind in ((known.departments, "DEPARTMENT"), (known.towns, "CITY")):
        place = _first(names, sentences)
        if place is not None and place not in parts[-1]:
            parts.append(f"{place} ({kind})")
    return ": ".join(parts)


def _first(names: re.Pattern[str] | None, sentences: Sequence[str]) -> str | None:
    found = (names.search(sentence) for sentence in sentences) if names else iter(())
    return next((match[0] for match in found if match), None)


def _country(message: Message) -> str:
    """The country most named; the dateline's where it is named half as often."""
    text = line(message.text)
    named = Counter(
        country for country, known in _places().items() for _ in known.called.findall(text)
    )
    towns = {name: country for country, known in _places().items() for name in known.town_names}
    of_dateline = towns.get(line(message.place or ""))
    if not named:
        return of_dateline or line(message.country or "") or "EL SALVADOR"
    country, times = named.most_common(1)[0]
    if of_dateline and (times < 2 or 2 * named[of_dateline] >= times):
        return of_dateline
    return country


@dataclass(frozen=True, slots=True, kw_only=True)
class _Country:
    called: re.Pattern[str]
    departments: re.Pattern[str] | None
    towns: re.Pattern[str] | None
    town_names: tuple[str, ...]


@cache
def _places() -> Mapping[str, _Country]:
    raw = files("tollbook.data").joinpath("latin_american_places.en.toml").read_text("utf-8")
    return {
        country.upper(): _Country(
            called=_any_of(names["called"]),
            departments=_any_of(names["departments"]) if names["departments"] else None,
            towns=_any_of(names["towns"]),
            town_names=tuple(town.upper() for town in names["towns"]),
        )
        for country, names in tomllib.loads(raw).items()
    }


def _any_of(names: Sequence[str]) -> re.Pattern[str]:
    written = "|".join(re.escape(name.upper()) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{written})\b")
