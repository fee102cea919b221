"""Kills while a store is written: is everything there that was said to be kept?

    python -m benchmarks.kills --minutes 20
    python -m benchmarks.kills --kills 10000 --on sqlite

A child opens a store and keeps documents, decisions, readings and incidents; after each is kept
it says so on a pipe. At a random instant (seeded) it is killed. Then everything it had said must
be there, letter for letter, and `check` must find nothing. Some children make the store first,
some are killed while they write a backup. On PostgreSQL it is the client that is killed, now
and then the server: by SIGKILL, or stopped as by a power cut and started again.
"""

import argparse
import logging
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import alembic.runtime.environment
import alembic.script  # noqa: F401 - children inherit what is loaded, and need not load it

from tests.postgres import INSTALL, Server, programs, serving
from tollbook.decision import AccountRef, MergeIncidents
from tollbook.document import Document
from tollbook.errors import UnusableStore
from tollbook.incident import Account, Days, Incident, Report, What
from tollbook.storing import AccountRow, BlockKey, Reading, Store, open_store
from tollbook.testing import claim
from tollbook.toll import Case

KILLS_A_STORE = 20
"""So many children in a row write to one store; then it is thrown away."""

_MORNING = datetime(2031, 3, 5, 8, 0, tzinfo=UTC)
_DAY = date(2031, 3, 4)
_OPEN, _DOCUMENT, _DECISION = "open", "document", "decision"
_FASTEST = Path("/dev/shm")
_SERVER_KILLS = 0.02  # of the kills on PostgreSQL: each costs a second or two of starting again
_MAKINGS = 0.1  # of the stores: made by the child that is killed
_BACKUPS = 0.1  # of the children: write a backup beside


_LONGEST = 0.02
"""Seconds that a child goes on at most before it is killed."""


@dataclass(kw_only=True)
class Tally:
    """What was counted on one database."""

    kills: int = 0
    opening: int = 0
    servers: int = 0
    backups: int = 0
    stores: int = 0
    documents: int = 0
    decisions: int = 0
    lost: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost and every check was clean."""
        return not self.lost and not self.problems

    def __str__(self) -> str:
        servers = f" ({self.servers:,} of the server)" if self.servers else ""
        return (
            f"{self.kills:,} kills{servers}, {self.opening:,} before a store was open, "
            f"{self.backups:,} beside a backup, {self.stores:,} stores; "
            f"{self.documents:,} documents and {self.decisions:,} decisions acknowledged, "
            f"{len(self.lost):,} lost, {len(self.problems):,} problems found by `check`"
        )


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where stores are made, one after the other, and the server they lie on, if any."""

    make: Callable[[bool], str]
    drop: Callable[[str], None]
    folder: Path
    server: Server | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, look, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=None, help="how many on each database")
    parser.add_argument("--minutes", type=float, default=20.0, help="how long at most")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--folder",
        type=Path,
        default=_FASTEST if _FASTEST.is_dir() else Path(tempfile.gettempdir()),
        help="where the stores are made; what is killed is a program, never the machine, so a "
        "file system in memory loses as little as a disk and is killed more often",
    )
    parser.add_argument("--on", choices=["sqlite", "postgresql", "both"], default="both")
    asked = parser.parse_args(arguments)
    if asked.on == "both":
        return _on_both(list(sys.argv[1:] if arguments is None else arguments))
    dice = random.Random(f"{asked.seed} {asked.on}")
    began = time.monotonic()
    with _place(asked.on, asked.folder) as place:
        until = time.monotonic() + asked.minutes * 60
        tally = kill_again_and_again(place, dice, kills=asked.kills, until=until)
    print(f"{asked.on}, {time.monotonic() - began:,.0f} s: {tally}", flush=True)
    for said in [*tally.lost, *tally.problems][:20]:
        print(f"  {said}")
    return 0 if tally.is_clean else 1


def _on_both(arguments: list[str]) -> int:
    # Side by side: most of the time is spent waiting for somebody to write, or to die.
    command = [sys.executable, "-m", "benchmarks.kills", *arguments, "--on"]
    running = [subprocess.Popen([*command, database]) for database in ("sqlite", "postgresql")]
    return max(each.wait() for each in running)


