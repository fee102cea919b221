"""Marks by asking a language model at an address the user names; see `docs/llm.md`.

Nothing is sent anywhere unless this is asked for by name.
"""

from tollbook.annotating.llm.fallback import RulesWhereItFails
from tollbook.annotating.llm.llm import LanguageModel, language_model

__all__ = ["LanguageModel", "RulesWhereItFails", "language_model"]
