"""Notes about the store itself, and forgetting what can be made again."""

from sqlalchemy import Connection, delete, insert, select

from tollbook.storing.schema import DERIVED, notes


def noted(connection: Connection, name: str) -> str | None:
    """Give what was noted under a name."""
    found = connection.execute(select(notes.c.text).where(notes.c.name == name))
    text: str | None = found.scalar_one_or_none()
    return text


def take_note(connection: Connection, name: str, text: str) -> None:
    """Note something, in place of what was noted under this name."""
    connection.execute(delete(notes).where(notes.c.name == name))
    connection.execute(insert(notes), {"name": name, "text": text})


def forget_derived(connection: Connection) -> None:
    """Forget everything that can be made again, and the notes about it."""
    for table in (*DERIVED, notes):
        connection.execute(delete(table))
