"""The grammar reads; an annotator adds what it passed over and takes what it gives no credit."""

from tollbook.annotation import Annotation, Mark, Tie
from tollbook.claim import Group, Harm, TollClaim
from tollbook.document import Document, Span
from tollbook.extracting import extract


def told(text: str, annotation: Annotation | None) -> list[TollClaim]:
    accounts = extract(Document(text=text, name="report"), annotation)
    claims = [claim for account in accounts for claim in account.claims]
    return [claim for claim in claims if isinstance(claim, TollClaim)]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def marked(
    text: str, *marks: tuple[str, str, float], said: tuple[str, str, float] | None = None
) -> Annotation:
    """Mark words of a text; `said` ties a figure's words to those of its source."""
    ties: tuple[Tie, ...] = ()
    if said is not None:
        figure, source, probability = said
        where = span(text, source)
        ties = (Tie(figure=span(text, figure).start, source=where, probability=probability),)
    return Annotation(
        by="test",
        was_read=(Span(start=0, end=len(text)),),
        marks=tuple(
            Mark(label=label, start=at.start, end=at.end, probability=probability)
            for label, words, probability in marks
            for at in [span(text, words)]
        ),
        ties=ties,
    )


def test_without_an_annotation_the_grammar_stands() -> None:
    text = "At Oker 12 people were killed."
    assert [(c.harm, c.count.low) for c in told(text, None)] == [(Harm.KILLED, 12)]


def test_where_the_annotator_did_not_look_the_grammar_stands() -> None:
    text = "At Oker 12 people were killed."
    assert len(told(text, Annotation(by="test"))) == 1


def test_a_figure_the_annotator_gives_no_credit_is_dropped() -> None:
    text = "At Oker 12 people were killed."
    assert told(text, marked(text)) == []


def test_an_age_that_the_annotator_marks_belongs_to_the_name_before_it() -> None:
    text = "At Oker Ana Osra, 34, was seen."
    found = told(text, marked(text, ("injured", "34", 0.9)))
    assert [(c.harm, c.count.low) for c in found] == [(Harm.INJURED, 1)]


def test_a_stretch_the_grammar_passed_over_is_added_with_its_figure() -> None:
    text = "The blast at Oker spared nobody in the house: 12 people."
    found = told(text, marked(text, ("killed", "12", 0.9)))
    assert [(c.harm, c.count.low, c.count.high, c.count.words.text) for c in found] == [
        (Harm.KILLED, 12, 12, "12")
    ]


def test_a_preposition_that_the_annotator_marks_counts_nobody() -> None:
    text = "At Oker 12 people were killed."
    found = told(text, marked(text, ("killed", "At", 0.9), ("killed", "12", 0.9)))
    assert [c.count.words.text for c in found] == ["12"]


def test_who_inflicts_casualties_has_none() -> None:
    text = "The Front said dozens of its fighters inflicted casualties on the army."
    found = told(text, marked(text, ("killed", "dozens", 0.9)))
    assert [c.count.words.text for c in found if c.count.words.text == "dozens"] == []


def test_a_noun_without_a_figure_counts_as_its_grammar_says() -> None:
    text = "The raid was the end of farmers and of Danel Ruvo."
    annotation = marked(text, ("killed", "farmers", 0.9), ("killed", "Danel Ruvo", 0.9))
    assert [(c.count.low, c.count.high) for c in told(text, annotation)] == [(2, None), (1, 1)]


def test_a_harm_the_annotator_is_sure_of_replaces_the_grammars() -> None:
    text = "At Oker 12 people were killed."
    (claim,) = told(text, marked(text, ("killed_or_injured", "12", 0.95)))
    assert claim.harm is Harm.KILLED_OR_INJURED


def test_a_sure_group_goes_before_the_grammars() -> None:
    text = "At Oker 12 people were killed."
    marks = (("killed", "12", 0.9), ("group:civilian", "12", 0.95))
    (claim,) = told(text, marked(text, *marks))
    assert claim.group is Group.CIVILIAN


def test_somebody_heard_where_the_grammar_hears_nobody_is_the_source() -> None:
    text = "The mayor of Oker was in tears. At Oker 12 people were killed."
    marks = (("killed", "12", 0.9), ("source", "The mayor of Oker", 0.999))
    (claim,) = told(text, marked(text, *marks, said=("12", "The mayor", 0.9)))
    assert claim.attribution.source is not None
    assert claim.attribution.source.text == "The mayor of Oker"


def test_nobody_heard_takes_a_source_only_when_sure() -> None:
    text = "At Oker 12 people were killed, a nurse said."
    at = span(text, "12").start
    annotation = marked(text, ("killed", "12", 0.9))
    for probability, is_quoted in ((0.5, True), (0.99, False)):
        heard = Annotation(
            by="test",
            was_read=annotation.was_read,
            marks=annotation.marks,
            ties=(Tie(figure=at, source=None, probability=probability),),
        )
        (claim,) = told(text, heard)
        assert (claim.attribution.source is not None) is is_quoted


def test_people_never_takes_the_place_of_a_group_the_grammar_knows() -> None:
    text = "At Oker 12 soldiers were killed."
    marks = (("killed", "12", 0.9), ("group:people", "12", 0.99))
    (claim,) = told(text, marked(text, *marks))
    assert claim.group is Group.SECURITY_FORCE


def test_losses_an_army_admits_stay_though_the_annotator_hardly_knows_the_word() -> None:
    text = "The army admitted some losses at Oker."
    (claim,) = told(text, marked(text))
    assert (claim.harm, claim.count.words.text) == (Harm.KILLED, "some")
