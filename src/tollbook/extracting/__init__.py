"""Finds every attributed claim in a document."""

from tollbook.extracting.claims import extract

__all__ = ["extract"]
