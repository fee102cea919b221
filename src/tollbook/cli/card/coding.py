"""Where, when, who and the event codes, each with the words that decided."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from tollbook.actor import Role, Side, Standing
from tollbook.cli.card.atlas import Opening
from tollbook.cli.card.ink import beside, dim, padded, wrapped
from tollbook.cli.card.locator import locator
from tollbook.document import Words
from tollbook.drawing.wording import clean, days_in_words
from tollbook.event import Code, EventCodes
from tollbook.incident import Incident
from tollbook.place import GazetteerEntry, Location

UNDETERMINED = "undetermined"
_LABEL = 9
_TEXT, _DRAWING, _LINES = 49, 28, 8
# A point that stands for a whole country, or for more, is no place in it.
_PLACE_IN_A_COUNTRY = range(1, 6)
_MOST_SIDES, _MOST_QUOTES, _LONGEST_QUOTE = 2, 2, 24

_ROLES = {
    Role.ATTACKED: "attacked",
    Role.WAS_ATTACKED: "was attacked",
    Role.FOUGHT: "fought",
}
_STANDINGS = {
    Standing.DECLARED: "says so itself",
    Standing.STATED: "reported",
    Standing.SUSPECTED: "others say so",
    Standing.CONTESTED: "contested",
}
_VIOLENCE = {"1": "1 state-based", "2": "2 non-state", "3": "3 one-sided"}


def coding(incident: Incident, atlas: Opening) -> Iterator[str]:
    """Say where, when and who, with a drawing of where; under it what coders would call it.

    Nothing where nobody coded the incident.
    """
    if incident.location is None and not incident.sides and incident.codes is None:
        return
    drawing = _drawing(incident.location, atlas)
    told = {"where": [_where(incident, atlas)], "when": [_when(incident)], "who": _who(incident)}
    yield from beside(list(_labelled(told, _TEXT if drawing else None)), drawing, _TEXT + 3)
    if incident.codes is not None:
        yield from _labelled({"coded": list(_coded(incident.codes))})


def _labelled(told: dict[str, list[str]], columns: int | None = None) -> Iterator[str]:
    for label, parts in told.items():
        for number, part in enumerate(parts):
            start = padded(f"  {'' if number else label}", _LABEL)
            yield from wrapped(part, dim(start), " " * _LABEL, columns)


def _where(incident: Incident, atlas: Opening) -> str:
    location = incident.location
    if location is None:
        which = [f"which place “{_cut(name)}” is, is not settled" for name in incident.places]
        return f"{dim('unresolved')}: {which[0] if which else 'no place is named'}"
    north = f"{abs(location.latitude):.2f} {'S' if location.latitude < 0 else 'N'}"
    east = f"{abs(location.longitude):.2f} {'W' if location.longitude < 0 else 'E'}"
    codes = f"UCDP {location.where_prec}, ACLED {location.geo_precision}"
    parts = [
        "" if location.entry is None else _name(location.entry, atlas),
        f"{north} {east} ± {location.radius_km:.0f} km",
        codes,
        f"{clean(location.rule.replace(f': {codes}', ''))} {_quoted(_words_for(incident))}",
    ]
    return " · ".join(part.strip() for part in parts if part.strip())


def _name(entry: GazetteerEntry, atlas: Opening) -> str:
    """Name a place, the town or province it is in, and its country."""
    division = entry.adm2 or entry.adm1
    country = atlas().country(entry.country)
    parts = [
        entry.name,
        "" if division.startswith(entry.name) else division,
        entry.country if country is None else country.name,
    ]
    return clean(", ".join(dict.fromkeys(part for part in parts if part)))


def _words_for(incident: Incident) -> tuple[Words, ...]:
    """Find the words for the place in the first report that has them."""
    meant = None if incident.location is None else incident.location.entry
    places = (place for account in incident.accounts for place in account.places)
    return tuple(place.words for place in places if meant is not None and place.entry == meant)[:1]


def _when(incident: Incident) -> str:
    days = incident.days
    if days is None:
        words = tuple(account.when for account in incident.accounts if account.when is not None)
        why = f"{_quoted(words[:1])} gives no day" if words else "no words date it"
        return f"{dim('unknown')}: {why}"
    parts = [
        days_in_words(days),
        f"UCDP {days.date_prec}, ACLED {days.time_precision}" if days.date_prec else "",
        f"{clean(days.rule)} {_quoted([] if days.words is None else [days.words])}",
    ]
    return " · ".join(part.strip() for part in parts if part.strip())


def _who(incident: Incident) -> list[str]:
    by_role = {
        role: [side for side in incident.sides if side.role is role]
        for role in Role
        if any(side.role is role for side in incident.sides)
    }
    told = [f"{_ROLES[role]}: {_sides(sides)}" for role, sides in by_role.items()]
    if Role.ATTACKED in by_role or Role.FOUGHT in by_role:
        return told
    return [f"attacked: {dim(UNDETERMINED)}", *told]


def _sides(sides: list[Side]) -> str:
    known_first = sorted(sides, key=lambda side: side.actor is None)
    named = [_side(side) for side in known_first[:_MOST_SIDES]]
    more = len(sides) - len(named)
    return ", ".join([*named, *([f"{more} more"] if more else [])])


def _side(side: Side) -> str:
    known = "" if side.actor is None else f"{clean(side.actor.name)} "
    quoted = "" if known.strip() == side.words.text else f"{_quoted([side.words])} "
    return f"{known}{quoted}({_STANDINGS[side.standing]})"


def _coded(codes: EventCodes) -> Iterator[str]:
    yield f"ACLED {_codes(codes.acled_type, codes.acled_sub_type)}"
    yield f"UCDP {_codes(codes.ucdp_violence, codes.ucdp_dyad)}"
    yield f"PLOVER {_codes(codes.plover_event, codes.plover_mode)}"
    yield f"weapon {_codes(codes.weapon)} · protected {_codes(codes.protected)}"


def _codes(*codes: Code) -> str:
    """Write codes of one scheme; why they were chosen once for those that rest on one thing."""
    alike = groupby(codes, key=lambda code: frozenset(word.text for word in code.words))
    return ", ".join(_code(list(of_one_reason)) for _, of_one_reason in alike)


def _code(codes: list[Code]) -> str:
    values = " / ".join(dict.fromkeys(map(_value, codes)))
    rules = "; ".join(dict.fromkeys(clean(code.rule) for code in codes if code.rule))
    why = f"{rules} {_quoted(codes[0].words)}".strip()
    return f"{values} ({why})" if why else values


def _value(code: Code) -> str:
    return dim(UNDETERMINED) if code.value is None else _VIOLENCE.get(code.value, clean(code.value))


def _quoted(words: Iterable[Words]) -> str:
    texts = dict.fromkeys(_cut(word.text) for word in words)
    return " ".join(f"“{text}”" for text in list(texts)[:_MOST_QUOTES])


def _cut(text: str) -> str:
    return padded(" ".join(clean(text).split()), _LONGEST_QUOTE).rstrip()


def _drawing(location: Location | None, atlas: Opening) -> list[str]:
    """Draw where in its country it was, with a caption; none where that would tell nothing."""
    if (
        location is None
        or location.entry is None
        or location.where_prec not in _PLACE_IN_A_COUNTRY
        or (country := atlas().country(location.entry.country)) is None
    ):
        return []
    here = location.latitude, location.longitude
    drawn = locator(here, atlas().towns(country.country), columns=_DRAWING, rows=_LINES)
    caption = f"◉ {clean(location.entry.name)} in {clean(country.name)}"
    return [*drawn, padded(caption, _DRAWING).rstrip()] if drawn else []
