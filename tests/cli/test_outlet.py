from pathlib import Path

import pytest

from tollbook.cli.outlet import Outlet, stem


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("news/flash.txt", "flash"),
        ("flash.v2.txt", "flash.v2"),
        ("feed.jsonl:14", "feed-14"),
        ("a/feed.json:2", "feed-2"),
        ("stdin", "stdin"),
        ("stdin:3", "stdin-3"),
        (".hidden.txt", ".hidden"),
    ],
)
def test_a_document_keeps_the_stem_of_its_file(name: str, file: str) -> None:
    assert stem(name) == file


def test_no_document_overwrites_another(tmp_path: Path) -> None:
    with Outlet(tmp_path, "claims") as outlet:
        for folder in "abc":
            outlet.write_for(f"{folder}/flash.txt", folder)
    texts = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert texts == {"flash.json": "a\n", "flash-2.json": "b\n", "flash-3.json": "c\n"}


def test_two_stems_that_differ_in_case_are_two_files_on_every_disk(tmp_path: Path) -> None:
    with Outlet(tmp_path, "claims") as outlet:
        outlet.write_for("a/Flash.txt", "a")
        outlet.write_for("a/flash.txt", "b")
    assert {path.name for path in tmp_path.iterdir()} == {"Flash.json", "flash-2.json"}
