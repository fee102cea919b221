"""Write the parts of the docs that follow from the code, or check that they are as it is.

    python docs/generate.py            write them again
    python docs/generate.py --check    say which are out of date; exit 1 if any is

`cli.md`, `formats.md`, `api.md` and the drawings in `images/` are written whole, and `quality.md`
with its drawings from what `make quality` measured and kept. In every other page, what stands
between `<!-- run: COMMAND -->`, `<!-- file: PATH -->` or `<!-- figures -->` and the next
`<!-- end -->` is written by running the command, showing the file, or reading the gate's floors.
"""

import ast
import inspect
import os
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import tollbook
from tollbook.drawing import history_chart, toll_chart
from tollbook.evaluating.floors import load_floors
from tollbook.evaluating.quality import pages as quality_pages
from tollbook.exporting.comparison import comparison_dictionary
from tollbook.exporting.predictions import DamageRow, ReactionRow, ResponsibilityRow, TollRow
from tollbook.exporting.schema import schema
from tollbook.exporting.table import data_dictionary
from tollbook.pipeline import history

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = "<!-- Written by docs/generate.py; change the code, then run `make docs`. -->"
BLOCK = re.compile(
    r"(?P<open><!-- (?P<what>run|file|figures):? ?(?P<of>.*?) -->\n).*?(?=<!-- end -->)", re.S
)
SECTION = re.compile(r"^(Args|Returns|Raises|References|Example|Examples|Yields):$", re.M)
EXAMPLES = ("Example", "Examples")


def main(arguments: list[str]) -> int:
    """Write or check every page."""
    stale = [(path, text) for path, text in pages() if current(path) != text]
    is_check = "--check" in arguments
    for path, text in stale:
        print(f"docs: {path.relative_to(ROOT)} " + ("is out of date" if is_check else "written"))
        if not is_check:
            path.write_text(text, "utf-8")
    if stale and is_check:
        print("docs: `make docs` writes them again")
    return 1 if stale and is_check else 0


def current(path: Path) -> str | None:
    """Read a page as it is, if it is there."""
    return path.read_text("utf-8") if path.exists() else None


def pages() -> Iterator[tuple[Path, str]]:
    """Give every page that holds something generated, as it should be."""
    whole: dict[str, Callable[[], str]] = {"cli": cli, "formats": formats, "api": api}
    for name, write in whole.items():
        yield ROOT / f"docs/{name}.md", write()
    yield from quality_pages(ROOT / "docs")
    yield from charts()
    for path in sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")]):
        if path.stem not in {*whole, "quality"} and path.exists():
            yield path, BLOCK.sub(fill, path.read_text("utf-8"))


def fill(block: re.Match[str]) -> str:
    """Write one block of a page anew."""
    match block["what"]:
        case "run":
            shown = f"```console\n$ {block['of']}\n{run(block['of'])}\n```\n"
        case "file":
            shown = f"```text\n{(ROOT / block['of']).read_text('utf-8').strip()}\n```\n"
        case _:
            shown = figures(block["of"].split())
    return block["open"] + shown


