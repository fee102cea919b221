"""Measuring and keeping: what is measured is kept by suite, and the page follows from it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tollbook.evaluating import quality
from tollbook.evaluating.quality import Kept, load_kept, pages, write_kept
from tollbook.evaluating.results import sum_up
from tollbook.evaluating.suite import Case, Figure, Result

Run = Callable[..., int]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return tmp_path / "docs"


@pytest.fixture
def run(corpus: Path, docs: Path) -> Run:
    def with_arguments(*arguments: str) -> int:
        fixed = ["--data", str(corpus), "--docs", str(docs)]
        return quality.main([*fixed, *arguments])

    return with_arguments


def kept(suite: str = "gva", *results: Result) -> Kept:
    dull = Result(
        suite=suite,
        part="dev",
        annotator="rules",
        documents=3,
        figures=(Figure(name="killed", value=0.5, of=3, target=0.85),),
        cases=(Case(kind="missed, in digits", weight=2), Case(kind="wrong source")),
        sureness={"figure": ((0.9, True), (0.8, False))},
    )
    runs = tuple(sum_up(result) for result in results or (dull,))
    return Kept(measured_on=date(2021, 5, 4), runs=runs)


def keep(docs: Path, **suites: Kept) -> None:
    (docs / "quality").mkdir(parents=True, exist_ok=True)
    for name, of in suites.items():
        (docs / "quality" / f"{name}.json").write_text(write_kept(of), "utf-8")


def test_a_suite_is_measured_kept_and_shown(run: Run, docs: Path) -> None:
    assert run("--suite", "claims-gold") == 0
    (measured,) = load_kept(docs).values()
    assert measured.runs[-1].annotator == "rules"
    assert measured.runs[0].part == "dev"
    assert "## claims-gold" in (docs / "quality.md").read_text("utf-8")


def test_what_is_kept_comes_back_as_it_was(docs: Path) -> None:
    keep(docs, gva=kept())
    assert load_kept(docs) == {"gva": kept()}


def test_one_suite_again_leaves_the_others_as_they_were(run: Run, docs: Path) -> None:
    keep(docs, gva=kept())
    before = (docs / "quality/gva.json").read_bytes()
    run("--suite", "claims-gold")
    assert (docs / "quality/gva.json").read_bytes() == before
    page = (docs / "quality.md").read_text("utf-8")
    assert page.index("## claims-gold") < page.index("## gva")


def test_a_suite_whose_corpus_is_not_at_hand_keeps_what_was_measured(
    run: Run, docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(docs, gva=kept())
    assert run("--suite", "gva") == 0
    assert "gva is not measured: " in capsys.readouterr().out
    assert load_kept(docs) == {"gva": kept()}


def test_a_run_cut_short_goes_on_with_what_lacks(run: Run, docs: Path) -> None:
    run("--suite", "claims-gold")
    file = docs / "quality/claims-gold.json"
    old = json.loads(file.read_text("utf-8")) | {"measured_on": "2021-05-04"}
    file.write_text(json.dumps(old), "utf-8")
    run("--suite", "claims-gold", "--missing")
    assert load_kept(docs)["claims-gold"].measured_on == date(2021, 5, 4)


def test_rendering_measures_nothing(run: Run, docs: Path) -> None:
    keep(docs, gva=kept())
    assert run("--render") == 0
    assert list(load_kept(docs)) == ["gva"]
    assert (docs / "figures/reliability-gva.svg").exists()


def test_the_page_follows_from_what_is_kept(docs: Path) -> None:
    keep(docs, gva=kept())
    assert list(pages(docs)) == list(pages(docs))
    assert [path.name for path, _ in pages(docs)] == ["quality.md", "reliability-gva.svg"]


def test_without_anything_kept_there_is_no_page(docs: Path) -> None:
    assert list(pages(docs)) == []


def test_no_words_of_a_text_are_kept(run: Run, docs: Path) -> None:
    run("--suite", "claims-gold")
    held = (docs / "quality/claims-gold.json").read_text("utf-8")
    assert not [word for word in ("Osra", "mayor", "nurses", "fk_1") if word in held]


def test_a_file_that_was_changed_by_hand_is_refused(docs: Path) -> None:
    keep(docs, gva=kept())
    file = docs / "quality/gva.json"
    broken: dict[str, Any] = json.loads(file.read_text("utf-8"))
    broken["runs"][0]["documents"] = "many"
    file.write_text(json.dumps(broken), "utf-8")
    with pytest.raises(ValueError, match="documents"):
        load_kept(docs)
