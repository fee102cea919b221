"""`tollbook schema`: the JSON Schema of every noun."""

import typer


def schema() -> None:
    """Print the JSON Schema of every noun that tollbook writes."""
    import json

    from tollbook.exporting.schema import schema as described

    typer.echo(json.dumps(described(), indent=2, ensure_ascii=False))
