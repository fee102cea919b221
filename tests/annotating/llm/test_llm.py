from pathlib import Path

import pytest

from tollbook.annotating import Annotator
from tollbook.annotating.llm import LanguageModel
from tollbook.annotating.llm.address import read_address
from tollbook.annotating.llm.cache import Cache
from tollbook.annotating.llm.endpoint import Endpoint, Patience
from tollbook.claim import TollClaim
from tollbook.document import Document
from tollbook.errors import AnnotatorFailed
from tollbook.extracting import extract

from .loopback import Peer, completion, figure, marks, status

TEXT = "At Oker at least 12 people were killed on Monday, the mayor said. Two teachers are missing."
FOUND = marks(
    figure("at least 12", source_words="the mayor", cue_words="said"),
    figure("Two", 2, harm="missing"),
)


def document(text: str = TEXT) -> Document:
    return Document(text=text, name="flash.txt")


def model(peer: Peer, cache: Path | None = None, name: str = "small") -> LanguageModel:
    return LanguageModel(
        endpoint=Endpoint(
            read_address(peer.base), patience=Patience(timeout=5, retries=1, first_wait=0.001)
        ),
        model=name,
        cache=None if cache is None else Cache(cache),
    )


def test_a_document_is_marked_as_the_model_marks_it(peer: Peer) -> None:
    peer.will_answer(completion(FOUND, tokens=(1000, 50)))
    annotator: Annotator = model(peer)
    annotation = annotator.annotate(document())
    start = TEXT.index("at least 12")
    assert annotation.by == annotator.name
    assert annotation.by.startswith("llm small, prompt ")
    assert annotation.has_read(0, len(TEXT))
    assert annotation.probability("killed", start, start + 11) == 0.9
    assert annotation.probability("missing", start, start + 11) == 0
    [tie] = annotation.ties_of(start, start + 11)
    assert tie.source is not None
    assert TEXT[tie.source.start : tie.source.end] == "the mayor"


def test_the_whole_text_is_sent_and_nothing_else_of_the_document(peer: Peer) -> None:
    peer.will_answer(completion(marks()))
    secret = Document(text=TEXT, name="hush.txt", publisher="Hush Daily", title="Hush", url="h:ush")
    model(peer).annotate(secret)
    [asked] = peer.asked
    sent = asked["messages"][-1]["content"]
    assert all(f"] {sentence}" in sent for sentence in TEXT.replace(". ", ".|").split("|"))
    assert "hush" not in str(asked).lower()


def test_what_the_model_makes_up_is_dropped_and_counted(peer: Peer) -> None:
    peer.will_answer(
        completion(
            marks(
                figure("at least 12", source_words="the bishop"),
                figure("forty", 1),
                damage=[{"sentence": 1, "words": "a mill", "within": None, "effect": "burned"}],
            )
        )
    )
    annotator = model(peer)
    annotation = annotator.annotate(document())
    assert annotator.refused == 3
    assert {TEXT[mark.start : mark.end] for mark in annotation.marks} == {"at least 12"}


def test_where_a_figure_could_not_be_placed_the_grammar_stands(peer: Peer) -> None:
    text = f"{TEXT} Two nurses were killed."
    peer.will_answer(completion(marks(figure("twelve"), figure("Two", 2, harm="missing"))))
    annotation = model(peer).annotate(document(text))
    second = text.index("Two teachers")
    assert not annotation.has_read(0, second - 1)
    assert annotation.has_read(second, len(text))
    claims = [claim for account in extract(document(text), annotation) for claim in account.claims]
    found = [claim.count.words.text for claim in claims if isinstance(claim, TollClaim)]
    assert found == ["at least 12", "Two"]  # and not the nurses, whom the model passed over


def test_a_malformed_answer_is_sent_back_once_with_what_is_wrong(peer: Peer) -> None:
    wrong = marks(figure("at least 12", harm="slain"))
    peer.will_answer(completion(wrong), completion(FOUND))
    annotation = model(peer).annotate(document())
    assert annotation.marks
    first, second = peer.asked
    assert second["messages"][:2] == first["messages"]
    assert "slain" in second["messages"][2]["content"]
    assert "figures.0.harm" in second["messages"][3]["content"]


def test_two_malformed_answers_are_a_failure_of_this_document(peer: Peer) -> None:
    peer.will_answer(completion("I cannot help with that."))
    with pytest.raises(AnnotatorFailed, match="small answers twice with something else than marks"):
        model(peer).annotate(document())
    assert len(peer.asked) == 2


def test_what_was_asked_once_is_not_asked_again(peer: Peer, tmp_path: Path) -> None:
    peer.will_answer(completion(FOUND))
    first = model(peer, tmp_path).annotate(document())
    again = model(peer, tmp_path)
    assert again.annotate(document()) == first
    assert len(peer.asked) == 1
    assert (again.endpoint.spending.requests, again.remembered) == (0, 1)


@pytest.mark.parametrize(("text", "name"), [(TEXT, "large"), (TEXT.replace("12", "13"), "small")])
def test_another_text_or_model_is_asked_anew(
    peer: Peer, tmp_path: Path, text: str, name: str
) -> None:
    peer.will_answer(completion(marks()))
    model(peer, tmp_path).annotate(document())
    model(peer, tmp_path, name).annotate(document(text))
    assert len(peer.asked) == 2


def test_a_malformed_answer_is_not_kept(peer: Peer, tmp_path: Path) -> None:
    peer.will_answer(completion("no"), completion("no"), completion(FOUND))
    with pytest.raises(AnnotatorFailed):
        model(peer, tmp_path).annotate(document())
    assert model(peer, tmp_path).annotate(document()).marks
    assert len(peer.asked) == 3


def test_an_answer_that_somebody_spoilt_in_the_cache_is_asked_anew(
    peer: Peer, tmp_path: Path
) -> None:
    peer.will_answer(completion(FOUND))
    first = model(peer, tmp_path).annotate(document())
    [file] = tmp_path.rglob("*.json")
    file.write_text('{"answer": "no"}')
    assert model(peer, tmp_path).annotate(document()) == first
    assert len(peer.asked) == 2


def test_a_long_document_is_asked_in_portions(peer: Peer) -> None:
    long = " ".join(
        f"At Oker {number} people were killed, a nurse said." for number in range(2, 300)
    )
    peer.will_answer(
        completion(marks(figure("2", 1))),
        completion(marks(figure("2", 1))),  # that sentence is in another portion
        completion(marks()),
    )
    annotator = model(peer)
    annotation = annotator.annotate(document(long))
    assert len(peer.asked) > 2
    assert annotator.refused == 1
    assert annotation.has_read(0, len(long))


def test_a_document_is_marked_whole_or_not_at_all(peer: Peer) -> None:
    long = " ".join(
        f"At Oker {number} people were killed, a nurse said." for number in range(2, 300)
    )
    peer.will_answer(completion(marks(figure("2", 1))), status(500))
    with pytest.raises(AnnotatorFailed, match="answers 500"):
        model(peer).annotate(document(long))
