"""The words of a text that can show where it comes from: folded, without what any page prints."""

import re
from typing import Final
from unicodedata import normalize

_WORD: Final = re.compile(r"\w+")
# Lines under a story that say nothing of it; two pages share them without sharing an origin.
_STANDING: Final = re.compile(
    r"copyright|©|all rights reserved|may not be published, broadcast|subscribe|sign up for"
    r"|newsletter|click here|read more|related (?:stories|articles|coverage)|follow us"
    r"|download (?:the|our) .{0,20}\bapp\b|terms of (?:use|service)|privacy policy|comments? "
    r"(?:are|below|policy)|facebook|twitter|crime ?stoppers|anyone with (?:any )?information|"
    r"is (?:asked|urged) to (?:call|contact)|are (?:asked|urged) to (?:call|contact)|"
    r"to report a typo|watch live|photo gallery|posted:|updated:",
    re.IGNORECASE,
)
# Longer lines are whole stories without breaks, and hold more than a standing phrase.
_LONGEST_LINE: Final = 400


def telling_words(text: str) -> list[str]:
    r"""List the words of a text, case folded, standing lines left out.

    Example:
        >>> telling_words("OKER (AFP) - Twelve died.\n\nAll rights reserved.")
        ['oker', 'afp', 'twelve', 'died']
    """
    told = [line for line in text.splitlines() if not _is_standing(line)]
    return _WORD.findall(normalize("NFKC", "\n".join(told)).casefold())


def _is_standing(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and _STANDING.search(line) is not None
