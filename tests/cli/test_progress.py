import io
import sys
from collections.abc import Iterator

import pytest

from tollbook.cli.progress import Progress
from tollbook.document import Unreadable
from tollbook.incident import Report
from tollbook.testing import document


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told() -> Iterator[Report | Unreadable]:
    yield Report(imprint=document(name="a.txt").imprint, accounts=())
    yield Unreadable(name="b", reason="`b\x1b[2J` holds no text")
    yield Report(imprint=document(name="c.txt").imprint, accounts=())


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that moves two seconds whenever it is looked at."""
    seconds = iter(range(0, 1000, 2))
    monkeypatch.setattr("tollbook.cli.progress.time.monotonic", lambda: float(next(seconds)))


@pytest.mark.usefixtures("ticking")
def test_a_terminal_hears_how_far_along_a_long_run_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert len(list(Progress(quiet=False).over(told()))) == 3
    assert "1 read, a.txt" in terminal.getvalue()
    assert "2 read, c.txt" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_short_run_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    list(Progress(quiet=False).over(iter([next(told())])))
    assert terminal.getvalue() == ""


@pytest.mark.usefixtures("ticking")
@pytest.mark.parametrize(("where", "quiet"), [(io.StringIO, False), (Terminal, True)])
def test_a_pipe_and_a_quiet_run_hear_only_what_was_refused(
    monkeypatch: pytest.MonkeyPatch, where: type[io.StringIO], quiet: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream := where())
    progress = Progress(quiet=quiet)
    list(progress.over(told()))
    assert stream.getvalue() == "tollbook: `b\ufffd[2J` holds no text\n"
    assert progress.refused == 1


@pytest.mark.usefixtures("ticking")
def test_documents_may_be_told_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    progress = Progress(quiet=False)
    progress.saw("a.txt")
    progress.saw("b.txt")
    progress.done()
    assert "2 read, b.txt" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
