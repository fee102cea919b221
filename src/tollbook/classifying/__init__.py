"""What coders would call an incident: an account and its sides -> codes of the field. Pure."""

from tollbook.classifying.coding import classify

__all__ = ["classify"]
