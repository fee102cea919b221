import pytest

from tollbook.annotating import Rules
from tollbook.annotating.llm import LanguageModel, RulesWhereItFails, language_model
from tollbook.annotating.llm.address import read_address
from tollbook.annotating.llm.endpoint import Endpoint, Patience
from tollbook.document import Document
from tollbook.errors import UnusableEndpoint
from tollbook.pipeline import tell

from .loopback import Peer, completion, marks, serving

FLASH = Document(text="At Oker 12 people were killed, a nurse said.", name="flash.txt")


def test_a_report_that_the_model_fails_at_is_read_by_rules_and_that_is_said(peer: Peer) -> None:
    peer.will_answer(completion("no"), completion("no"), completion(marks()))
    said: list[str] = []
    annotator = RulesWhereItFails(language_model(peer.base, "small"), said.append)
    assert tell(FLASH, annotator) == tell(FLASH, Rules())
    assert annotator.failed == 1
    assert "`flash.txt` is read by rules alone: small answers twice" in said[0]
    assert annotator.annotate(FLASH).by == annotator.name
    assert len(said) == 1


def test_an_endpoint_that_is_not_there_is_no_matter_of_one_report() -> None:
    with serving() as gone:
        pass
    said: list[str] = []
    hurried = Endpoint(read_address(gone.base), patience=Patience(retries=0))
    annotator = RulesWhereItFails(LanguageModel(endpoint=hurried, model="small"), said.append)
    with pytest.raises(UnusableEndpoint):
        annotator.annotate(FLASH)
    assert said == []
