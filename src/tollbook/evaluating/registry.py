"""The suites by name: what each needs to lie in the folder, and where its code is.

A suite's code is imported once somebody asks for it; listing the names costs nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from tollbook.errors import UnknownSuite, UnusableCorpus

if TYPE_CHECKING:
    from tollbook.evaluating.suite import Reader, Result, Suite

PARTS: Final = ("train", "dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One suite: the module in `suites` that measures it, and the files of each of its parts.

    `files` are paths below `corpus`, a folder below the one that the user gives. A suite
    without a corpus brings its own texts.
    """

    module: str
    corpus: str | None
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


SUITES: Final[Mapping[str, Entry]] = {
    "claims-gold": Entry(module="claims_gold", corpus=None),  # it finds its files itself
    "cis530p": Entry(
        module="cis530p",
        corpus="cis530p",
        files={
            part: (f"X_{name}.json", f"y_{name}.json")
            for part, name in (("train", "train"), ("dev", "val"), ("test", "test"))
        },
    ),
    "gva": Entry(
        module="gva",
        corpus="gva",
        files={part: (f"{part}.docs.jsonl", f"{part}.incidents.jsonl") for part in PARTS},
    ),
    "muc4": Entry(
        module="muc4",
        corpus="muc34",
        files={"train": ("dev",), "dev": ("tst3",), "test": ("tst4",)},
    ),
    "polnear": Entry(
        module="polnear",
        corpus="polnear",
        files={part: (f"{part}/text", f"{part}/attributions") for part in PARTS},
    ),
    "insecurity-insight": Entry(
        module="insecurity_insight",
        corpus="insecurity_insight",
        files={part: (f"{part}.jsonl",) for part in PARTS},
    ),
    "isaf": Entry(
        module="isaf",
        corpus="isaf",
        files={part: (f"{part}.jsonl",) for part in ("dev", "test")},
    ),
    "neutrality": Entry(module="neutrality", corpus=None),
}

NEEDS_NO_DATA: Final = frozenset({"neutrality"})


def measure(name: str, folder: Path, part: str, reader: "Reader") -> "Result":
    """Run one suite.

    Args:
        name: one of `SUITES`.
        folder: laid out like the corpora's own folder.
        part: one of `PARTS`.
        reader: what reads.

    Raises:
        UnknownSuite: there is no suite of that name.
        UnusableCorpus: the corpus, the part or a file of it is not there.
    """
    check_layout(name, folder, part)
    return suite(name)(folder, part, reader)


def suite(name: str) -> "Suite":
    """Give the suite of a name; its code is imported now.

    Raises:
        UnknownSuite: there is none of that name.
    """
    module = import_module(f"tollbook.evaluating.suites.{_entry(name).module}")
    return cast("Suite", module.measure)


def check_layout(name: str, folder: Path, part: str) -> None:
    """See that a folder holds what a suite reads, before anything is read.

    Raises:
        UnknownSuite: there is no suite of that name.
        UnusableCorpus: the corpus, the part or a file of it is not there.
    """
    entry = _entry(name)
    if entry.corpus is None:
        return
    if part not in entry.files:
        raise UnusableCorpus(f"{name} has no part {part!r}; it has {', '.join(entry.files)}")
    expected = entry.files[part]
    absent = [file for file in expected if not (folder / entry.corpus / file).exists()]
    if absent:
        raise UnusableCorpus(
            f"`{folder / entry.corpus}` lacks {', '.join(absent)}; for the part {part!r} "
            f"{name} reads {', '.join(expected)} there. "
            f"Give with --data the folder that holds `{entry.corpus}/`"
        )


def _entry(name: str) -> Entry:
    if name not in SUITES:
        raise UnknownSuite(f"no suite is called {name!r}; there are {', '.join(SUITES)}")
    return SUITES[name]
