"""Marks what it sees in a document: our own encoder, or any model the user names.

Behind one protocol, `Annotator`. `rules` adds nothing to the grammar that reads every text.
"""

from tollbook.annotating.annotator import DEFAULT, NAMES, Annotator, Rules, annotator

__all__ = ["DEFAULT", "NAMES", "Annotator", "Rules", "annotator"]
