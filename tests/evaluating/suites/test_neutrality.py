from pathlib import Path

import pytest

from tollbook.annotating import annotator
from tollbook.annotation import Annotation
from tollbook.document import Document
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.neutrality import (
    differences,
    flips_of,
    measure,
    read,
    read_plainly,
)
from tollbook.evaluating.swaps import Swap, swaps_in

RULES = Reader(annotator=annotator("rules"))


class Marks:
    """An annotator that marks nothing, under a name of its own."""

    name = "nothing"

    def annotate(self, document: Document) -> Annotation:  # noqa: ARG002
        return Annotation(by=self.name)


def swap(forms: str, fills: str, template: str, *told: str) -> Swap:
    rows = ", ".join(repr(line) for line in (template, *told))
    (found,) = swaps_in(
        f'[kind]\nabout = ""\nforms = [{forms}]\nfills = [{fills}]\ntemplates = [[{rows}]]\n'
    )
    return found


def fields(found: Swap) -> set[str]:
    readings = [read(variant, RULES) for variant in found.variants]
    return {flip.field for flip in flips_of(found, readings)}


def test_a_word_that_stands_for_the_same_flips_nothing() -> None:
    found = swap('"many"', '"rebels", "fighters"', "A bomb killed 12 {many}, police said.")
    assert fields(found) == set()


def test_a_group_that_the_swap_does_not_change_flips() -> None:
    found = swap('"many"', '"rebels", "nurses"', "A bomb killed 12 {many}, police said.")
    assert fields(found) == {"group"}


def test_a_group_that_the_template_expects_to_change_is_no_flip() -> None:
    found = swap(
        '"many", "group"',
        '"rebels | armed_group", "nurses | medic"',
        "A bomb killed 12 {many}.",
        "killed 12 {group}",
    )
    assert fields(found) == set()


@pytest.mark.parametrize(
    ("fills", "template", "expected"),
    [
        pytest.param('"12", "15"', "A bomb killed {x} people.", {"figure"}, id="figure"),
        pytest.param('"killed", "hurt"', "A bomb {x} 12 people.", {"harm"}, id="harm"),
        pytest.param(
            '"said", "denied"', "The army {x} that 12 people were killed.", {"stance"}, id="stance"
        ),
        pytest.param('"killed", "saw"', "A bomb {x} 12 people.", {"found"}, id="found"),
        pytest.param(
            '"said", "waited"',
            "A bomb killed 12 people, a nurse {x}.",
            {"source", "source_kind"},
            id="source",
        ),
        pytest.param(
            '"accused", "saw"', "The mayor {x} rebels of the murder.", {"responsibility"}, id="deed"
        ),
        pytest.param(
            '"on Sunday", "since 2019"',
            "Hundreds of people were killed {x}.",
            {"background"},
            id="background",
        ),
    ],
)
def test_what_reads_differently_flips(fills: str, template: str, expected: set[str]) -> None:
    assert fields(swap('"x"', fills, template)) == expected


def test_a_source_is_the_same_where_only_its_swapped_words_differ() -> None:
    found = swap('"who"', '"a Kettan nurse", "an Olo nurse"', "A bomb killed 12, {who} said.")
    one, other = (read(variant, RULES) for variant in found.variants)
    assert differences(one, other) == set()


def test_a_sentence_read_as_it_was_written_is_so_counted() -> None:
    found = swap(
        '"who"',
        '"nurse", "doctor"',
        "A bomb killed 12, a {who} said.",
        "killed 12 people | a {who}",
    )
    assert all(read(variant, RULES).is_as_stated for variant in found.variants)
    wrong = swap(
        '"who"', '"nurse", "doctor"', "A bomb killed 12, a {who} said.", "killed 12 people"
    )
    assert not any(read(variant, RULES).is_as_stated for variant in wrong.variants)


def test_nothing_flips_by_the_rules(tmp_path: Path) -> None:
    result = measure(tmp_path, "dev", RULES)
    flips = {
        (figure.section, figure.name): figure.value
        for figure in result.figures
        if "flips" in figure.name
    }
    assert {name: value for name, value in flips.items() if value} == {}
    assert result.figures[0].of >= 1500


def test_most_sentences_are_read_as_they_were_written(tmp_path: Path) -> None:
    """Who reads nothing flips nothing: the rules read nine in ten to the letter."""
    (told,) = [f for f in measure(tmp_path, "dev", RULES).figures if f.name == "read as stated"]
    assert told.value >= 0.88


def test_a_plain_reader_flips_where_its_list_lacks_a_word() -> None:
    found = swap('"x"', '"killed", "slew"', "A bomb {x} 12 people.")
    readings = [read_plainly(variant) for variant in found.variants]
    assert {flip.field for flip in flips_of(found, readings)} == {"found"}


def test_the_plain_reader_stands_beside_ours(tmp_path: Path) -> None:
    flips, *_ = measure(tmp_path, "dev", RULES).figures
    assert flips.baseline is not None
    assert flips.value < flips.baseline


def test_the_result_names_who_marked(tmp_path: Path) -> None:
    assert measure(tmp_path, "test", Reader(annotator=Marks())).annotator == "nothing"
