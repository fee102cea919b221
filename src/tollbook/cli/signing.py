"""What every verb that rules something shares: who signs, why, and what follows."""

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from tollbook.cli.stored import SHORT

if TYPE_CHECKING:
    from tollbook.keeping import Decided

USER: Final = "TOLLBOOK_USER"
SIGNED = """
A decision is kept with who made it and when. No later report and no recompute
overrules it; `tollbook undo` takes it back, and keeps that too.

Exit status: 0 decided; 1 an id leads nowhere, or it would change nothing;
2 the command line is wrong.
"""

ByOption = Annotated[
    str | None,
    typer.Option(
        "--by",
        help="Who decides; your login name if not said.",
        metavar="NAME",
        envvar=USER,
        show_default=False,
    ),
]
ReasonOption = Annotated[
    str, typer.Option("--reason", help="Why, for whoever reads it later.", show_default=False)
]


def argument(help: str, metavar: str) -> Any:
    """Describe an argument that has no default worth showing."""
    return typer.Argument(help=help, metavar=metavar, show_default=False)


def signer(by: str | None) -> str:
    """Name who decides: whom the command line or the environment names, else who is logged in."""
    if by:
        return by
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError):
        raise typer.BadParameter(
            f"nobody is logged in by name; say who decides, or set {USER}", param_hint="--by"
        ) from None


def say(decided: "Decided") -> None:
    """Say which decision was kept, and which incidents look otherwise for it."""
    ids = ", ".join(each[:SHORT] for each in decided.incident_ids)
    follows = f"now: {ids}" if ids else "nothing looks otherwise for it"
    typer.echo(f"decision {decided.decision.id[:SHORT]}; {follows}")
