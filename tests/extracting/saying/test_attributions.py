"""The grammar's attributions and an annotator's marks make one list. All texts are invented."""

from tollbook.annotation import CUE, SOURCE, Annotation, Mark
from tollbook.document import Document, Span
from tollbook.extracting.saying.attributions import LIKELY, SURE, Attributed, find_attributions

SURELY = 0.9999
POSSIBLY = (max(LIKELY.values()) + min(SURE.values())) / 2
TEXT = "The mayor argued that all was well. Oker fumed over the dam."


def told(found: tuple[Attributed, ...], text: str = TEXT) -> list[tuple[str | None, str | None]]:
    def cut(span: Span | None) -> str | None:
        return None if span is None else text[span.start : span.end]

    return [(cut(one.source), cut(one.cue)) for one in found]


def document(text: str = TEXT) -> Document:
    return Document(text=text, name="report")


def mark(label: str, words: str, probability: float) -> Mark:
    start = TEXT.index(words)
    return Mark(label=label, start=start, end=start + len(words), probability=probability)


def annotation(*marks: Mark) -> Annotation:
    return Annotation(by="a reader", was_read=(Span(start=0, end=len(TEXT)),), marks=marks)


def test_without_an_annotator_the_grammar_reads_alone() -> None:
    assert told(find_attributions(document())) == [("The mayor", "argued")]


def test_where_nobody_read_the_grammar_stands() -> None:
    unread = Annotation(by="a reader")
    assert told(find_attributions(document(), unread)) == [("The mayor", "argued")]


def test_sure_marks_make_attributions_the_grammar_does_not_know() -> None:
    marked = annotation(mark(SOURCE, "Oker", SURELY), mark(CUE, "fumed", SURELY))
    assert ("Oker", "fumed") in told(find_attributions(document(), marked))


def test_neighbouring_pieces_make_one_span() -> None:
    marked = annotation(
        mark(SOURCE, "The", SURELY),
        mark(SOURCE, "mayor", SURELY),
        mark(CUE, "argued", SURELY),
    )
    assert told(find_attributions(document(), marked)) == [("The mayor", "argued")]


def test_what_the_annotator_finds_unlikely_is_dropped() -> None:
    doubted = annotation(mark(SOURCE, "mayor", 0.01), mark(CUE, "argued", 0.01))
    assert find_attributions(document(), doubted) == ()


def test_what_the_annotator_finds_possible_stands_by_the_grammar() -> None:
    possible = annotation(mark(SOURCE, "mayor", POSSIBLY), mark(CUE, "argued", POSSIBLY))
    assert told(find_attributions(document(), possible)) == [("The mayor", "argued")]


def test_a_source_without_a_cue_is_kept() -> None:
    lonely = annotation(mark(SOURCE, "Oker", SURELY))
    assert told(find_attributions(document(), lonely)) == [("Oker", None)]


def test_sayings_inside_a_quotation_are_part_of_what_is_said() -> None:
    text = "“I argued for the dam and they opposed it all along,” the mayor said."
    assert told(find_attributions(document(text)), text) == [("the mayor", "said")]
