import io
import os
from pathlib import Path

import pytest

from tollbook.document import Raw, Unreadable
from tollbook.fetching import gather


def names(found: list[Raw | Unreadable]) -> list[str]:
    return [Path(each.name).name for each in found if isinstance(each, Raw)]


def reasons(found: list[Raw | Unreadable]) -> list[str]:
    return [each.reason for each in found if isinstance(each, Unreadable)]


def write(folder: Path, *files: str, text: bytes = b"words") -> None:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)


def test_a_file_comes_whole_with_the_kind_its_name_says(tmp_path: Path) -> None:
    write(tmp_path, "a.HTML", text=b"\xff\x00\r\n")
    assert list(gather([tmp_path / "a.HTML"])) == [
        Raw(name=str(tmp_path / "a.HTML"), content=b"\xff\x00\r\n", suffix=".html")
    ]


def test_a_folder_is_walked_to_the_bottom_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.md", "z/inner/c.html", "y/d.json", "y/e.htm")
    assert names(list(gather([tmp_path]))) == ["a.md", "b.txt", "d.json", "e.htm", "c.html"]


def test_hidden_and_unknown_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "photo.jpg", "noext")
    found = list(gather([tmp_path]))
    assert names(found) == ["a.txt"]
    assert reasons(found) == []


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    write(tmp_path, ".b.txt")
    assert names(list(gather([tmp_path / ".b.txt"]))) == [".b.txt"]


def test_an_unknown_kind_that_is_named_is_refused_with_what_would_do(tmp_path: Path) -> None:
    write(tmp_path, "scan.pdf")
    (reason,) = reasons(list(gather([tmp_path / "scan.pdf"])))
    assert "scan.pdf` is not a kind of file that can be read; give .txt, .md" in reason


def test_a_missing_file_is_named_and_the_next_still_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    found = list(gather([tmp_path / "gone.txt", tmp_path / "gone.pdf", tmp_path / "a.txt"]))
    assert [reason.split("`")[2] for reason in reasons(found)] == [
        " cannot be opened: no such file or directory",
        " cannot be opened: no such file or directory",
    ]
    assert names(found) == ["a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    assert "permission denied" in reasons(list(gather([tmp_path])))[0]


def test_a_dangling_link_is_named(tmp_path: Path) -> None:
    write(tmp_path, "b.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    found = list(gather([tmp_path]))
    assert "a.txt` cannot be opened" in reasons(found)[0]
    assert names(found) == ["b.txt"]


def test_a_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path, "b.txt")
    assert names(list(gather([tmp_path]))) == ["b.txt"]


def test_a_folder_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, "photo.jpg")
    (reason,) = reasons(list(gather([tmp_path])))
    assert "holds no file that can be read" in reason


@pytest.mark.parametrize("file", ["feed.jsonl", "feed.ndjson"])
def test_a_feed_comes_line_by_line_and_empty_lines_count(tmp_path: Path, file: str) -> None:
    write(tmp_path, file, text=b'{"a": 1}\n\n  \n{"b": 2}')
    found = [each for each in gather([tmp_path / file]) if isinstance(each, Raw)]
    assert [(raw.item, raw.content) for raw in found] == [(1, b'{"a": 1}\n'), (4, b'{"b": 2}')]
    assert [Path(raw.name).name for raw in found] == [f"{file}:1", f"{file}:4"]


def test_an_empty_feed_is_named(tmp_path: Path) -> None:
    write(tmp_path, "feed.jsonl", text=b"\n\n")
    assert reasons(list(gather([tmp_path / "feed.jsonl"])))[0].endswith("nothing to read")


def test_a_feed_is_not_read_ahead(tmp_path: Path) -> None:
    write(tmp_path, "feed.jsonl", text=b'{"a": 1}\n' * 100_000)
    lines = gather([tmp_path / "feed.jsonl"])
    first = next(lines)
    assert isinstance(first, Raw)
    assert first.item == 1
    (tmp_path / "feed.jsonl").write_bytes(b"")  # what was not read ahead is gone
    assert len(list(lines)) < 10_000


@pytest.mark.parametrize(
    ("piped", "found"),
    [
        pytest.param(b"At Oker\n12 died", [("stdin", "", None)], id="text comes whole"),
        pytest.param(
            b'{"text": "x"}\n{"text": "y"}\n',
            [("stdin:1", ".jsonl", 1), ("stdin:2", ".jsonl", 2)],
            id="lines of records",
        ),
        pytest.param(b'{\n"text": "x"}', [("stdin", "", None)], id="one record over lines"),
        pytest.param(b"", [("stdin", "", None)], id="nothing"),
    ],
)
def test_standard_input(piped: bytes, found: list[tuple[str, str, int | None]]) -> None:
    raws = [raw for raw in gather(["-"], stdin=io.BytesIO(piped)) if isinstance(raw, Raw)]
    assert [(raw.name, raw.suffix, raw.item) for raw in raws] == found
    assert b"".join(raw.content for raw in raws) == piped


def test_a_name_that_is_no_text_can_still_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(path, "wb") as file:
            file.write(b"words")
    except OSError:
        pytest.skip("this file system only takes names that are text")
    (found,) = gather([tmp_path])
    assert found.name.encode("utf-8").endswith("caf\ufffd.txt".encode())
