"""One report -> how many it says were killed and injured, as a coder would note it down.

Learned from what coders of gun violence noted beside local news of the United States; for
other reports, reconcile the claims instead. `tally` looks at one report alone: where several
tell of an incident, their claims say more.
"""

from tollbook.coding.coder import Tally, tally

__all__ = ["Tally", "tally"]
