"""`tollbook move`: a claim that is about another incident."""

from typing import Annotated

from tollbook.cli.signing import SIGNED, ByOption, ReasonOption, argument, say, signer
from tollbook.cli.stored import DEFAULT, StoreOption, now, opened

EXAMPLES = f"""
Examples:

\b
  tollbook move 5d4c3b2a 77e01d42
  tollbook move 5d4c3b2a --reason "last week's attack"

Without an incident to move to, the claim makes one of its own.
{SIGNED}"""


def move(
    claim: Annotated[str, argument("The claim.", "CLAIM")],
    to: Annotated[str | None, argument("Leads to the incident it is about.", "ID")] = None,
    store: StoreOption = DEFAULT,
    by: ByOption = None,
    reason: ReasonOption = "",
) -> None:
    """Rule that a claim is about another incident, or about one of its own."""
    who = signer(by)
    with opened(store) as book:
        say(book.move(claim, to, by=who, at=now(), reason=reason))