@contextmanager
def _place(database: str, within: Path) -> Iterator[Place]:
    numbers = count(1)
    if database == "sqlite":
        folder = Path(tempfile.mkdtemp(prefix="tollbook-kills-", dir=within))
        template = folder / "template.toll"
        open_store(template).close()

        def make(is_made: bool) -> str:
            path = folder / f"{next(numbers)}.toll"
            if is_made:
                shutil.copyfile(template, path)
            return str(path)

        def drop(address: str) -> None:
            for left in folder.glob(f"{Path(address).name}*"):
                left.unlink()

        try:
            yield Place(make=make, drop=drop, folder=folder)
        finally:
            shutil.rmtree(folder)
        return
    found = programs()
    if found is None:
        raise SystemExit(f"kills: there is no PostgreSQL here; on Debian or Ubuntu: {INSTALL}")
    # A server that is killed must find on the disk what it said it wrote.
    with serving(found, is_safe=True, within=within) as server:
        open_store(server.make_database("template")).close()

        def make_database(is_made: bool) -> str:
            name = f"desk_{next(numbers)}"
            return server.make_database(name, like="template" if is_made else "template1")

        yield Place(
            make=make_database,
            drop=lambda address: server.drop_database(address.rsplit("/", 1)[1]),
            folder=server.folder,
            server=server,
        )


def kill_again_and_again(
    place: Place, dice: random.Random, *, kills: int | None, until: float
) -> Tally:
    """Kill children until there were so many kills, or until the time is over."""
    tally = Tally()

    def goes_on() -> bool:
        return time.monotonic() < until and (kills is None or tally.kills < kills)

    while goes_on():
        is_made = dice.random() >= _MAKINGS
        address = place.make(is_made)
        tally.stores += 1
        acknowledged: dict[str, set[str]] = {_DOCUMENT: set(), _DECISION: set()}
        warm: Store | None = None
        for _ in range(KILLS_A_STORE):
            if goes_on():
                _kill_one(place, address, warm, dice, tally, acknowledged)
                if warm is None:
                    warm = open_store(address)
                    # Now its statements are prepared, for the children too.
                    _keep_some(warm, -1, 0, _into(acknowledged))
                _look(warm, acknowledged, tally)
                # Its connections go; the statements it has prepared stay, for the next child.
                warm.close()
        place.drop(address)
        tally.documents += len(acknowledged[_DOCUMENT])
        tally.decisions += len(acknowledged[_DECISION])
    return tally


def _into(acknowledged: dict[str, set[str]]) -> Callable[[str, str], None]:
    return lambda kind, key: acknowledged[kind].add(key)


def _kill_one(
    place: Place,
    address: str,
    warm: Store | None,
    dice: random.Random,
    tally: Tally,
    acknowledged: dict[str, set[str]],
) -> None:
    backup = None
    if dice.random() < _BACKUPS:
        backup = place.folder / f"tollbook-kills-{os.getpid()}.{tally.kills}.toll"
        tally.backups += 1
    reading, saying = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        # Some open the store as a program of their own would.
        opened = warm if tally.kills % 10 else None
        _write_until_killed(opened, address, tally.kills, saying, backup)
    os.close(saying)
    # On a slow machine too most have kept something: so many, and then a random while.
    heard = _hear(reading, dice.choice((0, 1, 2, 2, 3, 3, 4, 5, 6)))
    time.sleep(dice.uniform(0, _LONGEST))
    if place.server is not None and dice.random() < _SERVER_KILLS:
        tally.servers += 1
        (place.server.kill if dice.random() < 0.5 else place.server.stop)()
        os.kill(child, signal.SIGKILL)
        place.server.start()
    else:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    tally.kills += 1
    with os.fdopen(reading, "rb") as said:
        heard += said.read()
    lines = [line.split() for line in heard.decode().splitlines(keepends=True) if line[-1] == "\n"]
    tally.opening += [_OPEN] not in lines
    if not os.WIFSIGNALED(status):
        tally.problems.append(f"child {tally.kills} ended by itself: {lines[-1:]}")
    for line in lines:
        if line[0] in acknowledged:
            acknowledged[line[0]].add(line[1])
    if backup is not None:
        _look_at_backup(backup, tally)


