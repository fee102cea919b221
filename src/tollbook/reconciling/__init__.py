"""One incident's claims -> tolls: what the sources make together, and how sure that is."""

from tollbook.reconciling.consistency import find_contradictions
from tollbook.reconciling.estimate import reconcile
from tollbook.reconciling.history import retell
from tollbook.reconciling.spread import spread

__all__ = ["find_contradictions", "reconcile", "retell", "spread"]
