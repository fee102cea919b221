"""`tollbook history`: how the tolls of an incident were told, day by day."""

from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli.stored import DEFAULT, NamesOption, StoreOption, is_terminal, opened

if TYPE_CHECKING:
    from tollbook.incident import Incident
    from tollbook.toll import Step

EXAMPLES = """
Examples:

\b
  tollbook history 3f2a9c1b
  tollbook history 3f2a9c1b --json

Each step is a day on which something was published, with the claims that
moved the toll.

Exit status: 0 shown; 1 the id leads to no incident; 2 the command line is
wrong.
"""


def history(
    id: Annotated[
        str, typer.Argument(help="Leads to the incident.", metavar="ID", show_default=False)
    ],
    store: StoreOption = DEFAULT,
    names: NamesOption = False,
    as_json: Annotated[bool, typer.Option("--json", help="One object instead of a chart.")] = False,
) -> None:
    """Show how the tolls of an incident were told over time."""
    import json

    from tollbook.cli.card.history import history_card
    from tollbook.exporting.plain import plain

    with opened(store) as book:
        incident, steps = book.history(id)
    if not names:
        incident, steps = _withheld(incident, steps)
    if as_json:
        told = {"incident": incident.id, "steps": [plain(step) for step in steps]}
        typer.echo(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        typer.echo(history_card(steps, incident, colour=is_terminal()).removesuffix("\n"))


def _withheld(
    incident: "Incident", steps: "tuple[Step, ...]"
) -> "tuple[Incident, tuple[Step, ...]]":
    """Black out the names of those harmed, also where tolls quote them."""
    from dataclasses import replace

    from tollbook.exporting.redaction import withhold_in_findings
    from tollbook.toll import Case, Findings

    known = [Case(incident=incident, tolls=step.tolls) for step in steps]
    now = Case(incident=incident, tolls=())
    shown = withhold_in_findings(Findings(cases=(now, *known), documents=())).cases
    return shown[0].incident, tuple(
        replace(step, tolls=case.tolls) for step, case in zip(steps, shown[1:], strict=True)
    )
