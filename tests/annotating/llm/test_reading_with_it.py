"""`tollbook read --annotator llm` as a user runs it, against a server on this machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .loopback import Peer, completion, figure, marks, serving, status

FLASH = "At Oker at least 12 people were killed on Monday, the mayor said."
KEY = "sk-hush-hush-1234"
FOUND = completion(
    marks(figure("at least 12", source_words="the mayor", cue_words="said"), figure("forty")),
    tokens=(1500, 100),
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{FLASH} It was report {number}.", "utf-8")
    return folder


def read(reports: Path, base: str, *options: str, **environment: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "tollbook.cli", "read", str(reports), "--format", "jsonl"]
    asked = ["--annotator", "llm", "--endpoint", base, "--model", "small", *options]
    done = subprocess.run(
        [*command, *asked],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=reports.parent,
        env={**os.environ, "XDG_CACHE_HOME": str(reports.parent / "caches"), **environment},
    )
    return done.returncode, done.stdout, done.stderr


def test_where_the_text_goes_and_what_it_took_is_said(peer: Peer, reports: Path) -> None:
    peer.will_answer(FOUND)
    code, out, err = read(reports, peer.base, "--price-in", "2", "--price-out", "10")
    assert code == 0
    assert len(out.splitlines()) == 3
    first, last = err.splitlines()
    address = f"{peer.base}/chat/completions"
    assert first == f"llm: the full text of each report goes to {address}, on this machine"
    assert last == (
        "llm: 3 requests, 4,500 tokens in, 300 out, cost 0.0120, "
        "3 marks refused because their words do not stand in the text"
    )


def test_a_second_run_asks_nobody_and_finds_the_same(peer: Peer, reports: Path) -> None:
    peer.will_answer(FOUND)
    _, first, _ = read(reports, peer.base)
    code, again, err = read(reports, peer.base)
    assert (code, again) == (0, first)
    assert len(peer.asked) == 3
    assert "0 requests, 0 tokens in, 0 out, 3 answers from the cache" in err


def test_a_cache_folder_may_be_named(peer: Peer, reports: Path) -> None:
    peer.will_answer(FOUND)
    read(reports, peer.base, "--cache", "kept")
    assert len(list((reports.parent / "kept").rglob("*.json"))) == 3
    assert not (reports.parent / "caches").exists()


def test_a_report_that_the_model_fails_at_stops_nothing(peer: Peer, reports: Path) -> None:
    peer.will_answer(FOUND, completion("no"), completion("no"), FOUND)
    code, out, err = read(reports, peer.base)
    assert code == 1
    assert [json.loads(line)["accounts"] != [] for line in out.splitlines()] == [True] * 3
    assert f"tollbook: `{reports / '1.txt'}` is read by rules alone: small answers twice" in err
    assert err.splitlines()[-1].endswith(", 1 report read by rules alone")


def test_the_key_comes_from_the_environment_and_is_shown_nowhere(peer: Peer, reports: Path) -> None:
    peer.will_answer(FOUND, status(403, f"{KEY} may not read this"), FOUND)
    code, out, err = read(reports, peer.base, TOLLBOOK_LLM_KEY=KEY)
    assert code == 1
    assert {headers["authorization"] for headers in peer.headers} == {f"Bearer {KEY}"}
    assert "[key] may not read this" in err
    assert KEY not in out + err
    kept = [path.read_text() for path in (reports.parent / "caches").rglob("*.json")]
    assert len(kept) == 2
    assert KEY not in "".join(kept)


def test_an_endpoint_that_is_not_there_ends_the_run_with_what_to_do(reports: Path) -> None:
    with serving() as gone:
        pass
    code, out, err = read(reports, gone.base)
    assert (code, out) == (2, "")
    assert f"tollbook: cannot reach {gone.base}/chat/completions" in err
    assert "Is the server running, and is the address right?" in err
    assert "Traceback" not in err


def test_a_wrong_key_ends_the_run_at_the_first_report(peer: Peer, reports: Path) -> None:
    peer.will_answer(status(401, '{"error": {"message": "no such key"}}'))
    code, _, err = read(reports, peer.base)
    assert code == 2
    assert "no such key" in err
    assert "TOLLBOOK_LLM_KEY" in err
    assert len(peer.asked) == 1
