"""A coder's events against incidents: what agrees, what differs, what is missing on either side."""

from tollbook.matching.compare import match

__all__ = ["match"]
