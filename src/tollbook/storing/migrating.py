"""Bringing the tables of a store up to date, one numbered step after the other."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from tollbook.errors import UnusableStore
from tollbook.storing.schema import APPLICATION_ID, VERSION, VERSION_TABLE

_STEPS = Path(__file__).parent / "migrations"


def schema_of(connection: Connection) -> int | None:
    """Say by which schema the tables were written; None where there are no tables of ours."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    return None if found is None else int(found)


def refuse_newer(name: str, schema: int) -> None:
    """Leave alone what a later tollbook wrote.

    Raises:
        UnusableStore: the schema is newer than ours.
    """
    if schema > VERSION:
        raise UnusableStore(
            f"{name} was written by schema {schema}; this version knows up to {VERSION}. "
            "Upgrade tollbook; the store is untouched"
        )


def migrate(connection: Connection) -> None:
    """Run the steps that the store lacks, within the transaction of the connection."""
    # Alembic takes half a second to import, and a store is nearly always up to date.
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    with EnvironmentContext(
        config, script, fn=lambda revision, _: script._upgrade_revs("head", revision)
    ) as environment:
        environment.configure(connection=connection, version_table=VERSION_TABLE)
        environment.run_migrations()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
