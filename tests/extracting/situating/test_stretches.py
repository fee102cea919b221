from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tollbook.document import Document
from tollbook.extracting.situating.stretches import Stretch, pages


@given(
    text=st.text("a \n", min_size=1, max_size=200).filter(str.strip),
    start=st.integers(0, 50),
    length=st.integers(1, 60),
)
def test_pages_are_the_whole_report_in_order(text: str, start: int, length: int) -> None:
    report = Document(text=text, name="report.txt")
    cut = list(pages(report, start, length))
    assert "".join(page.text for page in cut) == text[start:]
    assert all(text.startswith(page.text, page.start) for page in cut)
    assert all(len(page.text) >= length for page in cut[:-1])


def test_what_a_stretch_holds_stands_where_it_stands_in_the_report() -> None:
    told = "On Tuesday a car bomb hit a convoy in Sarn."
    report = Document(
        text=f"News of the week. {told}", name="report.txt", published_at=date(2031, 3, 7)
    )
    stretch = Stretch(report, 18, len(report.text))
    spans = [(one.start, one.end) for one in stretch.days]
    spans += [(one.start, one.end) for one in stretch.places]
    spans += [(one.start, one.end) for one in (*stretch.targets(), *stretch.weapons())]
    told_of = [report.text[start:end] for start, end in spans]
    assert told_of == ["Tuesday", "Sarn", "a convoy", "car bomb"]
