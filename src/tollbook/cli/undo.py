"""`tollbook undo`: a decision that no longer holds."""

from typing import Annotated

from tollbook.cli.signing import SIGNED, ByOption, ReasonOption, argument, say, signer
from tollbook.cli.stored import DEFAULT, StoreOption, now, opened

EXAMPLES = f"""
Examples:

\b
  tollbook undo
  tollbook undo 1c2d3e4f
{SIGNED}"""


def undo(
    decision: Annotated[
        str | None, argument("The decision; the last in force if not said.", "DECISION")
    ] = None,
    store: StoreOption = DEFAULT,
    by: ByOption = None,
    reason: ReasonOption = "",
) -> None:
    """Take a decision back."""
    who = signer(by)
    with opened(store) as book:
        say(book.undo(decision, by=who, at=now(), reason=reason))
