"""tollbook's own tables of places that reports name and gazetteers lack."""

from collections.abc import Sequence
from pathlib import Path

from tollbook.gazetteer.writing import Listing


def listings_of_tables(folder: Path, known: Sequence[Listing]) -> list[Listing]:
    return []
