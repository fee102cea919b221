"""Where a report was filed from: "BAMAKO, Mali (Wire) -" at its beginning."""

from collections.abc import Sequence
from typing import Final

from tollbook.locating.lookup import Lookup
from tollbook.locating.name_features import name_of
from tollbook.locating.tagging import Tagged
from tollbook.locating.tokens import Token

_WITHIN: Final = 40
_LONGEST: Final = 3
_AFTER: Final = frozenset({",", "(", "-", "–", "—", "--", ":", "/"})


def dateline(tokens: Sequence[Token], gazetteer: Lookup) -> Tagged | None:
    """Find the town of a dateline: in capitals, at the beginning of a line, before a mark.

    Only the first words of a report are looked at, its headline among them.
    """
    for at, token in enumerate(tokens[:_WITHIN]):
        if not (token.opens and _is_capital(token)):
            continue
        end = at + 1
        while end < len(tokens) and end - at < _LONGEST and _is_capital(tokens[end]):
            end += 1
        if end < len(tokens) and tokens[end].text in _AFTER:
            name = name_of(tokens[at:end], shouted=True)
            if gazetteer.knows(name):
                return Tagged(at, end, "place")
    return None


def _is_capital(token: Token) -> bool:
    return token.text.isalpha() and token.text.isupper() and len(token.text) > 1
