"""The short form of `benchmarks.kills`, in a process of its own: it forks and kills."""

import subprocess
import sys

import pytest

from tests.postgres import Server

KILLS = 40


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_kill_at_any_instant_loses_nothing_that_was_acknowledged(
    database: str, request: pytest.FixtureRequest, pytestconfig: pytest.Config
) -> None:
    if database == "postgresql":
        # Its own server is killed too; this one only says whether there is any.
        server = request.getfixturevalue("postgres_server")
        assert isinstance(server, Server)
    arguments = ["--on", database, "--kills", str(KILLS), "--minutes", "4", "--seed", "3"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.kills", *arguments],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{KILLS} kills" in done.stdout
    assert ", 0 lost, 0 problems" in done.stdout
    assert " 0 documents" not in done.stdout
