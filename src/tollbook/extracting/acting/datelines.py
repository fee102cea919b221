"""Where a dateline ends: "MERRIN, September 6 - ". Who stands in it did nothing.

The town and country a report was filed from open its first sentence, and read like the subject
of what follows: "Gunmen and Merrin attacked".
"""

import re

_MONTH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?"
)
_OPENING = re.compile(r"[^\W\d_][^\n]{1,70}?\s*(?:--|[-–—])\s+")
_DAY = re.compile(rf"\b{_MONTH}\.?\s+\d{{1,2}}\b|\b\d{{1,2}}\s+{_MONTH}\b", re.IGNORECASE)
_AGENCY = re.compile(r"\([A-Z][^()]{1,40}\)\s*(?:--|[-–—])\s+$")
_TOWN_IN_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}(?=[\s,(])")


def dateline_end(text: str) -> int:
    """Say how many characters of a sentence are its dateline; 0 where it has none.

    Example:
        >>> dateline_end("MERRIN, September 6 - Gunmen fired."), dateline_end("Gunmen fired.")
        (22, 0)
        >>> dateline_end("Oker (Norn News) — All fled."), dateline_end("All - 40 of them - fled.")
        (19, 0)
    """
    opening = _OPENING.match(text)
    if opening is None:
        return 0
    line = opening[0]
    is_town = _TOWN_IN_CAPITALS.match(line) is not None and not text.isupper()
    is_dated = "," in line and _DAY.search(line) is not None
    return opening.end() if is_town or is_dated or _AGENCY.search(line) else 0
