import pytest

from tollbook.annotation import Annotation, Mark, Tie
from tollbook.document import Span
from tollbook.errors import UnusableSpan


def mark(label: str, start: int, end: int, probability: float) -> Mark:
    return Mark(label=label, start=start, end=end, probability=probability)


def test_a_stretch_is_as_probable_as_its_surest_piece() -> None:
    annotation = Annotation(by="x", marks=(mark("killed", 3, 5, 0.2), mark("killed", 5, 9, 0.7)))
    assert annotation.probability("killed", 0, 6) == 0.7
    assert annotation.probability("killed", 0, 5) == 0.2
    assert annotation.probability("killed", 9, 12) == 0.0
    assert annotation.probability("injured", 0, 9) == 0.0


def test_marks_may_come_in_any_order() -> None:
    marks = (mark("source", 20, 25, 0.9), mark("source", 0, 4, 0.8))
    annotation = Annotation(by="x", marks=marks)
    assert [found.start for found in annotation.marks_of("source", 0, 30)] == [0, 20]


def test_the_likeliest_of_rivals_is_the_surest_one_marked_there() -> None:
    marks = (mark("group:civilian", 0, 4, 0.3), mark("group:people", 0, 4, 0.6))
    annotation = Annotation(by="x", marks=marks)
    rivals = ("group:civilian", "group:people", "group:child")
    assert annotation.likeliest(rivals, 0, 4) == ("group:people", 0.6)
    assert annotation.likeliest(rivals, 5, 9) is None


def test_only_what_was_looked_at_counts_as_read() -> None:
    annotation = Annotation(by="x", was_read=(Span(start=10, end=20),))
    assert annotation.has_read(10, 20)
    assert not annotation.has_read(10, 21)


def test_ties_come_likeliest_first() -> None:
    somebody = Tie(figure=4, source=Span(start=20, end=25), probability=0.7)
    nobody = Tie(figure=4, source=None, probability=0.2)
    annotation = Annotation(by="x", ties=(nobody, somebody))
    assert annotation.ties_of(3, 6) == (somebody, nobody)
    assert annotation.ties_of(5, 6) == ()


def test_a_mark_without_words_does_not_exist() -> None:
    with pytest.raises(UnusableSpan, match="holds no words"):
        mark("killed", 4, 4, 0.9)
