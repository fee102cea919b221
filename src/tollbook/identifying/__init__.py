"""Who is meant: names and phrases -> known actors, and the sides of an incident. Pure."""

from tollbook.identifying.camps import are_one_side, speaks_for
from tollbook.identifying.context import means_rebels, means_state, whose
from tollbook.identifying.finding import Named, find_actors
from tollbook.identifying.identity import identify
from tollbook.identifying.sides import CIVILIANS, sides_of

__all__ = [
    "CIVILIANS",
    "Named",
    "are_one_side",
    "find_actors",
    "identify",
    "means_rebels",
    "means_state",
    "sides_of",
    "speaks_for",
    "whose",
]
