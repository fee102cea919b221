"""`tollbook split`: accounts of an incident that tell of another one."""

from typing import Annotated

from tollbook.cli.signing import SIGNED, ByOption, ReasonOption, argument, say, signer
from tollbook.cli.stored import DEFAULT, StoreOption, now, opened

EXAMPLES = f"""
Examples:

\b
  tollbook split 3f2a9c1b 90ab12cd --by "L. Oster"

What is taken out is named by a report, an account or a claim; a claim stands for
the account it is in. To take out one claim alone: `tollbook move`.
{SIGNED}"""


def split(
    id: Annotated[str, argument("Leads to the incident.", "ID")],
    out: Annotated[list[str], argument("What to take out of it.", "REPORT|CLAIM|ACCOUNT")],
    store: StoreOption = DEFAULT,
    by: ByOption = None,
    reason: ReasonOption = "",
) -> None:
    """Rule that some of an incident's accounts tell of another one."""
    who = signer(by)
    with opened(store) as book:
        say(book.split(id, out, by=who, at=now(), reason=reason))
