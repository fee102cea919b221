"""Names of places -> places: which ones a report names, and where what it tells of happened.

Pure: a gazetteer is passed in as a `Lookup`.
"""

from tollbook.locating.locate import PlacedReport, locate
from tollbook.locating.mentions import Mention, find_mentions

__all__ = ["Mention", "PlacedReport", "find_mentions", "locate"]
