"""Sentences -> who came to harm in them, how many, as part of what."""
