import pytest

from tollbook.annotating import DEFAULT, NAMES, Rules, annotator
from tollbook.annotating.encoder import Encoder
from tollbook.document import Document
from tollbook.errors import UnknownAnnotator

DOCUMENT = Document(text="Ten people were killed.", name="report.txt")


def test_the_rules_mark_nothing_and_read_nothing() -> None:
    annotation = Rules().annotate(DOCUMENT)
    assert (annotation.by, annotation.was_read, annotation.marks) == ("rules", (), ())


@pytest.mark.parametrize(("name", "kind"), [("rules", Rules), ("encoder", Encoder)])
def test_an_annotator_is_found_by_its_name(name: str, kind: type) -> None:
    assert isinstance(annotator(name), kind)


def test_the_default_is_one_of_the_names() -> None:
    assert DEFAULT in NAMES


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownAnnotator, match=r"'oracle'; there are rules, encoder"):
        annotator("oracle")
