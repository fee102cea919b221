"""What the law of war protects, among what was hit: health, schools, aid, heritage."""

from typing import Final

from tollbook.classifying.evidence import Evidence
from tollbook.classifying.phrases import first_each
from tollbook.event import Code

_FIRST: Final = ("health", "school", "aid", "heritage")


def protected_of(evidence: Evidence) -> Code:
    """Choose the protected kind named most among targets, damage and harmed; None is none named."""
    found = [sign.kind for sign in evidence.protected]
    if not found:
        return Code(value=None, rule="nothing protected is named as hit")
    kind = max(_FIRST, key=lambda kind: (found.count(kind), -_FIRST.index(kind)))
    return Code(
        value=kind,
        words=first_each(evidence.protected, kind),
        rule="stands among what was attacked, damaged or harmed",
    )
