"""What the docs say is so: generated pages are fresh, links lead somewhere, commands exist."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

import tollbook

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
DECISION = re.compile(r"\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md")


@pytest.fixture(scope="module")
def root(pytestconfig: pytest.Config) -> Path:
    return pytestconfig.rootpath


@pytest.fixture(scope="module")
def generate(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", root / "docs/generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_as_the_code_is(generate: ModuleType) -> None:
    stale = [path.name for path, text in generate.pages() if generate.current(path) != text]
    assert stale == [], "`make docs` writes them again"


def test_a_page_that_was_changed_by_hand_is_noticed(
    generate: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "pages", lambda: [(generate.ROOT / "README.md", "other")])
    assert generate.main(["--check"]) == 1
    assert "README.md is out of date" in capsys.readouterr().out


def test_a_block_is_filled_and_what_stands_around_it_is_kept(generate: ModuleType) -> None:
    page = "before\n<!-- run: python -c 'print(6 * 7)' -->\nold\n<!-- end -->\nafter\n"
    filled = generate.BLOCK.sub(generate.fill, page)
    assert filled == (
        "before\n<!-- run: python -c 'print(6 * 7)' -->\n"
        "```console\n$ python -c 'print(6 * 7)'\n42\n```\n<!-- end -->\nafter\n"
    )
    assert generate.BLOCK.sub(generate.fill, filled) == filled


def test_every_public_name_is_documented(root: Path) -> None:
    api = (root / "docs/api.md").read_text("utf-8")
    assert [name for name in tollbook.__all__ if f"\n## `{name}`\n" not in api] == []


def test_every_command_and_option_is_documented(root: Path) -> None:
    import typer

    from tollbook.cli.app import app

    page = (root / "docs/cli.md").read_text("utf-8")
    commands = getattr(typer.main.get_command(app), "commands")  # noqa: B009
    assert commands
    for verb, command in commands.items():
        assert f"## `tollbook {verb}`" in page
        for option in command.params:
            if option.param_type_name == "option":  # arguments are shown by what they stand for
                assert option.opts[-1] in page


def test_the_readmes_python_runs(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (root / "README.md").read_text("utf-8"), re.S)
    assert blocks
    monkeypatch.chdir(root)
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
    assert re.search(r"^killed \d+ \d+ \d+$", capsys.readouterr().out, re.M)


def pages(root: Path) -> list[Path]:
    return [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("examples/**/*.md")]


def test_links_lead_somewhere(root: Path) -> None:
    dead = [
        f"{page.relative_to(root)}: {link}"
        for page in pages(root)
        for link in LINK.findall(page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]
    assert dead == []


def test_every_make_command_in_the_docs_exists(root: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.M))
    named = {
        (page.name, target)
        for page in pages(root)
        for target in re.findall(r"`(?:\$ )?make ([a-z]+)", page.read_text("utf-8"))
    }
    assert {target for _, target in named} >= {"demo", "test"}
    assert {(page, target) for page, target in named if target not in targets} == set()


def test_decisions_are_numbered_without_gaps_and_listed(root: Path) -> None:
    folder = root / "docs/decisions"
    files = sorted(file.name for file in folder.glob("*.md") if file.name != "README.md")
    assert files
    assert [name for name in files if DECISION.fullmatch(name) is None] == []
    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1))
    index = (folder / "README.md").read_text("utf-8")
    assert [name for name in files if f"({name})" not in index] == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "requirements-bench"])
def test_lock_files_pin_by_hash_and_name_no_place(root: Path, name: str) -> None:
    text = (root / f"{name}.lock").read_text("utf-8")
    packages = re.findall(r"^[a-z0-9][^\s=]*==", text, re.M)
    assert packages
    assert text.count("--hash=sha256:") >= len(packages)
    assert re.findall(r"://|--index|--extra-index|--find-links|--trusted-host", text) == []


def test_the_runtime_lock_holds_everything_the_project_asks_for(root: Path) -> None:
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["build"]]
    names = [re.split(r"[^A-Za-z0-9-]", line)[0] for line in asked]
    lock = (root / "requirements.lock").read_text("utf-8")
    assert [name for name in names if f"\n{name}==" not in lock] == []
