"""Nouns -> drawings: tolls and their history as SVG text, without any library."""

from tollbook.drawing.history import history_chart
from tollbook.drawing.toll import toll_chart

__all__ = ["history_chart", "toll_chart"]
