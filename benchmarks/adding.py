"""What adding one report costs, in stores of two sizes: `python -m benchmarks.adding`.

The stores are filled with an invented war (`benchmarks.world`), read and linked in bulk; the
reports that go on from there are added one by one, as `tollbook add` adds them, and timed. A store
that was filled before is used again.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from shutil import copyfile
from statistics import median

from benchmarks.world import reports
from tollbook.annotating import annotator
from tollbook.document import Document
from tollbook.incident import Report
from tollbook.keeping import Book
from tollbook.keeping.intake import join
from tollbook.keeping.recomputing import join_anew
from tollbook.keeping.versions import release
from tollbook.storing import Reading, Store, open_store

SIZES = (10_000, 100_000)
ADDED = 300
TARGET = 100
_NOW = datetime(2040, 1, 1, tzinfo=UTC)
_AT_ONCE = 2_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill what is not filled yet, add, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("/tmp"), help="where the stores lie")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--added", type=int, default=ADDED)
    chosen = parser.parse_args(arguments)
    for size in chosen.sizes:
        filled = fill(chosen.folder / f"adding-{size}.db", size)
        with _copied(filled) as store:
            say_size(store)
            more = list(islice(reports(), size, size + 2 * chosen.added))
            say(f"{size:,}: linked and reconciled", timed(more[: chosen.added], _keeps(store)))
            book = Book(store, annotator())
            say(f"{size:,}: read too", timed(more[chosen.added :], _reads(book)))
    return 0


def fill(path: Path, size: int) -> Path:
    """Make a store of so many reports, unless there is one."""
    if path.exists():
        return path
    begun = time.perf_counter()
    making = path.with_suffix(".making")
    for old in path.parent.glob(f"{making.name}*"):
        old.unlink()
    with open_store(making) as store:
        written = islice(reports(), size)
        while part := list(islice(written, _AT_ONCE)):
            with store.writing():
                documents = [document for document, _ in part]
                store.add_documents(documents, added_at=_NOW, read_by=release())
                store.keep_readings(Reading(report=told, made_by="invented") for _, told in part)
        join_anew(store, lambda _: None)
    making.rename(path)
    print(f"filled {path.name} in {time.perf_counter() - begun:,.0f} s", file=sys.stderr)
    return path


def _copied(path: Path) -> Store:
    copy = path.with_suffix(".copy")
    for old in path.parent.glob(f"{copy.name}*"):
        old.unlink()
    copyfile(path, copy)
    return open_store(copy)


def say_size(store: Store) -> None:
    """Print how much is in a store."""
    rows = store.count_incidents()
    print(f"\n{store.count_documents():,} reports of {rows:,} incidents in the store")


def _keeps(store: Store) -> Callable[[Document, Report], object]:
    def keep(document: Document, report: Report) -> object:
        store.add_documents([document], added_at=_NOW, read_by=release())
        return join(store, document, report, made_by="invented")

    return keep


def _reads(book: Book) -> Callable[[Document, Report], object]:
    def read(document: Document, report: Report) -> object:
        del report
        return list(book.add([document], at=_NOW))

    return read


def timed(
    some: Sequence[tuple[Document, Report]], add: Callable[[Document, Report], object]
) -> list[tuple[float, float]]:
    """Add reports one by one; gives the milliseconds each took, and those the processor worked."""
    return list(_milliseconds(some, add))


def _milliseconds(
    some: Sequence[tuple[Document, Report]], add: Callable[[Document, Report], object]
) -> Iterator[tuple[float, float]]:
    for document, report in some:
        begun, worked = time.perf_counter(), time.process_time()
        add(document, report)
        yield (
            (time.perf_counter() - begun) * 1000,
            (time.process_time() - worked) * 1000,
        )


def say(name: str, times: Sequence[tuple[float, float]]) -> None:
    """Print what one report took; on a busy machine the processor's own time is the fair one."""
    print(f"  {name}, asked < {TARGET} ms")
    for what, given in zip(("in all", "processor"), zip(*times, strict=True), strict=True):
        ordered = sorted(given)
        late = ordered[int(len(ordered) * 0.95)]
        print(
            f"    {what:<10} median {median(given):6.1f} ms  mean {sum(given) / len(given):6.1f}  "
            f"95 % {late:6.1f}  worst {ordered[-1]:6.1f}"
        )


if __name__ == "__main__":
    sys.exit(main())
