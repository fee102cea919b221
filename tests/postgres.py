"""A real PostgreSQL for tests and benchmarks: its own data folder, a free port on loopback."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INSTALL = "apt-get install -y postgresql"
"""What brings it to Debian and Ubuntu."""

_USER = "tollbook"
_UNPRIVILEGED = ("postgres", "nobody")
_PATIENCE = 60.0


def programs() -> Path | None:
    """Find the folder that holds `initdb`, `pg_ctl` and `postgres`; the newest of several."""
    on_path = shutil.which("pg_ctl")
    folders = [Path(on_path).resolve().parent] if on_path else []
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(debian, key=lambda folder: float(folder.parent.name), reverse=True)
    needed = ("initdb", "pg_ctl", "postgres")
    return next((found for found in folders if all((found / n).exists() for n in needed)), None)


class Server:
    """One server; start it by `serving`."""

    def __init__(self, programs: Path, folder: Path, *, is_safe: bool) -> None:
        self._programs = programs
        self.folder = folder
        self._data = folder / "data"
        self._is_safe = is_safe
        self._password = secrets.token_urlsafe(16)
        self._port = _free_port()
        self._owner = _owner()

    def make(self) -> None:
        """Lay out the data folder, with a password that nobody else knows."""
        if self._owner is not None:
            os.chown(self.folder, *self._owner)
        kept = self.folder / "password"
        kept.touch(mode=0o600)
        kept.write_text(self._password)
        if self._owner is not None:
            os.chown(kept, *self._owner)
        self._run(
            "initdb",
            f"--pgdata={self._data}",
            f"--username={_USER}",
            "--auth=scram-sha-256",
            f"--pwfile={kept}",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        )

    def start(self) -> None:
        """Start, or start again after a kill: it then reads its log and stands where it stood."""
        unsafe = [] if self._is_safe else ["-c fsync=off", "-c full_page_writes=off"]
        settings = [
            f"-p {self._port}",
            "-c listen_addresses=127.0.0.1",
            f"-c unix_socket_directories={self.folder}",
            "-c max_connections=40",
            "-c shared_buffers=32MB",
            # In the folder, where nothing is left of it: not in the memory of the machine.
            "-c dynamic_shared_memory_type=mmap",
            *unsafe,
        ]
        log = self.folder / "log"
        arguments = ("start", "-w", f"-D{self._data}", f"-l{log}", "-o", " ".join(settings))
        began = time.monotonic()
        while True:
            try:
                self._run("pg_ctl", *arguments)
            except subprocess.CalledProcessError:
                # The helpers of a server that was killed take a moment to notice it.
                if time.monotonic() - began > _PATIENCE:
                    raise
                time.sleep(0.1)
            else:
                return

    def stop(self) -> None:
        """Stop at once, without putting anything in order."""
        self._run("pg_ctl", "stop", "-m", "immediate", f"-D{self._data}")

    def kill(self) -> None:
        """Kill the server as a machine out of memory would."""
        main = int((self._data / "postmaster.pid").read_text().split()[0])
        os.kill(main, signal.SIGKILL)
        began = time.monotonic()
        while Path(f"/proc/{main}").exists() and time.monotonic() - began < _PATIENCE:
            time.sleep(0.01)

    def address(self, database: str) -> str:
        """Give the address of a database, password and all."""
        return f"postgresql://{_USER}:{self._password}@127.0.0.1:{self._port}/{database}"

    def make_database(self, name: str, *, like: str = "template1") -> str:
        """Make a database, empty or like another, and give its address."""
        import psycopg

        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"'.encode())
        return self.address(name)

    def drop_database(self, name: str) -> None:
        """Throw a database away, whoever uses it."""
        import psycopg

        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())

    def _run(self, program: str, *arguments: str) -> None:
        user, group = self._owner if self._owner is not None else (None, None)
        subprocess.run(
            [self._programs / program, *arguments],
            user=user,
            group=group,
            extra_groups=None if self._owner is None else [],
            cwd=self.folder,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
            check=True,
            # Not a pipe: the server would hold it open, and nobody would be done reading.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def serving(found: Path, *, is_safe: bool = False, within: Path | None = None) -> Iterator[Server]:
    """Start a server, and leave nothing of it behind.

    Args:
        found: what `programs` found.
        is_safe: whether it waits for the disk; where only programs are killed, it need not.
        within: where its folder is made.
    """
    # Not in pytest's own folder: that is closed to the unprivileged user.
    folder = Path(tempfile.mkdtemp(prefix="tollbook-postgres-", dir=within))
    server = Server(found, folder, is_safe=is_safe)
    try:
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> tuple[int, int] | None:
    """Say as whom the server runs: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in _UNPRIVILEGED:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return found.pw_uid, found.pw_gid
    raise LookupError(f"PostgreSQL does not run as root; none of {_UNPRIVILEGED} is a user here")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
