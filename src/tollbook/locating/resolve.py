"""Names of places in a text -> the places meant, or an honest "unresolved"."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tollbook.document import Words
from tollbook.locating.lookup import Lookup, LooseLookup
from tollbook.locating.namesakes import MOST, Namesakes, weigh
from tollbook.locating.wide_places import candidates, is_wide, wide_places
from tollbook.place import GazetteerEntry

# Of places no likelier than this none is taken.
LEAST: Final = 0.3

# A report is about a country when so many of its names, weighed by how probably, lie there.
_LEAST_SHARE: Final = 1.2
_MOST_RESPELLED: Final = 6
_SHORTEST: Final = 4
_POPULOUS: Final = 100_000

_AROUND: Final = frozenset(
    "north south east west central northern southern eastern western upper lower greater "
    "downtown mid inner outer northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern city town village".split()
)
_KINDS_AFTER: Final = frozenset(
    "province governorate district region state county area city co town township prefecture "
    "department municipality village regency oblast".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of a place as it stands in a text, and as names are usually set down."""

    words: Words
    name: str
    is_adjective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a name means: the place, how surely, and all it may mean, the likeliest first."""

    entry: GazetteerEntry | None
    candidates: tuple[GazetteerEntry, ...]
    probability: float


def resolve(
    text: str, names: Sequence[Name], gazetteer: Lookup, home: GazetteerEntry | None = None
) -> tuple[Meaning, ...]:
    """Say which place each name means, in the company of the others.

    Args:
        text: the report; names that a comma joins are told by it.
        names: in reading order.
        gazetteer: where names are looked up.
        home: where the report's publisher sits, where that is known.

    Returns:
        One meaning a name. Where nothing is likely enough, or the gazetteer has no such name,
        the entry is None.
    """
    own, different = gather(text, names, gazetteer)
    weigh(different, home)
    if isinstance(gazetteer, LooseLookup) and _respell(different, gazetteer):
        weigh(different, home)
    return tuple(_meaning(group) for group in own)


def _respell(names: Sequence[Namesakes], gazetteer: LooseLookup) -> bool:
    """Look for names that no place has among those of the country the report is mostly about.

    Returns:
        Whether some were found.
    """
    unknown = [name for name in names if not name.entries and len(name.name) >= _SHORTEST]
    country = _country_of(names) if unknown else ""
    if not country:
        return False
    for name in unknown[:_MOST_RESPELLED]:
        found = gazetteer.like(name.name, country)
        name.entries = [entry for entry in found if entry.feature[:1] in {"A", "P"}]
    return any(name.entries for name in unknown)


def _country_of(names: Sequence[Namesakes]) -> str:
    """Give the country that most names lie in; "" where no two do, or none has the most."""
    shares: dict[str, float] = defaultdict(float)
    for name in names:
        for entry, chance in zip(name.entries, name.probabilities, strict=True):
            shares[entry.country] += chance
    shares.pop("", None)
    country = max(shares, key=lambda code: shares[code], default="")
    return country if shares.get(country, 0.0) >= _LEAST_SHARE else ""


def gather(
    text: str, names: Sequence[Name], gazetteer: Lookup
) -> tuple[list[Namesakes], list[Namesakes]]:
    """Give the namesakes of each name, and the different ones among them.

    All that is called alike in a text shares its namesakes, but for what a comma tells apart.
    """
    groups: dict[str, Namesakes] = {}
    own: list[Namesakes] = []
    for name in names:
        group = groups.get(name.name.lower())
        if group is None:
            entries = called(name, gazetteer)[:MOST]
            group = Namesakes(name.name, entries, is_wide(name.name))
            groups[name.name.lower()] = group
        own.append(group)
    apart = _tie(text, names, own)
    return own, [*groups.values(), *apart]


def called(name: Name, gazetteer: Lookup) -> tuple[GazetteerEntry, ...]:
    """Give the places of a name; where it has none, those of the name within it.

    "South London" is told by London, "Fars Province" by Fars.
    """
    if name.is_adjective:
        meant = wide_places().adjectives.get(name.name)
        return () if meant is None else candidates(meant.name, gazetteer)[:1]
    found = candidates(name.name, gazetteer)
    if found:
        return found
    if name.name.endswith("s") and _is_well_known(owner := name.name[:-1], gazetteer):
        return candidates(owner, gazetteer)  # "Syrias north", as wires write it without the mark
    words = name.name.replace("-", " ").split()
    if len(words) > 1 and words[-1].lower().rstrip(".") in {"county", "co"}:
        return candidates(" ".join([*words[:-1], "County"]), gazetteer)
    while len(words) > 1:
        if words[0].lower() in _AROUND or (words[0].lower() == "the"):
            words = words[1:]
        elif words[-1].lower().rstrip(".") in _KINDS_AFTER:
            words = words[:-1]
        else:
            return ()
        if words[0].lower() == "of":
            words = words[1:]
        if words and (found := candidates(" ".join(words), gazetteer)):
            return found
    return ()


def _is_well_known(name: str, gazetteer: Lookup) -> bool:
    if is_wide(name):
        return True
    return gazetteer.knows(name) and gazetteer.named(name)[0].population > _POPULOUS


def _tie(text: str, names: Sequence[Name], own: list[Namesakes]) -> list[Namesakes]:
    """Note what names joined by a comma say of each other: "Paris, Texas".

    A name that is tied to two places, "Springfield, Ill." and "Springfield, Mass.", is two.
    """
    apart: dict[tuple[str, str], Namesakes] = {}
    for at in range(len(names) - 1):
        first, second = names[at], names[at + 1]
        between = text[first.words.end : second.words.start]
        if len(between) > 4 or between.strip() not in {",", "(", ", in", "in"}:
            continue
        inner, outer = own[at], own[at + 1]
        ties = [
            (entry.id, above.id)
            for above in outer.entries[:8]
            for entry in inner.entries
            if _lies_in(entry, above)
        ]
        if not ties:
            continue
        held = {entry for entry, _ in ties}
        if inner.is_wide:
            continue  # "Peru, Mexico and Chile" is a list
        if inner.tied and not (inner.tied & held):
            key = (inner.name, min(held))
            inner = apart.setdefault(key, Namesakes(inner.name, inner.entries, inner.is_wide))
            own[at] = inner
        inner.tied = (inner.tied & held) or held
        outer.tied |= {above for _, above in ties}
    return list(apart.values())


def _lies_in(entry: GazetteerEntry, above: GazetteerEntry) -> bool:
    if entry.country != above.country or entry.id == above.id:
        return False
    if above.feature.startswith("A.PCL"):
        return not entry.feature.startswith("A.PCL")
    if above.feature == "A.ADM1":
        return entry.adm1 == above.adm1 and entry.feature != "A.ADM1"
    if above.feature == "A.ADM2":
        return entry.adm1 == above.adm1 and entry.adm2 == above.adm2 and entry.feature[0] == "P"
    return False


def _meaning(group: Namesakes) -> Meaning:
    if not group.entries:
        return Meaning(entry=None, candidates=(), probability=0.0)
    order = sorted(range(len(group.entries)), key=lambda i: -group.probabilities[i])
    best = order[0]
    chance = group.probabilities[best]
    is_likely = chance >= LEAST
    return Meaning(
        entry=group.entries[best] if is_likely else None,
        candidates=tuple(group.entries[i] for i in order[:10]),
        probability=round(chance, 4) if is_likely else 0.0,
    )
