"""`tollbook decisions`: what people ruled, and whether it still holds."""

from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli.stored import DEFAULT, SHORT, StoreOption, opened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tollbook.decision import Decision
    from tollbook.keeping import Ruled

_MOST = 4

EXAMPLES = """
Examples:

\b
  tollbook decisions
  tollbook decisions --json

A decision that no longer holds is marked ×.

Exit status: 0 listed; 1 there is none, or the store cannot be used; 2 the
command line is wrong.
"""


def decisions(
    store: StoreOption = DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="One object instead of lines.")] = False,
) -> None:
    """List what people decided, oldest first, and whether it still holds."""
    with opened(store) as book:
        ruled = book.decisions()
    if as_json:
        import json

        from tollbook.exporting.plain import plain

        told = [
            {"is_in_force": each.is_in_force, "decision": plain(each.decision)} for each in ruled
        ]
        typer.echo(json.dumps({"decisions": told}, indent=2, ensure_ascii=False))
    for each in () if as_json else ruled:
        typer.echo(_line(each))
    if not ruled:
        typer.echo("tollbook: nothing was decided yet", err=True)
        raise typer.Exit(1)


def _line(ruled: "Ruled") -> str:
    from tollbook.drawing.wording import clean

    made = ruled.decision
    mark = " " if ruled.is_in_force else "×"
    reason = f": {made.reason}" if made.reason else ""
    when = f"{made.decided_at:%Y-%m-%d %H:%M}"
    return f"{mark} {made.id[:SHORT]}  {when}  {clean(f'{made.by}  {_what(made)}{reason}')}"


def _what(decision: "Decision") -> str:
    from tollbook.decision import MergeIncidents, MoveClaim, SplitIncident, Undo

    match decision:
        case MergeIncidents():
            return f"merge {_accounts(ref.account_id for ref in decision.accounts)}"
        case SplitIncident():
            out = _accounts(ref.account_id for ref in decision.apart)
            return f"split {out} from {_accounts(ref.account_id for ref in decision.rest)}"
        case MoveClaim():
            to = "its own" if decision.to is None else decision.to.account_id[:SHORT]
            return f"move {decision.claim_id[:SHORT]} to {to}"
        case Undo():
            return f"undo {decision.decision_id[:SHORT]}"


def _accounts(ids: "Iterable[str]") -> str:
    shown = [each[:SHORT] for each in ids]
    more = len(shown) - _MOST
    return ", ".join(shown) if more <= 0 else f"{', '.join(shown[:_MOST])} and {more:,} more"