def run(command: str) -> str:
    """Run a command as a reader with a plain terminal of 80 columns would."""
    plain = {"NO_COLOR": "1", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    name, *arguments = shlex.split(command)
    if name == "tollbook":
        arguments = ["-m", "tollbook.cli", *arguments]
        name = sys.executable
    elif name == "python":
        name = sys.executable
    done = subprocess.run(
        [name, *arguments],
        cwd=ROOT,
        env=os.environ | plain,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if "Traceback" in done.stdout:
        raise SystemExit(f"docs: `{command}` failed:\n{done.stdout}")
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines())


# Charts


def charts() -> Iterator[tuple[Path, str]]:
    """Draw the toll of the invented reports on Bamako, and how it was told."""
    case = tollbook.read(ROOT / "examples/bamako").cases[0]
    killed = case.toll("killed")
    if killed is None:
        raise SystemExit("docs: nobody was killed in examples/bamako; its charts need a toll")
    folder = ROOT / "docs/images"
    yield folder / "toll-bamako.svg", toll_chart(killed, case.incident)
    yield folder / "history-bamako.svg", history_chart(history(case.incident), case.incident)


# The command line


def cli() -> str:
    """Write every command with its help."""
    import typer

    from tollbook.cli.app import app

    verbs = ["", *verbs_of(typer.main.get_command(app))]
    sections = [f"## `{title}`\n\n{help_of(verb)}" for verb in verbs for title in [name_of(verb)]]
    return "\n\n".join([WRITTEN, "# The command line", *sections]) + "\n"


def verbs_of(command: object) -> Iterator[str]:
    """Give the verbs of a command as they are typed, each before those of its own."""
    for verb, inner in sorted(getattr(command, "commands", {}).items()):
        yield verb
        yield from (f"{verb} {of_its_own}" for of_its_own in verbs_of(inner))


def name_of(verb: str) -> str:
    """Write a command as it is typed."""
    return f"tollbook {verb}".strip()


def help_of(verb: str) -> str:
    """Give the help of one command."""
    text = run(f"{name_of(verb)} --help").replace("python -m tollbook.cli", "tollbook")
    return f"```text\n{text}\n```"


# Formats


def formats() -> str:
    """Write what each output format holds."""
    described = schema()["$defs"]
    nouns = "\n\n".join(noun(name, one) for name, one in described.items())
    claims = "\n".join(
        f"* {row(kind)}" for kind in (TollRow, ResponsibilityRow, DamageRow, ReactionRow)
    )
    return f"""{WRITTEN}

# Formats

`--format card` is for people. The others are for programs; `tollbook schema` prints the JSON
Schema of every noun. All offsets are Unicode code points into the document's text, start
included, end excluded. An empty cell or `null` means that the report does not say; zero is a
number.

## `csv`: one row per claim

{data_dictionary()}

## `tollbook compare --format csv`: one row per row of the sheet and incident

{comparison_dictionary()}

## `claims`: offsets only, for scoring

One object per document: `{{"claims": [...]}}`. A claim is one of

{claims}

A place is `{{"start": …, "end": …}}`; a count has `low` and `high` as well.

## `json` and `jsonl`: the nouns

`json` is one `Findings`; a line of `jsonl` is a `Report`.

{nouns}
"""


def row(kind: type) -> str:
    """Write the keys of a row of the claims format."""
    return ", ".join(f"`{name}`" for name in kind.__annotations__)


def noun(name: str, described: dict[str, Any]) -> str:
    """Write one noun: what it is, and its fields or its words."""
    about = described.get("description", "").strip()
    head = f"### `{name}`\n\n{about}".rstrip()
    if "enum" in described:
        return head + "\n\nOne of " + ", ".join(f"`{word}`" for word in described["enum"]) + "."
    lines = [f"| `{field}` | {type_of(of)} |" for field, of in described["properties"].items()]
    return "\n".join([head, "", "| field | type |", "|---|---|", *lines])


def type_of(described: dict[str, Any]) -> str:
    """Write a type of the JSON Schema in words."""
    match described:
        case {"$ref": ref}:
            found = str(ref).rpartition("/")[2]
            return f"[`{found}`](#{found.lower()})"
        case {"anyOf": kinds} | {"oneOf": kinds}:
            return " or ".join(type_of(kind) for kind in kinds)
        case {"const": word}:
            return f'`"{word}"`'
        case {"items": kind}:
            return f"list of {type_of(kind)}"
        case {"format": form}:
            return str(form)
        case {"type": kind}:
            return str(kind)
        case _:
            return "anything"


# Python


def api() -> str:
    """Write every public name: its signature and its docstring."""
    homes: dict[str, str] = tollbook._HOMES
    names = sorted(tollbook.__all__, key=lambda name: (not name[0].islower(), name))
    sections = [public_name(name, homes[name]) for name in names]
    intro = (
        "Everything in `tollbook.__all__`: the verbs, then the nouns. "
        "Errors are in `tollbook.errors`."
    )
    return formatted("\n\n".join([WRITTEN, "# Python", intro, *sections]) + "\n")


def formatted(page: str) -> str:
    """Lay out the code blocks of a page as the code itself is laid out."""
    command = [sys.executable, "-m", "ruff", "format", "--quiet", "--stdin-filename", "api.md", "-"]
    done = subprocess.run(
        command, cwd=ROOT, input=page, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def public_name(name: str, home: str) -> str:
    """Write one public name; the code's own spelling of its signature is kept."""
    module = import_module(f"tollbook.{home}")
    found = getattr(module, name)
    if inspect.isclass(found) or inspect.isfunction(found):
        module = import_module(found.__module__)  # a room's door may only pass it on
    written = definition(module, name)
    signature = f"```python\n{ast.unparse(written)}\n```"
    about = found.__doc__ if isinstance(written, ast.FunctionDef | ast.ClassDef) else None
    return f"## `{name}`\n\n{signature}\n\n{prose(about or '')}".rstrip()


def definition(module: Any, name: str) -> ast.stmt:
    """Find a name's definition and leave of it what its user needs."""
    for statement in ast.parse(inspect.getsource(module)).body:
        match statement:
            case ast.FunctionDef() if statement.name == name:
                statement.body, statement.decorator_list = [ast.Expr(ast.Constant(...))], []
                return statement
            case ast.ClassDef() if statement.name == name:
                fields = [part for part in statement.body if isinstance(part, ast.AnnAssign)]
                statement.body = [*fields] or [ast.Expr(ast.Constant(...))]
                statement.decorator_list = []
                return statement
            case ast.Assign(targets=[ast.Name(id=found)]) if found == name:
                return statement
    raise SystemExit(f"docs: {module.__name__} does not define {name}")


def prose(docstring: str) -> str:
    """Write a docstring as Markdown: sections get a heading, examples and lists their shape."""
    opening, *rest = SECTION.split(inspect.cleandoc(docstring))
    written = [opening.strip()]
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        text = textwrap.dedent(body).strip("\n")
        shown = f"```pycon\n{text}\n```" if title in EXAMPLES else listed(title, text)
        written.append(f"**{title}**\n\n{shown}")
    return "\n\n".join(written)


def listed(title: str, text: str) -> str:
    """Write arguments and errors as a list, anything else as it is."""
    if title not in ("Args", "Raises"):
        return text.strip()
    entries = re.split(r"\n(?=\S)", text.strip())
    return "\n".join("* " + re.sub(r"^([\w*]+):", r"`\1`:", " ".join(e.split())) for e in entries)


# The gate's figures


def figures(wanted: list[str]) -> str:
    """Write the pinned figures of some parts of the corpus, and when they were measured."""
    floors = load_floors(ROOT / "tests/gate/floors.toml")
    parts = [part for part in floors.figures if part.split()[0] in wanted]
    columns = list(floors.figures[parts[0]])
    lines = [f"| F1 | reports | {' | '.join(columns)} |", "|---|--:" + "|--:" * len(columns) + "|"]
    for part in parts:
        of_part = floors.figures[part]
        cells = [f"{of_part[name]:.2f}" if name in of_part else "" for name in columns]
        lines.append(f"| {part} | {floors.reports[part]} | {' | '.join(cells)} |")
    lines += ["", f"Measured on {floors.pinned_on:%d %B %Y}, corpus `{floors.fingerprint[:12]}`."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