def _hear(reading: int, lines: int) -> bytes:
    """Read what a child says until it has said so much."""
    heard = b""
    until = time.monotonic() + 10
    while heard.count(b"\n") < lines and time.monotonic() < until:
        if select.select([reading], [], [], 0.1)[0]:
            said = os.read(reading, 1 << 16)
            if not said:
                break
            heard += said
    return heard


def _look(store: Store, acknowledged: dict[str, set[str]], tally: Tally) -> None:
    # A document's id is the hash of its content: one that is made anew is what was added.
    documents = {document.id for document in store.documents().values()}
    decisions = {decision.id for decision in store.decisions()}
    problems = store.check()
    tally.problems += [f"after kill {tally.kills}: {problem.says}" for problem in problems]
    for kind, kept in ((_DOCUMENT, documents), (_DECISION, decisions)):
        tally.lost += [
            f"{kind} {key}, after kill {tally.kills}" for key in acknowledged[kind] - kept
        ]


def _look_at_backup(backup: Path, tally: Tally) -> None:
    if backup.exists():
        with open_store(backup, create=False) as store:
            problems = store.check()
        says = f"the backup beside kill {tally.kills}"
        tally.problems += [f"{says}: {problem.says}" for problem in problems]
    for left in backup.parent.glob(f"*{backup.name}*"):
        left.unlink()


# What a child does


def _write_until_killed(
    warm: Store | None, address: str, which: int, saying: int, backup: Path | None
) -> None:
    """Keep one thing after the other and say so; never returns."""
    logging.disable()  # of a server that went away

    def say(*words: str) -> None:
        os.write(saying, f"{' '.join(words)}\n".encode())

    try:
        with warm or open_store(address) as store:
            say(_OPEN)
            for number in count():
                _keep_some(store, which, number, say)
                if backup is not None and not backup.exists():
                    store.backup(backup)
    except UnusableStore:
        signal.pause()  # its server was killed; now it waits to be
    except BaseException as error:  # noqa: BLE001 - a child must not go on as its parent
        say("failed", *f"{error!r}".split())
    os._exit(3)


def _keep_some(store: Store, which: int, number: int, say: Callable[..., None]) -> None:
    many = [_document(which, number, part) for part in range(1 + number % 3)]
    for key in store.add_documents(many, added_at=_MORNING, read_by="kills"):
        say(_DOCUMENT, key)
    if number % 2:
        decision = _decision(which, number, many[0])
        store.decide(decision)
        say(_DECISION, decision.id)
    accounts = [_account(document) for document in many]
    with store.writing():
        store.keep_readings(
            Reading(report=Report(imprint=account.imprint, accounts=(account,)), made_by="kills")
            for account in accounts
        )
        store.keep_accounts([], [_row(account) for account in accounts])
        store.replace_incidents([], [_case(accounts)], made_by="kills")


def _document(which: int, number: int, part: int) -> Document:
    # Of one line, and of a page.
    text = f"At least {number + 1} people were killed in Oker. " * (1 + 10 * (number % 5))
    return Document(
        text=text, name=f"{which}.{number}.{part}", title=f"Ôker {which} {number} {part}"
    )


def _decision(which: int, number: int, document: Document) -> MergeIncidents:
    refs = tuple(
        AccountRef(account_id=f"{document.id} {label}", document_id=document.id, claim_ids=())
        for label in "AB"
    )
    when = _MORNING + timedelta(seconds=1000 * which + number)
    return MergeIncidents(accounts=refs, by="Ada Sarn", decided_at=when)


def _account(document: Document) -> Account:
    claims = (claim("at least 12", document=document.id),)
    return Account(label="A", what=What.CLASH, imprint=document.imprint, claims=claims)


def _row(account: Account) -> AccountRow:
    return AccountRow(
        account_id=account.id,
        document_id=account.imprint.document_id,
        label=account.label,
        first_day=_DAY,
        last_day=_DAY,
        latitude=None,
        longitude=None,
        evidence="{}",
        keys=(BlockKey(key="oker", day=_DAY),),
        made_by="kills",
    )


def _case(accounts: Sequence[Account]) -> Case:
    incident = Incident(
        what=What.CLASH,
        days=Days(first=_DAY, last=_DAY),
        places=("Oker",),
        perpetrators=(),
        targets=(),
        accounts=tuple(accounts),
    )
    return Case(incident=incident, tolls=())


if __name__ == "__main__":
    sys.exit(main())
