"""Places: names in any spelling to entries of an embedded gazetteer, on disk and offline."""

from tollbook.gazetteer.gazetteer import Gazetteer, Match
from tollbook.gazetteer.opening import open_gazetteer

__all__ = ["Gazetteer", "Match", "open_gazetteer"]
