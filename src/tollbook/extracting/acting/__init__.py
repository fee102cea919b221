"""Sentences -> who did it, what broke, who reacted."""
