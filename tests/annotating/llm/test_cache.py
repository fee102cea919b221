import os
from pathlib import Path

import pytest

from tollbook.annotating.llm.cache import Cache, default_folder

KEY = "0123456789abcdef"


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    Cache(tmp_path / "new" / "folder").keep(KEY, "said \ud800 שלום")
    assert Cache(tmp_path / "new" / "folder").find(KEY) == "said \ud800 שלום"


def test_what_was_never_kept_is_not_found(tmp_path: Path) -> None:
    assert Cache(tmp_path).find(KEY) is None


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b'{"answer": 3}', b"\xff"])
def test_a_spoilt_answer_is_none(tmp_path: Path, spoilt: bytes) -> None:
    cache = Cache(tmp_path)
    cache.keep(KEY, "said")
    [file] = tmp_path.rglob("*.json")
    file.write_bytes(spoilt)
    assert cache.find(KEY) is None


def test_only_the_owner_may_look(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "llm")
    cache.keep(KEY, "said")
    made = [tmp_path / "llm", *(tmp_path / "llm").rglob("*")]
    assert len(made) == 3
    assert [path for path in made if path.stat().st_mode & 0o077] == []


def test_nothing_half_written_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "replace", full)
    cache = Cache(tmp_path)
    cache.keep(KEY, "said")
    assert cache.find(KEY) is None
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_folder_that_cannot_be_is_an_error_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        Cache(tmp_path / "file")


def test_the_default_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_folder() == Path("/somewhere/tollbook/llm")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/me")
    assert default_folder() == Path("/home/me/.cache/tollbook/llm")
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_folder() == Path("/home/me/Library/Caches/tollbook/llm")
