from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tollbook.annotating.encoder import Encoder
from tollbook.annotating.encoder.encoder import LEAST, LEAST_TIE
from tollbook.annotation import GROUPS, HARMS, LABELS, STANCES, Annotation
from tollbook.document import Document

REPORT = (
    "Shells hit ferry landing at Ketta\n\n"
    "At least 12 people were killed on Tuesday when shells struck the landing, the mayor said. "
    "The sea was calm. Ten ships lay at anchor in the bay. The weather stayed fine all week. "
    "A regatta went by. The harbour office was closed. A band played.\r\n\r\n"
    "🔥 The café’s owner and 30 others were wounded, the Sorn Rights Monitor said."
)

pytestmark = pytest.mark.usefixtures("weights")


def annotate(text: str, *, reads_all: bool = False) -> Annotation:
    return Encoder(reads_all=reads_all).annotate(Document(text=text, name="report.txt"))


def test_a_figure_is_marked_with_the_harm_it_came_to() -> None:
    at = REPORT.index("12")
    harm = annotate(REPORT).likeliest(HARMS, at, at + 2)
    assert harm is not None
    assert harm[0] == "killed"
    assert harm[1] > 0.5


def test_after_accents_and_line_ends_marks_still_stand_on_their_words() -> None:
    at = REPORT.index("30")
    harm = annotate(REPORT).likeliest(HARMS, at, at + 2)
    assert harm is not None
    assert harm[0] == "injured"
    assert harm[1] > 0.5


def test_a_figure_is_tied_to_who_says_it() -> None:
    at = REPORT.index("12")
    likeliest = annotate(REPORT).ties_of(at, at + 2)[0]
    assert likeliest.source is not None
    assert REPORT[likeliest.source.start : likeliest.source.end] in {"the", "mayor"}


def test_the_same_report_gets_the_same_marks() -> None:
    assert annotate(REPORT) == annotate(REPORT)


def test_a_report_without_harm_is_not_read() -> None:
    annotation = annotate("The sea was calm. A band played.")
    assert (annotation.was_read, annotation.marks, annotation.ties) == ((), (), ())


def test_what_stands_far_from_any_harm_is_not_read_and_not_marked() -> None:
    annotation = annotate(REPORT)
    calm = REPORT.index("A regatta")
    assert not annotation.has_read(calm, calm + 9)
    assert all(annotation.has_read(mark.start, mark.end) for mark in annotation.marks)


def test_every_sentence_is_read_on_demand() -> None:
    read = annotate(REPORT, reads_all=True).was_read
    assert [REPORT[span.start : span.end].split()[0] for span in read][:4] == [
        "Shells",
        "At",
        "The",
        "Ten",
    ]
    assert len(read) == 9


def test_no_mark_stands_on_a_boundary_between_words() -> None:
    annotation = annotate(REPORT)
    assert annotation.marks
    assert all(REPORT[mark.start : mark.end].strip() for mark in annotation.marks)


def test_only_what_may_be_true_is_marked() -> None:
    annotation = annotate(REPORT)
    assert all(LEAST <= mark.probability <= 1 for mark in annotation.marks)
    assert all(LEAST_TIE <= tie.probability <= 1 for tie in annotation.ties)


def test_rival_labels_share_one_certainty() -> None:
    at = REPORT.index("12")
    annotation = annotate(REPORT)
    for rivals in (GROUPS, STANCES):
        total = sum(annotation.probability(label, at, at + 2) for label in rivals)
        assert 0.7 < total < 1.001


def test_who_may_say_a_figure_shares_one_certainty() -> None:
    annotation = annotate(REPORT)
    figures = {tie.figure for tie in annotation.ties}
    assert figures
    for figure in figures:
        assert sum(t.probability for t in annotation.ties if t.figure == figure) < 1.001


def test_what_is_said_of_a_figure_is_said_only_where_one_may_stand() -> None:
    annotation = annotate(REPORT)
    may_count = {(m.start, m.end) for m in annotation.marks if m.label in HARMS}
    about = {*GROUPS, *STANCES, "part_of", "background"}
    assert {(m.start, m.end) for m in annotation.marks if m.label in about} <= may_count
    assert {tie.figure for tie in annotation.ties} <= {start for start, _ in may_count}


def test_the_weights_are_named_by_their_content(weights: Path) -> None:
    name = Encoder().name
    assert name.startswith("encoder ")
    assert len(name) == len("encoder ") + 8
    assert name == annotate("The sea was calm.").by
    assert weights.is_file()


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from([*"é🔥각\u0301\r\n \t.,-12", "killed ", "two ", "said "]), max_size=60)
)
def test_whatever_the_text_marks_lie_in_it(parts: list[str]) -> None:
    text = "Ten were killed. " + "".join(parts)
    annotation = annotate(text)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in annotation.marks)
    assert {mark.label for mark in annotation.marks} <= set(LABELS)
    sources = [tie.source for tie in annotation.ties if tie.source is not None]
    assert all(source.start < source.end <= len(text) for source in sources)
