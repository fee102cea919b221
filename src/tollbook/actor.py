"""Who fights: organised actors as the lexicon knows them, and the sides of an incident."""

from dataclasses import dataclass
from enum import StrEnum

from tollbook.document import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One organised actor: an armed group, a state's forces, an international body.

    `sector` is PLOVER's ("REB", "MIL", "GOV", "COP" …); `inter` is ACLED's code (1 state
    forces, 2 rebels, 3 political militia, 4 identity militia, 5 rioters, 6 protesters,
    7 civilians, 8 external or other). `country` is ISO 3166-1 alpha-2, "" where it is of no
    one country; `parent` is the id of the actor it belongs to. `first_year` and `last_year`
    bound its activity where known. `ucdp` and `ucdp_id` are its name and number in UCDP's
    data, `wikidata` its item.
    """

    id: str
    name: str
    sector: str
    inter: int
    country: str = ""
    parent: str | None = None
    first_year: int | None = None
    last_year: int | None = None
    ucdp: str | None = None
    ucdp_id: int | None = None
    wikidata: str | None = None


class Role(StrEnum):
    """What a side did in an incident."""

    ATTACKED = "attacked"  # it attacked
    WAS_ATTACKED = "was_attacked"
    FOUGHT = "fought"  # the words do not say who began


class Standing(StrEnum):
    """How surely a side took part."""

    DECLARED = "declared"  # it says so itself
    STATED = "stated"  # the report says so
    SUSPECTED = "suspected"  # somebody else says so
    CONTESTED = "contested"  # somebody says so and somebody denies it


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of an incident: the words for it, and the actor where one is known."""

    words: Words
    role: Role
    standing: Standing
    actor: Actor | None = None
