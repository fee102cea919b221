"""The top of a card: what, where, when, by whom, and the toll of every harm."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tollbook.claim import Group, Harm
from tollbook.cli.card.ink import bold, dim, padded, wrapped
from tollbook.drawing.wording import (
    clean,
    days_in_words,
    group_in_words,
    harm_in_words,
    listed,
    plural,
    what_in_words,
)
from tollbook.incident import Incident
from tollbook.linking import locate
from tollbook.toll import Case, Spread, Toll

_MOST_NAMES = 3


def overview(cases: Sequence[Case], reports: int) -> Iterator[str]:
    """List several incidents, a line or two each, before the first card."""
    yield bold(f"{plural(reports, 'report')}, {plural(len(cases), 'incident')}")
    for number, case in enumerate(cases, 1):
        whole = [toll for toll in in_order(case.tolls) if toll.group is Group.PEOPLE]
        found = ", ".join(f"{harm_in_words(toll.harm)} {_range(toll)}" for toll in whole)
        line = f"{what_where_when(case.incident)}{f': {found}' if found else ''}"
        yield from wrapped(line, indent=f"{number:>3} ", hanging="    ")


def _range(toll: Toll) -> str:
    reach = "" if toll.low == toll.high else f" ({toll.low:,}–{toll.high:,})"
    return f"{toll.best:,}{reach}"


def heading(incident: Incident) -> Iterator[str]:
    """Say what happened, where and when, and how many tell it; by whom and to whom."""
    reports = len({account.imprint.document_id for account in incident.accounts})
    told = f"{plural(reports, 'report')}, {plural(len(incident.claims), 'claim')}"
    yield from wrapped(f"{bold(what_where_when(incident))} {dim(f'· {told}')}")
    if incident.perpetrators:
        yield from wrapped(f"by {_shortened(incident.perpetrators)}", hanging="   ")
    if incident.targets:
        yield from wrapped(f"on {_shortened(incident.targets)}", hanging="   ")


def what_where_when(incident: Incident) -> str:
    """Name an incident on one line."""
    where = ", ".join(map(clean, locate(incident))) or "place unknown"
    return f"{what_in_words(incident)} · {where} · {days_in_words(incident.days)}"


def _shortened(names: tuple[str, ...]) -> str:
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return listed(names)
    return f"{', '.join(names[:_MOST_NAMES])} and {plural(more, 'other')}"


def tolls_in_lines(tolls: Iterable[Toll]) -> Iterator[str]:
    """Give each harm a line, and the groups within it one each below."""
    for harm, of_one_harm in groupby(in_order(tolls), key=lambda toll: toll.harm):
        told = list(of_one_harm)
        if told[0].group is not Group.PEOPLE:
            yield f"  {harm_in_words(harm)}"
        for toll in told:
            yield from _toll_lines(toll)


def in_order(tolls: Iterable[Toll]) -> list[Toll]:
    """Order tolls by harm, the whole before its groups."""
    harms, groups = list(Harm), list(Group)
    return sorted(tolls, key=lambda toll: (harms.index(toll.harm), groups.index(toll.group)))


def _toll_lines(toll: Toll) -> list[str]:
    is_whole = toll.group is Group.PEOPLE
    name = f"  {harm_in_words(toll.harm)}" if is_whole else f"    {group_in_words(toll.group)}"
    best = f"{toll.best:,}".rjust(8)
    reach = "" if toll.low == toll.high else f"({toll.low:,}–{toll.high:,})"
    said = f"{spread_in_words(toll.spread)}, {plural(len(toll.voices), 'voice')}"
    start = f"{padded(name, 24)}{bold(best)}  {padded(reach, 15)} "
    return wrapped(dim(said), indent=start, hanging=" " * 50)


def spread_in_words(spread: Spread) -> str:
    """Write everything the claims say, from the smallest floor to the largest number."""
    stated = f"{spread.low:,}" if spread.low == spread.high else f"{spread.low:,}–{spread.high:,}"
    return f"said {stated}{'+' if spread.is_open else ''}"
