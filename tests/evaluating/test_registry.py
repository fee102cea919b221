import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tollbook.errors import UnknownSuite, UnusableCorpus
from tollbook.evaluating.registry import PARTS, SUITES, check_layout, measure, suite


def lay_out(folder: Path, name: str, part: str) -> Path:
    """Make empty files where a suite looks for a part of its corpus."""
    entry = SUITES[name]
    assert entry.corpus is not None
    for file in entry.files[part]:
        path = folder / entry.corpus / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


WITH_CORPUS = [
    (name, part) for name, entry in SUITES.items() if entry.corpus for part in entry.files
]


@pytest.mark.parametrize(("name", "part"), WITH_CORPUS)
def test_a_corpus_laid_out_as_expected_is_taken(tmp_path: Path, name: str, part: str) -> None:
    check_layout(name, lay_out(tmp_path, name, part), part)


@pytest.mark.parametrize(("name", "part"), WITH_CORPUS)
def test_a_corpus_that_is_absent_is_named_with_what_was_expected(
    tmp_path: Path, name: str, part: str
) -> None:
    with pytest.raises(UnusableCorpus) as refused:
        check_layout(name, tmp_path, part)
    message = str(refused.value)
    assert f"`{tmp_path / str(SUITES[name].corpus)}` lacks" in message
    assert all(file in message for file in SUITES[name].files[part])


def test_a_file_that_lacks_is_named(tmp_path: Path) -> None:
    lay_out(tmp_path, "gva", "dev")
    (tmp_path / "gva/dev.incidents.jsonl").unlink()
    with pytest.raises(UnusableCorpus, match=r"lacks dev\.incidents\.jsonl; for the part 'dev'"):
        check_layout("gva", tmp_path, "dev")


def test_a_part_that_a_corpus_does_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableCorpus, match="isaf has no part 'train'; it has dev, test"):
        check_layout("isaf", tmp_path, "train")


def test_nothing_is_read_from_a_corpus_that_is_absent(tmp_path: Path) -> None:
    from tollbook.annotating import annotator
    from tollbook.evaluating.suite import Reader

    with pytest.raises(UnusableCorpus):
        measure("gva", tmp_path, "dev", Reader(annotator=annotator("rules")))


@pytest.mark.parametrize(
    ("held", "said"),
    [
        pytest.param(b'{"train": ', "damaged", id="JSON that breaks off"),
        pytest.param(b"\xff\xfe", "damaged", id="bytes that are no text"),
        pytest.param(b'{"train": [], "dev": ["fk_9"]}', r"fk_9\.txt` cannot", id="a file lacks"),
    ],
)
def test_a_damaged_corpus_is_said_in_a_line(tmp_path: Path, held: bytes, said: str) -> None:
    from tollbook.annotating import annotator
    from tollbook.evaluating.suite import Reader

    (tmp_path / "claims-gold").mkdir()
    (tmp_path / "claims-gold/split.json").write_bytes(held)
    with pytest.raises(UnusableCorpus, match=f"claims-gold: .*{said}"):
        measure("claims-gold", tmp_path, "dev", Reader(annotator=annotator("rules")))


def test_a_suite_nobody_wrote_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownSuite, match="no suite is called 'gold'; there are claims-gold,"):
        suite("gold")
    with pytest.raises(UnknownSuite):
        check_layout("gold", tmp_path, "dev")


@pytest.mark.parametrize("name", SUITES)
def test_every_suite_is_written(name: str) -> None:
    if find_spec(f"tollbook.evaluating.suites.{SUITES[name].module}") is None:
        pytest.skip(f"the file of {name} is not there yet")
    assert callable(suite(name))


@pytest.mark.parametrize("name", SUITES)
def test_every_suite_says_what_it_reads_and_what_counts(name: str) -> None:
    assert SUITES[name].about.endswith(".")
    assert set(SUITES[name].files) <= set(PARTS)


def test_listing_the_suites_imports_none_of_them() -> None:
    code = (
        "import sys; import tollbook.evaluating.registry;"
        "print([m for m in sys.modules if m.startswith('tollbook.evaluating.suites')"
        " or m in ('numpy', 'pydantic', 'tollbook.pipeline')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
