"""What made what is derived: kept beside it, so that what is out of date can be told."""

from functools import cache
from importlib.metadata import version

from tollbook.annotating import Annotator


@cache
def release() -> str:
    """Name this version of tollbook."""
    return f"tollbook {version('tollbook')}"


def reader(annotator: Annotator) -> str:
    """Name what reads documents: this version, and who marks for it.

    Example:
        >>> from tollbook.annotating import Rules
        >>> reader(Rules()).endswith(", rules")
        True
    """
    return f"{release()}, {annotator.name}"
