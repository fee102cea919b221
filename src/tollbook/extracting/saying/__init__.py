"""Sentences -> who says it: sources, relays, cues, across a report."""
