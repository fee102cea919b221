"""Nouns -> drawings: tolls and their history as SVG text, without any library."""
