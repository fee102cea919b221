"""Number semantics: what quantity phrases entail, and what each coding policy makes of them."""

from tollbook.counting.finding import find_quantities, read_count
from tollbook.counting.policies import policies, policy_named, under
from tollbook.counting.quantity import NotPeople, Quantity

__all__ = [
    "NotPeople",
    "Quantity",
    "find_quantities",
    "policies",
    "policy_named",
    "read_count",
    "under",
]
