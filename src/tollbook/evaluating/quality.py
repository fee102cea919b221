"""Measure every suite and write what came out as a page: `docs/quality.md`.

    python -m tollbook.evaluating.quality                 every suite, then the page
    python -m tollbook.evaluating.quality --suite gva     one suite again, then the page
    python -m tollbook.evaluating.quality --render        the page alone, from what is kept

Each suite is read on its dev part by the default annotator and by rules alone. What came out is
kept in `docs/quality/<suite>.json` as soon as it is there, so that a run that was cut short goes
on with `--missing`. A suite whose corpus is not at hand keeps what was measured before.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from tollbook.annotating import DEFAULT, annotator
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.registry import SUITES, measure
from tollbook.evaluating.results import Summary, sum_up
from tollbook.evaluating.suite import Reader

PART: Final = "dev"
RULES: Final = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a suite came to, by annotator: the default one first, then rules if it is another."""

    measured_on: date
    runs: tuple[Summary, ...]


_KEPT: Final = TypeAdapter(Kept)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for and write the page.

    Returns:
        The exit code: 0.
    """
    asked = _parser().parse_args(arguments)
    for name in () if asked.render else asked.suite or SUITES:
        file = asked.docs / "quality" / f"{name}.json"
        if not (asked.missing and file.exists()):
            _measure(name, asked.data, file)
    for path, text in pages(asked.docs):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        print(f"quality: wrote {path}")
    return 0


def _measure(name: str, data: Path, file: Path) -> None:
    print(f"quality: {name} …", flush=True)
    try:
        kept = Kept(
            measured_on=date.today(),  # noqa: TID251  the day somebody measured
            runs=tuple(
                sum_up(measure(name, data, PART, Reader(annotator=annotator(by))))
                for by in dict.fromkeys((DEFAULT, RULES))
            ),
        )
    except UnusableCorpus as error:
        print(f"quality: {name} is not measured: {error}")
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(write_kept(kept), "utf-8")


def write_kept(kept: Kept) -> str:
    """Write what a suite came to as the text of its file."""
    return json.dumps(_KEPT.dump_python(kept, mode="json"), indent=1, ensure_ascii=False) + "\n"


def load_kept(docs: Path) -> dict[str, Kept]:
    """Read what was measured, by suite, in the order of the registry."""
    files = {name: docs / "quality" / f"{name}.json" for name in SUITES}
    return {
        name: _KEPT.validate_json(file.read_bytes(), strict=True)
        for name, file in files.items()
        if file.exists()
    }


def pages(docs: Path) -> Iterator[tuple[Path, str]]:
    """Give the page and its drawings as they follow from what is kept."""
    from tollbook.evaluating.quality_page import drawings, page

    kept = load_kept(docs)
    if kept:
        yield docs / "quality.md", page(kept)
        for name, drawing in drawings(kept).items():
            yield docs / "figures" / name, drawing


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tollbook.evaluating.quality",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), metavar="DIR")
    parser.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR")
    parser.add_argument(
        "--suite", action="append", choices=tuple(SUITES), help="only this one; may be repeated"
    )
    parser.add_argument("--missing", action="store_true", help="only suites never measured")
    parser.add_argument("--render", action="store_true", help="measure nothing")
    return parser


if __name__ == "__main__":
    sys.exit(main())
