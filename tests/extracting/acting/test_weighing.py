import pytest

from tollbook.annotation import Annotation, Mark
from tollbook.claim import Claim, DamageClaim, Reaction, ResponsibilityClaim
from tollbook.document import Document, Span
from tollbook.extracting import extract
from tollbook.extracting.acting import weighing
from tollbook.extracting.acting.weighing import Bounds

RAID = "Rebels stormed a clinic in Sarn on Monday."
BLAST = "The blast was the work of the Amber Front."
ADDING = Bounds(drop=0.05, add=0.7, piece=0.4, other=0.9)


def acts(text: str, *marks: tuple[str, str, float], was_read: bool = True) -> list[Claim]:
    """Read one sentence with some of its words marked: label, words, probability."""
    read = (Span(start=0, end=len(text)),) if was_read else ()
    found = tuple(
        Mark(
            label=label,
            start=text.index(words),
            end=text.index(words) + len(words),
            probability=probability,
        )
        for label, words, probability in marks
    )
    annotation = Annotation(by="hand", was_read=read, marks=found)
    accounts = extract(Document(text=text, name="invented.txt"), annotation)
    return [claim for account in accounts for claim in account.claims]


def charged(claims: list[Claim]) -> list[tuple[str, str]]:
    return [(c.actor.text, c.status.value) for c in claims if isinstance(c, ResponsibilityClaim)]


def test_whom_an_accusation_names_never_decides_whether_it_is_read() -> None:
    assert charged(acts(RAID)) == [("Rebels", "stated")]


def test_what_the_annotator_gives_no_credit_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "RESPONSIBILITY", ADDING)
    assert charged(acts(RAID)) == []


def test_what_the_annotator_marks_too_stays() -> None:
    assert charged(acts(RAID, ("responsibility:stated", "Rebels", 0.6))) == [("Rebels", "stated")]


def test_where_the_annotator_did_not_look_the_grammar_stands() -> None:
    assert charged(acts(RAID, was_read=False)) == [("Rebels", "stated")]


def test_a_mark_of_another_status_keeps_a_party(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "RESPONSIBILITY", ADDING)
    marked = acts(RAID, ("responsibility:accused", "Rebels", 0.5))
    assert charged(marked) == [("Rebels", "stated")]


def test_a_sure_mark_changes_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "RESPONSIBILITY", ADDING)
    marked = acts(RAID, ("responsibility:accused", "Rebels", 0.95))
    assert charged(marked) == [("Rebels", "accused")]


def test_a_party_the_grammar_passed_over_is_added_by_its_whole_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(weighing, "RESPONSIBILITY", ADDING)
    marked = acts(
        BLAST, ("responsibility:stated", "Amber", 0.5), ("responsibility:stated", "Front", 0.8)
    )
    assert charged(marked) == [("the Amber Front", "stated")]


def test_a_faint_mark_adds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "RESPONSIBILITY", ADDING)
    assert charged(acts(BLAST, ("responsibility:stated", "Front", 0.6))) == []


def test_things_and_reactions_are_weighed_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "DAMAGE", ADDING)
    monkeypatch.setattr(weighing, "REACTION", ADDING)
    text = "Nothing is left of the mill, and the bishop is in tears."
    marked = acts(
        text, ("damage:destroyed", "the mill", 0.8), ("reaction:mourned", "the bishop", 0.9)
    )
    things = [(c.object.text, c.effect.value) for c in marked if isinstance(c, DamageClaim)]
    voices = [(c.actor.text, c.reaction.value) for c in marked if isinstance(c, Reaction)]
    assert (things, voices) == ([("the mill", "destroyed")], [("the bishop", "mourned")])
