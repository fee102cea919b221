"""Who is held for an attack: suspects, even where nobody calls them so."""

import re

from tollbook.claim import Harm

_CHARGED_WITH = re.compile(
    r"\b(?:murder|manslaughter|homicide|assault)\s(?:[\w-]+\s)?charges?\b"
    r"|\b(?:arrest|arrested|custody)\s(?:in|for|after|following)\s(?:[\w'’-]+\s){0,5}?"
    r"(?:murder|manslaughter|homicide|shooting)s?\b"
    r"|\b(?:charges?|charged|suspicion|connection)\s(?:of|with|in)\s(?:[\w-]+\s){0,4}?"
    r"(?:murder|manslaughter|homicide|shooting|attack|bombing|killing|assault)s?\b"
    r"|\bthey say (?:[\w-]+ )?(?:shot|killed|stabbed)\b",
    re.IGNORECASE,
)


def is_held_for_attack(harm: Harm, text: str) -> bool:
    """Whether a sentence that tells of people detained names an attack as the charge.

    Example:
        >>> is_held_for_attack(Harm.DETAINED, "A man was arrested on murder charges.")
        True
        >>> is_held_for_attack(Harm.DETAINED, "A man was arrested at a protest.")
        False
    """
    return harm is Harm.DETAINED and _CHARGED_WITH.search(text) is not None
