"""`tollbook merge`: incidents that are one."""

from typing import Annotated

from tollbook.cli.signing import SIGNED, ByOption, ReasonOption, argument, say, signer
from tollbook.cli.stored import DEFAULT, StoreOption, now, opened

EXAMPLES = f"""
Examples:

\b
  tollbook merge 3f2a9c1b 77e01d42 --reason "one attack, two datelines"
{SIGNED}"""


def merge(
    ids: Annotated[list[str], argument("Lead to the incidents.", "ID")],
    store: StoreOption = DEFAULT,
    by: ByOption = None,
    reason: ReasonOption = "",
) -> None:
    """Rule that incidents are one."""
    who = signer(by)
    with opened(store) as book:
        say(book.merge(ids, by=who, at=now(), reason=reason))
