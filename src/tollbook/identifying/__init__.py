"""Who is meant: names and phrases -> known actors, and the sides of an incident. Pure."""

from tollbook.identifying.finding import Named, find_actors
from tollbook.identifying.identity import identify

__all__ = ["Named", "find_actors", "identify"]
